// Her receipt, in a real browser: in her own session, printed and saved, and compared with by its number.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { allowReadingRoom, handOver, test } from './app.ts'
import { look } from './looking.ts'
import { openNightShift } from './story-steps.ts'

test('she looks at her receipt, prints it and takes it with her', async ({ page, app, browser }) => {
  test.setTimeout(240_000)
  await openNightShift(page)
  await allowReadingRoom(page)
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: 'Her receipt' }).click()
  const archivists = page.getByRole('dialog', { name: 'Her receipt' })
  await expect(archivists.getByRole('table', { name: 'What you answered' })).toContainText('Reading room')
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: 'About' }).click()
  await handOver(page)
  await page.getByRole('navigation').getByRole('button', { name: 'My answers' }).click()
  await page.getByRole('button', { name: 'Your receipt' }).click()
  const dialog = page.getByRole('dialog', { name: 'Your receipt' })
  const paper = dialog.getByRole('article', { name: 'The receipt' })
  await expect(paper.getByRole('rowheader', { name: 'Reading room' })).toBeVisible()
  await expect(paper).toContainText('Nothing of this story has been given out.')
  await look(page, 'her receipt')

  // Typed as it is typed, with what is opened below it: nothing is drawn anew under her fingers.
  const whom = dialog.getByRole('textbox', { name: 'Whom to tell, and how' })
  await dialog.getByText('Save as a page').click()
  await whom.click()
  await page.keyboard.type('Ana on Tue', { delay: 60 })
  await expect(whom).toBeFocused()
  await expect(whom).toHaveValue('Ana on Tue')
  await expect(paper).toContainText('Say it to: ⁨Ana on Tue⁩')
  await expect(dialog.getByLabel('Folder or stick to put it on')).toBeVisible()
  await whom.fill('Ana, 5 Mill Lane')
  await expect(paper).toContainText('Say it to: ⁨Ana, 5 Mill Lane⁩')
  await page.evaluate(() => {
    window.print = () => undefined
  })
  await dialog.getByRole('button', { name: 'Print' }).click()
  await expect(dialog).toContainText('One was handed over before')
  await page.emulateMedia({ media: 'print' })
  await expect(paper).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Print' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await dialog.getByLabel('Folder or stick to put it on').fill(app.dataFolder)
  await dialog.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The receipt is saved')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Your receipt' }).click()
  const folder = path.join(app.dataFolder, 'receipt')
  expect((await readdir(folder)).toSorted()).toEqual(['receipt.html', 'receipt.json'])
  const { 'receipt:number': number } = JSON.parse(await readFile(path.join(folder, 'receipt.json'), 'utf8')) as Record<
    string,
    string
  >
  await dialog.getByText('Compare with an older receipt').click()
  await dialog.getByRole('textbox', { name: 'Check number' }).fill(number ?? '')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('still here, unchanged')

  // What she takes with her opens by itself, says its language and asks nothing of the network.
  const outside = await browser.newPage()
  const asked: string[] = []
  outside.on('request', (request) => asked.push(request.url()))
  await outside.goto(`file://${path.join(folder, 'receipt.html')}`)
  await expect(outside.getByRole('heading', { name: 'Your answers', level: 1 })).toBeVisible()
  await look(outside, 'a saved receipt')
  expect(asked).toHaveLength(1)
  await outside.close()
})
