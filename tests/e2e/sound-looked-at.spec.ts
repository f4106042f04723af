// The sound from near in every look: light, dark, mirrored, narrow and with large text; time runs from left to right in all.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, openArchive, openStory, selectWords, takeOutAName, test, type ChosenFile } from './app.ts'
import { faults, ofColours, picture, tooWide } from './looking.ts'
import { needsRealFiles, speechSound } from './real-files.ts'

needsRealFiles('audio/speech')

const words = `WEBVTT

00:00:00.300 --> 00:00:04.400
<v Marisol>And so, my fellow Americans, ask not.

00:00:05.400 --> 00:00:10.900
<v Marisol>What your country can do for you, ask what you can do.
`
const files = (): ChosenFile[] => [
  { name: 'speech.vtt', mimeType: 'text/vtt', buffer: Buffer.from(words) },
  { name: 'speech.wav', mimeType: 'audio/wav', buffer: speechSound() },
]

async function label(page: Page): Promise<void> {
  await page.getByRole('toolbar', { name: 'Chosen words' }).getByRole('button', { name: 'Label' }).click()
  const dialog = page.getByRole('dialog', { name: 'A label' })
  await dialog.getByRole('textbox', { name: 'The label' }).fill('organising')
  await dialog.getByRole('radiogroup', { name: 'Who says this?' }).getByRole('radio').first().check({ force: true })
  await dialog.getByRole('button', { name: 'Keep this label' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The two sliders: the one from near lies above. */
const sliders = (page: Page): Locator => page.locator('section [role="slider"]')

async function openNear(page: Page): Promise<void> {
  const near = page.locator('section button[aria-expanded="false"]').last()
  if (!(await near.isVisible())) await page.locator('section > button[aria-expanded="false"]').first().click()
  await near.click()
  await expect(sliders(page)).toHaveCount(2)
}

test('the sound of a story from near, in every look', long, async ({ page, app }) => {
  await openArchive(page)
  await bringIn(page, files(), 1)
  await openStory(page, 'speech')
  await selectWords(page, 'fellow Americans', 'Americans')
  await takeOutAName(page, { from: '2.1', to: '2.9' })
  await selectWords(page, 'What your country', 'your country')
  await label(page)
  await openNear(page)
  const near = sliders(page).first()
  const box = (await near.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const y = box.y + box.height / 2
  await page.mouse.move(box.x + box.width * 0.5, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.75, y, { steps: 5 })
  await page.mouse.up()
  await expect(near).toHaveAttribute('aria-valuetext', /chosen from 5\.5 seconds to 8\.[23] seconds/)
  await page.mouse.click(box.x + box.width * 0.25, y)
  await expect(near).toHaveAttribute('aria-valuetext', /^2\.[78] seconds, of 11 seconds; taken out; chosen/)
  await page.mouse.move(box.x + box.width * 0.25, y)
  await page.mouse.wheel(0, -240)
  await expect(page.getByText('0:01.38 to 0:06.88')).toBeVisible()
  await page.mouse.wheel(0, 240)
  expect(await faults(page), 'light').toEqual([])
  await picture(page, 'near light')
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults(page, ofColours), 'dark').toEqual([])
  await picture(page, 'near dark')
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await picture(page, 'near forced colours')
  await page.emulateMedia({ forcedColors: 'none' })
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await tooWide(page), 'it scrolls sideways at 320 px').toBe(false)
  await picture(page, 'near 320')
  await page.setViewportSize({ width: 1280, height: 860 })

  for (const [language, direction] of [
    ['es', 'ltr'],
    ['en-XB', 'rtl'],
  ] as const) {
    await mkdir(path.join(app.dataFolder, 'firsthand'), { recursive: true })
    await writeFile(
      path.join(app.dataFolder, 'firsthand', 'preferences.json'),
      JSON.stringify({ language, theme: 'system', textSize: 200 }),
    )
    await page.reload()
    await page.locator('main').waitFor()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await page.getByRole('link', { name: 'speech' }).first().click()
    await page.getByText('Americans').waitFor()
    await openNear(page)
    await sliders(page).first().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    // To the right is later, in every language.
    expect(Number(await sliders(page).first().getAttribute('aria-valuenow'))).toBe(400)
    expect(await faults(page), language).toEqual([])
    expect(await tooWide(page), language).toBe(false)
    await picture(page, `near ${language} large`)
    await page.setViewportSize({ width: 320, height: 700 })
    expect(await tooWide(page), `${language} at 320 px`).toBe(false)
    await picture(page, `near ${language} large 320`)
    await page.setViewportSize({ width: 1280, height: 860 })
  }
})
