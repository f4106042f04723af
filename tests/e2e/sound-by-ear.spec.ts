// Words whose time nobody knows find their sound by ear: the passage is listened to where it is asked, its beginning and
// end are taken from the player and nudged, and the name taken out of it falls silent; then the name's own time is said.
import { expect, type Page } from '@playwright/test'
import { bringIn, openArchive, openStory, selectWords, takeOutAName, test } from './app.ts'
import { faults } from './looking.ts'
import { needsRealFiles, speechSound } from './real-files.ts'
import { passageMenu } from './writing-steps.ts'

needsRealFiles('audio/speech')

const words = 'Marisol: And so, my fellow Americans.\n\nMarisol: Ask not what your country can do for you.\n'

/** Whether it is silent there, as readers hear it. */
const isSilent = (page: Page, from: number, to: number): Promise<boolean> =>
  page.evaluate(
    async ([first = 0, last = 0]) => {
      const bytes = await (await fetch(document.querySelector('audio')?.src ?? '')).arrayBuffer()
      const samples = (await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes)).getChannelData(0)
      return samples.slice(first * 16_000, last * 16_000).every((one) => one === 0)
    },
    [from, to],
  )
async function asReaders(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Readers', exact: true }).check({ force: true })
  await expect.poll(() => page.locator('audio').getAttribute('src')).toContain('/rendition/')
}
const seek = (page: Page, seconds: number): Promise<void> =>
  page.evaluate((to) => {
    const sound = document.querySelector('audio')
    if (sound !== null) sound.currentTime = to
  }, seconds)

test('a passage and a name find their sound by ear', async ({ page }) => {
  await openArchive(page)
  await bringIn(
    page,
    [
      { name: 'speech.txt', mimeType: 'text/plain', buffer: Buffer.from(words) },
      { name: 'speech.wav', mimeType: 'audio/wav', buffer: speechSound() },
    ],
    1,
  )
  await openStory(page, 'speech')
  await page.getByRole('paragraph').filter({ hasText: 'fellow Americans' }).click()
  await passageMenu(page, 'Write its times')
  const dialog = page.getByRole('dialog', { name: 'This passage in the sound' })
  await dialog.getByRole('button', { name: 'Play', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^At 0:00\.[1-9]|^At 0:0[1-9]/)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Play', exact: true })).toBeFocused()
  await seek(page, 0.3)
  await expect(dialog.getByText('At 0:00.3')).toBeVisible()
  await dialog.getByRole('button', { name: 'It begins where the player is' }).press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Begins at (seconds)' })).toHaveValue('0.3')
  await seek(page, 2.4)
  await expect(dialog.getByText('At 0:02.4')).toBeVisible()
  await dialog.getByRole('button', { name: 'It ends where the player is' }).press('Enter')
  const end = dialog.getByRole('textbox', { name: 'Ends at (seconds)' })
  await end.focus()
  await page.keyboard.press('ArrowUp')
  await expect(end).toHaveValue('2.5')
  expect(await faults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep these times' }).press('Enter')
  await dialog.waitFor({ state: 'hidden' })

  await selectWords(page, 'fellow Americans', 'Americans')
  await takeOutAName(page, null)
  await asReaders(page)
  expect(await isSilent(page, 0.2, 2.6), 'as long as the passage lasts').toBe(true)
  expect(await isSilent(page, 3, 4.3)).toBe(false)

  await page.getByRole('radio', { name: 'Whole', exact: true }).check({ force: true })
  await page.getByRole('tab', { name: 'Taken out' }).click()
  await page.getByRole('button', { name: 'Change where “Americans” is in the sound' }).click()
  const times = page.getByRole('dialog', { name: 'Where it is in the sound' })
  await times.getByRole('textbox', { name: 'From (seconds)' }).fill('1.6')
  await times.getByRole('textbox', { name: 'To (seconds)' }).fill('2.3')
  await times.getByRole('button', { name: 'Keep these times' }).click()
  await times.waitFor({ state: 'hidden' })
  await asReaders(page)
  expect(await isSilent(page, 1.5, 2.4), 'the name').toBe(true)
  expect(await isSilent(page, 0.3, 1.4), 'what is said before it').toBe(false)
})
