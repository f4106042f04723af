// An archivist's window that nobody touches for twenty minutes is at its door again.
import { openArchive, test } from './app.ts'

test('a window that is left alone locks', async ({ page }) => {
  await page.clock.install()
  await openArchive(page)
  await page.clock.fastForward('19:00')
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await page.mouse.move(50, 60)
  await page.clock.fastForward('19:00')
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await page.clock.fastForward('02:00')
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
})
