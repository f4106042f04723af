// Sealed passages stand in the story and nobody here can change them: a change that would is not made at all.
import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type EditorState, type Transaction } from 'prosemirror-state'
import { changedTurns, passagesBetween } from './passages.ts'
import { passageOf, turnOf } from './schema.ts'

const sealedKey = new PluginKey<ReadonlySet<string>>('sealed')
const dividedKey = 'dividedPassage'

export function sealedIn(state: EditorState): ReadonlySet<string> {
  return sealedKey.getState(state) ?? new Set()
}

export function withSealed(transaction: Transaction, sealed: readonly string[]): Transaction {
  return transaction.setMeta(sealedKey, new Set(sealed)).setMeta('addToHistory', false)
}

/** NOTE: a passage that is divided at its end is as it was, so the change alone does not tell that it was divided. */
export function asDividing(transaction: Transaction, passage: string): Transaction {
  return transaction.setMeta(dividedKey, passage)
}

export function sealedPlugin(sealed: readonly string[]): Plugin {
  return new Plugin<ReadonlySet<string>>({
    key: sealedKey,
    state: {
      init: () => new Set(sealed),
      apply(transaction, before) {
        const given: unknown = transaction.getMeta(sealedKey)
        return given instanceof Set ? (given as Set<string>) : before
      },
    },
    filterTransaction(transaction, state) {
      const closed = sealedIn(state)
      if (closed.size === 0 || !transaction.docChanged) return true
      return !closed.has(String(transaction.getMeta(dividedKey))) && leaves(state.doc, transaction.doc, closed)
    },
  })
}

function leaves(before: Node, after: Node, sealed: ReadonlySet<string>): boolean {
  const extent = changedTurns(before, after)
  const now = new Map(
    passagesBetween(after, extent.newFrom, extent.newTo).map((placed) => [passageOf(placed.node).id, placed]),
  )
  return passagesBetween(before, extent.from, extent.to).every(({ node, turn }) => {
    const { id } = passageOf(node)
    if (!sealed.has(id)) return true
    const there = now.get(id)
    return there !== undefined && there.node.eq(node) && turnOf(there.turn).speaker === turnOf(turn).speaker
  })
}
