// What a machine has written and nobody has been through, as rows, and the model that was chosen for it.
import type { HeardPassage } from '../../../shared/domain/sound/heard-words.ts'
import type { Speaker, WordTime } from '../../../shared/domain/story.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

/** The path of the chosen model; null where it is turned off. */
export function chosenModel(archive: ReadableArchive): string | null {
  return archive.get<{ model: string }>('SELECT model FROM transcribing')?.model ?? null
}

export function chooseModel(archive: WritableArchive, model: string, by: string, at: string): void {
  archive.run('INSERT OR REPLACE INTO transcribing (one, model, by, at) VALUES (1, ?, ?, ?)', [model, by, at])
}

export function chooseNoModel(archive: WritableArchive): void {
  archive.run('DELETE FROM transcribing')
  archive.run('DELETE FROM machine_drafts')
}

export interface DraftRow {
  readonly id: string
  readonly testimony: string
  readonly recording: string
  readonly language: string
  readonly at: string
}

export function readDraft(archive: ReadableArchive, id: string): DraftRow | undefined {
  return archive.get<DraftRow>('SELECT id, testimony, recording, language, at FROM machine_drafts WHERE id = ?', [id])
}

export interface DraftCount {
  readonly id: string
  readonly recording: string
  readonly at: string
  readonly waiting: number
  readonly total: number
}

export function draftsOf(archive: ReadableArchive, testimony: string): DraftCount[] {
  return archive.all<DraftCount>(
    `SELECT d.id, d.recording, d.at, count(*) AS total, sum(p.state = 'waiting') AS waiting
     FROM machine_drafts d JOIN machine_draft_passages p ON p.draft = d.id
     WHERE d.testimony = ? GROUP BY d.id ORDER BY d.at, d.id`,
    [testimony],
  )
}

export interface DraftPassage {
  readonly place: number
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  readonly wordTimes: readonly WordTime[]
  readonly state: 'waiting' | 'accepted' | 'leftOut'
  readonly passage: string | null
}

export function draftPassages(archive: ReadableArchive, draft: string): DraftPassage[] {
  return archive
    .all<Omit<DraftPassage, 'wordTimes'> & { wordTimes: string }>(
      `SELECT place, start_ms AS startMs, end_ms AS endMs, text, word_times AS wordTimes, state, passage
       FROM machine_draft_passages WHERE draft = ? ORDER BY place`,
      [draft],
    )
    .map((row) => ({ ...row, wordTimes: JSON.parse(row.wordTimes) as WordTime[] }))
}

export function insertDraft(archive: WritableArchive, draft: DraftRow, passages: readonly HeardPassage[]): void {
  archive.run('INSERT INTO machine_drafts (id, testimony, recording, language, at) VALUES (?, ?, ?, ?, ?)', [
    draft.id,
    draft.testimony,
    draft.recording,
    draft.language,
    draft.at,
  ])
  const insert = archive.repeat(
    `INSERT INTO machine_draft_passages (draft, place, start_ms, end_ms, text, word_times, state)
     VALUES (?, ?, ?, ?, ?, ?, 'waiting')`,
  )
  for (const [place, { text, startMs, endMs, wordTimes }] of passages.entries())
    insert([draft.id, place, startMs, endMs, text, JSON.stringify(wordTimes)])
}

/** NOTE: the words of what was accepted are in the story, and go from here. */
export function decideDraftPassage(
  archive: WritableArchive,
  draft: string,
  { place, state, passage, text, wordTimes }: Omit<DraftPassage, 'startMs' | 'endMs'>,
): void {
  archive.run(
    `UPDATE machine_draft_passages SET state = ?, passage = ?, text = ?, word_times = ? WHERE draft = ? AND place = ?`,
    [
      state,
      passage,
      state === 'accepted' ? '' : text,
      state === 'accepted' ? '[]' : JSON.stringify(wordTimes),
      draft,
      place,
    ],
  )
}

export function deleteDraftPassage(archive: WritableArchive, draft: string, place: number): void {
  archive.run('DELETE FROM machine_draft_passages WHERE draft = ? AND place = ?', [draft, place])
  archive.run('DELETE FROM machine_drafts WHERE id = ? AND id NOT IN (SELECT draft FROM machine_draft_passages)', [
    draft,
  ])
}

export function deleteDraft(archive: WritableArchive, draft: string): void {
  archive.run('DELETE FROM machine_drafts WHERE id = ?', [draft])
}

/** Those in which nothing waits any more: they are done with. */
export function deleteDoneDrafts(archive: WritableArchive): void {
  archive.run(`DELETE FROM machine_drafts WHERE id NOT IN
    (SELECT draft FROM machine_draft_passages WHERE state = 'waiting')`)
}

export interface Listened {
  readonly recording: string
  readonly by: string
  readonly at: string
}

export function insertListened(archive: WritableArchive, id: string, testimony: string, listened: Listened): void {
  archive.run('INSERT INTO machine_listened (id, testimony, recording, by, at) VALUES (?, ?, ?, ?, ?)', [
    id,
    testimony,
    listened.recording,
    listened.by,
    listened.at,
  ])
}

/** The newest first. */
export function listenedTo(archive: ReadableArchive, testimony: string): Listened[] {
  return archive.all<Listened>(
    'SELECT recording, by, at FROM machine_listened WHERE testimony = ? ORDER BY at DESC, id',
    [testimony],
  )
}

/** Somebody who is new in a story, after everybody who is there. */
export function addSpeaker(archive: WritableArchive, testimony: string, { id, name, role }: Speaker): void {
  archive.run(
    `INSERT INTO speakers (id, testimony, position, name, role)
     VALUES (?, ?, (SELECT coalesce(max(position) + 1, 0) FROM speakers WHERE testimony = ?), ?, ?)`,
    [id, testimony, testimony, name, role],
  )
}
