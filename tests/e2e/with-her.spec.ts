// With the narrator, in a real browser: the window handed over, her story gone through by keyboard alone, and given back.
import { mkdir, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { long, longUnless } from './long.ts'
import { bringIn, choosePassages, openArchive, test, type ChosenFile } from './app.ts'
import { inventedFiles } from './invented.ts'
import { faults, look as lookAtScreen, tooWide } from './looking.ts'

const script = (code: string): ChosenFile => ({
  name: `bread-${code}.txt`,
  mimeType: 'text/plain',
  buffer: readFileSync(path.join(import.meta.dirname, '..', 'fixtures', 'scripts', `${code}.txt`)),
})
/** Her story with its sound, and one of somebody else whose words must never be in her window. */
const [captions, sound, , oranges] = inventedFiles
const files = [captions, sound, oranges].filter((file): file is ChosenFile => file !== undefined)
const canary = /oranges/i

/** Everything that can be pressed is as large as a finger: 44 px in both directions. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], summary, select, label:has(input)')]
      .filter((one) => one.getClientRects().length > 0 && getComputedStyle(one).clipPath === 'none')
      .filter((one) => {
        const { width, height } = one.getBoundingClientRect()
        return width < 43.5 || height < 43.5
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  )

async function look(page: Page, name: string): Promise<void> {
  expect(await tooSmall(page), `${name}: too small to press`).toEqual([])
  expect(await page.content(), `${name} holds nothing of anybody else`).not.toMatch(canary)
  await lookAtScreen(page, name)
}

async function openFromShelf(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('tab', { name: 'About' }).waitFor()
}

async function handOver(page: Page, title: string): Promise<void> {
  await openFromShelf(page, title)
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Hand over to her' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand over to her' })
  await expect(dialog).toContainText('To come back somebody needs an archivist’s passphrase.')
  expect(await faults(page), 'handing over').toEqual([])
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click()
  await page.getByRole('heading', { name: 'My stories' }).waitFor()
}

async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click()
  await page.getByRole('heading', { name: room, exact: true, level: 1 }).waitFor()
}

const passage = (page: Page): Locator => page.getByRole('group', { name: 'Your words' })

/** Goes by Tab to what bears this name, and presses a key there; nothing is clicked. */
async function tabTo(page: Page, name: RegExp | string, key = 'Enter'): Promise<void> {
  const fits = (text: string): boolean => (typeof name === 'string' ? text === name : name.test(text))
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => {
      const here = document.activeElement
      if (here === null) return ''
      const label = here instanceof HTMLInputElement ? (here.labels?.[0]?.textContent ?? '') : ''
      return (here.getAttribute('aria-label') ?? (label === '' ? (here.textContent ?? '') : label)).trim()
    })
    if (!fits(text)) continue
    if (key !== '') await page.keyboard.press(key)
    return
  }
  throw new Error(`Tab does not come to ${String(name)}`)
}

/** In a group of answers that Tab has come to, the one with this name. */
async function choose(page: Page, group: string, answer: RegExp): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group })
  await radios.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 10; step += 1) {
    if ((await radios.getByRole('radio', { name: answer, checked: true }).count()) > 0) return
    await page.keyboard.press('ArrowRight')
  }
  throw new Error(`no answer ${String(answer)}`)
}

test('she goes through three passages by keyboard alone, and the window is given back', async ({ page }) => {
  test.setTimeout(240_000)
  const passphrase = await openArchive(page)
  await bringIn(page, files, 2)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).waitFor()
  expect(await page.content(), 'the control: an archivist’s window holds it').toMatch(canary)
  await handOver(page, 'night-shift')
  expect(await page.title()).toBe('Firsthand')
  expect(await page.content()).not.toMatch(canary)

  await page.locator('body').press('Tab')
  await tabTo(page, /^Begin with/)
  await expect(passage(page)).toContainText('The winter, yes.')
  await tabTo(page, 'This is right')
  await expect(passage(page)).toContainText('Rosalinda drove us')
  await expect(passage(page)).toBeFocused()
  await expect(page.getByText('You said: this is right', { exact: true }).first()).toBeVisible()

  // The second: a word is changed, then taken out, then the change is compared with what stood there.
  await tabTo(page, 'Change it')
  await expect(page.getByRole('textbox', { name: 'Your words' })).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Rosalinda drove us to the harbour to ask for it back.')
  await tabTo(page, 'Keep these words')
  await expect(passage(page)).toContainText('to the harbour')
  await tabTo(page, 'Undo')
  await expect(passage(page)).toContainText('to the station')
  await tabTo(page, 'Take this out')
  await choose(page, 'How much of it?', /^Only some words/)
  await tabTo(page, 'Rosalinda')
  await expect(page.getByRole('button', { name: 'Rosalinda', pressed: true })).toBeFocused()
  await choose(page, 'What is it?', /^A name/)
  await choose(page, 'From whom?', /^From readers/)
  await choose(page, 'What is there instead?', /^A gap/)
  await tabTo(page, 'Take it out')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect(page.getByRole('region', { name: 'Taken out' })).toContainText('Taken out from readers and the public.')

  await tabTo(page, 'Next')
  await expect(passage(page)).toContainText('six of us')
  await tabTo(page, 'Come back later')
  await expect(page.getByText('This was the last passage.').first()).toBeVisible()
  await tabTo(page, 'Where I am')
  const list = page.getByRole('list', { name: 'Passages of your story' })
  await expect(list.getByRole('listitem').filter({ hasText: 'The winter' })).toContainText('you said: this is right')
  await expect(list.getByRole('listitem').filter({ hasText: 'six of us' }).first()).toContainText('to come back to')
  await expect(page.locator('main')).not.toContainText('%')

  await page.keyboard.press('ControlOrMeta+k')
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('menuitem', { name: 'My answers' })).toBeVisible()
  for (const others of ['Shelf', 'Excerpts', 'Given out', 'Bring in', 'Settings and care', 'Find in all stories'])
    await expect(palette.getByRole('menuitem', { name: others, exact: true })).toHaveCount(0)
  await palette.getByRole('searchbox').fill('give')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Give the window back' })
  await dialog.getByLabel('Passphrase of an archivist', { exact: true }).fill('not the one that it was made with')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('This is not an archivist’s passphrase. The window stays yours.', {
    timeout: 30_000,
  })
  await dialog.getByLabel('Passphrase of an archivist', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await page.getByRole('list', { name: 'Stories' }).waitFor({ timeout: 30_000 })
})

test('what others say waits for her: a label, words about her, a refused word', async ({ page }) => {
  test.setTimeout(240_000)
  await openArchive(page)
  await bringIn(page, files, 2)
  await openFromShelf(page, 'night-shift')
  await choosePassages(page, 'six of us', 0)
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Label' }).click()
  const label = page.getByRole('dialog', { name: 'A label' })
  await label.getByRole('textbox', { name: 'The label' }).fill('trafficking')
  await label.getByRole('radio', { name: 'the police' }).check({ force: true })
  await label.getByRole('button', { name: 'Keep this label' }).click()
  await label.waitFor({ state: 'hidden' })
  await handOver(page, 'night-shift')
  await look(page, 'my stories')
  await goTo(page, 'My words')
  const card = page.getByRole('region', { name: 'Label: trafficking' })
  await expect(card).toContainText('Said by the police.')
  await expect(card.getByRole('radio', { checked: true })).toHaveCount(0)
  const sizes = await card
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.closest('label')?.getBoundingClientRect().width))
  expect(Math.max(...sizes.map((size) => size ?? 0)) - Math.min(...sizes.map((size) => size ?? 0))).toBeLessThan(2)
  await look(page, 'my words')
  await card.getByRole('radio', { name: 'not mine' }).click({ force: true })
  await expect(card).toContainText('It never stands as a word for your story.')

  await goTo(page, 'About me')
  await page.getByRole('button', { name: 'Add a word' }).click()
  await page.keyboard.type('worst')
  await page.getByLabel('What to say instead of word 1').fill('hardest')
  await page.getByRole('button', { name: 'Keep what I said of me' }).click()
  await expect(page.getByText('Kept.', { exact: true }).first()).toBeVisible()
  await look(page, 'about me')
  await page.getByRole('radio', { name: 'Green' }).click({ force: true })
  await expect(page.locator('html')).toHaveAttribute('data-hers', '3')

  await goTo(page, 'My answers')
  await look(page, 'my answers')
  await page.getByRole('button', { name: /^Reading room/ }).click()
  const answers = page.getByRole('dialog', { name: 'Reading room' })
  await answers.getByRole('radio', { name: 'Yes', exact: true }).waitFor()
  await expect(answers.getByRole('radio', { checked: true })).toHaveCount(0)
  await look(page, 'a card')
  await answers.getByRole('radio', { name: 'Not yet' }).check({ force: true })
  await answers.getByRole('button', { name: 'Keep my answer' }).click()
  await expect(page.getByRole('button', { name: /^Reading room/ })).toContainText('you said: not yet')
  await goTo(page, 'Take it with me')
  await look(page, 'take it with me')
})

test('a change that an archivist suggests, and words about her, are hers to answer', async ({ page }) => {
  test.setTimeout(240_000)
  await openArchive(page)
  await bringIn(page, files, 2)
  await openFromShelf(page, 'night-shift')
  await page.getByRole('paragraph').filter({ hasText: 'The winter' }).first().click()
  await page.getByRole('button', { name: /^(This passage|More for this passage)/ }).click()
  await page.getByRole('menuitem', { name: 'Suggest other words' }).click()
  const suggest = page.getByRole('dialog', { name: 'Suggest other words' })
  await suggest
    .getByLabel('The words as you suggest them')
    .fill('The winter, yes. But you will want to write that it was the hardest.')
  await suggest.getByRole('button', { name: 'Suggest it to her' }).click()
  await suggest.waitFor({ state: 'hidden' })
  await page.getByRole('tab', { name: 'About' }).click()
  await page.getByRole('button', { name: 'Write something about her story' }).click()
  await page.getByLabel('Words', { exact: true }).fill('A story of a laundry and a winter.')
  await page.getByRole('button', { name: 'Keep and sign' }).click()
  await page.getByText('Not seen by her yet').waitFor()

  await handOver(page, 'night-shift')
  await expect(page.getByText('Something here waits for your answer.')).toBeVisible()
  await page.getByRole('button', { name: /^Begin with/ }).click()
  const card = page.getByRole('region', { name: /suggests a change/ })
  await expect(card.locator('del')).toContainText('worst')
  await expect(card.locator('ins')).toContainText('hardest')
  const [accept, mine] = await Promise.all(
    ['Accept', 'Keep mine'].map((name) => card.getByRole('button', { name }).boundingBox()),
  )
  expect(accept?.height).toBe(mine?.height)
  expect(Math.abs((accept?.width ?? 0) - (mine?.width ?? 9))).toBeLessThan(1)
  await look(page, 'a suggestion')
  await card.getByRole('button', { name: 'Accept' }).click()
  await expect(passage(page)).toContainText('the hardest')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(passage(page)).toContainText('the worst')

  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('menuitem', { name: 'My words', exact: true }).click()
  const words = page.getByRole('main').getByText('A story of a laundry and a winter.')
  await expect(words).toBeVisible()
  await page.getByRole('button', { name: 'I disagree' }).click()
  await page.getByLabel('In your words').fill('It is a story of six women.')
  await page.getByRole('button', { name: 'Keep it', exact: true }).click()
  await expect(page.getByText('You disagree.')).toBeVisible()
  await look(page, 'words about her')

  await goTo(page, 'My stories')
  await page.getByRole('button', { name: /^Where I am in/ }).click()
  await page.getByRole('button', { name: 'I have gone through it' }).click()
  await expect(page.getByText(/Your seven days end on/)).toBeVisible()
  await look(page, 'where she is')
})

test('a passphrase of her own: what is only hers, and what cannot be brought back', long, async ({ page }) => {
  test.setTimeout(240_000)
  await openArchive(page)
  await bringIn(page, files, 2)
  await handOver(page, 'night-shift')
  await goTo(page, 'About me')
  await page.getByRole('button', { name: 'Set a passphrase' }).click()
  await expect(page.getByText('Nobody can tell you this passphrase again')).toBeVisible()
  await look(page, 'setting a passphrase')
  const own = 'violet lantern harbour biscuit meadow'
  await page.getByLabel('Your passphrase', { exact: true }).fill(own)
  await page.getByLabel('The passphrase once more', { exact: true }).fill(own)
  await page.getByRole('button', { name: 'Keep this passphrase' }).click()
  await expect(page.getByText('Your passphrase is set, and in use now.').first()).toBeVisible({ timeout: 30_000 })

  await goTo(page, 'My stories')
  await page.getByRole('button', { name: /^Begin with/ }).click()
  await passage(page).waitFor()
  await look(page, 'a passage')
  await page.getByRole('button', { name: 'Only for me' }).click()
  const seal = page.getByRole('dialog', { name: 'Only for me' })
  await expect(seal).toContainText('Not even the archivists.')
  await expect(seal).toContainText('Its sound is closed too.')
  await look(page, 'sealing')
  await seal.getByRole('button', { name: 'Close it for everyone else' }).click()
  await expect(page.getByText('This passage is only for you.')).toBeVisible()
  await expect(page.getByText('The winter, yes.')).toBeVisible()
  await look(page, 'a sealed passage')
  await page.getByRole('button', { name: 'Open it for others again' }).click()
  await expect(passage(page)).toContainText('The winter, yes.')

  await page.getByText('Hide the words').click()
  await expect(page.getByText('The winter, yes.')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Play this' })).toBeVisible()
  await look(page, 'words hidden')
  for (const [open, title] of [
    ['Take this out', 'Take this out'],
    ['Not for everyone', 'Not for everyone'],
    ['Say it by voice', 'Say it by voice'],
    ['Label it', 'Label it'],
    ['Tie it to others', 'Tie it to others'],
  ] as const) {
    await page.getByRole('button', { name: open, exact: true }).click()
    await page.getByRole('dialog', { name: title }).waitFor()
    await look(page, title)
    await page.keyboard.press('Escape')
  }
})

for (const [code, direction, words] of [
  ['ar', 'rtl', 'مخبز'],
  ['th', 'ltr', 'ร้านขนมปัง'],
  ['zh', 'ltr', '面包'],
] as const) {
  test(
    `a story in ${code} is gone through in its own direction and script`,
    longUnless(code === 'ar'),
    async ({ page }) => {
      test.setTimeout(180_000)
      await openArchive(page)
      await bringIn(page, [script(code), ...files.slice(2)], 2)
      await handOver(page, `bread-${code}`)
      await page.getByRole('button', { name: /^Begin with/ }).click()
      const text = page.locator('[data-passage] p').filter({ hasText: words })
      await expect(text).toHaveAttribute('dir', direction)
      await expect(text).toHaveAttribute('lang', code)
      await page.getByRole('button', { name: 'Take this out' }).click()
      await page.getByRole('radio', { name: 'Only some words' }).check({ force: true })
      const group = page.getByRole('group', { name: 'Words of this passage' })
      await group.getByRole('button').first().focus()
      await page.keyboard.press(direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight')
      await expect(group.getByRole('button').nth(1)).toBeFocused()
      await page.keyboard.press('Space')
      await expect(group.getByRole('button', { pressed: true })).toHaveCount(1)
      await look(page, `taking out in ${code}`)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Change it' }).click()
      const field = page.getByRole('textbox', { name: 'Your words' })
      const before = await field.inputValue()
      await field.fill(`${before} ${words}`)
      await page.getByRole('button', { name: 'Keep these words' }).click()
      await expect(text).toContainText(`${words}`)
      await look(page, `a passage in ${code}`)
    },
  )
}

for (const [language, direction] of [
  ['es', 'ltr'],
  ['en-XB', 'rtl'],
] as const) {
  test(
    `her rooms in ${language}, with words of twice the size`,
    longUnless(language === 'en-XB'),
    async ({ page, app }) => {
      test.setTimeout(180_000)
      await openArchive(page)
      await bringIn(page, files, 2)
      await handOver(page, 'night-shift')
      await mkdir(path.join(app.dataFolder, 'firsthand'), { recursive: true })
      await writeFile(
        path.join(app.dataFolder, 'firsthand', 'preferences.json'),
        JSON.stringify({ language, theme: 'system', textSize: 200 }),
      )
      await page.reload()
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect(page.locator('html')).toHaveAttribute('dir', direction)
      expect(await faults(page), 'my stories').toEqual([])
      expect(await tooWide(page)).toBe(false)
      await page.getByRole('main').getByRole('button').first().click()
      await page.locator('[data-passage]').waitFor()
      expect(await faults(page), 'a passage').toEqual([])
      expect(await tooWide(page)).toBe(false)
      await page.setViewportSize({ width: 320, height: 700 })
      expect(await tooWide(page), 'a passage at 320 px').toBe(false)
      await expect(page.getByText('This is right')).toHaveCount(0)
    },
  )
}
