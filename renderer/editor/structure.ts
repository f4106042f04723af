// Dividing and joining passages and turns, and taking words out across them, as steps on a transaction.
import type { Node } from 'prosemirror-model'
import { TextSelection, type Transaction } from 'prosemirror-state'
import { passageAt, type Placed } from './passages.ts'
import { passageOf, passageType, turnOf, turnType, type PassageAttributes } from './schema.ts'
import { asDividing } from './sealed.ts'
import { joinedTimes, splitTimes } from './times.ts'
import type { Joining, PassageTimes } from './types.ts'

function setTimesAt(transaction: Transaction, before: PassageAttributes, at: number, times: PassageTimes): void {
  for (const name of ['recording', 'startMs', 'endMs'] as const)
    if (before[name] !== times[name]) transaction.setNodeAttribute(at - 1, name, times[name])
}

/** The first half keeps the id. `times` are those of both halves; null for estimated ones. Gives the new passage's position. */
export function splitAt(
  transaction: Transaction,
  position: number,
  newId: () => string,
  times: { readonly first: PassageTimes; readonly second: PassageTimes } | null = null,
): number {
  const { node, at } = passageAt(transaction.doc, position)
  const passage = passageOf(node)
  const { first, second } = times ?? splitTimes(passage, node.content.size, position - at)
  const half: PassageAttributes = { ...passage, ...second, id: newId(), wordTimes: passage.wordTimes }
  asDividing(transaction, passage.id).split(position, 1, [{ type: passageType, attrs: half }])
  setTimesAt(transaction, passage, at, first)
  return position + 2
}

/** Divides the turn before the passage that stands at `at`; the new turn, from it on, is `speaker`'s. */
export function splitTurnBefore(transaction: Transaction, at: number, speaker: string, newId: () => string): void {
  transaction.split(at - 1, 1, [{ type: turnType, attrs: { id: newId(), speaker } }])
}

/** Whether a passage can go into the one before it: in its turn, or in a turn of the same speaker. */
export function passageBefore(doc: Node, { at, turnAt, turn, index }: Placed): Placed | null {
  if (index > 0) return passageAt(doc, at - 3)
  if (turnAt <= 1) return null
  const placed = passageAt(doc, turnAt - 2)
  return turnOf(placed.turn).speaker === turnOf(turn).speaker ? placed : null
}

/** A passage lies in one recording: joined across two, what is silent in the second would be heard. */
function areOfTwoRecordings(first: Node, second: Node): boolean {
  const [one, other] = [passageOf(first).recording, passageOf(second).recording]
  return one !== null && other !== null && one !== other
}

/** Whether a passage can become one with the one before it, or why it stays what it is. */
export function joiningWithBefore(doc: Node, second: Placed): Joining {
  const first = passageBefore(doc, second)
  if (first === null) return 'alone'
  return areOfTwoRecordings(first.node, second.node) ? 'twoRecordings' : 'joins'
}

/** The first keeps its id and gets the words of the second; across turns both turns become one. False: nothing to join. */
export function joinWithBefore(transaction: Transaction, second: Placed): boolean {
  const first = passageBefore(transaction.doc, second)
  if (first === null || joiningWithBefore(transaction.doc, second) !== 'joins') return false
  const times = joinedTimes(passageOf(first.node), passageOf(second.node))
  transaction.join(second.index > 0 ? second.at - 1 : second.turnAt - 1, second.index > 0 ? 1 : 2)
  setTimesAt(transaction, passageOf(first.node), first.at, times)
  return true
}

/**
 * Takes out what lies between two positions. Passages of one speaker become one, as in any text; where the ends are
 * different people's words, or of two recordings, each stays where it is.
 */
export function deleteBetween(transaction: Transaction, from: number, to: number): void {
  const first = passageAt(transaction.doc, from)
  const last = passageAt(transaction.doc, to)
  if (first.at === last.at) {
    if (from < to) transaction.delete(from, to)
    return
  }
  if (turnOf(first.turn).speaker === turnOf(last.turn).speaker && !areOfTwoRecordings(first.node, last.node)) {
    const kept = last.at + last.node.content.size > to
    const times = kept ? joinedTimes(passageOf(first.node), passageOf(last.node)) : passageOf(first.node)
    transaction.delete(from, to)
    const stays = passageAt(transaction.doc, first.at)
    setTimesAt(transaction, passageOf(stays.node), stays.at, times)
    return
  }
  if (to > last.at) transaction.delete(last.at, to)
  const end = first.at + first.node.content.size
  if (first.turnAt === last.turnAt) {
    if (end + 1 < last.at - 1) transaction.delete(end + 1, last.at - 1)
    if (from < end) transaction.delete(from, end)
    transaction.setSelection(TextSelection.create(transaction.doc, from))
    return
  }
  if (last.index > 0) transaction.delete(last.turnAt, last.at - 1)
  const afterFirst = first.turnAt + first.turn.content.size + 1
  const beforeLast = last.turnAt - 1
  if (afterFirst < beforeLast) transaction.delete(afterFirst, beforeLast)
  const restOfTurn = first.at + first.node.content.size + 1
  if (restOfTurn < afterFirst - 1) transaction.delete(restOfTurn, afterFirst - 1)
  if (from < end) transaction.delete(from, end)
  transaction.setSelection(TextSelection.create(transaction.doc, from))
}

/** Text with its paragraphs at a position: the first goes on there, what stood after it goes on after the last. */
export function insertParagraphs(
  transaction: Transaction,
  position: number,
  paragraphs: readonly string[],
  newId: () => string,
): void {
  const [first = '', ...rest] = paragraphs
  const last = rest.pop()
  let caret = position
  if (last !== undefined) {
    const { node } = passageAt(transaction.doc, position)
    const { language, direction } = passageOf(node)
    let tail = splitAt(transaction, position, newId)
    for (const text of rest) {
      const attributes: PassageAttributes = {
        id: newId(),
        language,
        direction,
        recording: null,
        startMs: null,
        endMs: null,
        wordTimes: [],
      }
      const passage = passageType.create(attributes, text === '' ? null : transaction.doc.type.schema.text(text))
      transaction.insert(tail - 1, passage)
      tail += passage.nodeSize
    }
    if (last !== '') transaction.insertText(last, tail)
    caret = tail + last.length
  } else caret = position + first.length
  if (first !== '') {
    transaction.insertText(first, position)
    if (last !== undefined) caret += first.length
  }
  transaction.setSelection(TextSelection.create(transaction.doc, caret))
}

/** Plain text from elsewhere as paragraphs: a line each, empty lines between them are not passages. */
export function paragraphsOf(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n?|\u2028|\u2029/gu, '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '')
    .split('\n')
  const written = lines.filter((line) => line.trim() !== '')
  if (written.length === 0) return [lines.join(' ')]
  return written
}
