// Her own answers, in a real browser: for passages that she ticks, and a yes for somebody whom she names.
import { expect } from '@playwright/test'
import { openHerSession } from './aloud-steps.ts'
import { test } from './app.ts'
import { faults, narrow } from './looking.ts'

test('she says yes to a court, by name, for one passage, and takes it back', async ({ page }) => {
  test.setTimeout(240_000)
  await openHerSession(page)
  await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()

  const row = page.getByRole('button', { name: /^Court or authorities/ })
  await expect(row).toContainText('you have said nothing yet: closed')
  await row.click()
  const card = page.getByRole('dialog', { name: 'Court or authorities' })
  const keep = card.getByRole('button', { name: 'Keep my answer' })
  await card.getByText('Only for passages that I choose').click()
  await card.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await keep.click()
  await expect(card.getByText('Choose the passages.')).toBeVisible()
  await expect(card.getByText('Choose who may get it, or add a name.')).toBeVisible()

  await card.getByText('Rosalinda drove us to the station').click()
  await card.getByText('Somebody new').click()
  const name = card.getByRole('textbox', { name: 'Name of the recipient' })
  await name.fill('Labour court')
  await keep.click()
  await expect(card.getByText('Add the name that you have typed, or clear it.')).toBeVisible()
  // Enter adds the name, and keeps nothing yet.
  await name.press('Enter')
  await expect(card.getByRole('checkbox', { name: 'Labour court' })).toBeChecked()
  await expect(card).toContainText('Your answer now: you have said nothing yet: closed.')
  expect(await faults(page), 'a card for passages').toEqual([])
  await narrow(page, 'a card for passages')
  // Another answer and back: whoever is named stays in sight.
  await card.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await card.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await expect(card.getByRole('checkbox', { name: 'Labour court' })).toBeChecked()
  await keep.click()
  await card.waitFor({ state: 'hidden' })
  await expect(row).toContainText('you have said nothing yet: closed')
  await expect(row).toContainText('One passage: you said yes, for Labour court only')
  await page.getByText('All I have decided').click()
  const [decided] = await page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Written down' })
    .allTextContents()
  expect(decided).toContain('One passage')
  expect(decided).toContain('only Labour court')
  expect(await faults(page), 'my answers').toEqual([])

  await row.click()
  await card.getByText('Only for passages that I choose').click()
  await card.getByText('Rosalinda drove us to the station').click()
  await expect(card).toContainText('Your answer now: you said yes, for Labour court only.')
  await card.getByRole('button', { name: 'Take my yes back' }).click()
  await card.waitFor({ state: 'hidden' })
  await expect(row).toContainText('One passage: you took it back')
})
