// Erasing a passage whose recording is encoded: this window decodes it, and afterwards silence stands in its place, and
// everything else is heard as before and at the same time.
import path from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { correlation } from '../support/sound-samples.ts'
import { bringIn, openArchive, openStory, test, type ChosenFile } from './app.ts'
import { long } from './long.ts'
import { needsRealFiles, realBytes } from './real-files.ts'

interface Encoded {
  readonly stem: string
  readonly file: string
  /** Milliseconds of the passage that goes. */
  readonly gone: readonly [from: number, until: number]
  readonly endMs: number
  /** Whether every sample that stays must be the very same. */
  readonly isExact: boolean
}

const all: readonly Encoded[] = [
  {
    stem: 'mp3-mono',
    file: 'transcripts/whisper/bonjour_vous_allez_bien.mp3',
    gone: [9_000, 12_000],
    endMs: 36_000,
    isExact: false,
  },
  {
    stem: 'mp3-stereo',
    file: 'transcripts/whisper/punctuations.mp3',
    gone: [900, 1_500],
    endMs: 2_700,
    isExact: false,
  },
  {
    stem: 'flac',
    file: 'audio/speech/audio-stereo-24-bit-44100Hz.flac',
    gone: [900, 1_500],
    endMs: 2_700,
    isExact: true,
  },
  { stem: 'aiff', file: 'audio/speech/french.aiff', gone: [900, 1_500], endMs: 2_500, isExact: true },
]

const clock = (ms: number): string => `00:${(ms / 1_000).toFixed(3).padStart(6, '0')}`

/** From a third of it on nothing in its `mdat` can be decoded; its head says that all of it is there. */
function mangled(bytes: Buffer): Buffer {
  const at = bytes.indexOf('mdat') + 4
  const length = bytes.readUInt32BE(at - 8) - 8
  const made = Buffer.from(bytes)
  for (let place = at + Math.floor(length / 3); place < at + length; place += 1) made[place] = (place * 7919) % 251
  return made
}

function filesOf({ stem, file, gone: [from, until], endMs }: Encoded): ChosenFile[] {
  const cues = [
    [0, from - 300, `What ${stem} says first`],
    [from, until, `What ${stem} says and is to go`],
    [until + 300, endMs, `What ${stem} says last`],
  ] as const
  const captions = cues.map(([start, end, words]) => `${clock(start)} --> ${clock(end)}\n<v Mara>${words}\n`)
  return [
    { name: `${stem}.vtt`, mimeType: 'text/vtt', buffer: Buffer.from(`WEBVTT\n\n${captions.join('\n')}`) },
    { name: `${stem}${path.extname(file)}`, mimeType: '', buffer: realBytes(file) },
  ]
}

/** The recording of the story that is open, as this browser decodes it: 16 bits, one array a channel, and how it is stored. */
async function heard(page: Page): Promise<{ type: string; rate: number; channels: Int16Array[] }> {
  await page.waitForFunction(() => (document.querySelector('audio')?.currentSrc ?? '') !== '')
  const { type, rate, channels } = await page.evaluate(async () => {
    const answer = await fetch(document.querySelector('audio')?.currentSrc ?? '')
    const bytes = await answer.arrayBuffer()
    const rate = 48_000
    const sound = await new OfflineAudioContext(1, 1, rate).decodeAudioData(bytes)
    const text = (channel: number) => {
      const samples = new Int16Array(sound.getChannelData(channel).map((one) => Math.round(one * 32_767)))
      const raw = new Uint8Array(samples.buffer)
      let told = ''
      for (let at = 0; at < raw.length; at += 8_192) told += String.fromCharCode(...raw.subarray(at, at + 8_192))
      return btoa(told)
    }
    const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => text(channel))
    return { type: answer.headers.get('content-type') ?? '', rate, channels }
  })
  return {
    type,
    rate,
    channels: channels.map((one) => new Int16Array(new Uint8Array(Buffer.from(one, 'base64')).buffer)),
  }
}

async function openErasing(page: Page, { stem }: Encoded): Promise<Locator> {
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  await words.getByText(`What ${stem} says and is to go`).click()
  await page.getByRole('button', { name: 'This passage' }).click()
  await page.getByRole('menuitem', { name: /^Erase/ }).click()
  return page.locator('section').filter({ has: page.getByRole('heading', { name: 'The sound' }) })
}

async function eraseSecondPassage(page: Page, one: Encoded): Promise<void> {
  const sound = await openErasing(page, one)
  await expect(sound).toContainText('silence stands in its place')
  await expect(sound).toContainText('written anew for this, as WAV')
  await page.getByRole('button', { name: 'Erase this passage for good' }).click()
  await expect(page.getByText('It is erased')).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Back to the story' }).click()
  const words = page.getByRole('textbox', { name: 'The words of the story' })
  await words.waitFor()
  await expect(words).not.toContainText('is to go')
  await expect(words).toContainText(`What ${one.stem} says last`)
}

test('an encoded recording is silent where a passage was erased, and as before elsewhere', long, async ({ page }) => {
  needsRealFiles('audio', 'transcripts')
  test.setTimeout(180_000)
  await openArchive(page)
  await bringIn(page, all.flatMap(filesOf), all.length)
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  for (const one of all) {
    await test.step(one.stem, async () => {
      await openStory(page, one.stem)
      const before = await heard(page)
      await eraseSecondPassage(page, one)
      const after = await heard(page)
      expect(after.type).toBe('audio/wav')
      expect(after.channels.length).toBe(before.channels.length)
      const at = (ms: number) => Math.round((ms * before.rate) / 1_000)
      const [from, until] = [Math.floor((one.gone[0] - 110) / 50) * 50, Math.ceil((one.gone[1] + 110) / 50) * 50]
      for (const [place, was] of before.channels.entries()) {
        const now = after.channels[place] ?? new Int16Array()
        // NOTE: an encoder fills its last block, so that a little more may be there than there was.
        expect(Math.abs(now.length - was.length)).toBeLessThan(at(500))
        expect(
          was.subarray(at(from), at(until)).some((sample) => Math.abs(sample) > 500),
          'the control',
        ).toBe(true)
        expect(now.subarray(at(from + 5), at(until - 5)).every((sample) => sample === 0)).toBe(true)
        for (const [start, end] of [
          [100, from - 10],
          [until + 10, one.endMs - 200],
        ] as const) {
          const [old, fresh] = [was, now].map((samples) => samples.subarray(at(start), at(end)))
          if (old === undefined || fresh === undefined) throw new Error('nothing to compare')
          expect(correlation(old, fresh)).toBeGreaterThan(0.9999)
          if (one.isExact) expect(fresh.every((sample, at) => sample === old[at])).toBe(true)
        }
      }
      await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
    })
  }
})

test('what breaks in the middle is not taken for silence: the choice is as it was', long, async ({ page }) => {
  needsRealFiles('audio', 'transcripts')
  const file = 'audio/silence/10-minutes-of-silence.m4a'
  const one: Encoded = { stem: 'broken', file, gone: [9_000, 12_000], endMs: 59_000, isExact: false }
  await openArchive(page)
  const [captions, sound] = filesOf(one)
  if (captions === undefined || sound === undefined) throw new Error('there is nothing to bring in')
  await bringIn(page, [captions, { ...sound, buffer: mangled(sound.buffer) }], 1)
  await page.getByRole('button', { name: 'Go to the shelf' }).click()
  await openStory(page, one.stem)
  const said = await openErasing(page, one)
  await expect(said).toContainText('silence stands in its place')
  const press = page.getByRole('button', { name: 'Erase this passage for good' })
  await press.click()
  await expect(page.getByText('Nothing was erased')).toBeInViewport({ timeout: 30_000 })
  await expect(page.getByText('so silence cannot be put into it')).toBeVisible()
  // Pressed without a choice, the choice comes into sight.
  await press.click()
  await expect(said.getByRole('radio', { name: 'Erase the whole recording' })).toBeFocused()
  await expect(said.getByText('Choose what is to become of the recording.')).toBeInViewport()
  await said.getByRole('radio', { name: 'Erase the whole recording' }).check({ force: true })
  await press.click()
  await expect(page.getByText('It is erased')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the story' }).click()
  await expect(page.getByRole('textbox', { name: 'The words of the story' })).toContainText('says last')
  await expect(page.locator('audio')).toHaveCount(0)
})
