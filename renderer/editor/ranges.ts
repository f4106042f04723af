// The plugin that holds all ranges beside the words: moved with every change of the document, never part of its history.
import type { Node } from 'prosemirror-model'
import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { DecorationSet, type Decoration } from 'prosemirror-view'
import { drawRanges } from './draw-ranges.ts'
import { moveRanges } from './move-ranges.ts'
import { eachPassage, passageAt } from './passages.ts'
import { placeRanges } from './place-ranges.ts'
import { rangesIn, type Group } from './tracked.ts'
import type { MarkedRange } from './types.ts'
import { wordsCameBack } from './words-came-back.ts'

export interface RangesState {
  readonly groups: readonly Group[]
  readonly drawn: DecorationSet
}

export interface RangesOptions {
  readonly ranges: readonly MarkedRange[]
  readonly newId: () => string
  readonly describe: (ranges: readonly MarkedRange[]) => string
}

const rangesKey = new PluginKey<RangesState>('ranges')

/** A transaction that puts these ranges in the place of all others; text undo does not know of it. */
export function withRanges(transaction: Transaction, ranges: readonly MarkedRange[]): Transaction {
  return transaction.setMeta(rangesKey, ranges).setMeta('addToHistory', false)
}

export function groupsOf(state: EditorState): readonly Group[] {
  return rangesKey.getState(state)?.groups ?? []
}

export function rangesPlugin({ ranges, newId, describe }: RangesOptions): Plugin<RangesState> {
  let told = new Map<string, string>()
  const describeOnce = (here: readonly MarkedRange[]): string => {
    const key = here.map(({ mark, kind, note, unresolved }) => `${mark} ${kind} ${note} ${unresolved}`).join('\n')
    const known = told.get(key)
    if (known !== undefined) return known
    const description = describe(here)
    told.set(key, description)
    return description
  }
  const all = (doc: Node, given: readonly MarkedRange[], before: readonly Group[]): RangesState => {
    told = new Map()
    const groups = placeRanges(doc, given, before)
    const drawn = groups.flatMap((group) => drawRanges(group, passageAt(doc, group.at).node, describeOnce))
    return { groups, drawn: DecorationSet.create(doc, drawn) }
  }
  return new Plugin<RangesState>({
    key: rangesKey,
    state: {
      init: (_, { doc }) => all(doc, ranges, []),
      apply(transaction, state, before, after) {
        const moved = transaction.docChanged ? follow(state, transaction, before, after) : state
        const given: unknown = transaction.getMeta(rangesKey)
        return Array.isArray(given) ? all(after.doc, given as MarkedRange[], moved.groups) : moved
      },
    },
    props: {
      decorations: (state) => rangesKey.getState(state)?.drawn,
    },
  })

  function follow(state: RangesState, transaction: Transaction, before: EditorState, after: EditorState): RangesState {
    const isHistory = isHistoryTransaction(transaction)
    const moved = moveRanges(state.groups, transaction.mapping, before.doc, after.doc, newId, isHistory)
    const { groups, touched } = wordsCameBack(moved, after.doc, isHistory)
    const drawn = state.drawn.map(transaction.mapping, transaction.doc)
    return { groups, drawn: redrawn(drawn, after.doc, groups, touched) }
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
    for (const at of touched) {
      const from = at - 1
      const to = at + passageAt(doc, at).node.content.size + 1
      for (const one of drawn.find(from, to)) if (one.from >= from && one.to <= to) old.push(one)
    }
    for (const group of groups)
      if (touched.has(group.at)) added.push(...drawRanges(group, passageAt(doc, group.at).node, describeOnce))
    return drawn.remove(old).add(doc, added)
  }
}

/** By mark, in the order of the story, in the shape of the domain. */
export function rangesOf(state: EditorState): Map<string, MarkedRange[]> {
  const byMark = new Map<string, MarkedRange[]>()
  const groups = groupsOf(state)
  let next = 0
  eachPassage(state.doc, 0, state.doc.content.size, ({ at, node }) => {
    const group = groups[next]
    if (group === undefined || group.at !== at) return
    next += 1
    for (const range of rangesIn(group.items, node)) {
      const others = byMark.get(range.mark)
      if (others === undefined) byMark.set(range.mark, [range])
      else others.push(range)
    }
  })
  return byMark
}
