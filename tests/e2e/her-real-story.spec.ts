// A real life story in her own session: gone through, changed, and hers from then on.
import { expect } from '@playwright/test'
import { bringIn, makeArchive, test } from './app.ts'
import { realFilesAreHere, stories } from './real-files.ts'

test('a real story is gone through by her, and what she changed stands', async ({ page }) => {
  test.skip(!realFilesAreHere, 'the folder of real material is not beside the project')
  test.setTimeout(180_000)
  const passphrase = await makeArchive(page)
  await bringIn(page, stories('wpa-oklahoma', 3), 3)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  const shelf = page.getByRole('list', { name: 'Stories' })
  const title = (await shelf.getByRole('link').first().textContent()) ?? ''
  const other = (await shelf.getByRole('link').nth(1).textContent()) ?? ''
  expect(other).not.toBe(title)
  await shelf.getByRole('link').first().click()
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Hand over to her' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('heading', { name: 'My stories' }).waitFor()
  expect(await page.content()).not.toContain(other)

  await page.getByRole('button', { name: /^Begin with/ }).click()
  const passage = page.getByRole('group', { name: 'Your words' })
  const first = (await passage.textContent()) ?? ''
  await page.getByRole('button', { name: 'This is right' }).click()
  await expect(passage).not.toHaveText(first)
  await page.getByRole('button', { name: 'Change it' }).click()
  const field = page.getByRole('textbox', { name: 'Your words' })
  await field.fill(`${await field.inputValue()} That is how I tell it.`)
  await page.getByRole('button', { name: 'Keep these words' }).click()
  await expect(passage).toContainText('That is how I tell it.')

  await page.getByRole('button', { name: 'Back to my stories' }).click()
  await page.getByRole('button', { name: 'Give the window back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Give the window back' })
  await dialog.getByLabel('Passphrase of an archivist', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await shelf.waitFor({ timeout: 30_000 })
  await shelf.getByRole('link', { name: title, exact: true }).click()
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  await expect(words).toContainText('That is how I tell it.')
  await expect(page.getByText('She has gone through this story, so its words are hers.')).toBeVisible()
})
