// Labels, redactions and ties as rows, with their ranges and the steps that undo takes back.
import type { Label, Marks, NotTheSame, Range, Redaction, Seal, Tie } from '../../../shared/domain/marks/marks.ts'
import type { AuthorRole } from '../../../shared/domain/writing/beside.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { readNotTheSame } from './not-the-same.ts'
import { insertStretches, readStretches } from './sound-stretches.ts'

export type MarkKind = 'label' | 'redaction' | 'tie'
/** What a step may be about: a mark on words, or what is said of words wherever they stand. */
export type StepKind = MarkKind | 'notTheSame'
export type SteppedMark = Label | Redaction | Tie | NotTheSame

interface RangeRow {
  id: string
  mark: string
  passage: string
  start_at: number
  end_at: number
  quote: string
  start_ms: number | null
  end_ms: number | null
  unresolved: 0 | 1
}

function rangesByMark(rows: readonly RangeRow[]): Map<string, Range[]> {
  const byMark = new Map<string, Range[]>()
  for (const row of rows) {
    const ranges = byMark.get(row.mark) ?? []
    ranges.push({
      id: row.id,
      passage: row.passage,
      start: row.start_at,
      end: row.end_at,
      quote: row.quote,
      startMs: row.start_ms,
      endMs: row.end_ms,
      unresolved: row.unresolved === 1,
    })
    byMark.set(row.mark, ranges)
  }
  return byMark
}

type LabelRow = Omit<Label, 'assertedBy' | 'ranges'> & { asserted_by: Label['assertedBy'] }
const rangeColumns = 'r.passage, r.id, r.start_at, r.end_at, r.quote, r.start_ms, r.end_ms, r.unresolved'

/** Every mark of a testimony, in the order in which they were made. */
export function readMarks(archive: ReadableArchive, testimony: string): Marks {
  const labelRanges = rangesByMark(
    archive.all(
      `SELECT r.label AS mark, ${rangeColumns} FROM labels l JOIN ranges r ON r.label = l.id WHERE l.testimony = ? ORDER BY r.position`,
      [testimony],
    ),
  )
  const redactionRanges = rangesByMark(
    archive.all(
      `SELECT r.redaction AS mark, ${rangeColumns} FROM redactions d JOIN ranges r ON r.redaction = d.id WHERE d.testimony = ? ORDER BY r.position`,
      [testimony],
    ),
  )
  const tieRanges = rangesByMark(
    archive.all(
      `SELECT r.tie AS mark, ${rangeColumns} FROM ties t JOIN ranges r ON r.tie = t.id WHERE t.testimony = ? ORDER BY r.position`,
      [testimony],
    ),
  )
  const stretches = readStretches(archive, testimony)
  return {
    labels: archive
      .all<LabelRow>(
        'SELECT id, words, language, meaning, asserted_by, stance, colour, author FROM labels WHERE testimony = ? ORDER BY position',
        [testimony],
      )
      .map(({ asserted_by, ...label }) => ({
        ...label,
        assertedBy: asserted_by,
        ranges: labelRanges.get(label.id) ?? [],
      })),
    redactions: archive
      .all<Omit<Redaction, 'ranges'>>(
        'SELECT id, thing, reach, way, replacement, why, author FROM redactions WHERE testimony = ? ORDER BY position',
        [testimony],
      )
      .map((redaction) => {
        const whole = { ...redaction, ranges: redactionRanges.get(redaction.id) ?? [] }
        const own = stretches.get(redaction.id)
        return own === undefined ? whole : { ...whole, stretches: own }
      }),
    ties: archive
      .all<Omit<Tie, 'ranges'>>('SELECT id, kind, reason, author FROM ties WHERE testimony = ? ORDER BY position', [
        testimony,
      ])
      .map((tie) => ({ ...tie, ranges: tieRanges.get(tie.id) ?? [] })),
    seals: archive.all<Seal>('SELECT id, passage FROM seals WHERE testimony = ? ORDER BY id', [testimony]),
    notTheSame: readNotTheSame(archive, testimony),
  }
}

function insertRanges(archive: WritableArchive, column: MarkKind, mark: string, ranges: readonly Range[]): void {
  for (const [position, range] of ranges.entries()) {
    archive.run(
      `INSERT INTO ranges (id, ${column}, passage, start_at, end_at, quote, start_ms, end_ms, unresolved, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        range.id,
        mark,
        range.passage,
        range.start,
        range.end,
        range.quote,
        range.startMs,
        range.endMs,
        range.unresolved ? 1 : 0,
        position,
      ],
    )
  }
}

function sameRange(one: Range, two: Range): boolean {
  return (
    one.passage === two.passage &&
    one.start === two.start &&
    one.end === two.end &&
    one.quote === two.quote &&
    one.startMs === two.startMs &&
    one.endMs === two.endMs &&
    one.unresolved === two.unresolved
  )
}

/** Writes the ranges of one mark that are others than before; true where there were any. */
export function writeRanges(
  archive: WritableArchive,
  kind: MarkKind,
  mark: string,
  before: readonly Range[],
  after: readonly Range[],
): boolean {
  const old = new Map(before.map((range, position) => [range.id, { range, position }]))
  const kept = new Set(after.map(({ id }) => id))
  let changed = false
  for (const { id } of before) {
    if (kept.has(id)) continue
    archive.run(`DELETE FROM ranges WHERE id = ? AND ${kind} = ?`, [id, mark])
    changed = true
  }
  for (const [position, range] of after.entries()) {
    const was = old.get(range.id)
    if (was?.position === position && sameRange(was.range, range)) continue
    changed = true
    const place = [range.passage, range.start, range.end, range.quote, range.startMs, range.endMs] as const
    const rest = [range.unresolved ? 1 : 0, position] as const
    if (was === undefined)
      archive.run(
        `INSERT INTO ranges (id, ${kind}, passage, start_at, end_at, quote, start_ms, end_ms, unresolved, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [range.id, mark, ...place, ...rest],
      )
    else
      archive.run(
        'UPDATE ranges SET passage = ?, start_at = ?, end_at = ?, quote = ?, start_ms = ?, end_ms = ?, unresolved = ?, position = ? WHERE id = ?',
        [...place, ...rest, range.id],
      )
  }
  return changed
}

const next = (table: 'labels' | 'redactions' | 'ties') =>
  `(SELECT coalesce(max(position), 0) + 1 FROM ${table} WHERE testimony = :testimony)`

/** Puts a label as it is to be, in place of the one with its id. */
export function putLabel(archive: WritableArchive, testimony: string, label: Label): void {
  const kept = archive.get<{ position: number }>('SELECT position FROM labels WHERE id = ?', [label.id])
  archive.run('DELETE FROM labels WHERE id = ?', [label.id])
  archive.run(
    `INSERT INTO labels (id, testimony, words, language, meaning, asserted_by, stance, colour, author, position)
     VALUES (:id, :testimony, :words, :language, :meaning, :assertedBy, :stance, :colour, :author, coalesce(:position, ${next('labels')}))`,
    {
      id: label.id,
      testimony,
      words: label.words,
      language: label.language,
      meaning: label.meaning,
      assertedBy: label.assertedBy,
      stance: label.stance,
      colour: label.colour,
      author: label.author,
      position: kept?.position ?? null,
    },
  )
  insertRanges(archive, 'label', label.id, label.ranges)
}

/** Changes places with the label before or after it. */
export function moveLabel(archive: WritableArchive, testimony: string, label: string, way: 'earlier' | 'later'): void {
  const order = archive.all<{ id: string; position: number }>(
    'SELECT id, position FROM labels WHERE testimony = ? ORDER BY position, id',
    [testimony],
  )
  const at = order.findIndex(({ id }) => id === label)
  const [one, other] = [order[at], order[way === 'earlier' ? at - 1 : at + 1]]
  if (one === undefined || other === undefined) return
  archive.run('UPDATE labels SET position = ? WHERE id = ?', [other.position, one.id])
  archive.run('UPDATE labels SET position = ? WHERE id = ?', [one.position, other.id])
}

/** Puts a redaction as it is to be, in place of the one with its id. */
export function putRedaction(archive: WritableArchive, testimony: string, redaction: Redaction): void {
  const kept = archive.get<{ position: number }>('SELECT position FROM redactions WHERE id = ?', [redaction.id])
  archive.run('DELETE FROM redactions WHERE id = ?', [redaction.id])
  archive.run(
    `INSERT INTO redactions (id, testimony, thing, reach, way, replacement, why, author, position)
     VALUES (:id, :testimony, :thing, :reach, :way, :replacement, :why, :author, coalesce(:position, ${next('redactions')}))`,
    {
      id: redaction.id,
      testimony,
      thing: redaction.thing,
      reach: redaction.reach,
      way: redaction.way,
      replacement: redaction.replacement,
      why: redaction.why,
      author: redaction.author,
      position: kept?.position ?? null,
    },
  )
  insertRanges(archive, 'redaction', redaction.id, redaction.ranges)
  insertStretches(archive, redaction.id, redaction.stretches ?? [])
}

/** Puts a tie as it is to be, in place of the one with its id. */
export function putTie(archive: WritableArchive, testimony: string, tie: Tie): void {
  const kept = archive.get<{ position: number }>('SELECT position FROM ties WHERE id = ?', [tie.id])
  archive.run('DELETE FROM ties WHERE id = ?', [tie.id])
  archive.run(
    `INSERT INTO ties (id, testimony, kind, reason, author, position)
     VALUES (:id, :testimony, :kind, :reason, :author, coalesce(:position, ${next('ties')}))`,
    { id: tie.id, testimony, kind: tie.kind, reason: tie.reason, author: tie.author, position: kept?.position ?? null },
  )
  insertRanges(archive, 'tie', tie.id, tie.ranges)
}

const tables = { label: 'labels', redaction: 'redactions', tie: 'ties', notTheSame: 'not_the_same' } as const

export function deleteMark(archive: WritableArchive, kind: StepKind, id: string): void {
  archive.run(`DELETE FROM ${tables[kind]} WHERE id = ?`, [id])
}

/** A name that was rewritten outside of the passages, together with a redaction of it. */
export interface Rewrite {
  readonly where: 'title' | 'heading' | 'label' | 'meaning' | 'wordsAbout' | 'suggestion' | 'speaker'
  /** Of the row that it is in; for a suggestion with the field before it. */
  readonly id: string
  readonly before: string
  readonly after: string
}

export interface MarkStep {
  readonly sequence: number
  readonly kind: StepKind
  readonly mark: string
  readonly before: SteppedMark | null
  readonly after: SteppedMark | null
  readonly rewrites: readonly Rewrite[]
  /** Nobody takes back what another did. */
  readonly by: AuthorRole
}

/** What `after_json` holds; rows of before hold the mark alone. */
type After = Pick<MarkStep, 'after' | 'rewrites' | 'by'>

export function insertStep(
  archive: WritableArchive,
  testimony: string,
  { kind, mark, before, ...after }: Omit<MarkStep, 'sequence'>,
  at: string,
): void {
  archive.run('DELETE FROM mark_steps WHERE testimony = ? AND undone = 1', [testimony])
  archive.run(
    'INSERT INTO mark_steps (testimony, kind, mark, before_json, after_json, undone, at) VALUES (?, ?, ?, ?, ?, 0, ?)',
    [
      testimony,
      kind,
      mark,
      before === null ? null : JSON.stringify(before),
      JSON.stringify({ after: after.after, rewrites: after.rewrites, by: after.by }),
      at,
    ],
  )
}

function afterOf(json: string | null): After {
  const kept = json === null ? null : (JSON.parse(json) as After | SteppedMark)
  return kept !== null && 'by' in kept ? kept : { after: kept, rewrites: [], by: 'archivist' }
}

/**
 * The step that undo would take back (`undone` false) or redo would do again (`undone` true); null where there is none,
 * or the last one was made by another.
 */
export function nextStep(
  archive: ReadableArchive,
  testimony: string,
  undone: boolean,
  by: AuthorRole,
): MarkStep | null {
  const row = archive.get<{
    sequence: number
    kind: StepKind
    mark: string
    before_json: string | null
    after_json: string | null
  }>(
    undone
      ? 'SELECT sequence, kind, mark, before_json, after_json FROM mark_steps WHERE testimony = ? AND undone = 1 ORDER BY sequence LIMIT 1'
      : 'SELECT sequence, kind, mark, before_json, after_json FROM mark_steps WHERE testimony = ? AND undone = 0 ORDER BY sequence DESC LIMIT 1',
    [testimony],
  )
  if (row === undefined) return null
  const { before_json, after_json, ...step } = row
  const before = before_json === null ? null : (JSON.parse(before_json) as SteppedMark)
  const read = { ...step, before, ...afterOf(after_json) }
  return read.by === by ? read : null
}

export function setUndone(archive: WritableArchive, sequence: number, undone: boolean): void {
  archive.run('UPDATE mark_steps SET undone = ? WHERE sequence = ?', [undone ? 1 : 0, sequence])
}

/**
 * Words of labels used so far, the most used first; of one narrator's testimonies alone where she is given. A label that
 * she refused is not offered.
 */
export function usedLabelWords(archive: ReadableArchive, narrator: string | null): string[] {
  return archive
    .all<{ words: string }>(
      `SELECT l.words FROM labels l JOIN testimonies t ON t.id = l.testimony
       WHERE l.stance NOT IN ('notMine', 'doNotShow') AND (:narrator IS NULL OR t.narrator = :narrator)
       GROUP BY l.words ORDER BY count(*) DESC, l.words LIMIT 200`,
      { narrator },
    )
    .map(({ words }) => words)
}

/** Undo and redo have nothing any more. */
export function forgetSteps(archive: WritableArchive, testimony: string): void {
  archive.run('DELETE FROM mark_steps WHERE testimony = ?', [testimony])
}
