// A day that the month lacks is said and chosen again; it never becomes another day by itself.
import { expect } from '@playwright/test'
import { bringIn, openArchive, openStory, test } from './app.ts'

test('31 February has to be chosen again', async ({ page }) => {
  await openArchive(page)
  const buffer = Buffer.from('I sold oranges.')
  await bringIn(page, [{ name: 'oranges.txt', mimeType: 'text/plain', buffer }], 1)
  await openStory(page, 'oranges')
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: 'Talk it through with her' }).click()
  await page.getByRole('button', { name: /^\d+ of \d+: Research\./ }).click()
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await page.getByText('With conditions').click()
  await page.getByRole('radio', { name: 'It ends on a date' }).check({ force: true })
  const choose = async (field: RegExp, name: string): Promise<void> => {
    await page.getByRole('button', { name: field }).click()
    await page.getByRole('option', { name, exact: true }).click()
  }
  await choose(/Day/, '31')
  await choose(/Month/, 'February')
  await expect(page.getByRole('alert')).toHaveText('This month has no day 31. Choose the day again.')
  await expect(page.getByRole('button', { name: /Day/ })).toContainText('Choose')
  await choose(/Day/, '28')
  await expect(page.getByRole('alert')).toHaveCount(0)
})
