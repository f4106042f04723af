// Her own recording from near, by keyboard alone, in her own session: heard, a stretch taken out with why, its edges moved,
// undone; and looked at in both themes, narrow, large and in Spanish.
import { expect, type Locator, type Page } from '@playwright/test'
import { long } from './long.ts'
import { bringIn, giveBack, handOver, openArchive, test } from './app.ts'
import { answer, focusIsSeen, tabTo, withoutMouse, write } from './keyboard-steps.ts'
import { look, picture, tooWide } from './looking.ts'
import { needsRealFiles, real } from './real-files.ts'

const near = (page: Page): Locator => page.getByRole('slider', { name: 'Place in the sound, from near' })
const card = (page: Page): Locator =>
  page.getByRole('region', { name: 'Sound that is taken out' }).getByRole('listitem')

needsRealFiles('audio/speech')

async function pressed(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press(key)
}

/** In her session, in a story that nobody has written down. */
async function inHerSession(page: Page): Promise<void> {
  await openArchive(page)
  await bringIn(page, [real('audio/speech/jfk.wav')], 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: 'jfk', exact: true }).click()
  await page.getByRole('region', { name: 'Player' }).waitFor()
  await handOver(page)
}

test('by keyboard alone she takes sound of hers out, says why, moves its edges, hears it and undoes it', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await inHerSession(page)
  const mouseWasLeftAlone = await withoutMouse(page)
  await tabTo(page, /jfk/)
  await tabTo(page, 'The sound from near')
  await expect(page.getByRole('heading', { name: 'The sound from near', level: 1 })).toBeFocused()
  await expect(page.locator('audio')).toHaveJSProperty('paused', true)

  await test.step('a stretch is chosen by keys', async () => {
    await tabTo(page, 'Place in the sound, from near', '')
    await focusIsSeen(page, 'coming to the sound')
    await page.keyboard.press('Home')
    await expect(near(page)).toHaveAttribute('aria-valuetext', '0 seconds, of 11 seconds')
    await pressed(page, 'ArrowRight', 20)
    await pressed(page, 'Shift+ArrowRight', 5)
    await expect(near(page)).toHaveAttribute('aria-valuetext', /; chosen from 4 seconds to 5 seconds$/)
    await write(page, 'From', '3.5')
    await page.keyboard.press('Enter')
  })

  await test.step('it is taken out, from whom and why', async () => {
    await tabTo(page, 'Take this sound out…')
    const dialog = page.getByRole('dialog', { name: 'Take this sound out' })
    await expect(dialog.getByText('From 0:03.5 to 0:05')).toBeVisible()
    await answer(page, 'What is heard there?', 'A place')
    await answer(page, 'From whom?', /^From readers and the public/)
    await write(page, 'Why, if you want to say it', 'They would know where I lived.')
    await look(page, 'her dialog for taking sound out')
    await picture(page, 'her sound dialog')
    await tabTo(page, 'Take it out')
    await dialog.waitFor({ state: 'hidden' })
    await focusIsSeen(page, 'taking the sound out')
    await expect(card(page)).toContainText('From 0:03.5 to 0:05')
    await expect(card(page)).toContainText('Taken out from readers and the public.')
    await expect(card(page)).toContainText('Why: They would know where I lived.')
  })

  await test.step('its edges are moved, and it is left where it was', async () => {
    await tabTo(page, 'Change where it is: from 0:03.5 to 0:05')
    await expect(near(page)).toBeFocused()
    await expect(near(page)).toHaveAttribute('aria-valuetext', /; chosen from 3\.5 seconds to 5 seconds$/)
    await tabTo(page, 'Leave it where it was', 'Enter', true)
    await expect(near(page)).toBeFocused()
    await expect(page.getByRole('button', { name: 'Keep it here' })).toHaveCount(0)
    await tabTo(page, 'Change where it is: from 0:03.5 to 0:05')
    await write(page, 'To', '6.2')
    await tabTo(page, 'Keep it here')
    await expect(card(page)).toContainText('From 0:03.5 to 0:06.2')
    await focusIsSeen(page, 'keeping the edges')
    await page.keyboard.press('Home')
    await pressed(page, 'ArrowRight', 28)
    await expect(near(page)).toHaveAttribute('aria-valuetext', /^5\.6 seconds, of 11 seconds; taken out/)
    await picture(page, 'her sound')
  })

  await test.step('it is heard, and stops at its end', async () => {
    await tabTo(page, 'Hear it: from 0:03.5 to 0:06.2')
    await expect(page.locator('audio')).toHaveJSProperty('paused', false)
    await expect.poll(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.paused)).toBe(true)
    const at = await page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime)
    expect(at).toBeGreaterThan(6.1)
    expect(at).toBeLessThan(7)
  })

  await test.step('each step is undone', async () => {
    await page.keyboard.press('ControlOrMeta+z')
    await expect(card(page)).toContainText('From 0:03.5 to 0:05')
    await tabTo(page, 'Undo', 'Enter', true)
    await expect(card(page)).toHaveCount(0)
    await expect(page.getByText('Nothing is taken out of the sound alone.')).toBeVisible()
    await focusIsSeen(page, 'undoing')
  })

  await test.step('by her command, and back to her story', async () => {
    await tabTo(page, 'Back to this story', '', true)
    await page.keyboard.press('ControlOrMeta+Shift+X')
    await expect(near(page)).toBeFocused()
    await tabTo(page, 'Back to this story', 'Enter', true)
    await page.getByRole('button', { name: 'The sound from near' }).waitFor()
    await page.keyboard.press('ControlOrMeta+Shift+X')
    await expect(page.getByRole('heading', { name: 'The sound from near', level: 1 })).toBeFocused()
  })
  await mouseWasLeftAlone()
})

test('what she took out is silent for readers, and an archivist cannot let it be heard again', async ({ page }) => {
  await inHerSession(page)
  await page.getByRole('button', { name: /jfk/ }).first().click()
  await page.getByRole('button', { name: 'The sound from near' }).click()
  const box = (await near(page).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(box.x + box.width * 0.25, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.5, box.y + 40, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: 'Take this sound out…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take this sound out' })
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await expect(dialog.getByText('Choose or write this first.')).toHaveCount(2)
  await dialog.getByRole('radio', { name: 'Something else' }).check({ force: true })
  await dialog.getByRole('radio', { name: /^From readers/ }).check({ force: true })
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await expect(card(page)).toContainText(/From 0:02\.[678]\d* to 0:05\.[45]/)

  await page.getByRole('button', { name: 'Back to this story' }).click()
  await page.getByRole('button', { name: 'Back to my stories' }).click()
  await giveBack(page)
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: 'jfk', exact: true }).click()
  await page.getByRole('tab', { name: 'Taken out' }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Sound only' })).toContainText('Hidden from readers')
  await page.getByRole('radio', { name: 'Readers', exact: true }).check({ force: true })
  await expect.poll(() => page.locator('audio').getAttribute('src')).toContain('/rendition/')
  const loud = await page.evaluate(async () => {
    const bytes = await (await fetch(document.querySelector('audio')?.src ?? '')).arrayBuffer()
    const samples = (await new OfflineAudioContext(1, 1, 16_000).decodeAudioData(bytes)).getChannelData(0)
    const most = (from: number, to: number) =>
      samples.slice(from * 16_000, to * 16_000).reduce((least, one) => Math.max(least, Math.abs(one)), 0)
    return [most(2.8, 5.4), most(6, 11)]
  })
  expect(loud[0], 'nothing is left of it').toBe(0)
  expect(loud[1], 'the rest is heard').toBeGreaterThan(0.1)
})

test('her sound from near, narrow, large, dark and in Spanish', long, async ({ page }) => {
  test.setTimeout(120_000)
  await inHerSession(page)
  await page.getByRole('button', { name: /jfk/ }).first().click()
  await page.getByRole('button', { name: 'The sound from near' }).waitFor()
  await look(page, 'her story without words')
  await picture(page, 'her story without words')
  await page.getByRole('button', { name: 'The sound from near' }).click()
  await near(page).focus()
  await pressed(page, 'ArrowRight', 10)
  await pressed(page, 'Shift+ArrowRight', 20)
  await page.getByRole('button', { name: 'Take this sound out…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take this sound out' })
  await dialog.getByRole('radio', { name: 'Something else' }).check({ force: true })
  await dialog.getByRole('radio', { name: /^From the public/ }).check({ force: true })
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await expect(card(page)).toHaveCount(1)
  await look(page, 'her sound from near')
  await page.emulateMedia({ colorScheme: 'dark' })
  await picture(page, 'her sound dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 700 })
  await picture(page, 'her sound 320')
  await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'))
  expect(await tooWide(page), 'it scrolls sideways at 320 px and 200 %').toBe(false)
  await picture(page, 'her sound 320 large')
  await page.getByRole('button', { name: 'Take this sound out…' }).click()
  expect(await tooWide(page), 'the dialog scrolls sideways at 320 px and 200 %').toBe(false)
  await picture(page, 'her sound dialog 320 large')
  await page.keyboard.press('Escape')
  await page.setViewportSize({ width: 1280, height: 860 })
  await page.evaluate(() => document.documentElement.style.removeProperty('--text-scale'))
  await page.getByRole('button', { name: 'Back to this story' }).click()
  await page.getByRole('button', { name: 'Back to my stories' }).click()
  await page.getByRole('navigation').getByRole('button', { name: 'About me' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('es')
  await page.getByRole('navigation').getByRole('button', { name: 'Mis historias' }).click()
  await page.getByRole('button', { name: /jfk/ }).first().click()
  await page.getByRole('button', { name: 'El sonido de cerca' }).click()
  await page.getByRole('slider').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await picture(page, 'her sound in Spanish')
  await page.getByRole('button', { name: 'Quitar este sonido…' }).click()
  await picture(page, 'her sound dialog in Spanish')
})
