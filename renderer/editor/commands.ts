// What can be done to a story, each as one transaction; false when there is nothing to do.
import type { Node } from 'prosemirror-model'
import { closeHistory, redo, redoDepth, undo, undoDepth } from 'prosemirror-history'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import type { Direction } from '../../shared/domain/story.ts'
import { findPassage, findTurn, passageAt, type Placed } from './passages.ts'
import { passageOf, turnOf } from './schema.ts'
import { sealedIn } from './sealed.ts'
import { needsSpace } from './seam.ts'
import {
  deleteBetween,
  joiningWithBefore,
  joinWithBefore,
  passageBefore,
  splitAt,
  splitTurnBefore,
} from './structure.ts'
import { wordsWithin } from './times.ts'
import type { EditorCommands, PassageTimes } from './types.ts'

/** Where commands read the state and send what they do; the editor's view is one. */
export interface Desk {
  readonly state: EditorState
  dispatch(transaction: Transaction): void
  readonly editable: boolean
}

export function commandsOf(desk: Desk, newId: () => string): EditorCommands {
  const send = (transaction: Transaction, scroll = true): boolean => {
    if (!desk.editable || !transaction.docChanged) return false
    const was = desk.state.doc
    desk.dispatch(scroll ? transaction.scrollIntoView() : transaction)
    return desk.state.doc !== was
  }
  const alone = (): Transaction => closeHistory(desk.state.tr)
  const here = () => passageAt(desk.state.doc, desk.state.selection.head)
  return {
    splitPassage() {
      const transaction = withoutChosen(desk.state)
      const caret = splitAt(transaction, transaction.selection.from, newId)
      return send(transaction.setSelection(TextSelection.create(transaction.doc, caret)))
    },
    joining() {
      const { doc } = desk.state
      const second = here()
      const sealed = sealedIn(desk.state)
      const isSealed = (placed: Placed | null): boolean => placed !== null && sealed.has(passageOf(placed.node).id)
      const how = joiningWithBefore(doc, second)
      return how === 'joins' && (isSealed(second) || isSealed(passageBefore(doc, second))) ? 'sealed' : how
    },
    joinWithBefore() {
      const transaction = alone()
      const second = here()
      const first = passageBefore(transaction.doc, second)
      if (first === null || !joinWithBefore(transaction, second)) return false
      const seam = first.at + first.node.content.size
      if (needsSpace(first.node.textContent, second.node.textContent)) transaction.insertText(' ', seam)
      return send(transaction)
    },
    splitTurn(speaker) {
      const transaction = withoutChosen(desk.state)
      const position = transaction.selection.from
      const placed = passageAt(transaction.doc, position)
      let { at } = placed
      if (position > at) {
        at = splitAt(transaction, position, newId)
        transaction.setSelection(TextSelection.create(transaction.doc, at))
      }
      if (passageAt(transaction.doc, at).index > 0) {
        splitTurnBefore(transaction, at, speaker, newId)
        return send(transaction.setSelection(TextSelection.create(transaction.doc, at + 2)))
      }
      if (turnOf(placed.turn).speaker === speaker) return false
      return send(transaction.setNodeAttribute(placed.turnAt - 1, 'speaker', speaker))
    },
    setSpeaker(of, speaker) {
      const transaction = alone()
      return giveTo(transaction, of, speaker, newId) && send(transaction, false)
    },
    setTimes(passage, times) {
      const transaction = alone()
      return setTimes(transaction, passage, times) && send(transaction, false)
    },
    beginAt(passage, { recording, ms }, before) {
      const transaction = alone()
      const placed = before === null ? null : findPassage(desk.state.doc, before)
      if (before !== null && placed !== null) {
        const { recording: its, startMs } = passageOf(placed.node)
        if (its === recording && startMs !== null && startMs < ms)
          setTimes(transaction, before, { recording, startMs, endMs: ms })
      }
      setTimes(transaction, passage, { recording, startMs: ms, endMs: null })
      return send(transaction, false)
    },
    nudge(passage, edge, deltaMs) {
      const placed = findPassage(desk.state.doc, passage)
      if (placed === null) return false
      const { recording, startMs, endMs } = passageOf(placed.node)
      const moved = (ms: number | null): number | null => (ms === null ? null : Math.max(0, Math.round(ms + deltaMs)))
      const times =
        edge === 'start' ? { recording, startMs: moved(startMs), endMs } : { recording, startMs, endMs: moved(endMs) }
      const transaction = desk.state.tr
      return setTimes(transaction, passage, times) && send(transaction, false)
    },
    splitAtTime(passage, ms) {
      const transaction = alone()
      const placed = findPassage(desk.state.doc, passage)
      if (placed === null) return false
      const offset = offsetAt(placed.node, ms)
      const { recording, startMs, endMs } = passageOf(placed.node)
      if (offset === null || startMs === null || ms <= startMs || (endMs !== null && ms >= endMs)) return false
      splitAt(transaction, placed.at + offset, newId, {
        first: { recording, startMs, endMs: ms },
        second: { recording, startMs: ms, endMs },
      })
      return send(transaction, false)
    },
    setLanguage(passages, language, direction) {
      const transaction = alone()
      for (const id of passages) setLanguage(transaction, id, language, direction)
      return send(transaction, false)
    },
    replaceText(spans, text) {
      const transaction = alone()
      const sealed = sealedIn(desk.state)
      const places = spans.flatMap(({ passage, start, end }) => {
        const placed = sealed.has(passage) ? null : findPassage(desk.state.doc, passage)
        if (placed === null || start < 0 || end < start || end > placed.node.content.size) return []
        return [{ from: placed.at + start, to: placed.at + end }]
      })
      let until = Infinity
      for (const { from, to } of places.toSorted((a, b) => b.from - a.from)) {
        if (to > until) continue
        until = from
        if (text === '') transaction.delete(from, to)
        else transaction.insertText(text, from, to)
      }
      return send(transaction, false)
    },
    insertText(text) {
      const transaction = withoutChosen(desk.state)
      return send(text === '' ? transaction : transaction.insertText(text, transaction.selection.from))
    },
    undo: () => desk.editable && undo(desk.state, (transaction) => desk.dispatch(transaction)),
    redo: () => desk.editable && redo(desk.state, (transaction) => desk.dispatch(transaction)),
    canUndo: () => desk.editable && depthOf(undoDepth, desk.state) > 0,
    canRedo: () => desk.editable && depthOf(redoDepth, desk.state) > 0,
  }
}

function depthOf(depth: (state: EditorState) => unknown, state: EditorState): number {
  return Number(depth(state))
}

/** A transaction that has taken out what was chosen. */
export function withoutChosen(state: EditorState): Transaction {
  const transaction = state.tr
  const { from, to } = state.selection
  if (from < to) deleteBetween(transaction, from, to)
  return transaction
}

function giveTo(transaction: Transaction, of: string, speaker: string, newId: () => string): boolean {
  const turn = findTurn(transaction.doc, of)
  if (turn !== null) {
    if (turnOf(turn.node).speaker === speaker) return false
    transaction.setNodeAttribute(turn.at - 1, 'speaker', speaker)
    return true
  }
  const placed = findPassage(transaction.doc, of)
  if (placed === null || turnOf(placed.turn).speaker === speaker) return false
  const own = turnOf(placed.turn).speaker
  const after = placed.at + placed.node.content.size + 2
  if (placed.index < placed.turn.childCount - 1) splitTurnBefore(transaction, after, own, newId)
  if (placed.index > 0) splitTurnBefore(transaction, placed.at, speaker, newId)
  else transaction.setNodeAttribute(placed.turnAt - 1, 'speaker', speaker)
  return true
}

function setTimes(transaction: Transaction, id: string, times: PassageTimes): boolean {
  const placed = findPassage(transaction.doc, id)
  const { startMs, endMs } = times
  if (placed === null || (startMs !== null && startMs < 0)) return false
  if (endMs !== null && (startMs === null || endMs <= startMs)) return false
  const passage = passageOf(placed.node)
  const words = passage.recording === times.recording ? wordsWithin(passage.wordTimes, times) : []
  const all = { ...times, wordTimes: words.length === 0 && passage.wordTimes.length === 0 ? passage.wordTimes : words }
  for (const name of ['recording', 'startMs', 'endMs', 'wordTimes'] as const)
    if (passage[name] !== all[name]) transaction.setNodeAttribute(placed.at - 1, name, all[name])
  return transaction.docChanged
}

function setLanguage(transaction: Transaction, id: string, language: string, direction: Direction): void {
  const placed = findPassage(transaction.doc, id)
  if (placed === null) return
  const passage = passageOf(placed.node)
  if (passage.language !== language) transaction.setNodeAttribute(placed.at - 1, 'language', language)
  if (passage.direction !== direction) transaction.setNodeAttribute(placed.at - 1, 'direction', direction)
}

/** Where a moment of the sound is in the text: before a timed word, else at the beginning of the word nearest by share. */
export function offsetAt(node: Node, ms: number): number | null {
  const passage = passageOf(node)
  const length = node.content.size
  const next = passage.wordTimes.find(({ startMs }) => startMs >= ms)
  if (next !== undefined) return next.start
  const { startMs, endMs } = passage
  if (startMs === null || endMs === null || length === 0) return null
  const near = ((ms - startMs) / (endMs - startMs)) * length
  const words = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(node.textContent)
  const starts = [...words].filter(({ isWordLike }) => isWordLike === true).map(({ index }) => index)
  if (starts.length === 0) return null
  return starts.reduce((best, start) => (Math.abs(start - near) < Math.abs(best - near) ? start : best))
}
