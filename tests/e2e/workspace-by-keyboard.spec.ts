// Writing in a story by keys alone, and keys that come at once after a click.
import { expect } from '@playwright/test'
import { bringIn, openArchive, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { openNightShift } from './story-steps.ts'
import { caretAtEndOf, passageWith, textsOf } from './writing-steps.ts'

const nightShift = inventedFiles.slice(0, 2)

test('by keyboard alone: write, mark, name the version, find and replace, tap along', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, nightShift, 1)
  await page.getByRole('link', { name: /^Open / }).press('Enter')
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  await words.waitFor()
  await words.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('End')
  await page.keyboard.type(' Tell me.')
  await expect.poll(() => textsOf(page).then(([first]) => first)).toMatch(/hardest\. Tell me\.$/)
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('textbox', { name: 'Name the version as it is now' })).toBeFocused()
  await page.keyboard.type('first reading')
  await page.keyboard.press('Enter')
  await expect(words).toBeFocused()
  await expect(page.getByRole('tabpanel').getByText('first reading')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('winter')
  await expect(page.getByRole('status').filter({ hasText: '1 of 2' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '2 of 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Replace…' }).press('Enter')
  await page.keyboard.type('autumn')
  await page.keyboard.press('Enter')
  await expect.poll(() => textsOf(page).then((texts) => texts.join(' '))).not.toContain('winter')
  await page.getByRole('button', { name: 'Close finding' }).press('Enter')
  await expect(words).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => textsOf(page).then((texts) => texts.join(' '))).toContain('winter')

  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await page.keyboard.press('ControlOrMeta+Shift+E')
  await page.getByRole('dialog', { name: 'Take this out' }).waitFor()
  await page.keyboard.press('Escape')
  await expect(words).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('a key at once after a click is done where the click was, and never in the passage before', async ({ page }) => {
  await openNightShift(page, nightShift)
  const before = await textsOf(page)
  const box = await passageWith(page, 'Rosalinda drove us').boundingBox()
  for (const [key, letters, passages, far] of [
    ['x', 1, 0, 150],
    ['Backspace', -1, 0, 120],
    ['Enter', 0, 1, 90],
  ] as const) {
    await caretAtEndOf(page, 'You said the first winter')
    // Each click away from the one before, so that no two are a double click.
    await Promise.all([page.mouse.click((box?.x ?? 0) + far, (box?.y ?? 0) + 12), page.keyboard.press(key)])
    await expect.poll(() => textsOf(page)).not.toEqual(before)
    const after = await textsOf(page)
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2))
    expect(after.slice(2, -1).join('')).toHaveLength((before[2] ?? '').length + letters)
    expect(after.at(-1)).toEqual(before.at(-1))
    expect(after).toHaveLength(before.length + passages)
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => textsOf(page)).toEqual(before)
  }
})
