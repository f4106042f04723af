// Sound that is only for her and whose file was damaged since: she is told, loses nothing unasked, and can do away with her
// passphrase all the same.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test, type ChosenFile } from './app.ts'
import { inEveryWay } from './in-every-way.ts'
import { inventedFiles } from './invented.ts'
import { answer, tabTo, write } from './keyboard-steps.ts'
import { long } from './long.ts'
import { passphraseOfHers, sealInHerWindow } from './her-steps.ts'
import { openNightShift } from './story-steps.ts'

const [captions, sound] = inventedFiles
const files = [captions, sound].filter((file): file is ChosenFile => file !== undefined)

/** One bit in the last record of the one file that opens to her key alone. */
function damageSealedSound(dataFolder: string): void {
  const media = path.join(dataFolder, 'firsthand', 'Archive', 'media')
  const sealed = readdirSync(media).filter((name) => name.endsWith('.hers'))
  expect(sealed).toHaveLength(1)
  const file = path.join(media, sealed[0] ?? '')
  const bytes = readFileSync(file)
  bytes[bytes.length - 100] = (bytes.at(-100) ?? 0) ^ 1
  writeFileSync(file, bytes)
}

const here = (page: Page) => page.getByText('Some of the sound that is only for you cannot be read any more.')

test('damaged sealed sound keeps her from nothing', long, async ({ page, app }) => {
  test.setTimeout(240_000)
  await openNightShift(page, files)
  await sealInHerWindow(page)
  damageSealedSound(app.dataFolder)
  await page.getByRole('button', { name: 'Open it for others again' }).click()
  await expect(page.getByText('Sound that is only for you is damaged')).toBeVisible()
  await expect(page.getByText('This passage is only for you.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Open what can be read of the sound too' })).toBeVisible()
  await inEveryWay(page, 'sealed sound that is damaged')
  await page.getByRole('button', { name: 'Open the words alone' }).click()
  await expect(page.getByRole('group', { name: 'Your words' })).toContainText('Rosalinda')
  await expect(page.getByText('The words are open. The sound is still only for you.')).toBeVisible()

  // By keyboard: her passphrase goes, and with it what cannot be read.
  await tabTo(page, 'Back to my stories')
  await expect(page.getByRole('heading', { name: 'My stories' })).toBeFocused()
  await tabTo(page, 'About me')
  await expect(page.getByRole('heading', { name: 'About me', level: 1 })).toBeFocused()
  await tabTo(page, 'Do away with it')
  await answer(page, 'Do you know your passphrase?', 'Yes, I know it')
  await write(page, 'Your passphrase', passphraseOfHers)
  await page.keyboard.press('Enter')
  await expect(here(page)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Do away with it, and do without that sound' })).toBeVisible()
  await inEveryWay(page, 'doing away with damaged sealed sound')
  await tabTo(page, 'Do away with it, and do without that sound')
  await expect(page.getByText('You have no passphrase any more.').first()).toBeVisible({ timeout: 30_000 })
  await expect(here(page)).toBeHidden()
})
