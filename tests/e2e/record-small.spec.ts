// The other ways to keep a sitting, finished and listened to: small, in two voices, and with its last thirty seconds forgotten.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { Packr } from 'msgpackr'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { long } from './long.ts'
import { openArchive, test } from './app.ts'
import { toneIn } from './goertzel.ts'
import {
  beginRecord,
  fillRecord,
  finishIt,
  keptSeconds,
  playing,
  readWav,
  recordUntil,
  sampleRate,
  soundOfStory,
  stopRecord,
  untilKept,
} from './record-steps.ts'

/** Two voices, left and right: each second has a tone of its own in each. */
const seconds = 40
const leftTone = (second: number): number => 300 + 50 * second
const rightTone = (second: number): number => 3_000 + 50 * second

function twoVoices(): string {
  const samples = new Int16Array(seconds * sampleRate * 2)
  for (let at = 0; at < samples.length / 2; at += 1) {
    const [second, turn] = [Math.floor(at / sampleRate), (2 * Math.PI * at) / sampleRate]
    samples[at * 2] = Math.round(9_000 * Math.sin(leftTone(second) * turn))
    samples[at * 2 + 1] = Math.round(9_000 * Math.sin(rightTone(second) * turn))
  }
  const head = Buffer.from(wavHead(samples.length, sampleRate))
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(sampleRate * 4, 28)
  head.writeUInt16LE(4, 32)
  const file = path.join(tmpdir(), `firsthand-voices-${process.pid}.wav`)
  writeFileSync(file, Buffer.concat([head, new Uint8Array(samples.buffer)]))
  return file
}

test.use({ launchOptions: playing(twoVoices()) })

async function stopAndListen(page: Page, recorder: Page, title: string): Promise<number> {
  await stopRecord(recorder)
  const kept = await recorder.getByText(/^0:\d\d is kept/).textContent()
  await finishIt(page, title)
  await page.getByRole('button', { name: 'Go to the story' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
  return Number(/0:(\d\d)/.exec(kept ?? '')?.[1])
}

/** For each second of samples, in its midst: which second of a voice it is; null where it is none of them alone. */
function secondsOf(
  samples: Float32Array | Int16Array,
  tone: (second: number) => number,
  scale: number,
): (number | null)[] {
  const step = sampleRate / 5
  return Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    const part = Int16Array.from(samples.subarray(at * step, (at + 1) * step), (sample) => Math.round(sample * scale))
    const found = Array.from({ length: seconds }, (_one, second) => second).filter(
      (second) => toneIn(part, sampleRate, tone(second)) > 0.15,
    )
    return found.length === 1 ? (found[0] ?? null) : null
  })
}

/** How many steps of a fifth of a second are known, and whether they go on without one that is missing or out of turn. */
function told(found: readonly (number | null)[]): { known: number; goesOn: boolean } {
  const known = found.filter((one) => one !== null)
  const steps = known.slice(1).map((one, at) => (one - (known[at] ?? one) + seconds) % seconds)
  return { known: known.length / found.length, goesOn: steps.every((step) => step <= 1) }
}

test('kept small it sounds as it was said, and lasts as long', long, async ({ page, app }) => {
  test.setTimeout(120_000)
  await openArchive(page)
  await fillRecord(page, { title: 'Meadow', name: 'Ro' })
  await page.getByRole('radio', { name: /^Small/ }).check({ force: true })
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await untilKept(recorder, 7)
  const kept = await stopAndListen(page, recorder, 'Meadow')
  const bytes = await soundOfStory(page)
  expect(bytes.toString('latin1', 0, 4)).toBe('OggS')
  // Some 40 kbit a second, and not the 768 of what is kept whole.
  expect(bytes.length / kept).toBeLessThan(12_000)
  const player = page.locator('audio').first()
  const heard = await player.evaluate(async (element: HTMLAudioElement) => {
    const answer = await fetch(element.src)
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(await answer.arrayBuffer())
    return { duration: sound.duration, samples: Array.from(sound.getChannelData(0), (one) => Math.round(one * 32_767)) }
  })
  expect(Math.abs(heard.duration - kept), 'its duration').toBeLessThan(1)
  // NOTE: of two voices on one microphone both are in it, each half as loud.
  const samples = Int16Array.from(heard.samples, (one) => Math.max(-32_768, Math.min(32_767, one * 2)))
  const { known, goesOn } = told(secondsOf(samples, leftTone, 1))
  expect(known, 'how much of it is known by its tones').toBeGreaterThan(0.7)
  expect(goesOn, 'without a second that is missing').toBe(true)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => player.evaluate((element: HTMLAudioElement) => element.currentTime)).toBeGreaterThan(1)
  expect(Math.abs((await player.evaluate((element: HTMLAudioElement) => element.duration)) - kept)).toBeLessThan(1)
})

test('two voices are kept as two', long, async ({ page, app }) => {
  test.setTimeout(120_000)
  await openArchive(page)
  await fillRecord(page, { title: 'Terrace', name: 'Ro' })
  await page.getByRole('radio', { name: /^Two microphones/ }).check({ force: true })
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await untilKept(recorder, 5)
  const kept = await stopAndListen(page, recorder, 'Terrace')
  const wav = readWav(await soundOfStory(page))
  expect([wav.channels, wav.sampleRate]).toEqual([2, sampleRate])
  const channel = (which: number): Int16Array => wav.samples.filter((_, at) => at % 2 === which)
  expect(Math.abs(channel(0).length / sampleRate - kept)).toBeLessThan(1)
  for (const [which, own, other] of [
    [0, leftTone, rightTone],
    [1, rightTone, leftTone],
  ] as const) {
    const { known, goesOn } = told(secondsOf(channel(which), own, 1))
    expect(known, `voice ${which}`).toBeGreaterThan(0.7)
    expect(goesOn, `voice ${which}`).toBe(true)
    expect(told(secondsOf(channel(which), other, 1)).known, `the other voice in ${which}`).toBe(0)
  }
})

test('of the last thirty seconds that are forgotten no second is in it', long, async ({ page, app }) => {
  test.setTimeout(180_000)
  const recorder = await recordUntil(page, app, { title: 'Bakery', name: 'Ro' }, 34)
  await recorder.getByRole('button', { name: /^Forget the last bit/ }).click()
  const before = await keptSeconds(recorder)
  await recorder.getByRole('button', { name: /^Forget the last 30 seconds/ }).click()
  await expect.poll(() => keptSeconds(recorder)).toBeLessThanOrEqual(before - 28)
  const left = await keptSeconds(recorder)
  expect(left, 'no more than whole seconds go with it').toBeGreaterThanOrEqual(before - 33)
  await untilKept(recorder, left + 4)
  await stopAndListen(page, recorder, 'Bakery')
  const { samples } = readWav(await soundOfStory(page))
  // On one microphone each voice is half as loud.
  const heard = secondsOf(samples, leftTone, 2).filter((one) => one !== null)
  const first = heard[0] ?? 0
  const after = heard.map((one) => (one - first + seconds) % seconds)
  // From well behind what was kept to well before where it went on.
  for (let second = left + 2; second < left + 26; second += 1)
    expect(after.includes(second), `second ${second} is forgotten`).toBe(false)
  for (let second = 1; second < left - 1; second += 1)
    expect(after.includes(second), `second ${second} stays`).toBe(true)
  // The control: where it went on is known by its tones too.
  expect(
    after.filter((second) => second >= left + 26).length + after.filter((second) => second < 2).length,
  ).toBeGreaterThan(10)
})

/** What the archive says of the recorder, changed on its way to the pages. */
function changed(message: unknown, by: object): unknown {
  if (Array.isArray(message)) return message.map((one) => changed(one, by))
  if (typeof message !== 'object' || message === null || message instanceof Uint8Array) return message
  const isState = 'roomMs' in message && 'trouble' in message
  const whole = isState ? { ...message, ...by } : message
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, changed(value, by)]))
}

test('a disk that is nearly full, and one that is, are said in both windows', async ({ page, app }) => {
  test.setTimeout(120_000)
  const packr = new Packr({ useRecords: false, mapsAsObjects: true })
  let by: object = {}
  await page.context().routeWebSocket(/\/(rpc|recorder)$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) =>
      socket.send(typeof message === 'string' ? message : Buffer.from(packr.pack(changed(packr.unpack(message), by)))),
    )
  })
  await page.reload()
  const recorder = await recordUntil(page, app, { title: 'Depot', name: 'Ro' }, 2)
  const soon = { timeout: 3_000 }
  const low = 'The disk has room for 12 more minutes.'
  by = { roomMs: 12.4 * 60_000 }
  for (const where of [page, recorder]) await expect(where.getByText(low)).toBeVisible(soon)
  const full = /^The disk is full\. What was recorded until 0:\d\d is kept\. Make room, and it goes on\.$/
  by = { roomMs: 0, trouble: 'diskFull' }
  for (const where of [page, recorder])
    await expect(where.getByRole('alert').filter({ hasText: full })).toBeVisible(soon)
  by = {}
  for (const where of [page, recorder]) await expect(where.getByText(full)).toBeHidden(soon)
  await expect(recorder.getByText(low)).toBeHidden()
  await stopRecord(recorder)
})
