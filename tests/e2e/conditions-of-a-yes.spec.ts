// The conditions of a yes: nothing is filled in beforehand, nothing empty is kept, and the buttons stay in sight.
import { expect } from '@playwright/test'
import { bringIn, giveEvidence, openArchive, openStory, test } from './app.ts'

test('an end is chosen by her or not at all, in a dialog whose buttons stay in sight', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 620 })
  await openArchive(page)
  const buffer = Buffer.from('I sold oranges at the market.\n\nThen I moved away.')
  await bringIn(page, [{ name: 'oranges.txt', mimeType: 'text/plain', buffer }], 1)
  await openStory(page, 'oranges')
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: /^Reading room/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Reading room' })
  const keep = dialog.getByRole('button', { name: 'Keep her answer' })
  await expect(keep).toBeInViewport()
  await expect(dialog.getByRole('button', { name: 'Hide now' })).toBeInViewport()

  // By keyboard through the whole dialog: what has the focus never lies under the buttons, nor under the title.
  await dialog.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await dialog.getByText('With conditions').click()
  await dialog.getByRole('radio', { name: 'It ends on a date' }).check({ force: true })
  await dialog.getByRole('radio', { name: 'A number of times' }).check({ force: true })
  const hidden: string[] = []
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(step < 20 ? 'Tab' : 'Shift+Tab')
    const under = await page.evaluate(() => {
      const focused = document.activeElement
      const field = focused?.closest('label') ?? focused
      const staying = [...document.querySelectorAll('[data-stays]')]
      if (field == null || staying.some((one) => one.contains(field))) return null
      const box = field.getBoundingClientRect()
      const covers = staying.some((one) => {
        const over = one.getBoundingClientRect()
        return box.bottom > over.top + 1 && box.top < over.bottom - 1
      })
      return covers ? (field.textContent ?? '').slice(0, 40) : null
    })
    if (under !== null) hidden.push(under)
  }
  expect(hidden).toEqual([])

  await expect(dialog.getByRole('textbox', { name: 'How many times' })).toHaveValue('')
  for (const part of ['Day', 'Month', 'Year'])
    await expect(dialog.getByRole('button', { name: new RegExp(`${part}$`) })).toContainText('Choose')
  await giveEvidence(page, dialog)
  await keep.click()
  await dialog.getByText('Choose the day, the month and the year on which it ends').waitFor()
  await dialog.getByText('Say how many times').waitFor()
  for (const [part, option] of [
    ['Day', '3'],
    ['Month', 'March'],
    ['Year', String(new Date().getFullYear() + 1)],
  ] as const) {
    await dialog.getByRole('button', { name: new RegExp(`${part}$`) }).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }
  await dialog.getByRole('textbox', { name: 'How many times' }).fill('1')
  await dialog.getByText('Text only', { exact: true }).click()
  await keep.click()
  await dialog.waitFor({ state: 'hidden' })
  const row = page.getByRole('button', { name: /^Reading room: yes until 3 March \d{4}: once and text only/ })
  await row.click()
  await expect(dialog.getByText(/Her answer now: yes until 3 March \d{4}: once and text only/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await row.waitFor()
})
