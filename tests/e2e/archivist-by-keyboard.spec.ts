// What an archivist does around her answers, by keyboard alone: the cards of Settings; the mosaic; what was given out, called back.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { openArchive } from './app.ts'
import { answer, choose, focusIsSeen, tabTo, withoutMouse, write } from './keyboard-steps.ts'
import { notCovered } from './looking.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')

const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 1 })

async function goTo(page: Page, room: string): Promise<void> {
  await tabTo(page, room)
  await expect(title(page, room)).toBeFocused()
}

test('by keyboard alone: a use is made and answered for, reworded, in another language, moved and put away', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await openArchive(page)
  const mouseWasLeftAlone = await withoutMouse(page)
  await goTo(page, 'Settings and care')
  await tabTo(page, 'Go to the consent cards')
  await expect(title(page, 'Consent cards')).toBeFocused()

  await test.step('a use of the archive’s own', async () => {
    await tabTo(page, 'Add a use')
    await expect(page.getByRole('heading', { name: 'A use of this archive’s own' })).toBeFocused()
    await tabTo(page, 'Add this use')
    await expect(page.getByRole('textbox', { name: 'What it is called' })).toBeFocused()
    await notCovered(page.getByText('Write something here.').first())
    await page.keyboard.insertText('Local radio')
    await write(page, 'What it is for', 'Your words may be read on the radio.')
    await write(page, 'Who could see it', 'Anyone who listens.')
    await write(page, 'The worst that could happen', 'Somebody may know you by your words.')
    await answer(page, 'How far it reaches', /^Readers/)
    await tabTo(page, 'Only for those she names', 'Space')
    await tabTo(page, 'Add this use')
    await tabTo(page, 'Open the card Local radio')
    await expect(page.getByRole('heading', { name: 'Local radio', level: 2 })).toBeFocused()
  })

  await test.step('other words for it', async () => {
    await tabTo(page, 'Reword')
    await expect(page.getByRole('heading', { name: 'Other words for this card' })).toBeFocused()
    await write(page, 'What it is called', 'Radio of the quarter')
    await tabTo(page, 'Keep these words')
    await expect(page.getByRole('heading', { name: 'As she sees it' })).toBeFocused()
    await expect(page.getByText(/^Wording 2, by Ana/)).toBeVisible()
  })

  await test.step('the same in Spanish', async () => {
    await tabTo(page, 'Write it in another language', 'Enter', true)
    await expect(page.getByRole('button', { name: /In which language/ })).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await choose(page, /In which language/, 'Spanish')
    await tabTo(page, 'Write it')
    await write(page, 'What it is called', 'Radio del barrio')
    await write(page, 'What it is for', 'Sus palabras en la radio.')
    await write(page, 'Who could see it', 'Cualquiera que escuche.')
    await write(page, 'The worst that could happen', 'Alguien puede reconocerla.')
    await tabTo(page, 'Keep these words')
    await expect(page.getByRole('article')).toHaveAttribute('lang', 'es')
    await focusIsSeen(page, 'keeping a card in Spanish')
  })

  await test.step('put in order and away, and taken back', async () => {
    await tabTo(page, 'All cards', 'Enter', true)
    const first = page.getByRole('button', { name: /^Open the card/ }).first()
    await tabTo(page, 'Move My circle up')
    await expect(first).toHaveText('My circle')
    await tabTo(page, 'Put away Website')
    await expect(page.getByRole('heading', { name: 'Put away' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ask again about Website' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Put away' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Put away Website' })).toBeFocused()
    await tabTo(page, 'Undo', 'Enter', true)
    await expect(page.getByRole('heading', { name: 'Put away' })).toBeVisible()
  })
  await mouseWasLeftAlone()
})

test('by keyboard alone: the mosaic, a recall with its letters, what was heard, the page instead, a list, her receipt', async ({
  page,
  app,
}) => {
  test.setTimeout(180_000)
  await openArchive(page)
  const mouseWasLeftAlone = await withoutMouse(page)

  await test.step('what they could put together leads to the words it is about', async () => {
    await goTo(page, 'Excerpts')
    await tabTo(page, /^(Open )?Sundays/)
    await expect(title(page, 'Sundays')).toBeFocused()
    // Everything that can be on the desk is there when it is drawn.
    expect(await page.getByText('She worked nights in a laundry.').isVisible()).toBe(true)
    await page.getByRole('heading', { name: 'What they could put together' }).waitFor()
    await tabTo(page, 'What they already have')
    await expect(page.getByText(/Nights.*, given .*, 2 passages/)).toBeVisible()
    await tabTo(page, 'Open the story at “Sundays”')
    await expect(title(page, 'night-shift')).toBeVisible()
    await focusIsSeen(page, 'going to the passage')
  })

  await test.step('she takes it back, and it is called back', async () => {
    await goTo(page, 'Given out')
    await tabTo(page, 'Take back or call back: Nights')
    await expect(title(page, 'What was given to Union hall')).toBeFocused()
    await tabTo(page, 'She takes it back')
    await answer(page, 'How far', /^Ask for it back as well/)
    await choose(page, /What is kept with it/, 'She told me herself')
    await write(page, 'When and where, and who was there', 'At her table, on Sunday.')
    await tabTo(page, 'Keep this')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await focusIsSeen(page, 'taking it back')
    await expect(page.getByRole('list', { name: 'What is closed' }).getByRole('listitem')).toHaveCount(2)
  })

  await test.step('the letter, the recall file and the page for its place, put in a folder', async () => {
    await write(page, 'Who writes, and how to answer', 'Ana, at the archive')
    await expect(page.getByRole('article', { name: 'The letter as it will be' })).toContainText('Ana, at the archive')
    await tabTo(page, 'The page to put where hers was', 'Space')
    await write(page, 'Put it in this folder', app.dataFolder)
    await write(page, 'Name of the new folder', 'letter')
    await tabTo(page, 'Put it there')
    await expect(page.getByText('It lies in this folder').first()).toBeVisible()
    const kinds = (await readdir(path.join(app.dataFolder, 'letter')))
      .map((name) => name.replace(/^.*\./, '.'))
      .toSorted()
    expect(kinds).toEqual(['.firsthand-recall', '.html', '.txt', 'page'])
  })

  await test.step('what was heard', async () => {
    await answer(page, 'What happened', 'I sent the letter')
    await tabTo(page, 'Write this down')
    await expect(page.getByText(/^Asked for on .* No answer is written down\.$/)).toBeVisible()
    await focusIsSeen(page, 'writing down that it was sent')
  })

  await test.step('what she wants in its place', async () => {
    await tabTo(page, 'Write down what she chooses')
    await answer(page, 'In its place', 'Words of her own')
    await write(page, 'Her words', 'I have gone home.')
    await choose(page, /What is kept with it/, 'Somebody was there')
    await write(page, 'Who the witness was', 'Her sister')
    await tabTo(page, 'Keep what she chooses')
    await expect(page.getByRole('group', { name: 'The page as it is now' })).toHaveText('I have gone home.')
    await focusIsSeen(page, 'keeping what she chooses')
  })

  await test.step('a list of what is here', async () => {
    await tabTo(page, 'Back to Given out')
    await expect(title(page, 'Given out')).toBeFocused()
    await tabTo(page, 'A list of what is here')
    const list = page.getByRole('article', { name: 'The list' })
    await answer(page, 'For whom', /^Anyone/)
    await choose(page, /In which language/, 'Spanish')
    await expect(list).toHaveAttribute('lang', 'es')
    await write(page, 'Folder or stick to put it on', app.dataFolder)
    await write(page, 'Name of the new folder', 'list')
    await tabTo(page, 'Save the list')
    await expect(page.getByRole('heading', { name: 'Lists that left' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('The list is saved')
    expect(await readFile(path.join(app.dataFolder, 'list', 'list.html'), 'utf8')).not.toContain('Marisol')
  })

  await test.step('her receipt', async () => {
    await goTo(page, 'Shelf')
    await tabTo(page, 'night-shift')
    await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
    await tabTo(page, 'Labels', 'ArrowRight')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Her receipt')
    const paper = page.getByRole('dialog', { name: 'Her receipt' }).getByRole('article', { name: 'The receipt' })
    await expect(paper.getByRole('rowheader', { name: 'Reading room' }).first()).toBeVisible()
    await write(page, 'Whom to tell, and how', 'Ana, 5 Mill Lane')
    await expect(paper).toContainText('Ana, 5 Mill Lane')
    await tabTo(page, 'Save as a page')
    await write(page, 'Folder or stick to put it on', app.dataFolder)
    await tabTo(page, 'Save')
    await expect(page.getByRole('dialog')).toContainText('The receipt is saved')
    await page.keyboard.press('Escape')
    await focusIsSeen(page, 'closing her receipt')
  })
  await mouseWasLeftAlone()
})
