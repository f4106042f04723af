// A first draft by machine as a person meets it: turned on, made of real speech by the real engine with a model made here
// (it says fixed words, whatever it hears), gone through, taken into the story. Until then nothing else knows its words.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { writeSpeakingModel } from '../support/speaking-model.ts'
import { jfkFile, saidByModel } from '../support/speech.ts'
import { long } from './long.ts'
import { bringIn, openArchive, openStory, test } from './app.ts'
import { choose, focused, tabTo, withoutMouse } from './keyboard-steps.ts'
import { inEveryWay } from './in-every-way.ts'
import { look, picture } from './looking.ts'
import { needsRealFiles } from './real-files.ts'

needsRealFiles('audio/speech/jfk.wav')

let folder: string
let model: string
test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firsthand-e2e-model-'))
  model = path.join(folder, 'ggml-speaking.bin')
  writeSpeakingModel(model, saidByModel.split(/(?= )/))
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function turnOn(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await expect(page.getByText('Turned off.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Choose a model and turn it on' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose a model' })
  await dialog.getByLabel('Folder or file').fill(folder)
  await dialog.getByRole('button', { name: 'Go there' }).click()
  await dialog.getByRole('option', { name: /ggml-speaking\.bin/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await expect(page.getByText(/^Turned on, with the model ggml-speaking\.bin/)).toBeVisible()
}

async function draftOfSpeech(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'First draft by machine' }).first().click()
  await page.getByRole('heading', { name: 'First draft by machine', level: 1 }).waitFor()
  await expect(page.getByRole('button', { name: 'Begin' })).toBeDisabled()
  await page.getByRole('button', { name: /Which language is spoken/ }).click()
  await page.getByRole('option', { name: 'English', exact: true }).click()
  await page.getByRole('checkbox', { name: /I asked her/ }).check({ force: true })
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('heading', { name: /^Passage 1 of/ }).waitFor({ timeout: 60_000 })
}

/** How many pixels lie between the offer and the edges of its pane, at both sides and above. */
const roomAroundOffer = (page: Page): Promise<number[]> =>
  page.getByText('Not written down yet').evaluate((title) => {
    const offer = title.parentElement?.getBoundingClientRect() ?? new DOMRect()
    const pane = title.closest('section')?.getBoundingClientRect() ?? new DOMRect()
    return [offer.left - pane.left, pane.right - offer.right, offer.top - pane.top]
  })

/** Where a button stood, in pixels from above, at each passage from now on; each place once. */
async function placesOf(page: Page, name: string): Promise<() => Promise<[string, number[]][]>> {
  const seen = await page.evaluateHandle((words) => {
    const places = new Map<string, Set<number>>()
    const look = (): void => {
      const passage = document.querySelector('#draft-place')?.textContent ?? ''
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)
      const top = button?.getBoundingClientRect().top
      if (top !== undefined) places.set(passage, (places.get(passage) ?? new Set()).add(top + window.scrollY))
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
    return places
  }, name)
  return () => seen.evaluate((places) => [...places].map(([passage, tops]) => [passage, [...tops]]))
}

async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Find' }).click()
  await page.getByRole('searchbox').fill(words)
}

test('a draft is nobody’s words until somebody has been through it', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'jfk.wav', mimeType: 'audio/wav', buffer: readFileSync(jfkFile) }], 1)
  await turnOn(page)
  await openStory(page, 'jfk')
  await expect(page.getByText('Not written down yet')).toBeVisible()
  expect(Math.min(...(await roomAroundOffer(page))), 'it lies against no edge of its pane').toBeGreaterThanOrEqual(10)
  await inEveryWay(page, 'a draft is offered')
  await draftOfSpeech(page)
  const signed = page.getByText('A machine’s draft. Nobody has been through it.')
  await expect(signed).toBeVisible()
  const words = page.getByRole('textbox', { name: 'Words of the draft' })
  await expect(words).toHaveValue('The quillfern harbour was closed.')

  // Not found; the control is the same search at the end.
  await find(page, 'quillfern')
  await expect(page.getByText('quillfern harbour')).toHaveCount(0)
  await openStory(page, 'jfk')
  await expect(page.getByText('quillfern')).toHaveCount(0)

  await page.getByRole('button', { name: 'First draft by machine' }).first().click()
  await page.getByRole('button', { name: 'Go through it' }).click()
  await page.getByRole('button', { name: 'Play' }).click()
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  const stood = await placesOf(page, 'Leave out')
  await page.getByRole('button', { name: 'This is right' }).click()
  await page.getByRole('heading', { name: /^Passage 2 of/ }).waitFor()
  await words.fill('Nobody told us in Tokyo why.')
  await page.getByRole('button', { name: 'Take it with my changes' }).click()
  const end = page.getByRole('heading', { name: 'You have been through all of it' })
  while (!(await end.isVisible())) {
    const place = await page.getByRole('heading', { name: /^Passage \d+ of/ }).textContent()
    const here = page.getByRole('heading', { name: place ?? '', exact: true })
    await page.getByRole('button', { name: 'Leave out' }).click()
    await expect(here).toHaveCount(0)
    await expect(end.or(page.getByRole('heading', { name: /^Passage \d+ of/ }))).toBeVisible()
  }
  for (const [passage, places] of await stood())
    expect(places, `${passage}: nothing moves under a press`).toHaveLength(1)
  await page.getByRole('button', { name: 'Done: destroy the rest' }).click()
  const story = page.getByRole('textbox', { name: 'The words of the story' })
  await expect(story).toContainText('The quillfern harbour was closed.')
  await expect(story).toContainText('Nobody told us in Tokyo why.')
  await find(page, 'quillfern')
  await expect(page.getByText(/harbour was closed/)).toBeVisible()
})

test('it is begun, gone through and thrown away by keyboard alone', async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'jfk.wav', mimeType: 'audio/wav', buffer: readFileSync(jfkFile) }], 1)
  await turnOn(page)
  await openStory(page, 'jfk')
  await page.getByRole('button', { name: 'First draft by machine' }).first().focus()
  const mouse = await withoutMouse(page)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'First draft by machine', level: 1 }).waitFor()
  await choose(page, /Which language is spoken/, 'English')
  await tabTo(page, /I asked her/, 'Space')
  await tabTo(page, 'Begin')
  await page.getByRole('heading', { name: /^Passage 1 of/ }).waitFor({ timeout: 60_000 })
  await tabTo(page, /Words of the draft/, '')
  await page.keyboard.press('End')
  await page.keyboard.type(' Then.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByRole('heading', { name: /^Passage 2 of/ }).waitFor()
  await expect.poll(async () => (await focused(page)).name).toBe('Words of the draft')
  await page.keyboard.press('ControlOrMeta+Shift+Backspace')
  await expect(page.getByRole('heading', { name: /^Passage 2 of/ })).toHaveCount(0)
  await tabTo(page, 'Go on later')
  await page.getByRole('heading', { name: 'Waiting for you' }).waitFor()
  await tabTo(page, 'Throw the draft away')
  await page.getByRole('dialog', { name: 'Throw the draft away' }).waitFor()
  await tabTo(page, 'Throw the draft away')
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toHaveCount(0)
  await mouse()
})

test('every screen of it: no fault that axe finds, in light, dark and narrow', long, async ({ page }) => {
  await openArchive(page)
  await bringIn(page, [{ name: 'jfk.wav', mimeType: 'audio/wav', buffer: readFileSync(jfkFile) }], 1)
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  await page.getByRole('button', { name: 'Choose a model and turn it on' }).click()
  await page.getByRole('dialog', { name: 'Choose a model' }).getByLabel('Folder or file').fill('/nowhere/ggml-x.bin')
  await page.getByRole('button', { name: 'Go there' }).click()
  await expect(page.getByText(/There is no such model/)).toBeVisible()
  await look(page, 'choosing a model')
  await picture(page, 'choosing a model')
  await page.keyboard.press('Escape')
  await turnOn(page)
  await look(page, 'turned on')
  await picture(page, 'turned on')
  await openStory(page, 'jfk')
  await look(page, 'a story that nobody has written down')
  await picture(page, 'bare story')
  await page.getByRole('button', { name: 'First draft by machine' }).first().click()
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  await look(page, 'before it begins')
  await picture(page, 'before it begins')
  await page.getByRole('button', { name: 'Back to the story' }).click()
  await draftOfSpeech(page)
  await look(page, 'a passage of the draft')
  await picture(page, 'passage')
  await page.getByRole('button', { name: 'Go on later' }).click()
  await page.getByRole('button', { name: 'Throw the draft away' }).click()
  await look(page, 'throwing it away')
  await picture(page, 'throwing away')
  await page.getByRole('dialog').getByRole('button', { name: 'Throw the draft away' }).click()
  await page.getByRole('button', { name: 'Begin' }).waitFor()
})
