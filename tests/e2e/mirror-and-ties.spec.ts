// The whole story beside what is chosen, and what she asked to travel together, in a real browser and by keyboard.
import path from 'node:path'
import { expect } from '@playwright/test'
import {
  allowReadingRoom,
  beginExcerpt,
  choosePassages,
  giveEvidence,
  labelWords,
  reviewAndWaive,
  selectWords,
  signOffAndGiveOut,
  test,
} from './app.ts'
import { exportedFiles } from './exported.ts'
import { look } from './looking.ts'
import { openNightShift } from './story-steps.ts'
import { caretAtEndOf, passageMenu, passageWith } from './writing-steps.ts'

test('what vanishes is named while choosing, ties are pulled along, and her line is kept', async ({ page, app }) => {
  test.setTimeout(300_000)
  await openNightShift(page)
  await selectWords(page, 'six of us', 'six of us')
  await labelWords(page, 'organising')
  await choosePassages(page, 'Rosalinda drove us', 1)
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Tie' }).click()
  const tie = page.getByRole('dialog', { name: 'Tie these passages' })
  await tie.getByRole('radio', { name: /They travel together/ }).check({ force: true })
  await tie.getByRole('textbox').fill('One is not true without the other.')
  await tie.getByRole('button', { name: 'Keep the tie' }).click()
  await tie.waitFor({ state: 'hidden' })
  await caretAtEndOf(page, 'After that we met')
  await passageMenu(page, 'A heading above it')
  await page.getByRole('textbox', { name: 'Heading', exact: true }).fill('Sundays')
  await page.keyboard.press('Enter')
  await expect(passageWith(page, 'After that we met')).toHaveAttribute('data-heading', 'Sundays')
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Write something about her story' }).click()
  await page.getByRole('textbox', { name: 'Words', exact: true }).fill('Workers of a laundry, and their wages.')
  await page.getByRole('button', { name: 'Keep and sign' }).click()
  await choosePassages(page, 'You said the first', 3)
  await allowReadingRoom(page)
  await reviewAndWaive(page)

  await beginExcerpt(page, 'night-shift', 'Union hall')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('What the winter took')
  const passage = (words: string) => page.getByRole('checkbox', { name: new RegExp(words) })
  const mirror = page.getByRole('region', { name: 'Beside the whole story' })

  await test.step('the mirror says what vanishes, by name and in a table', async () => {
    await passage('The winter, yes').focus()
    await page.keyboard.press('Space')
    await expect(mirror).toContainText('0 of 1 passage under Sundays')
    await expect(mirror).toContainText('0 of 1 passage under organising')
    await expect(mirror.getByRole('row', { name: /^The whole story/ })).toContainText('1 of 4')
    await expect(mirror.getByRole('row', { name: /^Sundays/ })).toContainText('0 of 1')
    await expect(page.getByText('She asks that this travels together with others.').first()).toBeVisible()
    // NOTE: what React Aria says of a choice is named by something that has gone by then; it goes by itself.
    await expect(page.locator('[data-live-announcer] [role="img"]')).toHaveCount(0)
    await look(page, 'the desk with its mirror')
  })

  const along = page.getByText(/Also came along, because she asked: passage 4 “After that we met/)
  await test.step('choosing one of what travels together brings the other, and says why', async () => {
    await passage('Rosalinda drove us').focus()
    await page.keyboard.press('Space')
    await expect(passage('After that we met')).toBeChecked()
    await expect(along).toContainText('One is not true without the other.')
    await expect(mirror).not.toContainText('0 of 1 passage under organising')
    await look(page, 'what came along')
    await page.getByRole('button', { name: 'Undo this choice' }).click()
    await expect(passage('Rosalinda drove us')).not.toBeChecked()
    await expect(passage('The winter, yes')).toBeChecked()
    await passage('After that we met').check()
    await expect(passage('Rosalinda drove us')).toBeChecked()
    await passage('Rosalinda drove us').uncheck()
    await expect(passage('After that we met')).not.toBeChecked()
    await expect(page.getByText(/^Also went, because she asked/)).toBeVisible()
  })

  const reasons = page.getByRole('list', { name: 'Before it can leave' })
  await test.step('words about her wait until she has seen them', async () => {
    await page.getByRole('checkbox', { name: 'Goes along' }).check({ force: true })
    await expect(reasons).toContainText('She has not seen these words about her yet: “Workers of a laundry')
    await page.getByRole('checkbox', { name: 'Goes along' }).uncheck({ force: true })
    await expect(reasons).not.toContainText('She has not seen these words')
  })

  await test.step('below her line her yes is for the mirror too; readers see it as she says', async () => {
    await mirror.locator('xpath=..').getByText('Her line for the mirror').click()
    await page.getByRole('checkbox', { name: /^Below a line/ }).check({ force: true })
    await page.getByRole('textbox', { name: 'Percent of her own words' }).fill('90')
    await page.getByRole('checkbox', { name: 'Readers see the mirror too' }).check({ force: true })
    await giveEvidence(page, page.getByRole('complementary', { name: 'The way out' }))
    await look(page, 'her line')
    await page.getByRole('button', { name: 'Keep what she says' }).click()
    await expect(reasons).toContainText(/\d+ % of her own words are in it. Below 90 %/)
  })

  await test.step('the mirror stands above her yes', async () => {
    await page.getByRole('button', { name: 'Make the files to look at' }).click()
    const preview = page.getByRole('dialog', { name: /^Preview as/ })
    await expect(preview.getByRole('table', { name: 'How much of each part is chosen' })).toBeVisible({
      timeout: 60_000,
    })
    await look(page, 'the preview with its mirror')
    await preview.getByRole('button', { name: 'Close' }).click()
    await preview.waitFor({ state: 'hidden' })
  })
  await page.getByRole('button', { name: 'Write a caption under passage 2' }).click()
  await page.getByRole('textbox', { name: 'Caption under passage 2' }).fill('That was in Leith.')
  await signOffAndGiveOut(page, app.dataFolder, 'for-the-hall')
  const files = await exportedFiles(path.join(app.dataFolder, 'for-the-hall'))
  const html = files.get('index.html')?.toString('utf8') ?? ''
  expect(html).toContain('That was in Leith.')
  expect(html).toContain('<td>1 of 4</td>')
  expect(html.replaceAll(/[\u2066-\u2069]/g, '')).toContain('0 of 1 passages under “organising” are here.')
})
