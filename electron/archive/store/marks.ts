// Labels, redactions and ties as rows, with their ranges.
import type { Label, Marks, Redaction, Seal, Tie } from '../../../shared/domain/marks/marks.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'
import { insertRanges, markTables, readRanges } from './mark-ranges.ts'
import type { StepKind } from './mark-steps.ts'
import { readNotTheSame } from './not-the-same.ts'
import { insertStretches, readStretches } from './sound-stretches.ts'

type LabelRow = Omit<Label, 'assertedBy' | 'ranges'> & { asserted_by: Label['assertedBy'] }

/** Every mark of a testimony, in the order in which they were made. */
export function readMarks(archive: ReadableArchive, testimony: string): Marks {
  const labelRanges = readRanges(archive, 'label', testimony)
  const redactionRanges = readRanges(archive, 'redaction', testimony)
  const tieRanges = readRanges(archive, 'tie', testimony)
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

const tables = { ...markTables, notTheSame: 'not_the_same' } as const

export function deleteMark(archive: WritableArchive, kind: StepKind, id: string): void {
  archive.run(`DELETE FROM ${tables[kind]} WHERE id = ?`, [id])
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
