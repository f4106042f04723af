// One sound all the way: spoken into the microphone, recorded, written down, one name taken out of its words, given out,
// and what left compared with what was said, by another decoder where there is one.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { correlation } from '../support/sound-samples.ts'
import { reviewAndWaive, selectWords, signOffAndGiveOut, takeOutAName, test } from './app.ts'
import { exportedFiles, filesWith } from './exported.ts'
import { long } from './long.ts'
import { needsRealFiles, realFilesAreHere, speech, speechSound } from './real-files.ts'
import {
  finishIt,
  playing,
  readWav,
  recordUntil,
  sampleRate,
  soundOfStory,
  speechFile,
  stopRecord,
} from './record-steps.ts'
import { allowEach, makeExcerpt } from './story-steps.ts'
import { caretAtEndOf, passageMenu } from './writing-steps.ts'

const said = realFilesAreHere ? speechFile(speechSound()) : null
test.use({ launchOptions: playing(said?.file ?? '') })
needsRealFiles()

/** Where in the speech the passages and the name are, in seconds. */
const clips = { first: [0.3, 2.2], third: [8.1, 10.6], name: [1.35, 2.05] } as const

const part = (samples: Int16Array, from: number, until: number): Int16Array =>
  samples.subarray(Math.round(from * sampleRate), Math.round(until * sampleRate))

/** The second at which a stretch of the speech begins in the recording, the first time; to a sample. */
function found(recorded: Int16Array, from: number, until: number): number {
  const sought = part(said?.samples ?? new Int16Array(), from, until)
  const best = (candidates: readonly number[], step: number): number => {
    let highest = { at: 0, likeness: 0 }
    for (const at of candidates) {
      let [together, power] = [0, 0]
      for (let sample = 0; sample < sought.length; sample += step) {
        const here = recorded[at + sample] ?? 0
        together += here * (sought[sample] ?? 0)
        power += here * here
      }
      const likeness = power === 0 ? 0 : together / Math.sqrt(power)
      if (likeness > highest.likeness) highest = { at, likeness }
    }
    return highest.at
  }
  const everywhere = Array.from({ length: Math.floor((recorded.length - sought.length) / 12) }, (_, at) => at * 12)
  const near = best(everywhere, 96)
  return (
    best(
      Array.from({ length: 49 }, (_, at) => Math.max(0, near - 24 + at)),
      7,
    ) / sampleRate
  )
}

/** How like `whole` is to a part of the speech, a few milliseconds earlier or later: times are kept in milliseconds. */
function likeness(whole: Int16Array, from: number, until: number, spokenFrom: number): number {
  const sought = part(said?.samples ?? new Int16Array(), spokenFrom, spokenFrom + until - from)
  let highest = 0
  for (let shift = -240; shift <= 240; shift += 1) {
    const at = Math.round(from * sampleRate) + shift
    if (at >= 0) highest = Math.max(highest, correlation(whole.subarray(at, at + sought.length), sought))
  }
  return highest
}

async function writeTimes(page: Page, words: string, [from, until]: readonly [number, number]): Promise<void> {
  await caretAtEndOf(page, words)
  await passageMenu(page, 'Write its times')
  const dialog = page.getByRole('dialog', { name: 'This passage in the sound' })
  await dialog.getByRole('textbox', { name: 'Begins at (seconds)' }).fill(from.toFixed(3))
  await dialog.getByRole('textbox', { name: 'Ends at (seconds)' }).fill(until.toFixed(3))
  await dialog.getByRole('button', { name: 'Keep these times' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

function decoded(file: string, bytes: Buffer): Int16Array {
  const { stdout, error } = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-'], { maxBuffer: 2 ** 28 })
  return error === undefined ? new Int16Array(new Uint8Array(stdout).buffer) : readWav(bytes).samples
}

test(
  'what is recorded and taken out by its words is not in what is given out; what was not is',
  long,
  async ({ page, app }) => {
    test.setTimeout(240_000)
    // The speech lasts eleven seconds and is said again and again: each part of it is whole in so many.
    const recorder = await recordUntil(page, app, { title: 'Country', name: 'Jo' }, 15)
    await stopRecord(recorder)
    await finishIt(page, 'Country')
    await page.getByRole('button', { name: 'Go to the story' }).click()
    await page.getByRole('heading', { name: 'Country' }).waitFor()
    const master = readWav(await soundOfStory(page)).samples
    const first = found(master, ...clips.first) - clips.first[0]
    const third = found(master, ...clips.third) - clips.third[0]

    const words = page.getByRole('textbox', { name: 'The words of the story' })
    await words.click()
    await page.keyboard.type(`${speech.passages[0]}.`)
    await page.keyboard.press('Enter')
    await page.keyboard.type(`${speech.passages[2]}.`)
    await expect(page.locator('[data-state="kept"]')).toBeVisible({ timeout: 30_000 })
    await writeTimes(page, speech.passages[0], [first + clips.first[0], first + clips.first[1]])
    await writeTimes(page, speech.passages[2], [third + clips.third[0], third + clips.third[1]])
    await selectWords(page, speech.passages[0], speech.name)
    await takeOutAName(page, {
      from: (first + clips.name[0]).toFixed(3),
      to: (first + clips.name[1]).toFixed(3),
    })
    const passages = ['And so my fellow', speech.passages[2]]
    await allowEach(page, passages)
    await reviewAndWaive(page)
    await makeExcerpt(page, { story: 'Country', recipient: 'Evening class', title: 'What you can do', passages })
    await page.getByRole('button', { name: /How many files/ }).click()
    await page.getByRole('option', { name: 'One file for each passage' }).click()
    await signOffAndGiveOut(page, app.dataFolder, 'class')

    const folder = path.join(app.dataFolder, 'class')
    const left = await exportedFiles(folder)
    expect(filesWith(left, speech.name)).toEqual([])
    const sounds = [...left.keys()].filter((name) => name.startsWith('sound-')).sort()
    expect(sounds).toHaveLength(2)
    const [one, two] = sounds.map((name) =>
      decoded(path.join(folder, name), left.get(name) ?? readFileSync(path.join(folder, name))),
    )
    if (one === undefined || two === undefined) throw new Error('the sounds are not there')
    // What was said, where it was said: as it was.
    expect(likeness(one, 0.05, 0.8, clips.first[0] + 0.05)).toBeGreaterThan(0.95)
    expect(likeness(two, 0.05, 2.4, clips.third[0] + 0.05)).toBeGreaterThan(0.95)
    // What was taken out: in the recording it is heard, in what left nothing is.
    const [from, until] = [clips.name[0] - clips.first[0], clips.name[1] - clips.first[0]]
    const taken = part(master, first + clips.name[0], first + clips.name[1])
    expect(taken.some((sample) => Math.abs(sample) > 1_000)).toBe(true)
    expect(Math.max(...part(one, from - 0.06, Math.min(until + 0.06, one.length / sampleRate)).map(Math.abs))).toBe(0)
    expect(Math.abs(correlation(part(one, from, until), taken))).toBeLessThan(0.01)
  },
)
