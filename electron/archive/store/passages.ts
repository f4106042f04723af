// A changed transcript as rows: only what is another is written, in the passages, in the turns and in the index of words.
import type { Passage, SpeakerRole, Transcript } from '../../../shared/domain/story.ts'
import type { WritableArchive } from './archive-database.ts'
import { fold } from './fold.ts'
import { placeNumbers } from './place-numbers.ts'
import { mostPassages } from './story-size.ts'

/** Takes a passage's words out of the index, as they were put in; `text` is the text that it was indexed with. */
function unindexWords(archive: WritableArchive, place: number, text: string): void {
  archive.run("INSERT INTO passage_words (passage_words, rowid, text) VALUES ('delete', ?, ?)", [place, fold(text)])
}

function indexWords(archive: WritableArchive, place: number, text: string): void {
  archive.run('INSERT INTO passage_words (rowid, text) VALUES (?, ?)', [place, fold(text)])
}

interface PlacedPassage {
  place: number
  id: string
  turn_place: number
  role: SpeakerRole
}
interface PlacedTurn {
  place: number
  id: string
  speaker: string
}

/** The same turns, of the same speakers, with the same passages. */
export function sameOrder(before: Transcript, after: Transcript): boolean {
  return (
    before.turns.length === after.turns.length &&
    before.passages.length === after.passages.length &&
    before.turns.every(({ id, speaker }, at) => after.turns[at]?.id === id && after.turns[at]?.speaker === speaker) &&
    before.passages.every(({ id, turn }, at) => after.passages[at]?.id === id && after.passages[at]?.turn === turn)
  )
}

const updateColumns =
  'UPDATE passages SET language = ?, direction = ?, words = ?, recording = ?, start_ms = ?, end_ms = ?, word_times = ?, text = ? WHERE place = ?'

/** Writes passages that changed where they stand; their order is as it was. */
function writeInPlace(
  archive: WritableArchive,
  before: Transcript,
  after: Transcript,
  countWords: (text: string) => number,
): void {
  for (const [at, was] of before.passages.entries()) {
    const is = after.passages[at]
    if (is === undefined || isSamePassage(was, is)) continue
    const place = archive.get<{ place: number }>('SELECT place FROM passages WHERE id = ?', [is.id])?.place
    if (place === undefined) throw new Error('a passage without its row')
    if (was.text !== is.text) unindexWords(archive, place, was.text)
    archive.run(updateColumns, [...columns(is, countWords(is.text)), place])
    if (was.text !== is.text) indexWords(archive, place, is.text)
  }
}

/**
 * Writes `after` over `before`. Ranges on passages that go must be written in the same transaction.
 *
 * @param number the testimony's number
 * @param countWords words of a text
 */
export function writeTranscript(
  archive: WritableArchive,
  number: number,
  before: Transcript,
  after: Transcript,
  countWords: (text: string) => number,
): void {
  if (before.speakers === after.speakers && sameOrder(before, after))
    return writeInPlace(archive, before, after, countWords)
  archive.run('PRAGMA defer_foreign_keys = ON')
  const first = number * mostPassages
  const span = [first, first + mostPassages]
  const turnRows = archive.all<PlacedTurn>(
    'SELECT place, id, speaker FROM turns WHERE place >= ? AND place < ? ORDER BY place',
    span,
  )
  const rows = archive.all<PlacedPassage>(
    'SELECT place, id, turn_place, role FROM passages WHERE place >= ? AND place < ? ORDER BY place',
    span,
  )
  const roles = new Map(after.speakers.map(({ id, role }) => [id, role]))
  const turns = placed(after.turns, turnRows, first)
  const places = placed(after.passages, rows, first)
  const speakers = new Map(after.turns.map(({ id, speaker }) => [id, speaker]))
  const old = new Map(before.passages.map((passage) => [passage.id, passage]))
  const fresh = new Map(after.passages.map((passage) => [passage.id, passage]))
  const rowOf = new Map(rows.map((row) => [row.id, row]))

  for (const row of rows) {
    const was = old.get(row.id)
    const is = fresh.get(row.id)
    if (was !== undefined && (is === undefined || is.text !== was.text || places.get(row.id) !== row.place))
      unindexWords(archive, row.place, was.text)
    if (is === undefined) archive.run('DELETE FROM passages WHERE place = ?', [row.place])
  }
  writeTurns(archive, after, turnRows, turns)
  move(archive, 'passages', rows, places)
  for (const passage of after.passages) {
    const place = places.get(passage.id) ?? first
    const turnPlace = turns.get(passage.turn) ?? first
    const role = roles.get(speakers.get(passage.turn) ?? '') ?? 'other'
    const was = old.get(passage.id)
    const row = rowOf.get(passage.id)
    if (was === undefined || row === undefined) {
      archive.run(
        'INSERT INTO passages (place, id, turn_place, role, language, direction, words, recording, start_ms, end_ms, word_times, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        [place, passage.id, turnPlace, role, ...columns(passage, countWords(passage.text))],
      )
      indexWords(archive, place, passage.text)
      continue
    }
    if (!isSamePassage(was, passage)) {
      archive.run(updateColumns, [...columns(passage, countWords(passage.text)), place])
    }
    if (row.turn_place !== turnPlace || row.role !== role)
      archive.run('UPDATE passages SET turn_place = ?, role = ? WHERE place = ?', [turnPlace, role, place])
    if (was.text !== passage.text || row.place !== place) indexWords(archive, place, passage.text)
  }
}

/** The same in all that its row holds; its turn aside. */
export function isSamePassage(one: Passage, two: Passage): boolean {
  if (one === two) return true
  return (
    one.text === two.text &&
    one.language === two.language &&
    one.direction === two.direction &&
    one.recording === two.recording &&
    one.startMs === two.startMs &&
    one.endMs === two.endMs &&
    (one.wordTimes === two.wordTimes || JSON.stringify(one.wordTimes) === JSON.stringify(two.wordTimes))
  )
}

function columns(passage: Passage, words: number) {
  const { language, direction, recording, startMs, endMs, wordTimes, text } = passage
  return [language, direction, words, recording, startMs, endMs, JSON.stringify(wordTimes), text]
}

/** Row numbers for an order, those that the rows have now kept where they can be. */
function placed(
  inOrder: readonly { readonly id: string }[],
  rows: readonly { readonly id: string; readonly place: number }[],
  first: number,
): Map<string, number> {
  const same = inOrder.length === rows.length && inOrder.every(({ id }, at) => rows[at]?.id === id)
  if (same) return new Map(rows.map(({ id, place }) => [id, place]))
  const kept = new Map(rows.map(({ id, place }) => [id, place - first]))
  const numbers = placeNumbers(
    inOrder.map(({ id }) => id),
    kept,
    mostPassages,
  )
  return new Map([...numbers].map(([id, at]) => [id, first + at]))
}

/** By way of numbers below zero, so that no two rows want the same one on the way. */
function move(
  archive: WritableArchive,
  table: 'passages' | 'turns',
  rows: readonly { readonly id: string; readonly place: number }[],
  places: ReadonlyMap<string, number>,
): void {
  const moved = rows.flatMap(({ id, place }) => {
    const to = places.get(id)
    return to === undefined || to === place ? [] : [{ from: place, to }]
  })
  for (const { from } of moved) archive.run(`UPDATE ${table} SET place = ? WHERE place = ?`, [-1 - from, from])
  for (const { from, to } of moved) archive.run(`UPDATE ${table} SET place = ? WHERE place = ?`, [to, -1 - from])
}

function writeTurns(
  archive: WritableArchive,
  { turns }: Transcript,
  rows: readonly PlacedTurn[],
  places: ReadonlyMap<string, number>,
): void {
  const old = new Map(rows.map((row) => [row.id, row]))
  for (const row of rows) if (!places.has(row.id)) archive.run('DELETE FROM turns WHERE place = ?', [row.place])
  move(archive, 'turns', rows, places)
  for (const { id, speaker } of turns) {
    const row = old.get(id)
    if (row === undefined)
      archive.run('INSERT INTO turns (place, id, speaker) VALUES (?, ?, ?)', [places.get(id) ?? 0, id, speaker])
    else if (row.speaker !== speaker) archive.run('UPDATE turns SET speaker = ? WHERE id = ?', [speaker, id])
  }
}
