// Every screen without a fault that axe can find, in light and dark, narrow, in Spanish and mirrored; and the main way by keyboard.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from '@playwright/test'
import { longUnless } from './long.ts'
import { beginExcerpt, bringIn, choosePassages, makeArchive, openArchive, openStory, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { faults, look, tooWide } from './looking.ts'

test.describe('from the first run', () => {
  test.use({ archiveIsThere: false })

  test('no screen has a fault that axe finds', async ({ page }) => {
    test.setTimeout(240_000)
    await expect(page.getByRole('button', { name: 'Make an archive' })).toBeVisible()
    await look(page, 'first run')
    await test.step('a fault that is made is found', async () => {
      await page.evaluate(() => document.querySelector('main, body')?.append(new Image()))
      expect(await faults(page)).toContainEqual(expect.stringMatching(/^image-alt: <img/))
      await page.evaluate(() => document.querySelector('img')?.remove())
    })
    await makeArchive(page)
    await look(page, 'empty shelf')
    await bringIn(page, inventedFiles, 4)
    await look(page, 'what was kept')
    await page.getByRole('button', { name: 'Go to the shelf' }).click()
    await page.getByRole('list', { name: 'Stories' }).waitFor()
    await look(page, 'shelf')
    await openStory(page, 'night-shift')
    for (const tab of ['Labels', 'Consent', 'Taken out', 'Ties', 'Versions', 'About']) {
      await page.getByRole('tab', { name: tab }).click()
      await look(page, `story, ${tab}`)
    }
    // What is half written in one tab is still there after a look at another.
    await page.getByRole('textbox', { name: 'Her name for readers' }).fill('Rosa R.')
    await page.getByRole('tab', { name: 'Labels' }).click()
    await expect(page.getByRole('textbox', { name: 'Her name for readers' })).toBeHidden()
    await page.getByRole('tab', { name: 'About' }).click()
    await expect(page.getByRole('textbox', { name: 'Her name for readers' })).toHaveValue('Rosa R.')
    await page.getByRole('tab', { name: 'Consent' }).click()
    await page.getByRole('button', { name: /^Press/ }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'a consent card')
    await page.keyboard.press('Escape')
    await choosePassages(page, 'Rosalinda drove us', 0)
    await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Take out' }).click()
    await page.getByRole('dialog').waitFor()
    await look(page, 'taking out')
    await page.keyboard.press('Escape')
    await beginExcerpt(page, 'night-shift', 'Union hall')
    await page.getByRole('checkbox', { name: /six of us/ }).check()
    await look(page, 'an excerpt')
    for (const [room, heading] of [
      ['Excerpts', 'Excerpts'],
      ['Given out', 'Given out'],
      ['Find', 'Find'],
      ['Settings and care', 'Settings and care'],
    ] as const) {
      await page.getByRole('navigation').getByRole('button', { name: room }).click()
      await page.getByRole('heading', { name: heading, exact: true, level: 1 }).waitFor()
      await look(page, room)
    }
  })
})

for (const [language, direction] of [
  ['es', 'ltr'],
  ['en-XB', 'rtl'],
] as const) {
  test(`the door, the shelf and a story in ${language}`, longUnless(language === 'en-XB'), async ({ page, app }) => {
    await openArchive(page)
    await bringIn(page, inventedFiles, 4)
    await mkdir(path.join(app.dataFolder, 'firsthand'), { recursive: true })
    await writeFile(
      path.join(app.dataFolder, 'firsthand', 'preferences.json'),
      JSON.stringify({ language, theme: 'system', textSize: 200 }),
    )
    await page.reload()
    await page.getByRole('link', { name: 'night-shift' }).waitFor()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    expect(await faults(page), 'shelf').toEqual([])
    expect(await tooWide(page)).toBe(false)
    await page.getByRole('link', { name: 'night-shift' }).click()
    await page.getByText('six of us').waitFor()
    expect(await faults(page), 'story').toEqual([])
    expect(await tooWide(page)).toBe(false)
    // English words found on a page that is not English would be words outside `renderer/words`.
    await expect(page.getByText('Follow the sound')).toHaveCount(0)
  })
}

test('by keyboard alone: from the shelf to a label, its undoing, and Hide now', async ({ page }) => {
  const passphrase = await openArchive(page)
  await bringIn(page, inventedFiles.slice(0, 2), 1)
  await page.getByRole('link', { name: /^Open / }).press('Enter')
  await page.getByText('six of us').waitFor()
  await choosePassages(page, 'six of us', 0)
  await page.keyboard.press('ControlOrMeta+e')
  const dialog = page.getByRole('dialog', { name: 'A label' })
  await dialog.waitFor()
  await dialog.getByRole('textbox', { name: 'The label' }).focus()
  await page.keyboard.type('organising')
  await dialog.getByRole('radiogroup', { name: 'Who says this?' }).getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await dialog
    .getByRole('radiogroup', { name: 'What does she say to it?' })
    .getByRole('radio', { checked: true })
    .focus()
  await page.keyboard.press('ArrowRight')
  await dialog.getByRole('button', { name: 'Keep this label' }).press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await expect(page.getByRole('heading', { name: 'organising' })).toBeVisible()
  // The caret is back in the words, where undo is the lane of writing; what was marked is undone by its own.
  await expect(page.getByRole('textbox', { name: 'The words of the story' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('heading', { name: 'organising' })).toBeVisible()
  await page.getByRole('group', { name: 'Undo and redo marks' }).getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'organising' })).toHaveCount(0)

  await page.keyboard.press('ControlOrMeta+Shift+l')
  await expect(page.getByText('six of us')).toHaveCount(0)
  await page.getByRole('button', { name: 'Open', exact: true }).press('Enter')
  await page.getByLabel('Passphrase', { exact: true }).fill('not the one that it was made with')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).not.toBeEmpty()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Stories' }).waitFor()
})
