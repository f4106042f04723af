// What differs between two states of a story's marks, in one word: for saying what was undone.
import type { Marks } from '../../../shared/domain/marks/marks.ts'

export interface MarkChange {
  readonly kind: 'labelAdded' | 'labelRemoved' | 'labelChanged' | 'takenOut' | 'putBack' | 'takenOutChanged' | 'nothing'
  /** The label's words; empty for what is taken out, which is not said aloud. */
  readonly words: string
}

export function changeBetween(before: Marks, after: Marks): MarkChange {
  const [added, removed] = [missingIn(before.labels, after.labels), missingIn(after.labels, before.labels)]
  if (added !== undefined) return { kind: 'labelAdded', words: added.words }
  if (removed !== undefined) return { kind: 'labelRemoved', words: removed.words }
  if (missingIn(before.redactions, after.redactions) !== undefined) return { kind: 'takenOut', words: '' }
  if (missingIn(after.redactions, before.redactions) !== undefined) return { kind: 'putBack', words: '' }
  const label = changed(before.labels, after.labels)
  if (label !== undefined) return { kind: 'labelChanged', words: label.words }
  return { kind: changed(before.redactions, after.redactions) === undefined ? 'nothing' : 'takenOutChanged', words: '' }
}

function missingIn<T extends { readonly id: string }>(from: readonly T[], all: readonly T[]): T | undefined {
  const known = new Set(from.map(({ id }) => id))
  return all.find(({ id }) => !known.has(id))
}

function changed<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T | undefined {
  const known = new Map(before.map((one) => [one.id, JSON.stringify(one)]))
  return after.find((one) => known.get(one.id) !== JSON.stringify(one))
}
