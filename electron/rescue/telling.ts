// One story as it is told: its passages in their order with who speaks, and what is sealed or lost said where it stands.
import type { OpenNarratorKey } from '../archive/actor.ts'
import type { Row } from './database/tables.ts'
import { openSeal, type OpenedSeal } from './seals.ts'
import { numberOf, textOf } from './row-values.ts'
import type { SortedArchive, StoryRows } from './stories.ts'

export type Role = 'narrator' | 'interviewer' | 'other'

export interface ToldPassage {
  readonly id: string
  readonly turn: number | null
  readonly speaker: string
  readonly role: Role
  readonly heading: string | null
  /** Null while it is sealed. */
  readonly text: string | null
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  /** What she had taken out for others: UTF-16 offsets into `text`. */
  readonly takenOut: readonly { readonly start: number; readonly end: number; readonly reach: string }[]
}

export interface Telling {
  readonly id: string
  readonly title: string
  readonly isWorkingTitle: boolean
  readonly language: string
  readonly narrator: string
  readonly passages: readonly ToldPassage[]
  readonly recordings: readonly Row[]
  readonly seals: readonly OpenedSeal[]
  readonly sealedPassages: number
  /** Some of its words stand on pages that cannot be read. */
  readonly isIncomplete: boolean
  rows(table: string): Row[]
  readonly tables: readonly string[]
}

const roles: readonly string[] = ['narrator', 'interviewer', 'other']
const roleOf = (row: Row): Role => (roles.includes(textOf(row, 'role')) ? (textOf(row, 'role') as Role) : 'other')

export function tellingOf(archive: SortedArchive, story: StoryRows, keys: readonly OpenNarratorKey[]): Telling {
  const [testimony] = story.rows('testimonies')
  const sealRows = story.rows('seals')
  const seals = sealRows.map((row) => openSeal(row, keys)).filter((seal) => seal !== null)
  const rows = (table: string): Row[] => withOpened(story.rows(table), table, seals)
  const narrators = new Map(archive.rows('narrators').map((row) => [textOf(row, 'id'), textOf(row, 'name')]))
  return {
    id: story.id,
    title: textOf(testimony, 'title'),
    isWorkingTitle: textOf(testimony, 'title_by') === 'archivist',
    language: textOf(testimony, 'language') || 'und',
    narrator: narrators.get(textOf(testimony, 'narrator')) ?? '',
    passages: passagesOf(rows, new Set(sealRows.map((row) => textOf(row, 'passage'))), seals),
    recordings: rows('recordings').toSorted((a, b) => (numberOf(a, 'sitting') ?? 0) - (numberOf(b, 'sitting') ?? 0)),
    seals,
    sealedPassages: sealRows.length - seals.length,
    isIncomplete: archive.incomplete.has(story.id),
    rows,
    tables: [...new Set([...story.tables, ...seals.flatMap((seal) => Object.keys(seal.rows))])],
  }
}

/** What was sealed away comes back to its tables; what is there twice stays as it is there. */
function withOpened(own: Row[], table: string, seals: readonly OpenedSeal[]): Row[] {
  const opened = seals.flatMap((seal) => seal.rows[table] ?? [])
  const ids = new Set(own.map((row) => textOf(row, 'id')).filter((id) => id !== ''))
  return [...own, ...opened.filter((row) => !ids.has(textOf(row, 'id')))]
}

function passagesOf(
  rows: (table: string) => Row[],
  sealed: ReadonlySet<string>,
  seals: readonly OpenedSeal[],
): ToldPassage[] {
  const speakers = new Map(rows('speakers').map((row) => [textOf(row, 'id'), row]))
  const turns = new Map(rows('turns').map((row) => [numberOf(row, 'place'), textOf(row, 'speaker')]))
  const headings = new Map(rows('sections').map((row) => [textOf(row, 'passage'), textOf(row, 'heading')]))
  const opened = new Map(seals.map(({ passage, text }) => [passage, text]))
  const takenOut = takenOutIn(rows)
  return rows('passages')
    .toSorted((a, b) => (numberOf(a, 'place') ?? 0) - (numberOf(b, 'place') ?? 0))
    .map((row) => {
      const id = textOf(row, 'id')
      const turn = numberOf(row, 'turn_place')
      const text = sealed.has(id) ? (opened.get(id) ?? null) : textOf(row, 'text')
      return {
        id,
        turn,
        speaker: textOf(speakers.get(turns.get(turn) ?? ''), 'name'),
        role: roleOf(row),
        heading: headings.get(id) ?? null,
        text,
        language: textOf(row, 'language') || 'und',
        direction: textOf(row, 'direction') === 'rtl' ? 'rtl' : 'ltr',
        recording: textOf(row, 'recording') || null,
        startMs: numberOf(row, 'start_ms'),
        endMs: numberOf(row, 'end_ms'),
        takenOut: takenOut.get(id) ?? [],
      }
    })
}

function takenOutIn(rows: (table: string) => Row[]): Map<string, { start: number; end: number; reach: string }[]> {
  const reaches = new Map(rows('redactions').map((row) => [textOf(row, 'id'), textOf(row, 'reach')]))
  const found = new Map<string, { start: number; end: number; reach: string }[]>()
  for (const row of rows('ranges')) {
    const reach = reaches.get(textOf(row, 'redaction'))
    const [start, end] = [numberOf(row, 'start_at'), numberOf(row, 'end_at')]
    if (reach === undefined || start === null || end === null || numberOf(row, 'unresolved') === 1) continue
    const passage = textOf(row, 'passage')
    found.set(passage, [...(found.get(passage) ?? []), { start, end, reach }])
  }
  for (const list of found.values()) list.sort((a, b) => a.start - b.start)
  return found
}
