// Stories as rows: a testimony with its speakers, turns, passages and recordings.
import { isCutShort } from '../importers/sound/heard.ts'
import type { Passage, Recording, Speaker, SpeakerRole, Story, Turn, WordTime } from '../../../shared/domain/story.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { fold } from './fold.ts'
import { insertNarrator, readNarrator } from './narrators.ts'
import { stepFor } from './place-numbers.ts'
import { mostPassages } from './story-size.ts'

export { mostPassages }

export interface NewStory extends Omit<Story, 'testimony'> {
  readonly testimony: Omit<Story['testimony'], 'revision'>
  readonly sourceSha256: string | null
  readonly author: string
}

interface TestimonyRow {
  number: number
  id: string
  narrator: string
  title: string
  title_by: 'narrator' | 'archivist'
  language: string
  created_at: string
  revision: number
}

/** A story to be kept, with the count of each passage's words. */
export interface CountedStory {
  readonly story: NewStory
  readonly words: readonly number[]
}

interface PlacedWords {
  readonly place: number
  readonly text: string
}

/**
 * Narrators who are not here yet, speakers, turns, passages and their words for finding, in one go.
 * NOTE: words for finding come after the rows of all stories. Where a table has a trigger SQLite sets a mark before each of
 * its rows, and at each mark the full-text table writes out what it has gathered.
 */
export function insertStories(archive: WritableArchive, stories: readonly CountedStory[]): void {
  const toFind = stories.map(({ story, words }) => insertRows(archive, story, words))
  const keepWords = archive.repeat('INSERT INTO passage_words (rowid, text) VALUES (?, ?)')
  for (const placed of toFind) for (const { place, text } of placed) keepWords([place, fold(text)])
}

function insertRows(archive: WritableArchive, story: NewStory, words: readonly number[]): PlacedWords[] {
  if (story.passages.length > mostPassages) throw new Failure('fileTooLarge')
  const { testimony, narrator } = story
  if (archive.get('SELECT 1 FROM narrators WHERE id = ?', [narrator.id]) === undefined)
    insertNarrator(archive, narrator)
  const { rowid: number } = archive.run(
    'INSERT INTO testimonies (id, narrator, title, title_by, language, source_sha256, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      testimony.id,
      testimony.narrator,
      testimony.title,
      testimony.titleBy,
      testimony.language,
      story.sourceSha256,
      testimony.createdAt,
    ],
  )
  archive.run('INSERT INTO revisions (testimony, number, author, at, until) VALUES (?, 1, ?, ?, ?)', [
    testimony.id,
    story.author,
    testimony.createdAt,
    testimony.createdAt,
  ])
  const roles = new Map<string, SpeakerRole>()
  for (const [position, speaker] of story.speakers.entries()) {
    roles.set(speaker.id, speaker.role)
    archive.run('INSERT INTO speakers (id, testimony, position, name, role) VALUES (?, ?, ?, ?, ?)', [
      speaker.id,
      testimony.id,
      position,
      speaker.name,
      speaker.role,
    ])
  }
  for (const recording of story.recordings) insertRecording(archive, testimony.id, recording)
  const turns = new Map<string, { place: number; role: SpeakerRole }>()
  const turnStep = stepFor(story.turns.length, mostPassages)
  for (const [sequence, turn] of story.turns.entries()) {
    const place = number * mostPassages + sequence * turnStep
    turns.set(turn.id, { place, role: roles.get(turn.speaker) ?? 'other' })
    archive.run('INSERT INTO turns (place, id, speaker) VALUES (?, ?, ?)', [place, turn.id, turn.speaker])
  }
  const keepPassage = archive.repeat(
    'INSERT INTO passages (place, id, turn_place, role, language, direction, words, recording, start_ms, end_ms, word_times, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const toFind: PlacedWords[] = []
  const step = stepFor(story.passages.length, mostPassages)
  for (const [sequence, passage] of story.passages.entries()) {
    const place = number * mostPassages + sequence * step
    const turn = turns.get(passage.turn)
    if (turn === undefined) throw new Error('a passage without its turn')
    keepPassage([
      place,
      passage.id,
      turn.place,
      turn.role,
      passage.language,
      passage.direction,
      words[sequence] ?? 0,
      passage.recording,
      passage.startMs,
      passage.endMs,
      passage.wordTimes.length === 0 ? '[]' : JSON.stringify(passage.wordTimes),
      passage.text,
    ])
    toFind.push({ place, text: passage.text })
  }
  return toFind
}

export function insertRecording(archive: WritableArchive, testimony: string, recording: Recording): void {
  archive.run(
    'INSERT INTO recordings (id, testimony, media, sitting, format, duration_ms, channels, sample_rate, peaks) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    [
      recording.id,
      testimony,
      recording.media,
      recording.sitting,
      recording.format,
      recording.durationMs,
      recording.channels,
      recording.sampleRate,
    ],
  )
}

function testimonyRow(archive: ReadableArchive, id: string): TestimonyRow {
  const row = archive.get<TestimonyRow>(
    'SELECT number, id, narrator, title, title_by, language, created_at, (SELECT max(number) FROM revisions WHERE testimony = t.id) AS revision FROM testimonies t WHERE id = ?',
    [id],
  )
  if (row === undefined) throw new Failure('notFound')
  return row
}

interface PassageRow {
  id: string
  turn: string
  text: string
  language: string
  direction: 'ltr' | 'rtl'
  recording: string | null
  start_ms: number | null
  end_ms: number | null
  word_times: string
}

type PassageWithoutTimes = Omit<PassageRow, 'word_times'>
const passageColumns = 'p.id, t.id AS turn, p.text, p.language, p.direction, p.recording, p.start_ms, p.end_ms'
const passagesWith = (columns: string) =>
  `SELECT ${columns} FROM passages p JOIN turns t ON t.place = p.turn_place WHERE p.place >= ? AND p.place < ? ORDER BY p.place`

function timesFrom(json: string): WordTime[] {
  return json === '[]' ? [] : (JSON.parse(json) as WordTime[])
}

/** A passage whose word times are read from its row when somebody asks for them, and only then. */
function withTimesOnDemand(archive: ReadableArchive, { start_ms, end_ms, ...row }: PassageWithoutTimes): Passage {
  let times: WordTime[] | null = null
  return {
    ...row,
    startMs: start_ms,
    endMs: end_ms,
    get wordTimes() {
      times ??= timesFrom(
        archive.get<{ word_times: string }>('SELECT word_times FROM passages WHERE id = ?', [row.id])?.word_times ??
          '[]',
      )
      return times
    },
  }
}

/**
 * One testimony with everything in it but its marks. Throws Failure notFound.
 *
 * @param timed whose word times are read at once; those of others are read when they are asked for, as they stand by
 *   then. Where it is not given, all are read at once.
 */
export function readStory(archive: ReadableArchive, id: string, timed?: ReadonlySet<string>): Story {
  const testimony = testimonyRow(archive, id)
  const from = testimony.number * mostPassages
  const until = from + mostPassages
  return {
    testimony: {
      id: testimony.id,
      narrator: testimony.narrator,
      title: testimony.title,
      titleBy: testimony.title_by,
      language: testimony.language,
      createdAt: testimony.created_at,
      revision: testimony.revision,
    },
    narrator: readNarrator(archive, testimony.narrator),
    speakers: archive.all<Speaker>('SELECT id, name, role FROM speakers WHERE testimony = ? ORDER BY position', [id]),
    turns: archive.all<Turn>('SELECT id, speaker FROM turns WHERE place >= ? AND place < ? ORDER BY place', [
      from,
      until,
    ]),
    passages:
      timed === undefined
        ? archive
            .all<PassageRow>(passagesWith(`${passageColumns}, p.word_times`), [from, until])
            .map(({ start_ms, end_ms, word_times, ...row }) => ({
              ...row,
              startMs: start_ms,
              endMs: end_ms,
              wordTimes: timesFrom(word_times),
            }))
        : archive.all<PassageWithoutTimes>(passagesWith(passageColumns), [from, until]).map((row) => {
            const passage = withTimesOnDemand(archive, row)
            return timed.has(row.id) ? { ...passage } : passage
          }),
    recordings: archive
      .all<
        Omit<Recording, 'durationMs' | 'sampleRate' | 'isCut'> & {
          duration_ms: number
          sample_rate: number
          type: string
        }
      >(
        `SELECT r.id, r.media, r.sitting, r.format, r.duration_ms, r.channels, r.sample_rate, m.type
         FROM recordings r JOIN media m ON m.name = r.media WHERE r.testimony = ? ORDER BY r.sitting, r.id`,
        [id],
      )
      .map(({ duration_ms, sample_rate, type, ...row }) => ({
        ...row,
        durationMs: duration_ms,
        sampleRate: sample_rate,
        ...(isCutShort(type) ? { isCut: true } : {}),
      })),
  }
}

/** Whose testimony it is; throws Failure notFound. */
export function narratorOf(archive: ReadableArchive, testimony: string): string {
  return testimonyRow(archive, testimony).narrator
}

export function updateTitle(
  archive: WritableArchive,
  id: string,
  title: string,
  titleBy: 'narrator' | 'archivist',
): void {
  const { changes } = archive.run('UPDATE testimonies SET title = ?, title_by = ? WHERE id = ?', [title, titleBy, id])
  if (changes === 0) throw new Failure('notFound')
}

/** Of the story; its passages have their own. */
export function updateLanguage(archive: WritableArchive, id: string, language: string): void {
  const { changes } = archive.run('UPDATE testimonies SET language = ? WHERE id = ?', [language, id])
  if (changes === 0) throw new Failure('notFound')
}

export function updateSpeaker(archive: WritableArchive, testimony: string, speaker: Speaker): void {
  const { changes } = archive.run('UPDATE speakers SET name = ?, role = ? WHERE id = ? AND testimony = ?', [
    speaker.name,
    speaker.role,
    speaker.id,
    testimony,
  ])
  if (changes === 0) throw new Failure('notFound')
  const { number } = testimonyRow(archive, testimony)
  archive.run(
    'UPDATE passages SET role = ? WHERE place >= ? AND place < ? AND turn_place IN (SELECT place FROM turns WHERE place >= ? AND place < ? AND speaker = ?)',
    [
      speaker.role,
      number * mostPassages,
      (number + 1) * mostPassages,
      number * mostPassages,
      (number + 1) * mostPassages,
      speaker.id,
    ],
  )
}

export function isSourceKept(archive: ReadableArchive, sha256: string): boolean {
  return archive.get('SELECT 1 FROM testimonies WHERE source_sha256 = ? LIMIT 1', [sha256]) !== undefined
}
