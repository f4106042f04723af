// What was erased since a backup was made, or in an archive that was restored and not opened since: the tombstones are
// obeyed here as the program obeys them before it shows anything. Where the program would silence part of a recording, all
// of the recording is left out.
import type { Row } from './database/tables.ts'
import { textOf } from './row-values.ts'

export interface Erased {
  readonly isAnything: boolean
  /** Whether the row is, or holds words or sound of, what was erased. */
  has(table: string, row: Row): boolean
  /** Whether everything of this story is. */
  story(id: string): boolean
}

/** Tables whose JSON may quote an erased passage of their story. */
const quoting = ['mark_steps', 'compared']
/** Tables that hold what a passage said before; the passage itself may live on without that. */
const past = ['past_passages', 'suggestions', 'readings']

/** @param stones rows of `tombstones` that were not carried out in this database */
export function erasedBy(stones: readonly Row[]): Erased {
  const targets = (...kinds: readonly string[]): Set<string> =>
    new Set(stones.filter((row) => kinds.includes(textOf(row, 'kind'))).map((row) => textOf(row, 'target')))
  const stories = targets('testimony')
  const narrators = targets('narrator')
  const passages = targets('passage', 'joined')
  const parted = targets('parted')
  const recordings = targets('recording', 'stretch')
  const touched = new Set(stones.filter((row) => textOf(row, 'kind') === 'passage').map((row) => textOf(row, 'within')))
  return {
    isAnything: stones.length > 0,
    story: (id) => stories.has(id),
    has(table, row) {
      const id = textOf(row, 'id')
      if (table === 'narrators') return narrators.has(id)
      if (table === 'passages') return passages.has(id) || stories.has(textOf(row, 'testimony'))
      if (table === 'recordings') return recordings.has(id)
      const passage = textOf(row, 'passage')
      return (
        (table !== 'tombstones' && (narrators.has(textOf(row, 'narrator')) || stories.has(textOf(row, 'testimony')))) ||
        passages.has(passage) ||
        recordings.has(textOf(row, 'recording')) ||
        (past.includes(table) && parted.has(passage)) ||
        (quoting.includes(table) && touched.has(textOf(row, 'testimony')))
      )
    },
  }
}
