// What is to be given out waits for her, in a real browser: she sees exactly it, says no with a reason, and later yes.
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { allowReadingRoom, bringIn, choosePassages, giveBack, handOver, openArchive, openStory, test } from './app.ts'
import { exportedFiles } from './exported.ts'
import { inventedFiles } from './invented.ts'
import { answer, tabTo } from './keyboard-steps.ts'
import { look } from './looking.ts'
import { passphraseOfHers, setHerPassphrase } from './her-steps.ts'
import { makeExcerpt } from './story-steps.ts'

async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('heading', { name: room, level: 1 }).waitFor()
}

/** An excerpt of one passage for the Union hall, to which she has agreed beforehand. */
async function frame(page: Page, title: string): Promise<void> {
  await openStory(page, 'night-shift')
  await choosePassages(page, 'You said the first', 3)
  await allowReadingRoom(page)
  await makeExcerpt(page, { story: 'night-shift', recipient: 'Union hall', title, passages: ['The winter, yes'] })
  await page.getByText(/^Kept \d/).waitFor()
}

const exact = (page: Page) => page.frameLocator('iframe[title="Exactly what would leave"]')
const answers = (page: Page) => page.getByRole('radiogroup', { name: 'What do you say?' })

async function throughWithoutWaiting(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have gone through it' }).click()
  await expect(page.getByRole('main')).toContainText('Your seven days end on')
  await expect(answers(page).getByRole('radio', { name: /^Yes/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'I want to do without the seven days' }).click()
  await expect(page.getByRole('main')).toContainText('You need not wait.')
  await page.getByRole('button', { name: 'Do without them' }).click()
  await expect(answers(page).getByRole('radio', { name: /^Yes/ })).toHaveCount(1)
}

test(
  'she looks, sees the mirror and says no; it is changed; her key signs her yes, and it is given out',
  long,
  async ({ page, app }) => {
    test.setTimeout(300_000)
    const passphrase = await openArchive(page)
    await bringIn(page, inventedFiles.slice(0, 2), 1)
    await frame(page, 'What the winter took')
    await openStory(page, 'night-shift')
    await handOver(page)
    await setHerPassphrase(page)

    await test.step('she draws a line, and looks at exactly what would leave', async () => {
      await goTo(page, 'To be given out')
      await expect(page.getByRole('list', { name: 'To be given out' })).toContainText('Reading room, for Union hall')
      await page.getByText('I want a line').click()
      await page.getByRole('textbox', { name: 'Percent of my own words' }).fill('90')
      await page.keyboard.press('Tab')
      await page.getByRole('button', { name: 'Keep it so' }).click()
      await expect(page.getByText('Your line is at 90 %.')).toBeVisible()
      await look(page, 'to be given out')
      await page.getByRole('button', { name: 'Look at it: What the winter took' }).click()
      await expect(exact(page).getByText('The winter, yes.')).toBeVisible({ timeout: 60_000 })
      await expect(page.getByRole('region', { name: 'Beside your whole story' })).toContainText('1 of 4')
      await throughWithoutWaiting(page)
      await look(page, 'one that is to be given out')
    })

    await test.step('she says no, and why', async () => {
      const sizes = await answers(page)
        .getByRole('radio')
        .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.getBoundingClientRect().width ?? 0))
      expect(sizes).toHaveLength(3)
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2)
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await expect(page.getByText('Choose one of these.')).toBeVisible()
      await answers(page)
        .getByRole('radio', { name: /^No(?!t)/ })
        .check({ force: true })
      await page.getByRole('textbox', { name: 'Why, or what should be different' }).fill('It took nothing.')
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await expect(page.getByRole('main')).toContainText('You said no to exactly this on')
      await giveBack(page, passphrase)
    })

    await test.step('the archivist reads why, and changes it', async () => {
      await page.getByRole('navigation').getByRole('button', { name: 'Excerpts' }).click()
      await page.getByRole('button', { name: 'Open What the winter took' }).click()
      const wayOut = page.getByRole('complementary', { name: 'The way out' })
      await expect(wayOut).toContainText('She said no to exactly this on')
      await expect(wayOut).toContainText('It took nothing.')
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill('The winter')
      await expect(wayOut).toContainText('She has not seen exactly this and said yes.')
      await wayOut.getByRole('button', { name: 'Make the files to look at' }).click()
      const preview = page.getByRole('dialog', { name: /^Preview as/ })
      await expect(preview).toContainText('She signs this herself', { timeout: 60_000 })
      await preview.getByRole('button', { name: 'Close' }).click()
    })

    await test.step('she says yes to that, and to how little it is; her key signs it', async () => {
      await openStory(page, 'night-shift')
      await handOver(page, passphraseOfHers)
      await expect(page.getByText('One part of it waits to be given out.')).toBeVisible()
      await goTo(page, 'To be given out')
      await page.getByRole('button', { name: 'Look at it: The winter' }).click()
      await expect(exact(page).getByText('The winter, yes.')).toBeVisible({ timeout: 60_000 })
      await answers(page).getByRole('radio', { name: /^Yes/ }).check({ force: true })
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await expect(page.getByText('Say yes to this as well')).toBeVisible()
      await page.getByText('I have seen how little of my story it is').click()
      await page.getByRole('button', { name: 'Keep my answer' }).click()
      await expect(page.getByRole('main')).toContainText('You said yes to exactly this on')
      await look(page, 'one that she said yes to')
      await goTo(page, 'My answers')
      await page.getByText('All I have decided').click()
      await expect(
        page.getByRole('main').getByRole('listitem').filter({ hasText: 'Signed with your own key.' }).first(),
      ).toBeVisible()
      await giveBack(page, passphrase)
    })

    await test.step('it is given out', async () => {
      await page.getByRole('navigation').getByRole('button', { name: 'Excerpts' }).click()
      await page.getByRole('button', { name: 'Open The winter' }).click()
      const wayOut = page.getByRole('complementary', { name: 'The way out' })
      await wayOut.getByText('Nothing stands in the way. It may leave.').waitFor()
      await wayOut.getByRole('textbox', { name: 'Put it in this folder' }).fill(app.dataFolder)
      await wayOut.getByRole('textbox', { name: 'Name of the new folder' }).fill('out')
      await wayOut.getByRole('button', { name: 'Give out', exact: true }).click()
      await page.getByRole('button', { name: 'See its row in Given out' }).waitFor({ timeout: 60_000 })
      expect([...(await exportedFiles(path.join(app.dataFolder, 'out'))).keys()]).toContain('index.html')
    })
  },
)

test('by keyboard alone she looks at it and says no', long, async ({ page }) => {
  test.setTimeout(240_000)
  await openArchive(page)
  await bringIn(page, inventedFiles.slice(0, 1), 1)
  await frame(page, 'The winter')
  await openStory(page, 'night-shift')
  await handOver(page)
  await page.locator('body').press('Tab')
  await tabTo(page, 'To be given out')
  await page.getByRole('heading', { name: 'To be given out', level: 1 }).waitFor()
  await tabTo(page, 'Look at it: The winter')
  await expect(exact(page).getByText('The winter, yes.')).toBeVisible({ timeout: 60_000 })
  await answer(page, 'What do you say?', /^No(?!t)/)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Why, or what should be different' })).toBeFocused()
  await page.keyboard.type('Not now.')
  await tabTo(page, 'Keep my answer')
  await expect(page.getByRole('main')).toContainText('You said no to exactly this on')
})
