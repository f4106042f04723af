// Files dropped anywhere on the window, and text pasted anywhere, come to the preview; nothing is kept before it is said.
import { expect } from '@playwright/test'
import { openArchive, test } from './app.ts'

test('files dropped on the shelf are looked at, and forgotten when that is wished', async ({ page }) => {
  await openArchive(page)
  const carried = await page.evaluateHandle(() => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['Q: Where was it?\n\nA: By the harbour.'], 'harbour.txt', { type: 'text/plain' }))
    transfer.items.add(new File([new Uint8Array([0, 1, 2, 3, 255, 0, 7])], 'odd.bin'))
    return transfer
  })
  for (const kind of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('main', kind, { dataTransfer: carried })
  const preview = page.getByRole('region', { name: 'Look at it and correct it' })
  await expect(preview.getByText('By the harbour.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'What you chose' })).toContainText('odd.bin')
  await page.getByRole('button', { name: 'Forget all of this' }).click()
  await page.getByRole('button', { name: 'Forget it' }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await expect(page.getByRole('heading', { name: 'No stories here yet' })).toBeVisible()
})

test('text pasted on the shelf is a story to look at, corrected and kept', async ({ page }) => {
  await openArchive(page)
  await page.evaluate(() => {
    const transfer = new DataTransfer()
    transfer.setData(
      'text/plain',
      'INTERVIEWER: And the boats?\n\nLENA: They came at night.\n\nINTERVIEWER: Each night?\n\nLENA: Each one.',
    )
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
    )
  })
  const preview = page.getByRole('region', { name: 'Look at it and correct it' })
  await expect(preview.getByText('They came at night.')).toBeVisible()
  // Words that are being changed when one goes on to keep are kept as they stand.
  await preview.getByRole('button', { name: 'Change passage 2' }).click()
  await page.getByRole('menuitem', { name: 'Change the words' }).click()
  const words = preview.getByRole('textbox', { name: 'The words of passage 2' })
  // The menu gives the focus on when it has closed: whoever writes sees the caret first.
  await expect(words).toBeFocused()
  await words.fill('They came by night.')
  await preview.getByRole('textbox', { name: 'Title' }).fill('The boats')
  await expect(words).toBeHidden()
  await preview.getByRole('textbox', { name: 'Title' }).press('Enter')
  await page.getByRole('button', { name: 'Keep 1 story' }).click()
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  await expect(page.getByRole('link', { name: 'The boats' })).toBeVisible()
  await page.getByRole('link', { name: 'The boats' }).click()
  await expect(page.getByText('They came by night.')).toBeVisible()
})
