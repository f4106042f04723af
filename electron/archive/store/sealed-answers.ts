// What she said aloud about sealed passages, as rows: each names a file that opens to her key alone.
import { passagesSpokenOf, type PassagesNow, type SaidAbout } from '../../../shared/domain/writing/about-passage.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { holdsPassage } from './beside.ts'
import { readLineage } from './lineage.ts'

export interface SealedAnswer {
  readonly id: string
  readonly testimony: string
  /** That it was said of; it may be gone by now, joined into another. */
  readonly passage: string
  /** The name of its file among the media. */
  readonly file: string
  /** The key that it is sealed to, which may be ended. */
  readonly key: string
  /** `AnswerInBox`, sealed. */
  readonly box: Buffer
  readonly at: string
}

/** One that is not sealed, and of a passage. */
export interface OpenAnswer {
  readonly id: string
  readonly testimony: string
  readonly passage: string
  readonly media: string
  readonly durationMs: number
  readonly at: string
}

const columns = 'id, testimony, passage, file, key, box, at'

export function insertSealedAnswer(archive: WritableArchive, answer: SealedAnswer): void {
  const { id, testimony, passage, file, key, box, at } = answer
  archive.run(`INSERT INTO sealed_answers (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    id,
    testimony,
    passage,
    file,
    key,
    box,
    at,
  ])
}

export function readSealedAnswer(archive: ReadableArchive, id: string): SealedAnswer | null {
  return archive.get<SealedAnswer>(`SELECT ${columns} FROM sealed_answers WHERE id = ?`, [id]) ?? null
}

/** In the order in which they were said. */
export function sealedAnswersOf(archive: ReadableArchive, testimony: string): SealedAnswer[] {
  return archive.all<SealedAnswer>(`SELECT ${columns} FROM sealed_answers WHERE testimony = ? ORDER BY at, id`, [
    testimony,
  ])
}

export function sealedAnswersTo(archive: ReadableArchive, key: string): SealedAnswer[] {
  return archive.all<SealedAnswer>(
    `SELECT ${columns} FROM sealed_answers WHERE key = ? ORDER BY testimony, passage, at, id`,
    [key],
  )
}

/** Its row goes; gives the file to destroy, null where there is no such answer. */
export function deleteSealedAnswer(archive: WritableArchive, testimony: string, id: string): string | null {
  const row = archive.get<{ file: string }>('SELECT file FROM sealed_answers WHERE testimony = ? AND id = ?', [
    testimony,
    id,
  ])
  if (row === undefined) return null
  archive.run('DELETE FROM sealed_answers WHERE id = ?', [id])
  return row.file
}

export function openAnswers(archive: ReadableArchive, testimony: string): OpenAnswer[] {
  return archive.all<OpenAnswer>(
    `SELECT id, testimony, passage, media, duration_ms AS durationMs, at FROM spoken_answers
     WHERE testimony = ? AND passage IS NOT NULL ORDER BY at, id`,
    [testimony],
  )
}

function passagesNow(archive: ReadableArchive, testimony: string): PassagesNow {
  return {
    lineage: readLineage(archive, testimony),
    isLiving: (passage) => holdsPassage(archive, testimony, passage),
  }
}

/** Those that are open and about one of these passages. */
export function openAnswersAbout(
  archive: ReadableArchive,
  testimony: string,
  passages: readonly string[],
): OpenAnswer[] {
  const now = passagesNow(archive, testimony)
  return openAnswers(archive, testimony).filter((one) => {
    const spokenOf = passagesSpokenOf(one, now)
    return passages.some((passage) => spokenOf.has(passage))
  })
}

function sealsOf(archive: ReadableArchive, testimony: string): { passage: string; key: string }[] {
  return archive.all('SELECT passage, key FROM seals WHERE testimony = ? ORDER BY passage', [testimony])
}

/** Whether it is about a passage that is sealed, to whatever key. */
export function isAboutSealed(archive: ReadableArchive, testimony: string, said: SaidAbout): boolean {
  const spokenOf = passagesSpokenOf(said, passagesNow(archive, testimony))
  return sealsOf(archive, testimony).some(({ passage }) => spokenOf.has(passage))
}

/**
 * Those that are sealed and about one of these passages, but for what is about another passage too that is sealed to the same
 * key and is not among them.
 */
export function sealedAnswersAbout(
  archive: ReadableArchive,
  testimony: string,
  passages: readonly string[],
): SealedAnswer[] {
  const answers = sealedAnswersOf(archive, testimony)
  if (answers.length === 0) return []
  const now = passagesNow(archive, testimony)
  const staying = sealsOf(archive, testimony).filter(({ passage }) => !passages.includes(passage))
  return answers.filter((one) => {
    const spokenOf = passagesSpokenOf(one, now)
    return (
      passages.some((passage) => spokenOf.has(passage)) &&
      !staying.some(({ passage, key }) => key === one.key && spokenOf.has(passage))
    )
  })
}

/** Those that go with these passages: what was said of them, and what is about no other sealed passage. */
export function sealedAnswersGoingWith(
  archive: ReadableArchive,
  testimony: string,
  passages: readonly string[],
): SealedAnswer[] {
  const own = sealedAnswersOf(archive, testimony).filter(({ passage }) => passages.includes(passage))
  const about = sealedAnswersAbout(archive, testimony, passages)
  return [...new Map([...own, ...about].map((one) => [one.id, one])).values()]
}

/** Their rows go; gives the files to destroy. */
export function deleteSealedAnswersAbout(archive: WritableArchive, testimony: string, passage: string): string[] {
  const going = sealedAnswersGoingWith(archive, testimony, [passage])
  for (const { id } of going) deleteSealedAnswer(archive, testimony, id)
  return going.map(({ file }) => file)
}

/** Beside which passage each is shown: its own, or the first that it is about; null where none of them is left. */
export function placesOfSealedAnswers(
  archive: ReadableArchive,
  testimony: string,
): { answer: SealedAnswer; beside: string | null }[] {
  const answers = sealedAnswersOf(archive, testimony)
  const now = passagesNow(archive, testimony)
  const seals = sealsOf(archive, testimony)
  return answers.map((answer) => {
    if (now.isLiving(answer.passage)) return { answer, beside: answer.passage }
    const spokenOf = passagesSpokenOf(answer, now)
    return { answer, beside: seals.find(({ passage }) => spokenOf.has(passage))?.passage ?? null }
  })
}

/**
 * Open answers about sealed passages, by story: what came from where they were not sealed along, or could not be read. What
 * lies open beside words whose key is gone she opened herself.
 */
export function answersLeftOpen(archive: ReadableArchive): OpenAnswer[][] {
  const rows = archive.all<{ testimony: string; passage: string }>(
    `SELECT s.testimony, s.passage FROM seals s JOIN narrator_keys k ON k.id = s.key
     WHERE k.wrapped IS NOT NULL AND EXISTS (SELECT 1 FROM spoken_answers a WHERE a.testimony = s.testimony) ORDER BY s.testimony, s.passage`,
  )
  return [...Map.groupBy(rows, ({ testimony }) => testimony)].flatMap(([testimony, own]) => {
    const passages = own.map(({ passage }) => passage)
    const answers = openAnswersAbout(archive, testimony, passages)
    return answers.length === 0 ? [] : [answers]
  })
}
