// Recording in a real browser: a microphone that plays a file, the Record room, and the small window that records.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { giveEvidence, openArchive, type App } from './app.ts'
import { chromiumThatHears } from './chromium.ts'

export const sampleRate = 48_000

/** Each second of it is a tone of its own, so that what is missing is known by its tone. */
export const toneOf = (second: number): number => 300 + 150 * second
export const tones = 40

function write(name: string, samples: Int16Array): string {
  const file = path.join(tmpdir(), `firsthand-${name}-${process.pid}.wav`)
  writeFileSync(file, Buffer.concat([wavHead(samples.length, sampleRate), new Uint8Array(samples.buffer)]))
  return file
}

/** A file of tones, one a second, that is played again and again. */
export function tonesFile(): string {
  const samples = new Int16Array(tones * sampleRate)
  for (let at = 0; at < samples.length; at += 1)
    samples[at] = Math.round(9_000 * Math.sin((2 * Math.PI * toneOf(Math.floor(at / sampleRate)) * at) / sampleRate))
  return write('tones', samples)
}

/** Speech of 16 kHz at 48 kHz: in straight lines between its samples. */
export function speechFile(wav: Buffer): { file: string; samples: Int16Array } {
  const given = new Int16Array(Math.floor((wav.length - 44) / 2))
  for (let at = 0; at < given.length; at += 1) given[at] = wav.readInt16LE(44 + at * 2)
  const samples = new Int16Array(given.length * 3)
  for (let at = 0; at < samples.length; at += 1) {
    const [before, after] = [given[Math.floor(at / 3)] ?? 0, given[Math.floor(at / 3) + 1] ?? 0]
    samples[at] = Math.round(before + ((after - before) * (at % 3)) / 3)
  }
  return { file: write('speech', samples), samples }
}

/** How the browser is started so that its microphone plays a file. */
export const playing = (file: string) =>
  chromiumThatHears(`--use-file-for-fake-audio-capture=${file}`, '--autoplay-policy=user-gesture-required')

export interface Begun {
  readonly title: string
  readonly name: string
}

export const openRecord = (page: Page): Promise<void> =>
  page.getByRole('navigation').getByRole('button', { name: 'Record', exact: true }).click()

/** Says whose story it is and that she agrees; begins with nothing yet. */
export async function fillRecord(page: Page, { title, name }: Begun): Promise<void> {
  await openRecord(page)
  await page.getByRole('radio', { name: 'A new story' }).check({ force: true })
  await page.getByRole('radio', { name: 'Somebody new' }).check({ force: true })
  await page.getByLabel('Her name, as she wants to be called here').fill(name)
  await page.getByLabel('What it is called for now').fill(title)
  await page.getByRole('button', { name: /Language that she speaks in/ }).click()
  await page.getByRole('option', { name: 'English', exact: true }).click()
  await giveEvidence(page, page.getByRole('main'))
}

/** From the filled room to the small window, which records. */
export async function beginRecord(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Begin to record', exact: true }).click()
  const recorder = await opened
  await recorder.getByText('Recording.', { exact: true }).first().waitFor()
  return recorder
}

/** What is shown as kept, in seconds. */
export async function keptSeconds(page: Page): Promise<number> {
  const shown = await page.getByText(/^Kept\s*\d+:\d\d$/).textContent()
  const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(shown ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

export const untilKept = (page: Page, seconds: number): Promise<void> =>
  expect.poll(() => keptSeconds(page), { timeout: 60_000 }).toBeGreaterThanOrEqual(seconds)

/** From the closed archive to a recording of which so many seconds are kept; what goes wrong in its window is a complaint. */
export async function recordUntil(page: Page, app: App, begun: Begun, seconds: number): Promise<Page> {
  await openArchive(page)
  await fillRecord(page, begun)
  const recorder = await beginRecord(page)
  recorder.on('pageerror', (error) => app.complaints.push(error.message))
  await untilKept(recorder, seconds)
  return recorder
}

export async function stopRecord(recorder: Page): Promise<void> {
  await recorder.getByRole('button', { name: /^Stop here/ }).click()
  await recorder.getByRole('heading', { name: 'It has stopped' }).waitFor()
}

/** Finishes the one recording that waits; ends in its story. */
export async function finishIt(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Finish it: ${title}` }).click()
  await page.getByRole('heading', { name: 'It is in its story now.' }).waitFor({ timeout: 60_000 })
}

/** The samples of a 16-bit WAV and what its head says, read without the program's own reader. */
export interface ReadWav {
  readonly channels: number
  readonly sampleRate: number
  readonly samples: Int16Array
}

/** RIFF WAVE: chunks by their names, `fmt ` before `data`. */
export function readWav(bytes: Buffer): ReadWav {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') throw new Error('no WAV')
  let [channels, rate] = [0, 0]
  for (let at = 12; at + 8 <= bytes.length;) {
    const [name, length] = [bytes.toString('latin1', at, at + 4), bytes.readUInt32LE(at + 4)]
    const start = at + 8
    if (name === 'fmt ') {
      channels = bytes.readUInt16LE(start + 2)
      rate = bytes.readUInt32LE(start + 4)
      if (bytes.readUInt16LE(start + 14) !== 16) throw new Error('not 16 bit')
    }
    if (name === 'data') {
      const end = Math.min(bytes.length, start + length)
      const samples = new Int16Array((end - start) >> 1)
      for (let one = 0; one < samples.length; one += 1) samples[one] = bytes.readInt16LE(start + one * 2)
      return { channels, sampleRate: rate, samples }
    }
    at = start + length + (length % 2)
  }
  throw new Error('no samples')
}

/** The finished sound of the story that is open, as its player gets it. */
export async function soundOfStory(page: Page): Promise<Buffer> {
  const source = await page.locator('audio').first().getAttribute('src')
  const base64 = await page.evaluate(async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    return btoa(text)
  }, source ?? '')
  return Buffer.from(base64, 'base64')
}

/** The middle of every six samples in a row, so that comparing is quick. */
export function thinned(samples: Int16Array): Int16Array {
  const thin = new Int16Array(Math.floor(samples.length / 6))
  for (let at = 0; at < thin.length; at += 1) {
    let sum = 0
    for (let one = 0; one < 6; one += 1) sum += samples[at * 6 + one] ?? 0
    thin[at] = Math.round(sum / 6)
  }
  return thin
}
