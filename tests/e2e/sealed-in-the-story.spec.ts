// What is sealed stands in the story of an archivist as a lock and a sentence: the caret passes, and nothing takes hold. In
// her own session it is closed until her key is open.
import { expect, type Locator, type Page } from '@playwright/test'
import { handOver, openStory, test, type ChosenFile } from './app.ts'
import { inventedFiles } from './invented.ts'
import { inEveryWay } from './in-every-way.ts'
import { long } from './long.ts'
import { faults } from './looking.ts'
import { giveBackByKeyboard, passphraseOfHers, sealInHerWindow } from './her-steps.ts'
import { openNightShift } from './story-steps.ts'
import { caretIsKnown } from './writing-steps.ts'

const [captions, sound] = inventedFiles
const files = [captions, sound].filter((file): file is ChosenFile => file !== undefined)

/** In her own session she closes the passage about Rosalinda; then the window is given back. */
async function sealOne(page: Page, passphrase: string): Promise<void> {
  await sealInHerWindow(page)
  // Her own sound of it, which the recording has no more.
  const own = page.getByLabel('The sound of this passage, only for you')
  await expect(own).toBeVisible()
  expect(await own.evaluate((node: HTMLAudioElement) => fetch(node.src).then(({ status }) => status))).toBe(200)
  await giveBackByKeyboard(page, passphrase)
}

async function caretIn(page: Page, passage: Locator): Promise<void> {
  await passage.click()
  await caretIsKnown(page)
}

/** Which passage the caret is in, counted from 0. */
const caret = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const node = getSelection()?.focusNode ?? null
    const element = node instanceof Element ? node : (node?.parentElement ?? null)
    const passage = element?.closest('[data-passage]') ?? null
    return passage === null ? -1 : [...document.querySelectorAll('[data-passage]')].indexOf(passage)
  })

test('a sealed passage is passed by, and nothing takes hold of it', async ({ page }) => {
  test.setTimeout(240_000)
  const passphrase = await openNightShift(page, files)
  await sealOne(page, passphrase)
  await openStory(page, 'night-shift')
  const passage = page.getByRole('paragraph').filter({ hasText: 'Sealed. Only she can read it.' })
  await expect(passage).toBeVisible()
  await expect(passage.locator('svg')).toBeVisible()
  expect(await page.content()).not.toContain('Rosalinda')
  expect(await faults(page)).toEqual([])

  // By keyboard it is one step, and typing there changes nothing.
  await caretIn(page, page.getByRole('paragraph').filter({ hasText: 'The winter, yes.' }))
  await page.keyboard.press('End')
  const passed: number[] = []
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('ArrowRight')
    passed.push(await caret(page))
  }
  expect(passed).toEqual([2, 3, 3])
  await caretIn(page, passage)
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  const before = await words.textContent()
  await page.keyboard.type('hello')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByText('What is sealed stays as it is.').first()).toBeVisible()
  expect(await words.textContent()).toBe(before)

  // Nothing that would change it is offered, and it says why.
  await page.getByRole('button', { name: 'This passage' }).click()
  const menu = page.getByRole('menu')
  await expect(menu.getByText('Sealed. Only she can read it.')).toBeVisible()
  for (const name of ['Divide the passage here', 'Suggest other words', 'Its language', 'Write its times'])
    await expect(menu.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
  await expect(menu.getByRole('menuitem', { name: /^Cannot join/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')

  // It is never among the words that are chosen, and choosing goes on after it.
  await caretIn(page, passage)
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await expect(page.getByRole('toolbar', { name: 'Chosen words' })).toBeHidden()
  await caretIn(page, page.getByRole('paragraph').filter({ hasText: 'The winter, yes.' }))
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await page.keyboard.press('ControlOrMeta+Shift+A')
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Label' }).click()
  const label = page.getByRole('dialog', { name: 'A label' })
  await expect(label).toContainText('it was the worst. and one more passage')
})

test(
  'nobody erases it without being told that it is sealed, or says that its closed words are right',
  long,
  async ({ page }) => {
    test.setTimeout(240_000)
    const passphrase = await openNightShift(page, files)
    await sealOne(page, passphrase)
    await openStory(page, 'night-shift')
    await caretIn(page, page.getByRole('paragraph').filter({ hasText: 'Sealed. Only she can read it.' }))
    await page.getByRole('button', { name: 'This passage' }).click()
    await page.getByRole('menuitem', { name: 'Erase this passage…' }).click()
    await page.getByRole('heading', { name: 'Erase this passage', level: 1 }).waitFor()
    const sheet = page.getByRole('main')
    await expect(sheet).toContainText('A sealed passage, number 3 of 4 in the story')
    const goes = sheet.locator('section').filter({ has: page.getByRole('heading', { name: 'What goes' }) })
    await expect(goes).toContainText('Sealed words, which only she can read: 1 passage')
    await expect(goes).toContainText('Sealed sound, which only she can hear: 1 passage')
    await expect(sheet.locator('blockquote')).toHaveCount(0)
    await inEveryWay(page, 'a sealed passage to be erased')
    await page.getByRole('button', { name: 'Leave it as it is' }).click()

    await handOver(page)
    await page.getByRole('button', { name: /^(?:Begin|Go on) with/ }).click()
    const right = page.getByRole('button', { name: 'This is right' })
    await right.waitFor()
    for (let steps = 0; steps < 4 && (await page.getByText('This passage is only for you.').count()) === 0; steps += 1)
      await page.getByRole('button', { name: 'Next', exact: true }).click()
    await page.getByText('This passage is only for you.').waitFor()
    const open = page.getByRole('button', { name: 'Read it with my passphrase' })
    await expect(open).toBeVisible()
    await expect(right).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Come back later' })).toBeVisible()
    await inEveryWay(page, 'a sealed passage that is closed')
    await open.click()
    await page.getByLabel('Your passphrase', { exact: true }).fill(passphraseOfHers)
    await page.keyboard.press('Enter')
    await page.getByText('Rosalinda').waitFor({ timeout: 30_000 })
    await right.click()
    await expect(page.getByText('You said: this is right').first()).toBeVisible()
  },
)
