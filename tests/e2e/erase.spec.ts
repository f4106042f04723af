// Erasing by keyboard alone: a passage by an archivist who says how she knows, then everything of hers by her.
import { expect, type Page } from '@playwright/test'
import { openArchive } from './app.ts'
import { answer, focusIsSeen, tabTo, withoutMouse } from './keyboard-steps.ts'
import { faults, look, picture } from './looking.ts'
import { testWith } from './prepared.ts'

const test = testWith('prepare-consent.ts')

const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 1 })
const part = (page: Page, name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) })

test('by keyboard alone: what goes and what stays is said, then a passage goes, and then everything of hers', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await openArchive(page)
  const mouseWasLeftAlone = await withoutMouse(page)
  await tabTo(page, 'night-shift')
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  await words.waitFor()
  const passage = words.getByRole('paragraph').first()
  const told = (await passage.textContent()) ?? ''
  await words.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await tabTo(page, 'This passage', 'Enter', true)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')

  await test.step('what goes, what stays, what is outside', async () => {
    await expect(title(page, 'Erase this passage')).toBeFocused()
    await expect(part(page, 'What goes')).toContainText('1 passage')
    await expect(part(page, 'The sound')).toContainText('silence stands in its place')
    await expect(part(page, 'What is outside')).toContainText('Union hall')
    await expect(part(page, 'Backups that hold it')).toContainText('knows of no backup')
    await look(page, 'what is to be erased')
    await picture(page, 'erase a passage')
    await tabTo(page, 'Erase this passage for good')
    await expect(page.getByText('Say how you know that she wants this.')).toBeVisible()
    await answer(page, 'How do you know that she wants this?', 'She told me herself')
    await tabTo(page, 'Erase this passage for good')
  })

  await test.step('it is gone, and what is outside can be asked back', async () => {
    await expect(page.getByText('It is erased')).toBeVisible()
    await focusIsSeen(page, 'erasing a passage')
    await picture(page, 'a passage is erased')
    expect(await faults(page)).toEqual([])
    await tabTo(page, 'Ask for it back')
    await expect(page.getByText('Union hall').first()).toBeVisible()
    await tabTo(page, 'Shelf')
    await tabTo(page, 'night-shift')
    await words.waitFor()
    await expect(words).not.toContainText(told)
  })

  await test.step('everything of hers, by her', async () => {
    await tabTo(page, 'Labels', 'End')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Hand over to her')
    await tabTo(page, 'Hand over', '')
    await page.keyboard.press('Enter')
    await expect(title(page, 'My stories')).toBeVisible()
    await tabTo(page, 'About me')
    await tabTo(page, 'Erase everything of mine…')
    await expect(title(page, 'Erase everything of yours')).toBeFocused()
    await expect(part(page, 'What goes')).toContainText('Your names')
    await look(page, 'everything of hers')
    await picture(page, 'erase everything of mine')
    await tabTo(page, 'Erase everything of mine for good')
    await expect(page.getByText('It is erased')).toBeVisible()
    await focusIsSeen(page, 'erasing everything of hers')
    await expect(part(page, 'This is still outside')).toContainText('Union hall')
    await tabTo(page, 'Close this window', '')
    await page.keyboard.press('Enter')
    await mouseWasLeftAlone()
    await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible()
  })
})
