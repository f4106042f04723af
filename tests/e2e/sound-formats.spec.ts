// Speech given out as FLAC and as Opus, one file for each passage, chosen by keyboard: each file that left is decoded by
// itself and compared with what was recorded. What was taken out is not there, what was not is.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { readWritten } from '../../electron/archive/features/sound/formats/index.ts'
import type { SoundFormat } from '../../shared/domain/sound/sound-as.ts'
import { correlation, samplesOf } from '../support/sound-samples.ts'
import {
  bringIn,
  openArchive,
  openStory,
  reviewAndWaive,
  selectWords,
  signOffAndGiveOut,
  takeOutAName,
  test,
} from './app.ts'
import { exportedFiles, filesWith, openFromDisk } from './exported.ts'
import { inEveryWay } from './in-every-way.ts'
import { choose, focusIsSeen, withoutMouse } from './keyboard-steps.ts'
import { long } from './long.ts'
import { needsRealFiles, realFiles, speech, speechSound } from './real-files.ts'
import { allowEach, makeExcerpt } from './story-steps.ts'

const hasFfmpeg = spawnSync('ffmpeg', ['-version']).error === undefined
if (!hasFfmpeg) process.stderr.write('ffmpeg is not on this machine: what left is decoded by our own readers alone.\n')

/** Milliseconds of the recording; what the name takes with it, by the times of its words. */
const clips = [
  { from: 300, until: 2_200, silent: { from: 1_150, until: 2_200 } },
  { from: 8_100, until: 10_600, silent: null },
] as const

async function own(format: SoundFormat, file: Buffer, length: number, rate: number): Promise<Int16Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield file
  }
  const samples: number[] = []
  for await (const piece of readWritten(format, pieces(), length, rate)) for (const one of piece) samples.push(one)
  return Int16Array.from(samples)
}

function byFfmpeg(file: string, rate: number): Int16Array {
  const { stdout } = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-ar', String(rate), '-f', 's16le', '-'], {
    maxBuffer: 2 ** 28,
  })
  return new Int16Array(new Uint8Array(stdout).buffer)
}

/** At a multiple of 16 kHz, between two samples in a straight line. */
function original(rate: number): Int16Array {
  const { samples } = samplesOf(speechSound())
  const times = rate / 16_000
  return Int16Array.from({ length: samples.length * times }, (_, at) => {
    const here = samples[Math.floor(at / times)] ?? 0
    return here + (((samples[Math.floor(at / times) + 1] ?? here) - here) * (at % times)) / times
  })
}

function compare(decoded: Int16Array, rate: number, clip: (typeof clips)[number]): void {
  const at = (ms: number) => (ms * rate) / 1_000
  const came = original(rate).subarray(at(clip.from), at(clip.until))
  expect(decoded.length).toBe(came.length)
  const { silent } = clip
  const heardUntil = (silent?.from ?? clip.until) - clip.from
  expect(correlation(decoded.subarray(0, at(heardUntil - 20)), came.subarray(0, at(heardUntil - 20)))).toBeGreaterThan(
    0.97,
  )
  if (silent === null) return
  const [from, until] = [at(silent.from - clip.from + 40), at(silent.until - clip.from)]
  expect(came.subarray(from, until).some((sample) => Math.abs(sample) > 1_000)).toBe(true)
  expect(Math.abs(correlation(decoded.subarray(from, until), came.subarray(from, until)))).toBeLessThan(0.01)
  expect(Math.max(...decoded.subarray(from, until).map(Math.abs))).toBe(0)
}

async function chooseSound(page: Page, format: string): Promise<void> {
  const mouseIsLeft = await withoutMouse(page)
  // NOTE: what was pressed before this does not count.
  await page.evaluate(() => delete document.documentElement.dataset['mouse'])
  await page.getByRole('textbox', { name: 'Keywords', exact: true }).focus()
  await choose(page, /Kind of sound file/, format)
  await choose(page, /How many files/, 'One file for each passage')
  await focusIsSeen(page, 'choosing the sound')
  await mouseIsLeft()
}

// What is in the files is looked at in tests/archive/sound-copies.test.ts too.
test(
  'speech leaves as FLAC and as Opus, and what was taken out is in neither',
  long,
  async ({ page, app, browser }) => {
    needsRealFiles()
    test.setTimeout(240_000)
    await openArchive(page)
    await bringIn(page, realFiles().files.slice(-3), 2)
    await page.getByRole('button', { name: 'Go to the shelf' }).click()
    await openStory(page, 'speech')
    const [first, second, third] = speech.passages
    await selectWords(page, first, speech.name)
    await takeOutAName(page, null)
    await allowEach(page, [first.replace(speech.name, '').trim(), third])
    await reviewAndWaive(page)

    for (const [recipient, name, format] of [
      ['Evening class', 'FLAC: the same sound, half the size', 'flac'],
      ['Radio hall', 'Opus: small files, clear speech', 'opus'],
    ] as const) {
      const passages = ['And so my fellow', third]
      await makeExcerpt(page, { story: 'speech', recipient, title: 'What you can do', passages })
      await chooseSound(page, name)
      await expect(page.getByText('MP3 and M4A are not offered: nothing here could check them.')).toBeVisible()
      if (format === 'flac') await inEveryWay(page, 'en sound choices')
      await signOffAndGiveOut(page, app.dataFolder, `as-${format}`)
      const folder = path.join(app.dataFolder, `as-${format}`)
      const left = await exportedFiles(folder)
      expect([...left.keys()].filter((file) => /sound|captions/.test(file)).sort()).toEqual([
        'captions-1.vtt',
        'captions-2.vtt',
        `sound-1.${format}`,
        `sound-2.${format}`,
      ])
      for (const words of [speech.name, second]) expect(filesWith(left, words), words).toEqual([])
      const rate = format === 'opus' ? 48_000 : 16_000
      for (const [at, clip] of clips.entries()) {
        const file = left.get(`sound-${at + 1}.${format}`) ?? Buffer.alloc(0)
        compare(await own(format, file, ((clip.until - clip.from) * rate) / 1_000, rate), rate, clip)
        if (hasFfmpeg) compare(byFfmpeg(path.join(folder, `sound-${at + 1}.${format}`), rate), rate, clip)
      }
      expect(left.get('captions-2.vtt')?.toString('utf8')).toContain('00:00:00.000 --> 00:00:02.500')
      const { page: reading, asked } = await openFromDisk(browser, folder, true)
      await reading.getByLabel('Hear passage 2').evaluate(async (sound: HTMLAudioElement) => {
        sound.muted = true
        await sound.play()
      })
      await expect
        .poll(() =>
          reading.getByLabel('Hear passage 2').evaluate((sound: HTMLAudioElement) => Math.round(sound.duration * 10)),
        )
        .toBe(25)
      await reading.getByRole('searchbox').fill(speech.name)
      await expect(reading.locator('mark')).toHaveCount(0)
      expect(asked).toEqual([])
      if (process.env['FIRSTHAND_SCREENSHOTS'] !== undefined)
        writeFileSync(
          path.join(process.env['FIRSTHAND_SCREENSHOTS'], `page-${format}.png`),
          await reading.screenshot({ fullPage: true }),
        )
    }
  },
)
