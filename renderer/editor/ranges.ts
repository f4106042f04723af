// The plugin that holds all ranges beside the words: moved with every change of the document, never part of its history.
import type { Node } from 'prosemirror-model'
import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet, type Decoration } from 'prosemirror-view'
import { drawRanges } from './draw-ranges.ts'
import { eachMarked } from './each-marked.ts'
import { moveRanges } from './move-ranges.ts'
import { passageAt } from './passages.ts'
import { placeRanges } from './place-ranges.ts'
import { passageOf } from './schema.ts'
import { rangesIn, type Group } from './tracked.ts'
import type { MarkedRange } from './types.ts'
import { wordsCameBack } from './words-came-back.ts'

export interface RangesState {
  readonly groups: readonly Group[]
  readonly drawn: DecorationSet
  readonly near: Near
}

/**
 * The passages whose marks are drawn, by id; null for all. NOTE: a long story has thousands of marks, and ProseMirror looks
 * through all that are drawn at every letter. What screen readers are told does not depend on it.
 */
export type Near = ReadonlySet<string> | null

export interface RangesOptions {
  readonly ranges: readonly MarkedRange[]
  readonly newId: () => string
  readonly near: Near
}

const rangesKey = new PluginKey<RangesState>('ranges')
const nearKey = 'nearPassages'
/** Passages: some screens of a story in small type. */
const mostDrawn = 80

/** A transaction that puts these ranges in the place of all others; text undo does not know of it. */
export function withRanges(transaction: Transaction, ranges: readonly MarkedRange[]): Transaction {
  return transaction.setMeta(rangesKey, ranges).setMeta('addToHistory', false)
}

export function withNear(transaction: Transaction, near: ReadonlySet<string>): Transaction {
  return transaction.setMeta(nearKey, near).setMeta('addToHistory', false)
}

export function groupsOf(state: EditorState): readonly Group[] {
  return rangesKey.getState(state)?.groups ?? []
}

export function rangesPlugin({ ranges, newId, near: nearAtFirst }: RangesOptions): Plugin<RangesState> {
  return new Plugin<RangesState>({
    key: rangesKey,
    state: {
      init: (_, { doc }) => drawnAnew(doc, placeRanges(doc, ranges, []), nearAtFirst),
      apply(transaction, state, before, after) {
        const moved = transaction.docChanged ? follow(state, transaction, before, after, newId) : state
        const given: unknown = transaction.getMeta(rangesKey)
        const near: unknown = transaction.getMeta(nearKey)
        if (Array.isArray(given))
          return drawnAnew(after.doc, placeRanges(after.doc, given as MarkedRange[], moved.groups), moved.near)
        return near instanceof Set ? withComing(after.doc, moved, near as Set<string>) : moved
      },
    },
    props: {
      decorations: (state) => rangesKey.getState(state)?.drawn,
    },
  })
}

function drawnAnew(doc: Node, groups: readonly Group[], near: Near): RangesState {
  const drawn: Decoration[] = []
  eachMarked(doc, groups, (group, node) => {
    if (near === null || near.has(passageOf(node).id)) drawn.push(...drawRanges(group, node))
  })
  return { groups, drawn: DecorationSet.create(doc, drawn), near }
}

/** What was near stays drawn for a while: going back and forth costs nothing. */
function withComing(doc: Node, state: RangesState, coming: ReadonlySet<string>): RangesState {
  const all = new Set([...(state.near ?? []), ...coming])
  if (state.near === null || all.size === state.near.size) return state
  return drawnAnew(doc, state.groups, all.size <= mostDrawn ? all : coming)
}

function follow(
  state: RangesState,
  transaction: Transaction,
  before: EditorState,
  after: EditorState,
  newId: () => string,
): RangesState {
  const isHistory = isHistoryTransaction(transaction)
  const moved = moveRanges(state.groups, transaction.mapping, before.doc, after.doc, newId, isHistory)
  const { groups, touched } = wordsCameBack(moved, after.doc, isHistory)
  const drawn = state.drawn.map(transaction.mapping, transaction.doc)
  return {
    groups,
    drawn: redrawn(drawn, after.doc, groups, touched),
    near: withTouched(state.near, after.doc, touched),
  }
}

/** Where something changes somebody looks, or soon will. */
function withTouched(near: Near, doc: Node, touched: ReadonlySet<number>): Near {
  if (near === null) return null
  const ids = [...touched].map((at) => passageOf(passageAt(doc, at).node).id).filter((id) => !near.has(id))
  return ids.length === 0 ? near : new Set([...near, ...ids])
}

function redrawn(
  drawn: DecorationSet,
  doc: Node,
  groups: readonly Group[],
  touched: ReadonlySet<number>,
): DecorationSet {
  if (touched.size === 0) return drawn
  const old: Decoration[] = []
  const added: Decoration[] = []
  const found = new Map<number, Decoration[]>()
  for (const at of touched) {
    const to = at + passageAt(doc, at).node.content.size
    const here = drawn.find(at, to).filter((one) => one.from >= at && one.to <= to)
    found.set(at, here)
  }
  for (const group of groups) {
    if (!touched.has(group.at)) continue
    const here = found.get(group.at) ?? []
    const due = drawRanges(group, passageAt(doc, group.at).node)
    found.delete(group.at)
    // NOTE: most letters leave them as they were moved, and drawing them again would cost as much as the letter.
    if (areSame(here, due)) continue
    old.push(...here)
    added.push(...due)
  }
  for (const here of found.values()) old.push(...here)
  return old.length + added.length === 0 ? drawn : drawn.remove(old).add(doc, added)
}

/** The same places drawn in the same way, in whatever order. */
function areSame(here: readonly Decoration[], due: readonly Decoration[]): boolean {
  if (here.length !== due.length) return false
  const drawnAs = new Set(here.map(drawnHow))
  return due.every((one) => drawnAs.has(drawnHow(one)))
}

function drawnHow(decoration: Decoration): string {
  const { from, to, spec } = decoration
  return `${from} ${to} ${(spec as { readonly key?: string }).key ?? ''}`
}

/** By mark, in the order of the story, in the shape of the domain. */
export function rangesOf(state: EditorState): Map<string, MarkedRange[]> {
  const byMark = new Map<string, MarkedRange[]>()
  eachMarked(state.doc, groupsOf(state), ({ items }, node) => {
    for (const range of rangesIn(items, node)) {
      const others = byMark.get(range.mark)
      if (others === undefined) byMark.set(range.mark, [range])
      else others.push(range)
    }
  })
  return byMark
}
