// Writing in a story: what holds when her words are hers, and when the archive is killed.
import { expect } from '@playwright/test'
import { startHostFor } from '../support/host.ts'
import { giveEvidence, openStory, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { look } from './looking.ts'
import { openNightShift } from './story-steps.ts'
import { caretAtEndOf, caretBefore, kept, passageMenu, paste, textsOf } from './writing-steps.ts'

const nightShift = inventedFiles.slice(0, 2)

test('after she has gone through it her words are hers; how they are cut stays free', async ({ page }) => {
  await openNightShift(page, nightShift)
  await caretAtEndOf(page, 'Rosalinda drove us')
  await page.keyboard.type(' It rained.')
  await page.getByRole('tab', { name: 'Consent' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Consent' })
  await panel.getByRole('button', { name: 'She has gone through her story today' }).click()
  await giveEvidence(page, panel)
  await panel.getByRole('button', { name: 'Keep this' }).click()
  await expect(page.getByText(/its words are hers\./)).toBeVisible()
  const before = await textsOf(page)
  expect(before.join(' ')).toContain('It rained.')
  await caretAtEndOf(page, 'Rosalinda drove us')
  await page.keyboard.type('x ')
  await page.keyboard.press('Backspace')
  await paste(page, { text: 'from elsewhere' })
  expect(await textsOf(page)).toEqual(before)
  await expect(page.getByText('Her words stay as she left them.').first()).toBeVisible()
  await look(page, 'her words')
  await caretBefore(page, 'Rosalinda drove us', 'station')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await textsOf(page)).length).toBe(before.length + 1)
  await kept(page)
  await passageMenu(page, 'Join with the passage before')
  await kept(page)
  await expect.poll(async () => (await textsOf(page)).map((text) => text.replaceAll(/\s+/gu, ' '))).toEqual(before)
  await expect(page.getByText('What you wrote')).toBeHidden()
})

test('the archive is killed a second after writing: all is there, and what could not be kept can be taken away', async ({
  page,
  app,
}) => {
  const passphrase = await openNightShift(page, nightShift)
  await caretAtEndOf(page, 'Rosalinda drove us')
  await page.keyboard.type(' It rained all day.', { delay: 20 })
  await page.waitForTimeout(1_000)
  await page.keyboard.type(' Then it stopped.')
  await app.host.kill()
  await expect(page.getByText('What you wrote is not kept yet').first()).toBeVisible({ timeout: 15_000 })
  expect((await textsOf(page)).join(' ')).toContain('It rained all day. Then it stopped.')
  await page.getByRole('button', { name: 'Take the words elsewhere' }).click()
  const all = page.getByRole('textbox', { name: 'All words' })
  await expect(all).toBeFocused()
  await expect(all).toHaveValue(/It rained all day\. Then it stopped\./)
  expect(await all.evaluate((field: HTMLTextAreaElement) => field.selectionEnd - field.selectionStart)).toBeGreaterThan(
    80,
  )

  const again = await startHostFor(app.dataFolder)
  try {
    await page.goto(again.address)
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
    await openStory(page, 'night-shift')
    expect((await textsOf(page)).join(' ')).toContain('to ask for it back. It rained all day.')
    await page.goto('about:blank')
  } finally {
    await again.close()
    // That nobody answered while the archive was dead is what was tried.
    app.complaints.length = 0
  }
})
