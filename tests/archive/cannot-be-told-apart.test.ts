// Two archives that differ only in what is taken out, in what led to it and in whose it is: everything that leaves for
// readers is the same, byte for byte, in every format. Where a word beside it is another, it is not.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { soundFormats, type SoundAs } from '../../shared/domain/sound/sound-as.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { spread } from '../support/full.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { atRate } from './speech-given-out.ts'

const opened: TestArchive[] = []
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
})

interface Told {
  /** Hers, that the archive works with and nobody outside learns. */
  readonly narrator: string
  readonly file: string
  /** Whom she names, and what she calls her in what is written down first. */
  readonly name: string
  readonly heardAs: string
  /** A whole passage that is taken out. */
  readonly passage: string
  readonly why: string
  /** What is heard where something is taken out. */
  readonly hertz: number
  readonly beside: string
}

const one: Told = {
  narrator: 'Mina',
  file: 'monday',
  name: 'Rosa',
  heardAs: 'Rosa',
  passage: 'He paid us.',
  why: '',
  hertz: 300,
  beside: 'at night',
}
const other: Told = {
  narrator: 'Bartolomea Quispe',
  file: 'the long second sitting',
  name: 'Encarnación Vantablaque Obregón',
  heardAs: 'a woman whose name nobody heard',
  passage: 'My brother Teodoro drove the blue van from Huancayo, and he never took one coin of it for himself.',
  why: 'they would know him by the van',
  hertz: 2_100,
  beside: 'at night',
}

const [rate, seconds] = [16_000, 8]
/** What of it is taken out, in milliseconds: the name, and the whole second passage. */
const hidden = [
  [1_000, 1_600],
  [3_000, 5_000],
] as const

/** Noise that is the same each time, with a tone where something is taken out. */
function soundOf({ hertz }: Told): Int16Array<ArrayBuffer> {
  let state = 7
  return Int16Array.from({ length: seconds * rate }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const ms = (at * 1_000) / rate
    const isHidden = hidden.some(([from, until]) => ms >= from + 1 && ms < until - 1)
    return isHidden ? Math.round(9_000 * Math.sin((2 * Math.PI * hertz * at) / rate)) : (state >>> 18) - 8_192
  })
}

const vtt = ({ narrator, heardAs, passage, beside }: Told): string => `WEBVTT

00:00.000 --> 00:03.000
<v ${narrator}>There was ${heardAs} in the laundry, ${beside}.

00:03.000 --> 00:05.000
<v ${narrator}>${passage}

00:05.000 --> 00:08.000
<v ${narrator}>We kept a list of who paid and who did not, all of that winter.
`

async function written(client: ArchiveClient, told: Told, samples: Int16Array<ArrayBuffer>) {
  const [line] = await bringIn(client, [
    { name: `${told.file}.vtt`, bytes: new TextEncoder().encode(vtt(told)) },
    {
      name: `${told.file}.wav`,
      bytes: Buffer.concat([wavHead(samples.length, rate), new Uint8Array(samples.buffer)]),
    },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const [first] = story.passages
  if (first === undefined) throw new Error('the story has no words')
  // Where it was heard otherwise it was corrected: kept twice, named in between, and somebody suggested something.
  if (told.heardAs !== told.name) {
    const text = first.text.replace(told.heardAs, told.name)
    for (const [at, words] of [first.text.replace(told.heardAs, 'Encarnacion'), text].entries()) {
      await client.writing.keep({
        testimony,
        base: (await client.story.read({ testimony })).story.testimony.revision,
        change: { turns: null, passages: [{ ...first, text: words, wordTimes: [] }], marks: [], lineage: [] },
      })
      await client.writing.snapshot({ testimony, name: `heard ${at}` })
    }
    await client.writing.suggest({ testimony, passage: first.id, after: `${text} Yes.`, why: told.why })
  }
  return { testimony, passages: story.passages.map(({ id }) => id), text: `There was ${told.name} in` }
}

/** Everything that leaves for readers: pages with sound, the papers of a recall, a list. */
async function everything(told: Told, soundAs: SoundAs): Promise<Record<string, string>> {
  let [seed, count] = ['the archive', 0]
  const random = (size: number): Buffer =>
    Buffer.concat(
      Array.from({ length: Math.ceil(size / 32) }, () =>
        createHash('sha256')
          .update(`${seed} ${(count += 1)}`)
          .digest(),
      ),
    ).subarray(0, size)
  const archive = await makeArchive({ now: () => new Date('2026-03-01T10:00:00Z'), random })
  opened.push(archive)
  const { client, dataFolder } = archive
  const samples = soundOf(told)
  const { testimony, passages, text } = await written(client, told, samples)
  const [first = '', second = ''] = passages
  const span = { passage: first, start: 10, end: 10 + told.name.length, startMs: hidden[0][0], endMs: hidden[0][1] }
  const words = { reach: 'readers', replacement: '', why: told.why } as const
  await client.marks.takeOut({ testimony, spans: [span], thing: 'name', way: 'removed', ...words })
  const whole = { passage: second, start: 0, end: told.passage.length, startMs: hidden[1][0], endMs: hidden[1][1] }
  await client.marks.takeOut({ testimony, spans: [whole], thing: 'passage', way: 'removed', ...words })
  expect((await client.story.read({ testimony })).story.passages[0]?.text.startsWith(text)).toBe(true)
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await answerReadingRoom(client, testimony)
  // NOTE: what comes now is what leaves; chance is the same for both from here on.
  ;[seed, count] = ['it leaves', 0]
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const framing = { title: 'Nights', introduction: '', keywords: [] }
  const own = { excerpt, use: 'readingRoom', recipient, passages, withSound: true, soundAs, framing } as const
  await client.excerpts.change(own)
  const { rendition, clips, sampleRate } = await client.sound.plan({ kind: 'excerpt', excerpt })
  const decoded = atRate(samples, sampleRate)
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const bytes = new Uint8Array(decoded.slice((startMs * sampleRate) / 1_000, (endMs * sampleRate) / 1_000).buffer)
    for (let at = 0; at < bytes.length; at += 2 ** 20)
      await client.sound.append({ rendition, clip, bytes: bytes.slice(at, at + 2 ** 20) })
  }
  await client.sound.finish({ rendition })
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  const out = (folderName: string) => ({ parentFolder: dataFolder, folderName })
  for await (const _ of client.excerpts.giveOut({ excerpt, ...out('room') }));
  await client.catalogue.save({ reach: 'readers', language: 'en', ...out('list') })
  await answerReadingRoom(client, testimony, 'withdrawn')
  const disclosure = (await client.givenOut.list({})).disclosures[0]?.id ?? ''
  await client.recall.begin({ disclosure })
  await client.recall.save({
    disclosure,
    from: '',
    why: '',
    parts: ['letter', 'file', 'replacement'],
    ...out('papers'),
  })
  return Object.fromEntries(
    ['room', 'list', 'papers'].flatMap((folder) =>
      readdirSync(path.join(dataFolder, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted()
        .map((file) => [path.relative(dataFolder, file), readFileSync(file, 'latin1')]),
    ),
  )
}

test.each(spread(soundFormats, 3))('with its sound as %s', async (format) => {
  const soundAs = { format, files: 'one', evened: false } as const
  const left = await everything(one, soundAs)
  expect(Object.keys(left).length).toBeGreaterThan(10)
  expect(left['room/sound.' + format]?.length).toBeGreaterThan(10_000)
  const apart = await everything(other, soundAs)
  expect(Object.keys(apart)).toEqual(Object.keys(left))
  for (const [name, bytes] of Object.entries(left)) expect(apart[name] === bytes, name).toBe(true)
  // The control: of another word beside it much is another.
  const beside = await everything({ ...one, beside: 'by night' }, soundAs)
  expect(Object.entries(left).filter(([name, bytes]) => beside[name] !== bytes).length).toBeGreaterThan(3)
})
