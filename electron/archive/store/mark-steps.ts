// The steps of marks that undo takes back, and redo does again, as rows.
import type { Label, NotTheSame, Redaction, Tie } from '../../../shared/domain/marks/marks.ts'
import type { AuthorRole } from '../../../shared/domain/writing/beside.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import type { MarkKind } from './mark-ranges.ts'

/** What a step may be about: a mark on words, or what is said of words wherever they stand. */
export type StepKind = MarkKind | 'notTheSame'
export type SteppedMark = Label | Redaction | Tie | NotTheSame

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

/** Undo and redo have nothing any more. */
export function forgetSteps(archive: WritableArchive, testimony: string): void {
  archive.run('DELETE FROM mark_steps WHERE testimony = ?', [testimony])
}
