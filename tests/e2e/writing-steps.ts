// Steps of writing in an open story, as a person does them.
import { expect, type Locator, type Page } from '@playwright/test'
import { selectWords } from './app.ts'

export const passageWith = (page: Page, words: string): Locator =>
  page.locator('[data-passage]').filter({ hasText: words }).first()

/** The words of each passage, without who says them and without what is drawn beside them. */
export const textsOf = (page: Page): Promise<string[]> =>
  page
    .locator('[data-passage]')
    .evaluateAll((all) => all.map((one) => (one.lastElementChild?.textContent ?? '').replaceAll(/\s+$/gu, '')))

export const idsOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-passage]').evaluateAll((all) => all.map((one) => one.getAttribute('data-passage')))

/** What was done has been drawn: two frames. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )

/** The page has told the editor of a caret that was set without a key, as it does a moment after a click. */
export async function caretIsKnown(page: Page): Promise<void> {
  await drawn(page)
  // NOTE: 20 ms after it got the focus the editor looks at the caret once more.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 40)))
}

export async function caretAtEndOf(page: Page, words: string): Promise<void> {
  const passage = passageWith(page, words)
  await passage.scrollIntoViewIfNeeded()
  await passage.evaluate((element) => {
    const text = element.lastElementChild ?? element
    const range = document.createRange()
    range.selectNodeContents(text)
    range.collapse(false)
    element.closest<HTMLElement>('[role="textbox"]')?.focus()
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await caretIsKnown(page)
}

/** Puts the caret before words of a passage: they are chosen, and left towards their beginning. */
export async function caretBefore(page: Page, passage: string, words: string): Promise<void> {
  const chosen = page.getByRole('toolbar', { name: 'Chosen words' })
  await selectWords(page, passage, words)
  await chosen.waitFor()
  await caretIsKnown(page)
  await page.keyboard.press('ArrowLeft')
  // The caret is there once nothing is chosen any more.
  await chosen.waitFor({ state: 'hidden' })
}

/** Until the line says when it was kept, after something was written. */
export async function kept(page: Page): Promise<void> {
  await drawn(page)
  await expect(page.locator('[data-state="kept"]')).toHaveText(/^Kept \d/, { timeout: 10_000 })
}

export async function passageMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('region', { name: 'The story' }).getByRole('button', { name: 'This passage' }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'hidden' })
}

/** Pastes as a web page or a program would give it. */
export async function paste(page: Page, given: { readonly html?: string; readonly text: string }): Promise<void> {
  await page.getByRole('textbox', { name: 'The words of the story' }).evaluate((field, { html, text }) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    if (html !== undefined) data.setData('text/html', html)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, given)
}

/** What copying gives to the clipboard, by type. */
export const copied = (page: Page): Promise<Record<string, string>> =>
  page.getByRole('textbox', { name: 'The words of the story' }).evaluate((field) => {
    const data = new DataTransfer()
    field.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }))
    return Object.fromEntries(data.types.map((type) => [type, data.getData(type)]))
  })
