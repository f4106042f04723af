// Words that are hers: while they are held, passages may be cut, joined and timed, and every letter stays where it is
// and with whoever said it.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { changedTurns, passagesBetween, type Placed } from './passages.ts'
import { turnOf } from './schema.ts'

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
  const [old, now] = [passagesBetween(before, from, to), passagesBetween(after, newFrom, newTo)]
  if (said(old) !== said(now)) return false
  return old.length !== now.length || old.every(({ node }, at) => node.textContent === now[at]?.node.textContent)
}

/** Letters in order, each run with whose it is. */
function said(passages: readonly Placed[]): string {
  let speaker = ''
  return passages
    .map(({ node, turn }) => {
      const before = speaker
      speaker = turnOf(turn).speaker
      const letters = node.textContent.replaceAll(/\s+/gu, '')
      return speaker === before ? letters : `\n${speaker} ${letters}`
    })
    .join('')
}
