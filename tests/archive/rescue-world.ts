// An archive with a little of everything, as the rescue finds it; and the rescue, told what to type.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Asking } from '../../electron/rescue/asking.ts'
import { rescue } from '../../electron/rescue/run.ts'
import { wordsFor } from '../../electron/rescue/words/words.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { agreed, finish, openWindow, rate, seconds } from '../support/recorder.ts'
import { toneWav } from '../support/tone.ts'
import { herPassphrase } from './her-passphrase.ts'

export const secretWord = 'zanzibarquux'
export const paper = Buffer.from('%PDF-1.7\n% she signed here\n%%EOF\n')
export const wav = Buffer.from(toneWav(3, 16_000, 440))
const vtt = `WEBVTT

00:00.000 --> 00:01.000
<v Mara>I sold oranges there for years & years.

00:01.000 --> 00:02.000
<v Mara>We met at ${secretWord} before it rained.

00:02.000 --> 00:03.000
<v Ana>And &lt;then&gt;?
`

export interface RescueWorld {
  /** As a crash leaves it: open, with its log beside it. */
  readonly crashed: string
  /** As it lies there after a lock. */
  readonly folder: string
  readonly backup: string
  readonly paperKey: string
  readonly sheets: readonly string[]
  readonly testimony: string
  /** The story of many pages. */
  readonly long: string
  readonly passages: readonly { readonly id: string; readonly text: string }[]
  readonly sealed: string
  readonly recorded: Buffer
  /** What the take under way has of sound. */
  readonly taking: Buffer
  readonly offRecord: Buffer
  /** Said off the record in that take, and to be kept for her. */
  readonly sealedMeanwhile: Buffer
  readonly archive: TestArchive
}

export async function makeRescueWorld(into: string): Promise<RescueWorld> {
  const archive = await makeArchive()
  const { client } = archive
  const opensWith = { kind: 'passphrase', words: passphrase } as const
  const { paperKey, check } = await client.door.beginNewPaperKey({ opensWith, language: 'es' })
  await client.door.confirmNewPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  const shares = await client.members.beginShares({ opensWith, needed: 2, of: 3, language: 'en' })
  await client.members.confirmShares({
    words: shares.sheets.map((sheet) => sheet.check.map((at) => sheet.words[at] ?? '')),
  })
  const lines = await bringIn(client, [
    { name: 'mara.wav', bytes: wav },
    { name: 'mara.vtt', bytes: Buffer.from(vtt) },
  ])
  const testimony = lines.find(({ name }) => name.startsWith('mara'))?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const { passages } = story
  const [first, second] = passages
  if (first === undefined || second === undefined) throw new Error('the story was not kept')
  const span = (words: string) => {
    const start = first.text.indexOf(words)
    return { passage: first.id, start, end: start + words.length, startMs: null, endMs: null }
  }
  const label = { words: 'street seller', language: 'en', meaning: 'what she did', stance: 'mine', colour: 1 } as const
  await client.marks.label({ testimony, spans: [span('sold')], ...label, assertedBy: 'narrator' })
  const name = { thing: 'name', reach: 'readers', way: 'removed', replacement: '', why: '' } as const
  await client.marks.takeOut({ testimony, spans: [span('oranges')], ...name })
  const { file } = await client.evidence.begin({ testimony, type: 'application/pdf' })
  await client.evidence.append({ testimony, file, bytes: Uint8Array.from(paper) })
  const signed = await client.evidence.finish({ testimony, file })
  await client.consent.answer({
    testimony,
    evidence: { kind: 'signedPaper', note: 'In the blue folder', files: [{ id: signed.id, sha256: signed.sha256 }] },
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'no',
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
  })
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.seal({ testimony, passages: [second.id] })
  await client.herSession.leave({ passphrase })
  const sounds = await recordSome(archive, testimony)
  const [longLine] = await bringIn(client, [{ name: 'long.txt', bytes: Buffer.from(longStory()) }])
  const crashed = path.join(into, 'crashed')
  cpSync(archive.folder, crashed, { recursive: true })
  const backup = path.join(into, 'stick')
  for await (const step of client.backup.make({ folder: backup })) void step
  await client.door.lock({})
  const folder = path.join(into, 'archive')
  cpSync(archive.folder, folder, { recursive: true })
  const words = { paperKey: paperKey.join(' '), sheets: shares.sheets.map((sheet) => sheet.words.join(' ')) }
  return {
    crashed,
    folder,
    backup,
    testimony,
    long: longLine?.testimony ?? '',
    passages,
    sealed: second.id,
    ...sounds,
    archive,
    ...words,
  }
}

/** Enough words that the story lies on many pages. */
export function longStory(): string {
  const passage = (at: number) => `Berta: Line ${at} of it. ${`It was the ${at}th day, and we went on. `.repeat(8)}`
  return Array.from({ length: 160 }, (_, at) => passage(at)).join('\n\nAna: And then?\n\n')
}

/** One sitting with something off the record in it, finished; and one that is still under way. */
async function recordSome({ client, process }: TestArchive, testimony: string) {
  const story = { testimony }
  const sound = { story, agreed, codec: 'pcm', sampleRate: rate, channels: 1 } as const
  const window = await openWindow(process)
  const { take } = await client.recording.begin(sound)
  await window.sendSeconds(take, 0, 1)
  await window.recorder.goOffRecord({ take })
  await window.sendSeconds(take, 1, 3)
  await window.recorder.backOnRecord({ take, offRecord: 'seal' })
  await window.recorder.stop({ take, offRecord: 'destroy' })
  await finish(client, take, 'seal')
  const under = await client.recording.begin(sound)
  await window.sendSeconds(under.take, 3, 5)
  await window.recorder.goOffRecord({ take: under.take })
  await window.sendSeconds(under.take, 5, 6)
  await window.recorder.backOnRecord({ take: under.take, offRecord: 'seal' })
  window.close()
  return { recorded: seconds(0, 1), offRecord: seconds(1, 3), taking: seconds(3, 5), sealedMeanwhile: seconds(5, 6) }
}

export interface Rescued {
  readonly code: number
  readonly said: string
}

/** Runs it as if somebody typed these lines after the word that goes on. */
export async function rescueWith(
  from: string,
  to: string,
  lines: readonly string[],
  more: Partial<Parameters<typeof rescue>[0]> = {},
): Promise<Rescued> {
  const left = ['not encrypted', ...lines]
  const said: string[] = []
  const asking: Asking = {
    isTerminal: false,
    ask: (question) => {
      said.push(question)
      return Promise.resolve(left.shift() ?? null)
    },
    say: (line) => void said.push(line),
    progress: () => undefined,
    close: () => undefined,
  }
  const { signal } = new AbortController()
  const words = wordsFor('en')
  const code = await rescue({ from, to, backup: 1, words, asking, signal, now: () => new Date(), ...more })
  return { code, said: said.join('\n') }
}

/** Every file below a folder, by its path with `/`. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const place = path.join(parentPath, name)
        return [path.relative(folder, place).split(path.sep).join('/'), readFileSync(place)] as const
      })
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What lies below a folder, as one hash. */
export const hashOfFolder = (folder: string): string =>
  sha256(Buffer.from(JSON.stringify([...filesIn(folder)].map(([name, bytes]) => [name, sha256(bytes)]))))
