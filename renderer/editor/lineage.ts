// Which passage came out of which: read from what a change did to the document, so that undo and redo are told as well.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import type { Mapping } from 'prosemirror-transform'
import { changedTurns, passageAt, passagesBetween, type Placed } from './passages.ts'
import { passageOf } from './schema.ts'
import type { LineageEntry } from './types.ts'

const lineageKey = new PluginKey<readonly LineageEntry[]>('lineage')

/** On a transaction: ids that were given to passages which came from nowhere in the story. */
export const fresh = 'freshPassages'

export function lineageOf(state: EditorState): readonly LineageEntry[] {
  return lineageKey.getState(state) ?? []
}

export function lineagePlugin(): Plugin {
  return new Plugin<readonly LineageEntry[]>({
    key: lineageKey,
    state: {
      init: () => [],
      apply(transaction, entries, before, after) {
        if (!transaction.docChanged) return entries
        const more = lineageBetween(before.doc, after.doc, transaction.mapping, freshIds(transaction))
        return more.length === 0 ? entries : [...entries, ...more]
      },
    },
  })
}

function freshIds(transaction: Transaction): ReadonlySet<string> {
  const ids: unknown = transaction.getMeta(fresh)
  return ids instanceof Set ? (ids as Set<string>) : new Set()
}

/** Splits and joins between two documents with unique ids. */
export function lineageBetween(
  before: Node,
  after: Node,
  mapping: Mapping,
  ignored: ReadonlySet<string>,
): LineageEntry[] {
  const extent = changedTurns(before, after)
  const old = byId(passagesBetween(before, extent.from, extent.to))
  const now = byId(passagesBetween(after, extent.newFrom, extent.newTo))
  const entries: LineageEntry[] = []
  let inverse: Mapping | null = null
  for (const [id, placed] of now) {
    if (old.has(id) || ignored.has(id) || id === '') continue
    inverse ??= mapping.invert()
    const origin = inverse.mapResult(placed.at + placed.node.content.size, 1)
    if (origin.deletedAcross) continue
    const source = passageAt(before, origin.pos)
    const first = passageOf(source.node).id
    const half = now.get(first)
    if (half !== undefined && origin.pos >= source.at && origin.pos <= source.at + source.node.content.size)
      entries.push({ kind: 'split', passage: first, other: id, at: half.node.content.size })
  }
  for (const [id, placed] of old) {
    if (now.has(id)) continue
    const gone = mapping.mapResult(placed.at + placed.node.content.size, -1)
    if (gone.deletedAcross) continue
    const heir = passageAt(after, gone.pos)
    const stays = passageOf(heir.node).id
    if (!old.has(stays) || gone.pos < heir.at || gone.pos > heir.at + heir.node.content.size) continue
    const at = Math.max(0, Math.min(mapping.map(placed.at, 1) - heir.at, heir.node.content.size))
    entries.push({ kind: 'join', passage: stays, other: id, at })
  }
  return entries
}

function byId(passages: readonly Placed[]): Map<string, Placed> {
  return new Map(passages.map((placed) => [passageOf(placed.node).id, placed]))
}

/**
 * What is left of entries between two kept states: a split that was undone is none, and a passage that came and went in
 * between is not named. `known` are the passages of the state before and of the one after.
 */
export function shortened(entries: readonly LineageEntry[], known: (passage: string) => boolean): LineageEntry[] {
  const left: LineageEntry[] = []
  for (const entry of entries) {
    const opposite = entry.kind === 'split' ? 'join' : 'split'
    const undone = left.findLastIndex(({ passage, other }) => passage === entry.passage && other === entry.other)
    if (undone !== -1 && left[undone]?.kind === opposite) left.splice(undone, 1)
    else left.push(entry)
  }
  const source = new Map(left.filter(({ kind }) => kind === 'split').map((entry) => [entry.other, entry]))
  const heir = new Map(left.filter(({ kind }) => kind === 'join').map((entry) => [entry.other, entry]))
  return left.flatMap((entry) => {
    if (!known(entry.other)) return []
    let { passage, at } = entry
    const towards = entry.kind === 'split' ? source : heir
    for (let step = 0; !known(passage) && step <= left.length; step += 1) {
      const next = towards.get(passage)
      if (next === undefined) return []
      passage = next.passage
      at += next.at
    }
    return passage === entry.other || !known(passage) ? [] : [{ ...entry, passage, at }]
  })
}
