// A page that is left before the paper key is typed back: asked first, and the door says afterwards that nothing was made.
import { expect } from '@playwright/test'
import { test } from './app.ts'

test.use({ archiveIsThere: false })

test('a reload at the paper key asks first, and nothing of it is there afterwards', async ({ page }) => {
  await page.getByRole('button', { name: 'Make an archive' }).click()
  await expect(page.getByText('Nothing was made')).toHaveCount(0)
  await page.getByLabel('Your name or initials').fill('Ana')
  const proposed = page.getByRole('status', { name: 'Your six words' })
  await expect(proposed).toHaveText(/^\S+(?: \S+){5}$/)
  await page.getByLabel('The passphrase once more').fill((await proposed.textContent()) ?? '')
  await page.getByRole('button', { name: 'Make the archive' }).click()
  await page.getByText('If you close this now, this archive is not made and this paper opens nothing.').waitFor()

  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.type())
    void dialog.dismiss()
  })
  await page.evaluate(() => setTimeout(() => location.reload(), 0))
  await page.getByText('You were about to close this.').waitFor()
  expect(asked).toEqual(['beforeunload'])
  await page.getByRole('button', { name: 'I have it on paper' }).click()
  await page.getByText('You were about to close this.').waitFor()

  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await page.getByRole('alert').getByText('Nothing was made').waitFor()
  await page.getByRole('button', { name: 'Make an archive' }).click()
  await expect(page.getByText('Nothing was made')).toHaveCount(0)
})
