// The rows of an archive sorted by the story that they belong to, whatever version of the program wrote them: a table or a
// column that is not there is empty.
import { rowOf, type Database, type Row, type Table } from './database/tables.ts'
import type { Entry } from './database/tree.ts'
import { erasedBy } from './erased.ts'
import { numberOf, textOf } from './row-values.ts'

/** `place` is the story's number times this, and where it stands in the story. */
const mostPassages = 65_536
/** What says which story a row is of, where it does not say so itself. */
const parents = [
  'entry',
  'recording',
  'redaction',
  'label',
  'tie',
  'draft',
  'excerpt',
  'disclosure',
  'recall',
  'rendition',
  'passage',
]

/** The rows of one story. */
export interface StoryRows {
  readonly id: string
  /** Null where the row that says it is lost. */
  readonly number: number | null
  rows(table: string): Row[]
  readonly tables: readonly string[]
}

export interface SortedArchive {
  readonly stories: readonly StoryRows[]
  /** What is of no story: narrators, uses, cards, recipients, and the like. */
  readonly general: StoryRows
  /** All rows of a table. */
  rows(table: string): Row[]
  /** Stories whose words stand on pages that cannot be read. */
  readonly incomplete: ReadonlySet<string>
  /** Something was erased since, and is left out. */
  readonly hasErased: boolean
}

type Sorted = Map<string, Map<string, Entry[]>>

/** @param erasedSince tombstones that came from elsewhere, beside those of the database itself */
export function sortedArchive(database: Database, erasedSince: readonly Row[]): SortedArchive {
  const everyRow = (name: string): Row[] =>
    (database.tables.get(name)?.entries ?? [])
      .map((entry) => decode(database.tables.get(name), entry))
      .filter((row) => row !== null)
  const done = new Set(everyRow('tombstones_done').map((row) => textOf(row, 'tombstone')))
  const stones = [...everyRow('tombstones'), ...erasedSince].filter((row) => !done.has(textOf(row, 'id')))
  const erased = erasedBy(stones)
  const decoded = (name: string, entry: Entry): Row | null => {
    const row = decode(database.tables.get(name), entry)
    return row === null || erased.has(name, row) ? null : row
  }
  const byNumber = new Map<number, string>()
  for (const row of everyRow('testimonies')) byNumber.set(numberOf(row, 'number') ?? -1, textOf(row, 'id'))
  const storyAt = (place: number): string => {
    const number = Math.floor(place / mostPassages)
    return byNumber.get(number) ?? `number ${number}`
  }
  const sorted: Sorted = new Map()
  const storyOf = new Map<string, string>()
  const put = (story: string, table: string, entry: Entry, row: Row): void => {
    const tables = sorted.get(story) ?? new Map<string, Entry[]>()
    sorted.set(story, tables)
    const entries = tables.get(table) ?? []
    tables.set(table, entries)
    entries.push(entry)
    if (story !== '' && textOf(row, 'id') !== '') storyOf.set(textOf(row, 'id'), story)
  }
  let open = [...database.tables].flatMap(([table, { entries }]) => entries.map((entry) => ({ table, entry })))
  // What says its story itself comes first; then what names something of that, and what names that again.
  for (const isLast of [false, false, false, true]) {
    const left: typeof open = []
    for (const { table, entry } of open) {
      const row = decoded(table, entry)
      if (row === null) continue
      const story = ownStory(table, row, storyAt) ?? parentStory(row, storyOf)
      if (story !== null) put(story, table, entry, row)
      else if (isLast) put('', table, entry, row)
      else left.push({ table, entry })
    }
    open = left
  }
  const rowsOf = (story: string): StoryRows => {
    const tables = sorted.get(story) ?? new Map<string, Entry[]>()
    return {
      id: story,
      number: [...byNumber].find(([, id]) => id === story)?.[0] ?? null,
      rows: (name) => (tables.get(name) ?? []).map((entry) => decoded(name, entry)).filter((row) => row !== null),
      tables: [...tables.keys()],
    }
  }
  const stories = [...sorted.keys()].filter((id) => id !== '' && !erased.story(id)).map(rowsOf)
  return {
    stories: stories.toSorted((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity)),
    general: rowsOf(''),
    rows: (name) =>
      (database.tables.get(name)?.entries ?? []).map((entry) => decoded(name, entry)).filter((row) => row !== null),
    hasErased: erased.isAnything,
    incomplete: incompleteStories(database, byNumber, storyAt),
  }
}

function decode(table: Table | undefined, entry: Entry): Row | null {
  if (table === undefined) return null
  try {
    return rowOf(table.definition, entry)
  } catch {
    return null
  }
}

function ownStory(table: string, row: Row, storyAt: (place: number) => string): string | null {
  if (table === 'testimonies') return textOf(row, 'id')
  const place = numberOf(row, 'place')
  if ((table === 'passages' || table === 'turns') && place !== null) return storyAt(place)
  return textOf(row, 'testimony') || null
}

function parentStory(row: Row, storyOf: ReadonlyMap<string, string>): string | null {
  for (const column of parents) {
    const story = storyOf.get(textOf(row, column))
    if (story !== undefined) return story
  }
  return null
}

/** A page that cannot be read held rows between two numbers, and a number of a row says its story. */
function incompleteStories(
  { lost }: Database,
  byNumber: ReadonlyMap<number, string>,
  storyAt: (place: number) => string,
): Set<string> {
  const last = Math.max(0, ...byNumber.keys())
  const ranges = lost
    .filter(({ table }) => table === 'passages' || table === 'turns')
    .map(
      ({ after, until }) =>
        [
          Math.floor(((after ?? -1) + 1) / mostPassages),
          until === null ? last : Math.floor(until / mostPassages),
        ] as const,
    )
  const found = new Set<string>()
  for (const [from, to] of ranges)
    for (let number = from; number <= to; number += 1)
      if (byNumber.has(number) || to === from) found.add(storyAt(number * mostPassages))
  return found
}
