// What only she can answer is said to her where it is missing, with the way there: a label by others, a name that stays here.
import { expect } from '@playwright/test'
import { long } from './long.ts'
import { allowReadingRoom, choosePassages, handOver, openStory, selectWords, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { faults, narrow } from './looking.ts'
import { makeExcerpt, openNightShift } from './story-steps.ts'

test('a label by somebody else keeps it waiting: she is told, goes to it and answers', long, async ({ page }) => {
  test.setTimeout(240_000)
  await openNightShift(page)
  await selectWords(page, 'six of us', 'six of us')
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Label' }).click()
  const label = page.getByRole('dialog', { name: 'A label' })
  await label.getByRole('textbox', { name: 'The label' }).fill('organised')
  await label.getByRole('radio', { name: 'an archivist' }).check({ force: true })
  await label.getByRole('radio', { name: 'not said yet' }).check({ force: true })
  await label.getByRole('button', { name: 'Keep this label' }).click()
  await label.waitFor({ state: 'hidden' })
  await choosePassages(page, 'six of us', 0)
  await allowReadingRoom(page)
  await makeExcerpt(page, { story: 'night-shift', recipient: 'Union hall', title: 'Sundays', passages: ['six of us'] })
  await page.getByText(/^Kept \d/).waitFor()
  await openStory(page, 'night-shift')
  await handOver(page)

  await page.getByRole('navigation').getByRole('button', { name: 'To be given out' }).click()
  const list = page.getByRole('list', { name: 'To be given out' })
  await expect(list).toContainText('It waits for an answer of yours under “My words”.')
  await expect(list).toContainText('Somebody else put this label on your words: organised.')
  await expect(list).not.toContainText('putting it together')
  await expect(page.getByText('One waits for your answer.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await narrow(page, 'what she is asked in the list')
  await page.getByRole('button', { name: 'Answer in “My words”: Sundays' }).click()
  await expect(page.getByRole('heading', { name: 'My words', exact: true })).toBeVisible()
  await page.getByRole('navigation').getByRole('button', { name: 'To be given out' }).click()
  await page.getByRole('button', { name: 'Look at it: Sundays' }).click()
  const main = page.getByRole('main')
  await expect(main).toContainText('Somebody else put this label on your words: organised.')
  await expect(main).not.toContainText('Whoever put it together does that first')
  expect(await faults(page), 'what is hers to answer').toEqual([])
  await narrow(page, 'what is hers to answer')
  await page.getByRole('button', { name: 'Answer in “My words”' }).click()
  // What is chosen is chosen at once, however long the keeping takes.
  await page.getByRole('radio', { name: 'not mine', exact: true }).check({ force: true })
  await page.getByRole('navigation').getByRole('button', { name: 'To be given out' }).click()
  await expect(page.getByRole('list', { name: 'To be given out' })).toContainText('You have not said yet that you have')
})

test(
  'a name that she gives stays here while she is not counted: that is said, and her answer waits',
  long,
  async ({ page }) => {
    test.setTimeout(240_000)
    await openNightShift(page, inventedFiles.slice(0, 1))
    await handOver(page)
    const room = (name: string) => page.getByRole('navigation').getByRole('button', { name, exact: true })
    const stays = page.getByText('For now this name stays here too.')
    const toLimits = async (): Promise<void> => {
      await room('My answers').click()
      await page.getByRole('button', { name: 'Talk it through, card by card' }).click()
    }
    await toLimits()
    await page.getByRole('button', { name: /Reading room/ }).click()
    await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
    await page.getByRole('button', { name: 'Go on', exact: true }).click()
    await page.getByText('With conditions').click()
    await expect(stays).toHaveCount(0)
    await page.getByRole('textbox', { name: 'Your name is given as' }).fill('سلمى')
    await expect(stays).toBeVisible()
    await page.getByRole('button', { name: 'Go to “About me”. Your answer here waits.' }).click()
    await page.getByRole('radio', { name: /^With another name/ }).check({ force: true })
    await page.getByRole('button', { name: 'Keep what I said of me' }).click()
    await page.getByText('Kept', { exact: false }).first().waitFor()
    await toLimits()
    await expect(page.getByRole('heading', { name: 'What your yes is about' })).toBeVisible()
    await page.getByText('With conditions').click()
    await expect(page.getByRole('textbox', { name: 'Your name is given as' })).toHaveValue('سلمى')
    await expect(stays).toHaveCount(0)
  },
)
