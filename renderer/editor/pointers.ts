// What is pointed at without being a mark: the passage that sounds, and what a search found. Neither is part of the story.
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import styles from './editor.module.css'
import { findPassage } from './passages.ts'
import { letterEnd, letterStart } from './tracked.ts'
import type { FoundSpan } from './types.ts'

const soundingKey = new PluginKey<DecorationSet>('sounding')
const anewKey = new PluginKey<DecorationSet>('anew')
const foundKey = new PluginKey<DecorationSet>('found')

export function withSounding(transaction: Transaction, passage: string | null): Transaction {
  return transaction.setMeta(soundingKey, { passage }).setMeta('addToHistory', false)
}

export function withFound(transaction: Transaction, spans: readonly FoundSpan[]): Transaction {
  return transaction.setMeta(foundKey, { spans }).setMeta('addToHistory', false)
}

let times = 0

/** Has a passage drawn anew from nothing. */
export function withDrawnAnew(transaction: Transaction, passage: string): Transaction {
  times += 1
  return transaction.setMeta(anewKey, { passage, times }).setMeta('addToHistory', false)
}

/** Drawn until something else is said, and moved with the words until then. */
function pointing<Given>(
  key: PluginKey<DecorationSet>,
  draw: (state: EditorState, given: Given) => DecorationSet,
): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, drawn, _, after) {
        const given = transaction.getMeta(key) as Given | undefined
        if (given !== undefined) return draw(after, given)
        return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

export function pointerPlugins(): Plugin[] {
  return [
    pointing<{ readonly passage: string | null }>(soundingKey, ({ doc }, { passage }) => {
      const placed = passage === null ? null : findPassage(doc, passage)
      if (placed === null) return DecorationSet.empty
      const { at, node } = placed
      return DecorationSet.create(doc, [Decoration.node(at - 1, at + node.content.size + 1, {}, { sounds: true })])
    }),
    pointing<{ readonly passage: string; readonly times: number }>(anewKey, ({ doc }, given) => {
      const placed = findPassage(doc, given.passage)
      if (placed === null) return DecorationSet.empty
      const { at, node } = placed
      return DecorationSet.create(doc, [Decoration.node(at - 1, at + node.content.size + 1, {}, { anew: given.times })])
    }),
    pointing<{ readonly spans: readonly FoundSpan[] }>(foundKey, ({ doc }, { spans }) => {
      const drawn = spans.flatMap(({ passage, start, end, isCurrent }) => {
        const placed = findPassage(doc, passage)
        if (placed === null || start < 0 || end <= start || end > placed.node.content.size) return []
        const text = placed.node.textContent
        const [from, to] = [placed.at + letterStart(text, start), placed.at + letterEnd(text, end)]
        const attributes: Record<string, string> = { nodeName: 'span', class: styles.found ?? '' }
        if (isCurrent) attributes['data-current'] = 'true'
        return [Decoration.inline(from, to, attributes)]
      })
      return DecorationSet.create(doc, drawn)
    }),
  ]
}
