// An archive with two narrators, each with a story, sound, marks and everything else that can be named, and ways to ask it
// past the client. What is hers and what is somebody else's carry words that stand nowhere else.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import type { Recording } from '../../shared/domain/story.ts'
import { bringIn, passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import { plainConditions } from '../support/plain-conditions.ts'

export const herPassphrase = 'walnut harbour sister ladder quiet thunder'
/** The smallest thing that begins as WebM does. */
export const webm = Uint8Array.from([0x1a, 0x45, 0xdf, 0xa3, 1, 2, 3, 4])

/** One narrator and what is hers, by id; `words` are in what is hers and nowhere else. */
export interface Person {
  readonly narrator: string
  readonly testimony: string
  readonly passages: readonly string[]
  readonly speaker: string
  readonly recording: Recording
  readonly answer: string
  readonly answerMedia: string
  readonly rendition: string
  readonly sealed: string
  /** A row of the register. */
  readonly disclosure: string
  readonly words: readonly string[]
  /** A word of hers with something before it, so that every kind of place has one of its own. */
  word(kind: string): string
}

export const evidence = { kind: 'inPerson', note: '' } as const
export const labelWords = { language: 'en', assertedBy: 'archivist', stance: 'mine', colour: 1 } as const

const kinds = ['name', 'title', 'text', 'label', 'meaning', 'replacement', 'why', 'tie', 'note', 'said'] as const

/** Brings in a story in that name, marks it, and lets her set a passphrase, say something and seal her last passage. */
export async function addPerson(client: ArchiveClient, stem: string): Promise<Person> {
  const word = (kind: string) => `${stem}${kind}`
  const transcript = `${word('name')}: I sold oranges ${word('text')}.\n\nAna: Where?\n\n${word('name')}: At the old market.\n\nAna: And then?\n\n${word('name')}: It rained on us.\n`
  const lines = await bringIn(client, [
    { name: `${stem}.txt`, bytes: new TextEncoder().encode(transcript) },
    { name: `${stem}.wav`, bytes: toneWav(1, 8_000, stem.length * 60) },
  ])
  const testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  const [recording] = story.recordings
  const speaker = story.speakers[0]?.id ?? ''
  const narrator = story.narrator.id
  const [first = ''] = passages
  if (recording === undefined || passages.length < 5) throw new Error('the story was not brought in as it should be')
  await client.story.changeNarrator({
    narrator,
    name: word('name'),
    names: {},
    existence: 'byName',
    refusedWords: [],
    evidence,
  })
  await client.story.retitle({ testimony, title: word('title'), titleBy: 'narrator' })
  const span = { passage: first, start: 0, end: 6, startMs: null, endMs: null }
  await client.marks.label({
    testimony,
    spans: [span],
    words: word('label'),
    meaning: word('meaning'),
    ...labelWords,
  })
  await client.marks.takeOut({
    testimony,
    spans: [{ passage: passages[2] ?? '', start: 0, end: 6, startMs: 0, endMs: 10 }],
    thing: 'place',
    reach: 'anyone',
    way: 'pseudonym',
    replacement: word('replacement'),
    why: word('why'),
  })
  await client.marks.tie({ testimony, passages: [first], kind: 'together', reason: word('tie') })
  await client.consent.reviewed({ testimony, evidence: { kind: 'witness', note: word('note') } })
  // Where the passage that is sealed below is spoken: without it nothing of the recording could be heard.
  const last = { testimony, passage: passages.at(-1) ?? '', recording: recording.id, startMs: 900, endMs: 950 }
  await client.story.setPassageTime(last)
  const rendition = await render(client, recording.id, 'readers')
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  const { answer } = await client.herSession.beginAnswer({ testimony, passage: first, type: 'audio/webm' })
  await client.herSession.appendAnswer({ testimony, answer, bytes: Buffer.concat([webm, Buffer.from(word('said'))]) })
  const { media: answerMedia } = await client.herSession.finishAnswer({ testimony, answer, durationMs: 10 })
  const sealed = passages.at(-1) ?? ''
  await client.herSession.seal({ testimony, passages: [sealed] })
  await client.herSession.leave({ passphrase })
  return {
    narrator,
    testimony,
    passages,
    speaker,
    recording,
    answer,
    answerMedia: answerMedia ?? '',
    rendition,
    sealed,
    disclosure: await giveOut(client, narrator, testimony, passages[1] ?? ''),
    words: kinds.map(word),
    word,
  }
}

/** Gives one passage out, for a use that nothing else here is asked about; gives the id of its row. */
async function giveOut(client: ArchiveClient, narrator: string, testimony: string, passage: string): Promise<string> {
  const parentFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  const use = 'teaching'
  const yes = { use, answer: 'yes', conditions: { ...plainConditions, recipients: [] } } as const
  const card = { cardLanguage: 'en', cardVersion: 1 } as const
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [passage] },
    ...yes,
    ...card,
  })
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const passages = [passage]
  const { id: excerpt } = await client.excerpts.begin({ testimony, use, recipient, passages })
  const framing = { title: 'A question', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, use, recipient, passages, withSound: false, framing })
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  await client.consent.waiveCoolingOff({ testimony, evidence })
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  await client.herSession.leave({ passphrase })
  let disclosure = ''
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: 'out' }))
    if (step.kind === 'givenOut') ({ disclosure } = step)
  await client.excerpts.remove({ excerpt })
  await rm(parentFolder, { recursive: true, force: true })
  return disclosure
}

/** Renders a recording as a reach hears it; gives the rendition's id. */
export async function render(client: ArchiveClient, recording: string, reach: 'anyone' | 'readers'): Promise<string> {
  const { rendition, clips, sampleRate, ready } = await client.sound.plan({ kind: 'story', recording, reach })
  if (ready) return rendition
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const samples = Math.round(((endMs - startMs) * sampleRate) / 1000)
    await client.sound.append({ rendition, clip, bytes: new Uint8Array(samples * 2) })
  }
  await client.sound.finish({ rendition })
  return rendition
}

/** What came back for one call: `answered`, or why not; and all of it, as text. */
export interface Said {
  readonly said: string
  readonly whole: string
}

export type Ask = (concept: string, method: string, input: unknown) => Promise<Said>

/** Asks past the client, which would refuse bad input by itself. A stream is read to its end. */
export function asker(process: TestArchive['process']): { ask: Ask; close: () => void } {
  const { port1, port2 } = new MessageChannel()
  process.attach(workerPortChannel(port1))
  const channel = workerPortChannel(port2)
  const waiting = new Map<number, { resolve: (said: Said) => void; parts: unknown[] }>()
  let last = 0
  channel.onMessage((message) => {
    const [kind, id, ...rest] = message as [string, number, ...unknown[]]
    const asked = waiting.get(id)
    if (asked === undefined) return
    asked.parts.push(kind, ...rest)
    if (kind === 'item') return channel.send(['more', id, 1])
    waiting.delete(id)
    asked.resolve({ said: kind === 'failed' ? String(rest[0]) : 'answered', whole: JSON.stringify(asked.parts) })
  })
  return {
    ask: (concept, method, input) =>
      new Promise((resolve) => {
        waiting.set((last += 1), { resolve, parts: [] })
        channel.send(['call', last, concept, method, input])
      }),
    close: () => port2.close(),
  }
}
