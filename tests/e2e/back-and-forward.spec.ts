// The browser's Back goes to the room before, and neither address, title nor history says which story was open.
import { expect } from '@playwright/test'
import { bringIn, openArchive, test } from './app.ts'

test('Back and Forward stay inside, and after locking they show nothing', async ({ page }) => {
  await openArchive(page)
  const buffer = Buffer.from('I sold oranges at the market.')
  await bringIn(page, [{ name: 'oranges.txt', mimeType: 'text/plain', buffer }], 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('link', { name: 'oranges', exact: true }).click()
  const story = page.getByRole('heading', { name: 'oranges', exact: true, level: 1 })
  await story.waitFor()
  const said = () => page.evaluate(() => `${location.href} ${document.title} ${JSON.stringify(history.state)}`)
  expect(await said()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ Firsthand \{"run":\d+,"at":\d+\}$/)
  await page.goBack()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await page.goForward()
  await story.waitFor()
  await page.getByRole('button', { name: 'Hide now' }).click()
  await page.waitForURL(/#1$/)
  await page.getByRole('main').getByRole('button').waitFor()
  await page.goBack()
  await expect(page.getByText('oranges')).toHaveCount(0)
  await expect.poll(() => page.url()).toMatch(/#1$/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Firsthand' })).toHaveCount(0)
})
