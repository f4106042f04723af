// In the settings: another passphrase, another paper key, and what the old ones do then.
import { expect } from '@playwright/test'
import { long } from './long.ts'
import { openArchive, test } from './app.ts'

test('another passphrase and another paper key, from the settings', long, async ({ page }) => {
  const before = await openArchive(page)
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  const keys = page.getByRole('region', { name: 'Members and keys' })

  await keys.getByRole('button', { name: 'Change my passphrase' }).click()
  await keys.getByLabel('The passphrase of now').fill(`${before} and more`)
  const proposed = keys.getByRole('status', { name: 'Your six words' })
  await expect(proposed).toHaveText(/^\S+(?: \S+){5}$/)
  const after = (await proposed.textContent()) ?? ''
  await keys.getByLabel('The passphrase once more').fill(after)
  await keys.getByRole('button', { name: 'Change it' }).click()
  await keys.getByText('This passphrase does not open the archive.').waitFor()
  await keys.getByLabel('The passphrase of now').fill(before)
  await keys.getByRole('button', { name: 'Change it' }).click()
  await keys.getByText('The passphrase is changed').waitFor()
  await keys.getByText('Copies of the archive folder from before still open with the old one').waitFor()

  await keys.getByRole('button', { name: 'Make a new paper key' }).click()
  await keys.getByLabel('The passphrase of now').fill(after)
  await keys.getByRole('button', { name: 'Show a new paper key' }).click()
  const words = keys.getByRole('list', { name: 'The 24 words of the paper key' }).getByRole('listitem')
  await words.nth(23).waitFor()
  const paperKey = (await words.allTextContents()).map((text) => text.replace(/^\d+/, ''))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('[data-print-sheet]:visible')).toHaveCount(1)
  await page.emulateMedia({ media: 'screen' })
  await keys.getByRole('button', { name: 'I have it on paper' }).click()
  for (const field of await keys.getByLabel(/^Word \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
    await field.fill(paperKey[Number(/\d+/.exec(label)?.[0]) - 1] ?? '')
  }
  await keys.getByRole('button', { name: 'Compare' }).click()
  await keys.getByText('The new paper key counts').waitFor()

  await page.getByRole('button', { name: 'Lock now' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(before)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText('This passphrase does not open the archive.').waitFor()
  await page.getByRole('button', { name: 'Open with the paper key' }).click()
  await page.getByLabel('The 24 words').fill(paperKey.with(4, 'abondon').join(' '))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText('Word 5 is not on the list. Did you mean abandon?').waitFor()
  await page.getByLabel('The 24 words').fill(paperKey.join(' '))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
})
