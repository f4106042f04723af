// Whom others named is not put before her: somebody is found by the whole name alone.
import { expect, type Page } from '@playwright/test'
import { bringIn, openArchive, openStory, test } from './app.ts'
import { picture } from './looking.ts'

const toLimits = async (page: Page, story: string): Promise<void> => {
  await openStory(page, story)
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: 'Talk it through with her' }).click()
  await page.getByRole('button', { name: /^\d+ of \d+: Research\./ }).click()
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await page.getByText('With conditions').click()
  await page.getByText('Somebody new').click()
}

test('the recipients of one narrator are not listed to another', async ({ page }) => {
  test.setTimeout(120_000)
  const file = (name: string) => ({
    name: `${name}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from('I sold oranges.'),
  })
  await openArchive(page)
  await bringIn(page, [file('oranges')], 1)
  await bringIn(page, [{ ...file('lemons'), buffer: Buffer.from('I sold lemons.') }], 1)
  await toLimits(page, 'oranges')
  const name = page.getByRole('textbox', { name: 'Name of the recipient' })
  await name.fill('Union hall')
  await page.getByRole('button', { name: 'Add this recipient' }).click()
  await expect(page.getByRole('checkbox', { name: 'Union hall' })).toBeChecked()

  await toLimits(page, 'lemons')
  await expect(page.getByText('Union hall')).toHaveCount(0)
  await name.fill('union')
  await expect(page.getByRole('button', { name: /^It is Union hall/ })).toHaveCount(0)
  await name.fill('union hall ')
  await picture(page, 'a name that is here already')
  await page.getByRole('button', { name: /^It is Union hall/ }).click()
  await expect(page.getByRole('checkbox', { name: 'Union hall' })).toBeChecked()
})
