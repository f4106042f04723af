// A real life story in her own session, by keyboard alone: everything that she can do to a passage, and the window given back.
import { expect, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, openArchive, test } from './app.ts'
import { answer, focusIsSeen, tabTo } from './keyboard-steps.ts'
import { needsRealFiles, stories } from './real-files.ts'

const own = 'violet lantern harbour biscuit meadow'
const passage = (page: Page) => page.getByRole('group', { name: 'Your words' })

/** What she has just done is said under the passage. */
const did = (page: Page, words: RegExp | string) => expect(page.getByText(words).first()).toBeVisible()

/** Nothing is over the page any more, and the focus has come back from it. */
async function backFromDialog(page: Page, after: string): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await focusIsSeen(page, after)
}

test('a real story is gone through by keyboard alone, and what she decided stands', long, async ({ page }) => {
  needsRealFiles()
  test.setTimeout(240_000)
  const passphrase = await openArchive(page)
  await bringIn(page, stories('wpa-oklahoma', 3), 3)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).focus()
  await page.keyboard.press('Enter')
  const shelf = page.getByRole('list', { name: 'Stories' })
  await shelf.getByRole('link').nth(1).waitFor()
  const [title = '', other = ''] = await shelf.getByRole('link').allTextContents()
  expect(other).not.toBe(title)

  await test.step('the window is handed over', async () => {
    await tabTo(page, title)
    await page.getByRole('textbox', { name: 'The words of the story' }).waitFor()
    await tabTo(page, 'Labels', '')
    await page.keyboard.press('End')
    await expect(page.getByRole('tab', { name: 'About' })).toBeFocused()
    await page.keyboard.press('Enter')
    await tabTo(page, 'Hand over to her')
    await page.getByRole('dialog', { name: 'Hand over to her' }).waitFor()
    await tabTo(page, 'Hand over', '')
    // Her window is a page of its own, which begins at its beginning.
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: 'My stories' }).waitFor()
    expect(await page.content()).not.toContain(other)
  })

  await test.step('a passphrase of her own', async () => {
    await tabTo(page, 'About me')
    await page.getByRole('heading', { name: 'About me', level: 1 }).waitFor()
    await tabTo(page, 'Set a passphrase')
    await tabTo(page, 'Your passphrase', '')
    await page.keyboard.type(own)
    await tabTo(page, 'The passphrase once more', '')
    await page.keyboard.type(own)
    await page.keyboard.press('Enter')
    await did(page, 'Your passphrase is set, and in use now.')
    await focusIsSeen(page, 'setting a passphrase')
    await tabTo(page, 'My stories', 'Enter', true)
    await page.getByRole('heading', { name: 'My stories', level: 1 }).waitFor()
  })

  await test.step('one passage is right, another is changed', async () => {
    await tabTo(page, /^Begin with/)
    await passage(page).waitFor()
    await focusIsSeen(page, 'opening her story')
    const first = (await passage(page).textContent()) ?? ''
    await tabTo(page, 'This is right')
    await expect(passage(page)).not.toHaveText(first)
    await expect(passage(page)).toBeFocused()
    await did(page, 'You said: this is right')
    await tabTo(page, 'Change it')
    await expect(page.getByRole('textbox', { name: 'Your words' })).toBeFocused()
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.type(' That is how I tell it.')
    await tabTo(page, 'Keep these words')
    await expect(passage(page)).toContainText('That is how I tell it.')
    await expect(passage(page)).toBeFocused()
  })

  await test.step('words are taken out, and the passage is not for everyone', async () => {
    await tabTo(page, 'Take this out')
    await answer(page, 'How much of it?', 'Only some words')
    const words = page.getByRole('group', { name: 'Words of this passage' })
    await tabTo(page, (await words.getByRole('button').first().textContent()) ?? '', '')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    await expect(words.getByRole('button').nth(1)).toHaveAttribute('aria-pressed', 'true')
    await expect(words.getByRole('button').nth(1)).toBeFocused()
    await answer(page, 'What is it?', 'A name')
    await answer(page, 'From whom?', /^From readers/)
    await answer(page, 'What is there instead?', /^A gap/)
    await tabTo(page, 'Take it out')
    await backFromDialog(page, 'taking out')
    await did(page, 'Taken out from readers and the public')

    await tabTo(page, 'Not for everyone')
    await answer(page, 'Who may still get this passage?', /^Your circle and known readers/)
    await tabTo(page, 'Keep it so')
    await backFromDialog(page, 'keeping it from the public')
    await did(page, 'Taken out from the public')
  })

  await test.step('a label and a tie', async () => {
    await tabTo(page, 'Label it')
    await answer(page, 'How much of it?', 'All of this passage')
    await tabTo(page, 'The label', '')
    await page.keyboard.type('how it was')
    await answer(page, 'Its line', /Green/i)
    await tabTo(page, 'Keep this label')
    await backFromDialog(page, 'labelling')
    await did(page, 'Labelled: how it was')

    await tabTo(page, 'Tie it to others')
    await answer(page, 'What do you ask?', /^Never alone/)
    await tabTo(page, 'Why', '')
    await page.keyboard.type('It needs the rest.')
    await page.keyboard.press('Enter')
    await backFromDialog(page, 'tying')
    await did(page, 'It never goes alone now')
    await did(page, 'This never goes alone.')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(page.getByText('This never goes alone.')).toHaveCount(0)
    await focusIsSeen(page, 'undoing the tie')
  })

  await test.step('it is only for her, opened again, and put off for later', async () => {
    await tabTo(page, 'Only for me')
    await tabTo(page, 'Close it for everyone else')
    await backFromDialog(page, 'sealing')
    await did(page, 'This passage is only for you.')
    await tabTo(page, 'Open it for others again')
    await expect(passage(page)).toContainText('That is how I tell it.')
    await focusIsSeen(page, 'opening it again')
    await tabTo(page, 'Come back later')
    await did(page, 'Put off for later')
    await focusIsSeen(page, 'putting it off')
  })

  await test.step('where she is, and that she has gone through it', async () => {
    await tabTo(page, 'Where I am', 'Enter', true)
    const passages = page.getByRole('list', { name: 'Passages of your story' })
    for (const said of ['to come back to', 'you said: this is right', 'changed by you'])
      await expect(passages.getByText(said, { exact: true })).toHaveCount(1)
    await focusIsSeen(page, 'where she is')
    await tabTo(page, 'I have gone through it')
    await did(page, /Your seven days end on/)
    await focusIsSeen(page, 'going through it')
  })

  await test.step('an answer of hers', async () => {
    await tabTo(page, 'Back to my stories', 'Enter', true)
    await page.getByRole('heading', { name: 'My stories', level: 1 }).waitFor()
    await tabTo(page, 'My answers', 'Enter', true)
    await page.getByRole('button', { name: /^Press/ }).waitFor()
    await tabTo(page, /^Press/)
    await page.getByRole('dialog', { name: 'Press' }).waitFor()
    await answer(page, 'Your answer', 'No')
    await tabTo(page, 'Keep my answer')
    await backFromDialog(page, 'answering')
    await expect(page.getByRole('button', { name: /^Press/ })).toContainText('you said no')
  })

  await test.step('the window is given back', async () => {
    await tabTo(page, 'Give the window back', 'Enter', true)
    const dialog = page.getByRole('dialog', { name: 'Give the window back' })
    await expect(dialog.getByLabel('Passphrase of an archivist', { exact: true })).toBeFocused()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
    await shelf.waitFor({ timeout: 30_000 })
    await tabTo(page, title)
    const words = page.getByRole('textbox', { name: 'The words of the story' })
    await expect(words).toContainText('That is how I tell it.')
    await expect(page.getByText('She has gone through this story, so its words are hers.')).toBeVisible()
  })
})
