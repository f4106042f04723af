// What they could put together, on the desk; and a word that she does not want, said while somebody writes it.
import { expect } from '@playwright/test'
import { openArchive } from './app.ts'
import { look } from './looking.ts'
import { testWith } from './prepared.ts'

/** Somebody holds an excerpt of hers already. */
const test = testWith('prepare-mosaic.ts')

test('what they hold is put beside what they would get, and a refused word is said at once', async ({ page }) => {
  await openArchive(page)
  await page.getByRole('navigation').getByRole('button', { name: 'Excerpts' }).click()
  await page.getByRole('button', { name: 'Open Sundays' }).click()

  const mosaic = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'What they could put together' }) })
  await expect(mosaic.getByText('Union hall already has one excerpt of hers')).toBeVisible()
  await expect(mosaic.getByText(/“Amparo” is taken out here\. They can read it/)).toBeVisible()
  await expect(mosaic.getByText('As they have it, from', { exact: false })).toBeVisible()
  await look(page, 'the desk with the mosaic')

  // Only what is not in both is put together: the first passage is left out again.
  await page.getByRole('checkbox', { name: /flour/ }).uncheck()
  const row = mosaic.getByRole('row').filter({ hasText: 'Pillán' })
  await expect(row.first()).toContainText('“bakery”')

  const title = page.getByRole('textbox', { name: 'Title', exact: true })
  // Another form is quoted as it stands, and a word that does not fit there is not offered to be put there.
  await title.fill('Two victims of the night')
  await expect(page.getByText('Here it says “victims”. She does not want “victim” used of her.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put “worker” there' })).toHaveCount(0)
  await title.fill('A VICTIM of the night')
  await expect(page.getByRole('status').filter({ hasText: 'She does not want “victim” used of her' })).toBeVisible()
  await look(page, 'the desk with a refused word')
  await page.getByRole('button', { name: 'Put “worker” there' }).focus()
  await page.keyboard.press('Enter')
  await expect(title).toHaveValue('A worker of the night')
  await expect(page.getByText('She does not want “victim”')).toBeHidden()

  const passage = mosaic.getByRole('button', { name: 'Open the story at “Pillán”' }).first()
  await passage.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Marisol', level: 1 })).toBeVisible()
})
