// Once she has gone through a story, what was marked before is hers to take back: the buttons are off, and it is said why.
import { expect } from '@playwright/test'
import { choosePassages, giveEvidence, labelWords, test, type ChosenFile } from './app.ts'
import { inventedFiles } from './invented.ts'
import { openNightShift } from './story-steps.ts'

const files = inventedFiles.slice(0, 2).filter((file): file is ChosenFile => file !== undefined)

test('marks from before her reading are not undone, and marks from after it are', async ({ page }) => {
  test.setTimeout(180_000)
  await openNightShift(page, files)
  await choosePassages(page, 'six of us', 0)
  await labelWords(page, 'work')
  const undo = page.getByRole('button', { name: 'Undo marking' })
  await expect(undo).toBeEnabled()

  await page.getByRole('tab', { name: 'Consent' }).click()
  const panel = page.getByRole('tabpanel', { name: 'Consent' })
  await panel.getByRole('button', { name: 'She has gone through her story today' }).click()
  await giveEvidence(page, panel)
  await panel.getByRole('button', { name: 'Keep this' }).click()
  await panel.getByRole('button', { name: 'Keep this' }).waitFor({ state: 'hidden' })
  const why = page.getByText('Only she takes it back, in her own session.')
  await expect(why).toBeVisible()
  await expect(undo).toBeDisabled()

  await choosePassages(page, 'The winter', 0)
  await labelWords(page, 'winter')
  await expect(undo).toBeEnabled()
  await expect(why).toBeHidden()
  await undo.click()
  await expect(undo).toBeDisabled()
  await expect(why).toBeVisible()
})
