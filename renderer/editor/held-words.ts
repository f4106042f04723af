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

/** NOTE: where passages are divided or joined, spaces come and go, as where the archive holds her words. */
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
  const [old, now] = [textsOf(before, from, to), textsOf(after, newFrom, newTo)]
  const isCut = old.length !== now.length
  return isCut ? letters(old) === letters(now) : old.every((text, at) => text === now[at])
}

const textsOf = (doc: Node, from: number, to: number): string[] =>
  passagesBetween(doc, from, to).map(({ node }) => node.textContent)

const letters = (texts: readonly string[]): string => texts.join('').replaceAll(/\s+/gu, '')
