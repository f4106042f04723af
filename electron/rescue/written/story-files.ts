// The folder of one story: its words in four formats, and every sound and paper of it.
import { within, safeName, type SafePath } from '../../archive/files/safe-path.ts'
import { openBox } from '../../archive/features/sealed-answers/answer-box.ts'
import { endingOf } from '../../archive/files/media-types.ts'
import type { OpenNarratorKey } from '../../archive/actor.ts'
import type { Row } from '../database/tables.ts'
import { bytesOf, numberOf, textOf } from '../row-values.ts'
import { endingOfTake } from '../takes.ts'
import type { Telling } from '../telling.ts'
import { wordsFor, type RescueWords } from '../words/words.ts'
import { jsonFile, jsonRow } from './story-json.ts'
import { storyPage } from './story-page.ts'
import { storyCaptions, storyText } from './story-text.ts'
import type { SoundKeeper } from './sound-files.ts'

/** Something that could not be read, or is not there: which of the notes, and with what put in. */
export interface Note {
  readonly kind: keyof RescueWords['notes']
  readonly values: Readonly<Record<string, string | number>>
}

export interface StoryAround {
  readonly folder: SafePath
  readonly keys: readonly OpenNarratorKey[]
  readonly sounds: SoundKeeper
  readonly note: (note: Note) => void
  readonly write: (name: string, text: string) => Promise<unknown>
}

const named = (name: string, ending = ''): SafePath => safeName(name, 'file', ending)

export async function writeStory(story: Telling, around: StoryAround): Promise<void> {
  const { folder, note, write } = around
  const files = await writeSounds(story, around)
  const words = wordsFor(story.language)
  const put = async (name: string, text: string): Promise<void> => {
    await write(`${folder}/${name}`, text)
    files.push(name)
  }
  await put('transcript.txt', storyText(story, words))
  const recordings = story.recordings.map((row) => textOf(row, 'id'))
  const all = [...recordings, null].flatMap((recording, at) => {
    const text = storyCaptions(story, recording, words)
    return text === null ? [] : [{ text, number: at + 1 }]
  })
  for (const { text, number } of all) await put(all.length === 1 ? 'captions.vtt' : `captions ${number}.vtt`, text)
  await put('story.json', jsonFile(storyJson(story, around)))
  await write(`${folder}/transcript.html`, storyPage(story, words, files))
  if (story.isIncomplete) note({ kind: 'story', values: { title: story.title || folder } })
  if (story.sealedPassages > 0)
    note({ kind: 'sealed', values: { title: story.title || folder, count: story.sealedPassages } })
}

function storyJson(story: Telling, { sounds }: StoryAround): unknown {
  const rows = (table: string) => story.rows(table).map((row) => jsonRow(table, row))
  const tables = story.tables.toSorted().filter((table) => table !== 'testimonies')
  return {
    format: 'firsthand-rescued-story',
    version: 1,
    id: story.id,
    title: story.title,
    language: story.language,
    narrator: story.narrator,
    incomplete: story.isIncomplete,
    transcript: story.passages.map(({ takenOut, ...passage }, at) => ({
      number: at + 1,
      ...passage,
      sealed: passage.text === null,
      takenOut,
    })),
    opened: story.seals.map(({ passage, text, wordTimes }) => ({ passage, text, wordTimes })),
    files: sounds.filesOf(story.id),
    rows: Object.fromEntries(['testimonies', ...tables].map((table) => [table, rows(table)])),
  }
}

const soundTables = [
  { table: 'recordings', folder: 'recordings', name: 'recording' },
  { table: 'spoken_answers', folder: 'spoken answers', name: 'answer' },
  { table: 'readings', folder: 'readings', name: 'reading' },
  { table: 'evidence_files', folder: 'evidence', name: 'evidence' },
] as const

/** Gives the paths from the story's folder. */
async function writeSounds(story: Telling, around: StoryAround): Promise<string[]> {
  const { folder, keys, sounds, note } = around
  const files: string[] = []
  const inside = (one: string): string => one.slice(folder.length + 1)
  for (const { table, folder: into, name } of soundTables) {
    const rows = table === 'recordings' ? story.recordings : story.rows(table)
    for (const [at, row] of rows.entries()) {
      const stem = within(within(folder, named(into)), named(`${name} ${at + 1}`))
      const written = await sounds.keep(story.id, textOf(row, 'media'), stem)
      if (written !== null) files.push(inside(written))
    }
  }
  const hers = keys.map((key) => ({ publicKey: key.sealingPublic, secretKey: key.sealingSecret }))
  const offRecord = story.rows('off_record').toSorted(byMoment)
  const parts = offRecord.map((row) => ({ row, file: textOf(row, 'file') }))
  for (const [at, row] of story.rows('takes').entries()) {
    const own = { publicKey: bytesOf(row, 'public_key'), secretKey: bytesOf(row, 'secret_key') }
    const stem = within(within(folder, named('not in a story yet')), named(`sitting ${at + 1}`, endingOfTake(row)))
    const written = await sounds.keepRecords(story.id, `${textOf(row, 'file')}.take`, row, [own], stem)
    if (written !== null) files.push(inside(written))
    for (const file of sounds.partsOf(textOf(row, 'file'))) parts.push({ row, file })
  }
  let closed = 0
  for (const [at, { row, file }] of parts.entries()) {
    const isOpen = hers.length > 0 && (textOf(row, 'key') === '' || keys.some(({ id }) => id === textOf(row, 'key')))
    const stem = within(within(folder, named('off the record')), named(`part ${at + 1}`, endingOfTake(row)))
    const written = isOpen ? await sounds.keepRecords(story.id, file, row, hers, stem) : null
    if (!isOpen) closed += 1
    else if (written !== null) files.push(inside(written))
  }
  if (closed > 0) note({ kind: 'offRecord', values: { title: story.title || folder, count: closed } })
  files.push(...(await writeSealedSound(story, around)), ...(await writeSealedAnswers(story, around)))
  return files
}

/** The sound of sealed passages, by the number of the passage; most have one part. */
async function writeSealedSound(story: Telling, { folder, keys, sounds, note }: StoryAround): Promise<string[]> {
  const files: string[] = []
  const rows = story
    .rows('sealed_sound')
    .toSorted((a, b) => (numberOf(a, 'start_frame') ?? 0) - (numberOf(b, 'start_frame') ?? 0))
  const parts = new Map<string, number>()
  let closed = 0
  for (const row of rows) {
    const key = keys.find(({ id }) => id === textOf(row, 'key'))
    if (key === undefined) {
      closed += 1
      continue
    }
    const passage = textOf(row, 'passage')
    const part = (parts.get(passage) ?? 0) + 1
    parts.set(passage, part)
    const number = story.passages.findIndex(({ id }) => id === passage) + 1
    const name = named(`passage ${number}${part === 1 ? '' : ` part ${part}`}`, '.wav')
    const stem = within(within(folder, named('sealed sound')), name)
    const own = { publicKey: key.sealingPublic, secretKey: key.sealingSecret }
    const written = await sounds.keepRecords(story.id, textOf(row, 'file'), row, [own], stem)
    if (written !== null) files.push(written.slice(folder.length + 1))
  }
  if (closed > 0) note({ kind: 'sealedSound', values: { title: story.title || folder, count: closed } })
  return files
}

/** What she said aloud about sealed passages. */
async function writeSealedAnswers(story: Telling, { folder, keys, sounds, note }: StoryAround): Promise<string[]> {
  const files: string[] = []
  const rows = story.rows('sealed_answers').toSorted(byMoment)
  let closed = 0
  for (const [at, row] of rows.entries()) {
    const key = keys.find(({ id }) => id === textOf(row, 'key'))
    const of = { id: textOf(row, 'id'), testimony: textOf(row, 'testimony') }
    const about = key === undefined ? null : openBox(bytesOf(row, 'box'), of, key)
    if (key === undefined || about === null) {
      closed += 1
      continue
    }
    const name = named(`answer ${at + 1}`, endingOf(about.type))
    const stem = within(within(folder, named('sealed answers')), name)
    const own = { publicKey: key.sealingPublic, secretKey: key.sealingSecret }
    const written = await sounds.keepAnswer(story.id, textOf(row, 'file'), about, own, stem)
    if (written !== null) files.push(written.slice(folder.length + 1))
  }
  if (closed > 0) note({ kind: 'sealedAnswers', values: { title: story.title || folder, count: closed } })
  return files
}

const byMoment = (a: Row, b: Row): number =>
  textOf(a, 'at').localeCompare(textOf(b, 'at')) || (numberOf(a, 'place') ?? 0) - (numberOf(b, 'place') ?? 0)
