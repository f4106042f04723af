// Keys as a person meets them: changed in Settings and used in a story, the habits of a preset, and Esc that knows where it is.
import { expect, type Page } from '@playwright/test'
import { bringIn, openArchive, test } from './app.ts'
import { inventedFiles } from './invented.ts'
import { long } from './long.ts'
import { faults } from './looking.ts'

const story = inventedFiles.slice(0, 2)

const sound = (page: Page) =>
  page.locator('audio').evaluate((audio: HTMLAudioElement) => ({
    at: audio.currentTime,
    paused: audio.paused,
    rate: audio.playbackRate,
    keepsPitch: audio.preservesPitch,
  }))

async function openWithSound(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: 'night-shift', exact: true }).click()
  await page.getByRole('region', { name: 'The story' }).waitFor()
  await expect(page.getByRole('region', { name: 'Player' }).getByText('of 0:10')).toBeVisible()
  await expect.poll(() => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.readyState)).toBe(4)
  await page.getByText('Rosalinda drove us').first().click()
  expect(await caretIsInText(page)).toBe(true)
}

const caretIsInText = (page: Page) =>
  page.evaluate(() => document.activeElement?.matches('[contenteditable="true"]') === true)

async function openKeys(page: Page): Promise<void> {
  await page.keyboard.press('Control+,')
  await page.getByRole('heading', { name: 'Keys', exact: true }).scrollIntoViewIfNeeded()
}

const at = async (page: Page) => (await sound(page)).at
const said = (page: Page, words: RegExp) => page.getByRole('status').filter({ hasText: words })

test('the habits of oTranscribe, on a real sound', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, story, 1)
  await openKeys(page)
  await expect(page.getByRole('button', { name: /Keys like in/ })).toHaveText(/oTranscribe/)
  await openWithSound(page)

  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('F2')
  await expect.poll(() => at(page)).toBeCloseTo(8, 1)
  await expect(said(page, /^At 0:08$/)).toBeAttached()
  await page.keyboard.press('F1')
  await expect.poll(() => at(page)).toBeCloseTo(6, 1)

  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await page.keyboard.press('F4')
  expect(await sound(page)).toMatchObject({ rate: 0.9, keepsPitch: true })

  await page.keyboard.press('Escape')
  await expect.poll(async () => (await sound(page)).paused).toBe(false)
  await expect(said(page, /^Playing from 0:0[45]$/)).toBeAttached()
  expect(await at(page)).toBeLessThan(6)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await sound(page)).paused).toBe(true)
  await expect(said(page, /^Paused at 0:0\d$/)).toBeAttached()
  expect(await caretIsInText(page)).toBe(true)
})

test('a key is changed by pressing another one, and who loses it is said', long, async ({ page }) => {
  const passphrase = await openArchive(page)
  await bringIn(page, story, 1)
  await openKeys(page)
  await page.getByRole('button', { name: 'Change the keys of: Back 2 seconds' }).click()
  const press = page.getByRole('application', { name: /Back 2 seconds/ })
  await expect(press).toBeFocused()
  await page.keyboard.press('e')
  await expect(press).toContainText('These keys write')
  await page.keyboard.press('Control+Space')
  await expect(press).toContainText('how you write on many computers')
  await page.keyboard.press('Control+z')
  await expect(press).toContainText('undo')
  await page.keyboard.press('F2')
  await expect(page.getByRole('alert')).toContainText('“On 2 seconds” has no keys any more')
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it' }).click()
  await expect(page.getByRole('button', { name: 'Change the keys of: Back 2 seconds' })).toBeFocused()

  await page.getByRole('button', { name: 'Change the keys of: On 2 seconds' }).click()
  await page.keyboard.press('Control+Shift+K')
  const skip = page.getByRole('textbox', { name: 'Back and on go by (seconds)' })
  await skip.fill('3')
  await skip.blur()
  await openWithSound(page)
  await expect(page.getByText('F2 back 3 s · Ctrl+Shift+K on 3 s')).toBeVisible()
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.press('Control+Shift+K')
  await expect.poll(() => at(page)).toBeCloseTo(6, 1)
  await page.keyboard.press('F2')
  await expect.poll(() => at(page)).toBeCloseTo(3, 1)
  await page.keyboard.press('F1')
  await page.waitForTimeout(200)
  expect(await at(page)).toBeCloseTo(3, 1)

  // The palette and the card say the same, after the archive was locked and the page has come anew.
  await page.keyboard.press('Control+Shift+L')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('heading', { name: 'Shelf', exact: true }).waitFor()
  await openWithSound(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('menuitem', { name: 'Back 3 seconds' })).toContainText('F2')
  await page.keyboard.press('Escape')
  await openKeys(page)
  await page.emulateMedia({ media: 'print' })
  const card = page.getByTestId('key-card')
  await expect(card.getByText('Back 3 seconds')).toBeVisible()
  await expect(card).toContainText('Ctrl+Shift+K')
  await expect(page.getByRole('heading', { name: 'Keys', exact: true })).toBeHidden()
  const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(pages).toHaveLength(1)
  await page.emulateMedia({ media: 'screen' })
})

test('Esc in a field of a dialog closes the dialog, and nothing sounds', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, story, 1)
  await openWithSound(page)
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.getByRole('toolbar', { name: 'Chosen words' }).waitFor()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'A label' })
  await dialog.getByRole('textbox', { name: 'The label' }).fill('organ')
  await page.keyboard.press('F2')
  await expect.poll(() => at(page)).toBeCloseTo(2, 1)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page.waitForTimeout(300)
  expect(await sound(page)).toMatchObject({ paused: true })
})

test('a pedal that is a keyboard and one that is a game controller', async ({ page }) => {
  await page.addInitScript(() => {
    const pressed = [false, false, false]
    let waiting: (() => void)[] = []
    // Ends when the program has looked at the pedal twice since.
    const looked = () => new Promise<void>((resolve) => void waiting.push(resolve))
    const foot = async (button: number, down: boolean): Promise<void> => {
      pressed[button] = down
      await looked()
      await looked()
    }
    Object.assign(window, { foot })
    navigator.getGamepads = () => {
      const told = waiting
      waiting = []
      for (const tell of told) tell()
      return [{ buttons: pressed.map((down) => ({ pressed: down })) } as unknown as Gamepad]
    }
  })
  await page.reload()
  await openArchive(page)
  await bringIn(page, story, 1)
  await openKeys(page)
  const add = page.getByRole('button', { name: 'Press a pedal for this' })
  const does = page.getByRole('button', { name: /What a pedal should do/ })
  const foot = (button: number, down: boolean) =>
    page.evaluate(
      ([which, is]) =>
        (window as unknown as { foot: (button: number, down: boolean) => Promise<void> }).foot(which, is),
      [button, down] as const,
    )
  const step = async (button: number) => {
    await foot(button, true)
    await foot(button, false)
  }
  await add.click()
  await page.keyboard.press('F1')
  await expect(page.getByRole('application')).toContainText('is the key of: Back 2 seconds')
  await page.keyboard.press('F10')
  await does.click()
  await page.getByRole('option', { name: 'On 2 seconds' }).click()
  await add.click()
  await step(2)
  await expect(page.getByRole('button', { name: 'Forget this pedal: Pedal button 3' })).toBeVisible()

  await openWithSound(page)
  await step(2)
  await expect.poll(() => at(page)).toBeCloseTo(2, 1)
  await page.keyboard.press('F10')
  await expect.poll(async () => (await sound(page)).paused).toBe(false)
})
