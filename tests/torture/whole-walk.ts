// The whole journey as a person makes it, in a real browser: an archive made, a story brought in, edited, labelled, searched,
// heard, another one recorded, an excerpt given out, a backup made. Every word and sound of it occurs nowhere else.
import path from 'node:path'
import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import {
  allowReadingRoom,
  beginExcerpt,
  bringIn,
  choosePassages,
  labelWords,
  makeArchive,
  openStory,
  reviewAndWaive,
  selectWords,
  signOffAndGiveOut,
  takeOutAName,
} from '../e2e/app.ts'
import { beginRecord, fillRecord, finishIt, readWav, soundOfStory, untilKept } from '../e2e/record-steps.ts'
import { caretAtEndOf } from '../e2e/writing-steps.ts'
import { wavHead } from '../../electron/archive/exporters/wav.ts'

export interface Canaries {
  readonly [of: string]: string
}

const letters = 'bcdfghjklmnprstvwz'
/** A word that nobody has ever written. */
const coined = (begin: string): string =>
  `${begin}${Array.from({ length: 7 }, (_, at) => (at % 2 === 0 ? letters[randomInt(letters.length)] : 'aeiou'[randomInt(5)])).join('')}`

export const newCanaries = () => ({
  story: coined('kitti'),
  added: coined('hedge'),
  takenOut: coined('Rosal'),
  narrator: coined('Maris'),
  label: coined('wage'),
  recipient: coined('Union'),
  file: coined('drift'),
  recorded: coined('Night'),
  recordedOf: coined('Amara'),
})
export type Words = ReturnType<typeof newCanaries>

export const importedRate = 48_000
export const importedSeconds = 8

const transcript = (words: Words): string => `WEBVTT

00:00.000 --> 00:02.000
<v Interviewer>Where did you work first?

00:02.000 --> 00:05.000
<v ${words.narrator}>In the laundry with ${words.takenOut}, at night.

00:05.000 --> 00:08.000
<v ${words.narrator}>We kept a list in ${words.story} of who paid.
`

export interface Walk {
  readonly page: Page
  readonly words: Words
  /** 48 kHz, one channel. */
  readonly imported: Int16Array
  /** Where the excerpt goes. */
  readonly out: string
  /** Where the backup goes. */
  readonly stick: string
}

/** What came up on the way and is to be found nowhere. */
export interface Walked {
  readonly passphrase: string
  readonly paperKey: readonly string[]
  /** As it was kept. */
  readonly recorded: Int16Array
}

/** From the first run until everything is done; the archive is open at the end. */
export async function walkThrough({ page, words, imported, out, stick }: Walk): Promise<Walked> {
  let paperKey: readonly string[] = []
  const passphrase = await makeArchive(page, (shown) => (paperKey = shown))
  const sound = Buffer.concat([wavHead(imported.length, importedRate), new Uint8Array(imported.buffer)])
  await bringIn(
    page,
    [
      { name: `${words.file}.vtt`, mimeType: 'text/vtt', buffer: Buffer.from(transcript(words)) },
      { name: `${words.file}.wav`, mimeType: 'audio/wav', buffer: sound },
    ],
    1,
  )
  await openStory(page, words.file)
  await caretAtEndOf(page, 'We kept a list')
  await page.keyboard.type(` And ${words.added} too.`)
  await page.waitForTimeout(1_500) // within a second of the last key it is kept
  await selectWords(page, 'We kept a list', 'kept a list')
  await labelWords(page, words.label)
  await selectWords(page, 'In the laundry', words.takenOut)
  await takeOutAName(page, { from: '3', to: '3.5' })
  await page.getByRole('region', { name: 'Player' }).getByRole('button', { name: 'Play' }).click()
  await page.waitForTimeout(1_000)
  await choosePassages(page, 'In the laundry', 1)
  await allowReadingRoom(page)
  await reviewAndWaive(page, passphrase)
  await beginExcerpt(page, words.file, words.recipient)
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('The laundry')
  for (const passage of ['In the laundry', 'We kept a list'])
    await page.getByRole('checkbox', { name: new RegExp(passage) }).check({ force: true })
  await signOffAndGiveOut(page, out, 'for-the-hall')
  const recorded = await record(page, words)
  await backUp(page, stick)
  await page.getByRole('navigation').getByRole('button', { name: 'Shelf' }).click()
  await page.getByRole('searchbox').fill(words.story)
  await page.getByRole('list', { name: 'Stories' }).getByRole('link', { name: words.file, exact: true }).waitFor()
  await openStory(page, words.file)
  return { passphrase, paperKey, recorded }
}

async function record(page: Page, { recorded, recordedOf }: Words): Promise<Int16Array> {
  await fillRecord(page, { title: recorded, name: recordedOf })
  const recorder = await beginRecord(page)
  await untilKept(recorder, 3)
  await recorder.getByRole('button', { name: /^Stop here/ }).click()
  await recorder.getByRole('heading', { name: 'It has stopped' }).waitFor()
  await recorder.close()
  await finishIt(page, recorded)
  await page.getByRole('button', { name: 'Go to the story' }).click()
  await page.getByRole('heading', { name: recorded }).waitFor()
  return readWav(await soundOfStory(page)).samples
}

async function backUp(page: Page, stick: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: 'Settings and care' }).click()
  const section = page.getByRole('region', { name: 'Backup', exact: true })
  await section.getByRole('textbox', { name: 'Folder on a stick or another disk' }).fill(stick)
  await section.getByText(/There is room here/).waitFor()
  await section.getByRole('button', { name: 'Back up now' }).click()
  await section.getByText('The backup is made').waitFor({ timeout: 60_000 })
}

/** Hide now; resolves when the page that was there is gone. */
export async function hideNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Hide now' }).click()
  await page.getByRole('button', { name: 'Open', exact: true }).waitFor()
}

export const folderOf = (dataFolder: string): string => path.join(dataFolder, 'firsthand', 'Archive')
