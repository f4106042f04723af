// What an erasure leaves, byte by byte, with every key in hand.
import { randomFillSync } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { bringIn } from '../support/archive.ts'
import { everythingKept } from '../support/everything-kept.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { herPassphrase, labelWords } from '../contract/role-world.ts'

/** A word as it may stand somewhere, and the end of it: an index shares beginnings. */
function needlesOf(word: string): Buffer[] {
  const ways = [word, word.toLowerCase(), word.slice(3), word.toLowerCase().slice(3)]
  return ways.flatMap((one) => [
    Buffer.from(one),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
    Buffer.from(Buffer.from(one).toString('base64').replace(/=+$/, '').slice(0, -1)),
  ])
}

/** What stands anywhere in a closed archive: pages and log deciphered, unused space and all, media, files. */
export async function lookInto(folder: string) {
  const kept = await everythingKept(folder, [], herPassphrase)
  const has = (needle: Buffer): boolean => kept.some((one) => one.includes(needle))
  return {
    words: (words: readonly string[]): string[] => words.filter((word) => needlesOf(word).some(has)),
    sounds: (sounds: readonly Uint8Array[]): number => sounds.filter((sound) => has(Buffer.from(sound))).length,
  }
}

export const mediaIn = (folder: string): string[] => readdirSync(path.join(folder, 'media')).toSorted()

type Asked = Parameters<ArchiveClient['erase']['erase']>[0]
type Told = ReturnType<ArchiveClient['erase']['erase']> extends AsyncIterable<infer T> ? T : never
export type Erased = Extract<Told, { kind: 'erased' }>

/** Erases to the end, and gives what was said of it. */
export async function eraseAll(client: ArchiveClient, asked: Asked): Promise<Erased> {
  for await (const step of client.erase.erase(asked)) if (step.kind === 'erased') return step
  throw new Error('it ended without saying what was erased')
}

/** What `checkWhole` gives where nothing is wrong. */
export const whole = { findings: [], faults: [], damaged: [] }

export async function checkWhole(client: ArchiveClient): Promise<unknown> {
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') return { findings: step.findings, faults: step.faults, damaged: step.damaged }
  return null
}

const rate = 8_000
/** What the passage says that is to be erased; and what others say. */
export const gone = ['Kestrelquux', 'vantablaque', 'obsidianne']
export const stays = ['marigoldine', 'thistledowne']

/** A story of ten seconds in which the third passage is what is to be erased, wherever its words and its sound can stand. */
export async function toldStory(client: ArchiveClient) {
  const samples = new Uint8Array(10 * rate * 2)
  randomFillSync(samples)
  const [, second = ''] = gone
  const told = `${gone[0]} met ${second} at ${gone[2]} corner.`
  const text = `Mara: I sold ${stays[0]} there.\n\nAna: Where was it?\n\nMara: ${told}\n\nAna: And then?\n\nMara: It rained on ${stays[1]}.\n`
  const [line] = await bringIn(client, [
    { name: 'mara.wav', bytes: Buffer.concat([wavHead(samples.length / 2, rate), samples]) },
    { name: 'mara.txt', bytes: new TextEncoder().encode(text) },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  const [recording] = story.recordings
  const passage = passages[2] ?? ''
  if (recording === undefined) throw new Error('the story has no sound')
  for (const [at, id] of passages.entries())
    await client.story.setPassageTime({
      testimony,
      passage: id,
      recording: recording.id,
      startMs: at * 2_000,
      endMs: at * 2_000 + 1_500,
    })
  const start = told.indexOf(second)
  const span = { passage, start, end: start + second.length, startMs: null, endMs: null }
  await client.marks.label({ testimony, spans: [span], words: 'kin', meaning: '', ...labelWords })
  await client.marks.takeOut({
    testimony,
    spans: [span],
    thing: 'name',
    reach: 'anyone',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await client.marks.tie({ testimony, passages: [passage, passages[0] ?? ''], kind: 'together', reason: 'so' })
  await client.writing.suggest({ testimony, passage, after: told.replace('corner', 'end'), why: '' })
  await client.writing.snapshot({ testimony, name: 'before' })
  const { story: now, marks } = await client.story.read({ testimony })
  const before = now.passages.find(({ id }) => id === passage)
  if (before === undefined) throw new Error('the passage is not there')
  const after = `${told} Yes.`
  await client.writing.keep({
    testimony,
    base: now.testimony.revision,
    change: {
      turns: null,
      passages: [{ ...before, text: after, wordTimes: [] }],
      marks: marks.ties.map(({ id, ranges }) => ({
        kind: 'tie' as const,
        mark: id,
        ranges: ranges.map((range) =>
          range.passage === passage ? { ...range, end: after.length, quote: after } : range,
        ),
      })),
      lineage: [],
    },
  })
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'teaching', recipient, passages: [passage] })
  await client.excerpts.change({
    excerpt,
    use: 'teaching',
    recipient,
    passages: [passage],
    withSound: false,
    framing: { title: `On ${second}`, introduction: '', keywords: [] },
  })
  const at = (ms: number) => samples.subarray((ms / 1_000) * rate * 2, (ms / 1_000) * rate * 2 + 64)
  return {
    testimony,
    passage,
    passages,
    recording,
    samples,
    lost: [4_000, 4_700, 5_490].map(at),
    kept: [100, 2_500, 6_500, 9_000].map(at),
  }
}
