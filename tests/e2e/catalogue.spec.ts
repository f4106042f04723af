// A list of what is here, in a real browser: looked at and saved from Given out.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { bringIn, openArchive, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { look } from './looking.ts'

test('a list of what is here names nobody who was not asked, and is saved', async ({ page, app }) => {
  test.setTimeout(120_000)
  await openArchive(page)
  await bringIn(page, inventedFiles.slice(0, 2), 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Given out' }).click()
  await page.getByText('A list of what is here').click()
  const list = page.getByRole('article', { name: 'The list' })
  await expect(list).toContainText('Nobody is named in this list.')
  await expect(list).not.toContainText('not named')
  await page.getByRole('radio', { name: 'Anyone' }).check({ force: true })
  await expect(list).toContainText('Nobody is named in this list.')
  await page.getByLabel('Folder or stick to put it on').fill(app.dataFolder)
  await page.getByRole('button', { name: 'Save the list' }).click()
  await expect(page.getByRole('main')).toContainText('The list is saved')
  await expect(page.getByRole('heading', { name: 'Lists that left' })).toBeVisible()
  expect((await readdir(path.join(app.dataFolder, 'list'))).toSorted()).toEqual(['list.csv', 'list.html', 'list.json'])
  await look(page, 'a list of what is here')
})
