// She takes a copy with her, works on it on another machine, and brings her decisions back, where something changed too.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startHostFor } from '../support/host.ts'
import { long } from './long.ts'
import { bringIn, openArchive, test, type ChosenFile } from './app.ts'
import { setHerPassphrase } from './her-steps.ts'
import { inventedFiles } from './invented.ts'
import { faults, narrow } from './looking.ts'

const [captions, sound, , oranges] = inventedFiles
const files = [captions, sound, oranges].filter((file): file is ChosenFile => file !== undefined)
const own = 'violet lantern harbour biscuit meadow'

async function fits(page: Page, name: string): Promise<void> {
  expect(await faults(page), name).toEqual([])
  await narrow(page, name)
}

async function openFromShelf(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('tab', { name: 'About' }).waitFor()
}

async function toPassage(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'My stories' }).click()
  await page.getByRole('button', { name: /^(Begin|Go on) with/ }).click()
  const shown = page.getByRole('group', { name: 'Your words' })
  await shown.waitFor()
  for (let step = 0; step < 6; step += 1) {
    const now = (await shown.textContent()) ?? ''
    if (now.includes(words)) return
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(shown).not.toHaveText(now)
  }
  throw new Error(`no passage of hers says "${words}"`)
}

test('a copy goes with her, and what she decided comes home', long, async ({ page, browser, app }) => {
  test.setTimeout(300_000)
  const passphrase = await openArchive(page)
  await bringIn(page, files, 2)
  const stick = await mkdtemp(path.join(tmpdir(), 'firsthand-stick-'))
  const away = await mkdtemp(path.join(tmpdir(), 'firsthand-away-'))

  // Home: a passphrase of hers, plain files, and a copy.
  await openFromShelf(page, 'night-shift')
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Hand over to her' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('heading', { name: 'My stories' }).waitFor()
  await setHerPassphrase(page, own)

  await page.getByRole('button', { name: 'Take it with me' }).click()
  await page.getByRole('radio', { name: /^As files that any computer opens/ }).check({ force: true })
  await expect(page.getByText('Whoever finds the stick can read them')).toBeVisible()
  await fits(page, 'plain files')
  await page.getByLabel('Folder or stick to put it on').fill(stick)
  await page.getByRole('button', { name: 'Write the files' }).click()
  await expect(page.getByText('The files are there')).toBeVisible({ timeout: 30_000 })
  expect((await readdir(path.join(stick, 'my files', 'night-shift'))).toSorted()).toContain('transcript.html')
  await page.getByRole('radio', { name: /^As a copy that only your passphrase opens/ }).check({ force: true })
  await fits(page, 'a copy')
  await page.getByLabel('Folder or stick to put it on').fill(stick)
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill('not the words')
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await expect(page.locator('[aria-invalid=true]')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('textbox', { name: 'Your passphrase' }).fill(own)
  await page.getByRole('button', { name: 'Make the copy' }).click()
  await expect(page.getByText('The copy is there')).toBeVisible({ timeout: 60_000 })

  await page
    .getByRole('button', { name: 'Menu' })
    .or(page.getByRole('button', { name: 'Give the window back' }))
    .first()
    .click()
  const back = page.getByRole('dialog', { name: 'Give the window back' })
  if (!(await back.isVisible())) await page.getByRole('menuitem', { name: 'Give the window back' }).click()
  await back.getByLabel('Passphrase of an archivist', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Stories' }).waitFor({ timeout: 30_000 })

  // Home, meanwhile: an archivist writes in the same passage.
  await openFromShelf(page, 'night-shift')
  await page.getByRole('main').getByText('six of us').first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' Every week.')
  await expect(page.getByText(/^Kept/).first()).toBeVisible({ timeout: 20_000 })

  // Away: another machine, which knows nothing of home.
  await mkdir(path.join(away, 'firsthand'), { recursive: true })
  await writeFile(path.join(away, 'firsthand', 'last-folder'), path.join(stick, 'my copy'))
  const host = await startHostFor(away)
  const hers = await (await browser.newContext()).newPage()
  await hers.goto(host.address)
  await hers.getByLabel('Passphrase', { exact: true }).fill(own)
  await hers.getByRole('button', { name: 'Open', exact: true }).click()
  await hers.getByRole('heading', { name: 'My stories' }).waitFor({ timeout: 30_000 })
  expect(await hers.content()).not.toMatch(/oranges/i)
  await toPassage(hers, 'six of us')
  await hers.getByRole('button', { name: 'Change it' }).click()
  await hers.getByRole('textbox', { name: 'Your words' }).fill('After that we met on Sundays, six of us, then twenty.')
  await hers.getByRole('button', { name: 'Keep these words' }).click()
  await expect(hers.getByRole('group', { name: 'Your words' })).toContainText('then twenty')
  await hers.getByRole('button', { name: 'Label it', exact: true }).click()
  const label = hers.getByRole('dialog', { name: 'Label it' })
  await label.getByRole('radiogroup').first().getByRole('radio').first().check({ force: true })
  await label.getByRole('textbox', { name: 'The label' }).fill('organising')
  await label.getByRole('radio', { name: 'Green' }).check({ force: true })
  await label.getByRole('button', { name: 'Keep this label' }).click()
  await label.waitFor({ state: 'hidden' })
  await hers.getByRole('button', { name: 'Back to my stories' }).click()
  await hers.getByRole('button', { name: 'My answers' }).click()
  await hers.getByRole('button', { name: /^Press/ }).click()
  const card = hers.getByRole('dialog', { name: 'Press' })
  await card.getByRole('radio', { name: 'No', exact: true }).check({ force: true })
  await card.getByRole('button', { name: 'Keep my answer' }).click()
  await expect(hers.getByRole('button', { name: /^Press/ })).toContainText('you said no')
  // What cannot come home is not offered, and it is said why.
  await hers.getByRole('button', { name: 'Talk it through, card by card' }).click()
  await hers.getByRole('button', { name: /Reading room/ }).click()
  await hers.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await hers.getByRole('button', { name: 'Go on', exact: true }).click()
  await hers.getByRole('radio', { name: 'My whole story' }).check({ force: true })
  await hers.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(hers.getByRole('radio', { name: 'Write it' })).toBeVisible()
  await expect(hers.getByRole('radio', { name: 'Say it aloud' })).toHaveCount(0)
  await expect(hers.getByText('A recording made here could not go home with your decisions.')).toBeVisible()
  await fits(hers, 'her own words in her copy')
  await hers.getByRole('button', { name: 'Take it with me' }).click()
  await hers.getByRole('heading', { name: 'Bring your changes back' }).waitFor()
  await fits(hers, 'bringing changes back')
  const packing = hers.getByRole('region', { name: 'Bring your changes back' })
  await packing.getByLabel('Folder or stick to put it on').fill(stick)
  await packing.getByLabel('Your passphrase').fill(own)
  await packing.getByRole('button', { name: 'Make the file' }).click()
  await expect(packing.getByText('The file is there')).toBeVisible({ timeout: 30_000 })
  await hers.close()
  await host.close()

  // Home again: hers beside what stands here.
  const buffer = await readFile(path.join(stick, 'back.firsthand-decisions'))
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('button', { name: 'Bring in', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose the file' }).click()
  await (await chooser).setFiles({ name: 'back.firsthand-decisions', mimeType: '', buffer })
  await expect(page.getByText('One thing was changed here too')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('then twenty.')).toBeVisible()
  await expect(page.getByText('then eleven. Every week.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Take hers' })).toBeChecked()
  await fits(page, 'hers beside what stands here')
  await page.getByRole('button', { name: 'Take her decisions' }).click()
  await expect(page.getByText('Her decisions are taken')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Open the story' }).click()
  await expect(page.getByRole('main')).toContainText('then twenty.')
  await page.getByRole('tab', { name: 'Labels' }).click()
  await expect(page.getByText('organising').first()).toBeVisible()

  await page.getByRole('tab', { name: 'Consent' }).click()
  await expect(page.getByRole('tabpanel', { name: 'Consent' })).toContainText(/signed/i)
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('Everything is whole').first()).toBeVisible({ timeout: 30_000 })

  for (const folder of [stick, away]) await rm(folder, { recursive: true, force: true })
  expect(app.complaints).toEqual([])
})
