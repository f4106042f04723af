// Words that are hers: while they are held, passages may be cut, joined and timed, and every letter stays where it is.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { changedTurns, passagesBetween } from './passages.ts'

const heldKey = new PluginKey<boolean>('held words')

export function areHeld(state: EditorState): boolean {
  return heldKey.getState(state) ?? false
}

export function withHeld(transaction: Transaction, held: boolean): Transaction {
  return transaction.setMeta(heldKey, held).setMeta('addToHistory', false)
}

/** NOTE: spaces are not held: joining and dividing makes and loses them, as where the archive holds her words. */
export function heldWordsPlugin(held: boolean): Plugin {
  return new Plugin<boolean>({
    key: heldKey,
    state: {
      init: () => held,
      apply(transaction, before) {
        const given: unknown = transaction.getMeta(heldKey)
        return typeof given === 'boolean' ? given : before
      },
    },
    filterTransaction: (transaction, state) =>
      !transaction.docChanged || !areHeld(state) || saysTheSame(state.doc, transaction.doc),
  })
}

function saysTheSame(before: Node, after: Node): boolean {
  const { from, to, newFrom, newTo } = changedTurns(before, after)
  return letters(before, from, to) === letters(after, newFrom, newTo)
}

const letters = (doc: Node, from: number, to: number): string =>
  passagesBetween(doc, from, to)
    .map(({ node }) => node.textContent.replaceAll(/\s+/gu, ''))
    .join('')
