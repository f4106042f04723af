// Keeps the document whole after every change, wherever it comes from: unique ids, word times that fit, nothing left empty.
import type { Node } from 'prosemirror-model'
import { isHistoryTransaction } from 'prosemirror-history'
import { Plugin, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { fresh } from './lineage.ts'
import { movedWords } from './moved-words.ts'
import { changedTurns, findPassage, findTurn, passageAt, passagesBetween, type Placed } from './passages.ts'
import { passageOf, turnOf, type PassageAttributes, type TurnAttributes } from './schema.ts'
import { splitTimes } from './times.ts'

export function orderPlugin(newId: () => string): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const changed = transactions.some(({ docChanged }) => docChanged)
      const repair = after.tr
      if (changed) repairChanged(repair, transactions, before, after, newId)
      dropLeft(repair, transactions, before)
      return repair.docChanged ? repair : null
    },
  })
}

function repairChanged(
  repair: Transaction,
  transactions: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  newId: () => string,
): void {
  const mapping = new Mapping()
  for (const transaction of transactions) mapping.appendMapping(transaction.mapping)
  const extent = changedTurns(before.doc, after.doc)
  const old = passagesBetween(before.doc, extent.from, extent.to)
  const now = passagesBetween(after.doc, extent.newFrom, extent.newTo)
  repairTurns(repair, before.doc, mapping, newId)
  repairPassages(repair, before.doc, old, now, mapping, newId)
  // NOTE: what undo brings back has its word times with it.
  if (transactions.some(isHistoryTransaction)) return
  for (const { placed, words } of movedWords(old, now, repair.doc, mapping))
    repair.setNodeAttribute(placed.at - 1, 'wordTimes', words)
}

/** Attributes change no positions: those found at the beginning hold until the end. */
function repairPassages(
  repair: Transaction,
  before: Node,
  old: readonly Placed[],
  now: readonly Placed[],
  mapping: Mapping,
  newId: () => string,
): void {
  const owners = new Map(old.map(({ node, at }) => [passageOf(node).id, mapping.map(at, -1)]))
  const places = new Map<string, Placed[]>()
  let whole = true
  for (const placed of now) {
    const { id } = passageOf(placed.node)
    const same = places.get(id)
    if (same !== undefined || id === '') whole = false
    if (same === undefined) places.set(id, [placed])
    else same.push(placed)
    // NOTE: one that was there and is not among the old is in a turn that nobody touched: this is a copy of it.
    if (!owners.has(id) && id !== '' && findPassage(before, id) !== null) whole = false
  }
  if (whole) return
  const inverse = mapping.invert()
  const freshIds = new Set<string>()
  for (const [id, same] of places) {
    const isCopied = !owners.has(id) && findPassage(before, id) !== null
    const owner = isCopied ? undefined : (same.find(({ at }) => at === owners.get(id)) ?? same[0])
    for (const placed of same) {
      if (id !== '' && placed === owner) continue
      const given = newId()
      const cameFromNowhere = inverse.mapResult(placed.at + placed.node.content.size, 1).deletedAcross
      if (cameFromNowhere) freshIds.add(given)
      const half = cameFromNowhere || id === '' ? null : secondHalf(owner ?? null, placed)
      setAll(repair, placed.at - 1, half ?? withoutTimes(repair.doc, placed), given)
    }
  }
  repair.setMeta(fresh, freshIds)
}

/** What a passage that was divided by other hands than ours gets: the second half of its first half's times. */
function secondHalf(owner: Placed | null, placed: Placed): PassageAttributes | null {
  if (owner === null || owner.at + owner.node.nodeSize !== placed.at) return null
  const offset = owner.node.content.size
  const { second } = splitTimes(passageOf(owner.node), offset + placed.node.content.size, offset)
  return { ...passageOf(placed.node), ...second }
}

function withoutTimes(doc: Node, { node, at }: Placed): PassageAttributes {
  const own = passageOf(node)
  const near = passageOf(passageAt(doc, Math.max(0, at - 3)).node)
  const { language, direction } = own.id === '' && own.language === 'und' ? near : own
  return { ...own, language, direction, recording: null, startMs: null, endMs: null, wordTimes: [] }
}

function setAll(repair: Transaction, at: number, attributes: PassageAttributes, id: string): void {
  const before = repair.doc.nodeAt(at)?.attrs ?? {}
  for (const [name, value] of Object.entries({ ...attributes, id }))
    if (before[name] !== value) repair.setNodeAttribute(at, name, value)
}

function repairTurns(repair: Transaction, before: Node, mapping: Mapping, newId: () => string): void {
  const { doc } = repair
  if (doc.childCount === before.childCount && sameTurns(doc, before)) return
  const same = new Map<string, number[]>()
  doc.forEach((turn, offset) => {
    const { id } = turnOf(turn)
    same.set(id, [...(same.get(id) ?? []), offset])
  })
  let speaker = turnOf(before.child(0)).speaker
  const speakers = new Map<number, string>()
  doc.forEach((turn, offset) => {
    speaker = turnOf(turn).speaker === '' ? speaker : turnOf(turn).speaker
    speakers.set(offset, speaker)
  })
  for (const [id, offsets] of same) {
    const owner = findTurn(before, id)
    const expected = owner === null ? undefined : mapping.map(owner.at, -1) - 1
    const keeps = offsets.find((offset) => offset === expected) ?? offsets[0]
    for (const offset of offsets) {
      const turn: TurnAttributes = {
        id: id !== '' && offset === keeps ? id : newId(),
        speaker: speakers.get(offset) ?? speaker,
      }
      for (const [name, value] of Object.entries(turn))
        if (doc.nodeAt(offset)?.attrs[name] !== value) repair.setNodeAttribute(offset, name, value)
    }
  }
}

function sameTurns(one: Node, other: Node): boolean {
  for (let nth = 0; nth < one.childCount; nth += 1) {
    const [a, b] = [one.child(nth), other.child(nth)]
    if (a !== b && a.attrs !== b.attrs && turnOf(a).id !== turnOf(b).id) return false
  }
  return true
}

/** An empty passage without times goes when the caret leaves it, and its turn with it when it was alone. */
function dropLeft(repair: Transaction, transactions: readonly Transaction[], before: EditorState): void {
  if (!transactions.some(({ selectionSet }) => selectionSet)) return
  if (transactions.some((one) => isHistoryTransaction(one) || one.getMeta('composition') !== undefined)) return
  const $was = before.selection.$head
  if ($was.depth !== 2) return
  const { id } = passageOf($was.parent)
  const left = findPassage(repair.doc, id)
  if (left === null || left.node.content.size > 0 || passageOf(left.node).startMs !== null) return
  const { $head } = repair.selection
  if ($head.depth === 2 && passageOf($head.parent).id === id) return
  if (left.turn.childCount > 1) repair.delete(left.at - 1, left.at + 1)
  else if (repair.doc.childCount > 1) repair.delete(left.turnAt - 1, left.turnAt + left.turn.content.size + 1)
}
