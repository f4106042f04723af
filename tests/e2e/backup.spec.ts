// A real story and real speech: backed up, changed, backed up again, a byte broken, brought back elsewhere, and travel mode.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { startHostFor } from '../support/host.ts'
import { bringIn, openArchive, preparedPassphrase, test } from './app.ts'
import { look, picture } from './looking.ts'
import { needsRealFiles, realFilesAreHere, speechSound, stories } from './real-files.ts'

needsRealFiles()
test.setTimeout(240_000)

const spoken = realFilesAreHere
  ? [
      { name: 'speech.txt', mimeType: 'text/plain', buffer: Buffer.from('Speaker: And so my fellow Americans.\n') },
      { name: 'speech.wav', mimeType: 'audio/wav', buffer: speechSound() },
    ]
  : []

const settings = (page: Page) => page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()

async function backUp(within: Locator, stick: string): Promise<void> {
  await within.getByRole('textbox', { name: 'Folder on a stick or another disk' }).fill(stick)
  await within.getByText(/There is room here/).waitFor()
  await within.getByRole('button', { name: 'Back up now' }).click()
  await within.getByText('The backup is made').waitFor({ timeout: 60_000 })
}

async function tryIt(within: Locator, passphrase: string): Promise<void> {
  await within.getByLabel('The passphrase of the day it was made').fill(passphrase)
  await within.getByRole('button', { name: 'Try it' }).click()
}

const pieces = (stick: string): string[] =>
  readdirSync(path.join(stick, 'Backup', 'pieces'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

async function titles(page: Page): Promise<string[]> {
  const links = page.getByRole('list', { name: 'Stories' }).getByRole('link')
  await links.first().waitFor()
  return links.allTextContents()
}

test('a backup, the next one, a broken byte, and everything back on another machine', async ({ page }) => {
  const stick = await mkdtemp(path.join(tmpdir(), 'firsthand-stick-'))
  await openArchive(page)
  await bringIn(page, [...stories('fwp', 1), ...spoken], 2)
  await settings(page)
  const section = page.getByRole('region', { name: 'Backup', exact: true })
  await section.getByText('There is no backup yet.').waitFor()
  await look(page, 'settings with no backup')
  await picture(page, 'backup 1 none')
  await backUp(section, stick)
  await expect(section).toContainText('1 backup lies in this folder.')
  await picture(page, 'backup 2 made')
  const first = pieces(stick)

  await bringIn(page, stories('wpa-oklahoma', 1), 1)
  await settings(page)
  await section.getByText('Something was kept in the archive since then.').waitFor()
  await backUp(section, stick)
  await expect(section).toContainText('2 backups lie in this folder.')
  const second = pieces(stick)
  expect(first.every((one) => second.includes(one))).toBe(true)
  expect(second.length - first.length).toBeLessThan(first.length)

  await section.getByRole('button', { name: 'Try a backup' }).click()
  await tryIt(section, 'not the one that opens it')
  await section.getByText('This passphrase does not open the archive.').waitFor()
  await tryIt(section, preparedPassphrase)
  await section.getByText('The backup opens, and everything in it is whole').waitFor({ timeout: 60_000 })
  await expect(section).toContainText('It opened, and every byte was there.')
  await look(page, 'a backup that was tried')
  await picture(page, 'backup 3 tried')

  // Pieces of the database are whole pages: what is not is of the speech.
  const broken = second.find((piece) => statSync(piece).size % 4_096 !== 0) ?? ''
  const bytes = readFileSync(broken)
  bytes[500] = (bytes[500] ?? 0) ^ 1
  writeFileSync(broken, bytes)
  await tryIt(section, preparedPassphrase)
  await section.getByText('Something in this backup is damaged').waitFor({ timeout: 60_000 })
  await section.getByText(/^Recording 1 of “.*” is damaged\.$/).waitFor()
  await picture(page, 'backup 4 damaged')
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  const before = await titles(page)

  const elsewhere = await mkdtemp(path.join(tmpdir(), 'firsthand-elsewhere-'))
  const host = await startHostFor(elsewhere)
  // A page of its own: that a recording cannot be drawn is heard there, and is no complaint.
  const other = await page.context().newPage()
  await other.goto(host.address)
  await other.getByRole('button', { name: 'I have a backup' }).click()
  await other.getByRole('textbox', { name: 'Folder with the backups' }).fill(stick)
  await other.getByRole('button', { name: 'Look for backups' }).click()
  await expect(other.getByRole('radiogroup', { name: 'Which backup?' }).getByRole('radio')).toHaveCount(2)
  await look(other, 'bringing an archive back')
  await other.getByLabel('The passphrase of the day it was made').fill(preparedPassphrase)
  await picture(other, 'backup 5 at the door')
  await other.getByRole('button', { name: 'Bring it back' }).click()
  await other.getByText('Most of it is here again. This is not whole:').waitFor({ timeout: 60_000 })
  await other.getByText(/^Recording 1 of “.*” is damaged\.$/).waitFor()
  await picture(other, 'backup 6 brought back')
  await other.getByRole('button', { name: 'Open the archive' }).click()
  await other.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  expect(await titles(other)).toEqual(before)
  await settings(other)
  const repair = other.getByRole('region', { name: 'Repair', exact: true })
  await repair.getByRole('button', { name: 'Repair what can be repaired' }).click()
  await repair.getByText('What can be read of 1 recording was saved as a recording of its own.').waitFor()
  await repair.getByRole('button', { name: 'Save a report' }).click()
  await repair.getByRole('textbox', { name: 'Folder or stick' }).fill(elsewhere)
  await repair.getByRole('button', { name: 'Save the report' }).click()
  await repair.getByText('The report is saved').waitFor()
  const report = readdirSync(elsewhere, { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('report.txt'),
  )
  const text = readFileSync(path.join(elsewhere, report ?? ''), 'utf8')
  expect(text).toContain('What can be read of 1 recording was saved')
  for (const title of before) expect(text).not.toContain(title)
  await look(other, 'what was repaired')
  await picture(other, 'backup 7 repaired')
  await other.close()
  await host.close()
  for (const folder of [stick, elsewhere]) await rm(folder, { recursive: true, force: true })
})

test('travel mode: step by step, and the door says nothing of an archive', async ({ page, app }) => {
  const stick = await mkdtemp(path.join(tmpdir(), 'firsthand-stick-'))
  await openArchive(page)
  await bringIn(page, spoken, 1)
  const before = await (async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
    return titles(page)
  })()
  await settings(page)
  const section = page.getByRole('region', { name: 'Travel', exact: true })
  await section.getByRole('button', { name: 'Take the archive off this computer' }).click()
  await expect(section.getByRole('button', { name: 'Take it off now' })).toBeDisabled()
  await look(page, 'travel mode')
  await backUp(section, stick)
  await expect(section.getByRole('button', { name: 'Take it off now' })).toBeDisabled()
  await tryIt(section, preparedPassphrase)
  await section.getByText('The backup opens, and everything in it is whole').waitFor({ timeout: 60_000 })
  await picture(page, 'travel 1 tried')
  await section.getByRole('button', { name: 'Take it off now' }).click()
  await page.getByRole('button', { name: 'Make an archive' }).waitFor()
  await expect(page.getByRole('main')).not.toContainText(/backup was|travel|taken off/i)
  await look(page, 'the door when the archive is away')
  await picture(page, 'travel 2 the door')
  expect(existsSync(path.join(app.dataFolder, 'firsthand', 'Archive'))).toBe(false)

  await page.getByRole('button', { name: 'I have a backup' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Folder with the backups' }).fill(stick)
  await page.getByRole('button', { name: 'Look for backups' }).click()
  await page.getByLabel('The passphrase of the day it was made').fill(preparedPassphrase)
  await page.keyboard.press('Enter')
  await page.getByText('The archive is here again').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Open the archive' }).click()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  expect(await titles(page)).toEqual(before)
  await rm(stick, { recursive: true, force: true })
})
