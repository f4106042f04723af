// Where her answer asks for another voice: the gate says so, a passage is recorded on the spot, one is brought as a file, one
// is read by a voice of the machine where there is one; each is listened to and used; and her own voice is not in what leaves.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { LanguageCode } from '../../renderer/words/index.ts'
import { makeSay, type Say } from '../../renderer/words/make-say.ts'
import { samplesOf } from '../support/sound-samples.ts'
import { toneWav } from '../support/tone.ts'
import {
  beginExcerpt,
  bringIn,
  choosePassages,
  giveEvidence,
  openArchive,
  openStory,
  reviewAndWaive,
  signOffAndGiveOut,
  test,
} from './app.ts'
import { long } from './long.ts'
import { exportedFiles, filesWith } from './exported.ts'
import { toneIn } from './goertzel.ts'
import { inEveryWay } from './in-every-way.ts'
import { playing, tonesFile } from './record-steps.ts'

const hers = 700
const captions = `WEBVTT

00:00.000 --> 00:02.000
<v Marisol>I sold oranges at the market.

00:02.000 --> 00:04.000
<v Marisol>My sister came with me.

00:04.000 --> 00:06.000
<v Marisol>Then we moved away.
`
const files = [
  { name: 'oranges.vtt', mimeType: 'text/vtt', buffer: Buffer.from(captions) },
  { name: 'oranges.wav', mimeType: 'audio/wav', buffer: Buffer.from(toneWav(6, 16_000, hers)) },
]
const hasMachine = existsSync('/usr/bin/espeak-ng') || existsSync('/usr/local/bin/espeak-ng')
if (!hasMachine) process.stderr.write('eSpeak NG is not on this machine: a file is brought in place of its voice.\n')

/** Her yes to the reading room for all of it, in another voice. */
async function allowInAnotherVoice(page: Page): Promise<void> {
  await choosePassages(page, 'I sold oranges', 2)
  await page.getByRole('tab', { name: 'Consent' }).click()
  await page.getByRole('button', { name: /^Reading room/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Reading room' })
  await dialog.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true })
  await dialog.getByText('With conditions').click()
  await dialog.getByText('Somebody else may read it. Her own voice does not leave.').click()
  await giveEvidence(page, dialog)
  await dialog.getByRole('button', { name: 'Keep her answer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function prepare(page: Page): Promise<void> {
  await openArchive(page)
  await bringIn(page, files, 1)
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  await openStory(page, 'oranges')
  await allowInAnotherVoice(page)
  await reviewAndWaive(page)
  await beginExcerpt(page, 'oranges', 'Hall')
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Oranges')
  await page.getByRole('button', { name: 'Choose all' }).click()
}

/** Listened to by keyboard, and used. */
async function listenAndUse(page: Page, say: Say): Promise<void> {
  const dialog = page.getByRole('dialog')
  const use = dialog.getByRole('button', { name: say('reading.use'), exact: true })
  await expect(use).toBeDisabled()
  const sound = dialog.getByLabel(say('reading.heard'), { exact: true }).locator('audio')
  await sound.focus()
  await page.keyboard.press('Space')
  await expect(use).toBeEnabled({ timeout: 30_000 })
  await use.click()
  await dialog.waitFor({ state: 'hidden' })
}

async function bringFile(page: Page, say: Say, hertz: number): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('reading.file'), exact: true })
    .click()
  await (
    await chooser
  ).setFiles([{ name: 'read.wav', mimeType: 'audio/wav', buffer: Buffer.from(toneWav(1, 16_000, hertz)) }])
  await page.getByRole('dialog').getByLabel(say('reading.heard'), { exact: true }).locator('audio').waitFor()
}

const english = makeSay('en')

test.use({ launchOptions: playing(tonesFile()) })

test(
  'another voice reads, on the spot, from a file and by the machine, and hers does not leave',
  long,
  async ({ page, app }) => {
    test.setTimeout(240_000)
    await prepare(page)
    const reasons = page.getByRole('list', { name: 'Before it can leave' })
    await expect(reasons).toContainText('She wants another voice here than her own, and nobody has read it yet.')
    await expect(page.getByText('Her own voice made higher or lower is not offered.')).toBeVisible()
    // The gate's one step goes to the first of them.
    await reasons.getByRole('button', { name: 'Have it read by somebody else' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('I sold oranges at the market.')
    await dialog.getByRole('textbox', { name: 'Who reads' }).fill('Iris')
    await dialog.getByRole('button', { name: 'Record it here' }).click()
    await dialog.getByRole('button', { name: 'Begin to speak' }).click()
    await expect(dialog.getByText('0:02')).toBeVisible()
    await dialog.getByRole('button', { name: 'Stop here' }).click()
    await listenAndUse(page, english)
    await expect(page.getByText(/^Read by Iris \(0:0[2-4]\)\. It is used\.$/)).toBeVisible()

    await page.getByRole('button', { name: 'Have it read: passage 2' }).click()
    await bringFile(page, english, 1_500)
    await listenAndUse(page, english)

    await page.getByRole('button', { name: 'Have it read: passage 3' }).click()
    if (hasMachine) {
      await dialog.getByRole('button', { name: 'Let it read' }).click()
      await dialog.getByLabel('The reading', { exact: true }).locator('audio').waitFor()
    } else await bringFile(page, english, 1_800)
    await listenAndUse(page, english)
    await expect(reasons).not.toContainText('another voice')
    await signOffAndGiveOut(page, app.dataFolder, 'oranges-read')
    const left = await exportedFiles(path.join(app.dataFolder, 'oranges-read'))
    expect(filesWith(left, 'Iris')).toEqual([])
    expect(filesWith(left, 'It is not the narrator’s voice.').sort()).toEqual(['index.html', 'transcript.txt'])
    const { samples, sampleRate } = samplesOf(left.get('sound.wav') ?? Buffer.alloc(0))
    expect(toneIn(samples, sampleRate, 1_500)).toBeGreaterThan(0.05)
    // The control: the same measure finds her voice where it is.
    const master = samplesOf(Buffer.from(toneWav(6, 16_000, hers)))
    expect(toneIn(master.samples, master.sampleRate, hers)).toBeGreaterThan(0.1)
    expect(toneIn(samples, sampleRate, hers)).toBeLessThan(0.02)
  },
)

for (const [language, direction] of [
  ['en', 'ltr'],
  ['es', 'ltr'],
  ['en-XB', 'rtl'],
] as const satisfies readonly (readonly [LanguageCode, string])[]) {
  test(`the screens of another voice in ${language}`, long, async ({ page, app }) => {
    test.setTimeout(180_000)
    await prepare(page)
    await page.getByText('Kept', { exact: false }).first().waitFor()
    await expect(page.getByRole('list', { name: 'Before it can leave' })).toContainText('another voice')
    const say = makeSay(language)
    const own = path.join(app.dataFolder, 'firsthand')
    await mkdir(own, { recursive: true })
    await writeFile(path.join(own, 'preferences.json'), JSON.stringify({ language, theme: 'system', textSize: 100 }))
    await page.reload()
    await page
      .getByRole('navigation')
      .getByRole('button', { name: say('shell.excerpts'), exact: true })
      .click()
    await page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
    await expect(page.locator('html')).toHaveAttribute('dir', direction)
    await page.getByRole('heading', { name: say('reading.title'), exact: true }).waitFor()
    await inEveryWay(page, `${language} readings listed`)
    await page.getByRole('button', { name: say('reading.openNamed', { number: 2 }), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(say('reading.machine'), { exact: true }).waitFor()
    await inEveryWay(page, `${language} ways to read`)
    await bringFile(page, say, 900)
    await inEveryWay(page, `${language} a reading`)
    await dialog.getByRole('button', { name: say('reading.drop'), exact: true }).click()
    await dialog.getByRole('button', { name: say('reading.record'), exact: true }).waitFor()
  })
}
