// One random edit of a story, of every kind that the editor knows.
import type { Node } from 'prosemirror-model'
import { closeHistory } from 'prosemirror-history'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { dropped, pasted } from '../../renderer/editor/clipboard.ts'
import type { commandsOf } from '../../renderer/editor/commands.ts'
import { transcriptOf } from '../../renderer/editor/document.ts'
import { allPassages } from '../../renderer/editor/passages.ts'
import { rangesOf, withRanges } from '../../renderer/editor/ranges.ts'
import { passageOf } from '../../renderer/editor/schema.ts'
import { deleteBetween } from '../../renderer/editor/structure.ts'
import type { MarkedRange } from '../../renderer/editor/types.ts'
import { rangeFrom, speakers } from './editor-story.ts'

export const stepKinds = [
  'insert',
  'insert',
  'insertAtEdge',
  'delete',
  'delete',
  'deleteRange',
  'replace',
  'deleteAsItComes',
  'split',
  'join',
  'splitTurn',
  'setSpeaker',
  'paste',
  'pasteTwice',
  'drop',
  'setTimes',
  'nudge',
  'splitAtTime',
  'setLanguage',
  'replaceText',
  'undo',
  'undo',
  'redo',
  'addRange',
  'setAgain',
  'select',
  'keep',
] as const

export interface Step {
  readonly kind: (typeof stepKinds)[number]
  readonly one: number
  readonly other: number
  readonly third: number
  readonly text: string
}

/** Positions in text, all letters of the story counted through; a number gives one. */
function positionAt(doc: Node, number: number): number {
  const places = allPassages(doc)
  const all = places.reduce((sum, { node }) => sum + node.content.size + 1, 0)
  let left = number % all
  for (const { at, node } of places) {
    if (left <= node.content.size) return at + left
    left -= node.content.size + 1
  }
  return places[0]?.at ?? 2
}

interface Desk {
  readonly state: EditorState
  readonly editable: boolean
  dispatch(transaction: Transaction): void
}

/** Gives the ranges that there must be afterwards. */
export function take(
  { kind, one, other, third, text }: Step,
  desk: Desk,
  commands: ReturnType<typeof commandsOf>,
  newId: () => string,
  given: readonly MarkedRange[],
  keep: () => void,
): readonly MarkedRange[] {
  const { state } = desk
  const { doc } = state
  const at = positionAt(doc, one)
  const [from = at, to = at] = [at, positionAt(doc, other)].sort((a, b) => a - b)
  const passages = allPassages(doc)
  const passage = passageOf(passages[one % passages.length]?.node ?? doc).id
  const select = (anchor: number, head: number): void =>
    desk.dispatch(state.tr.setSelection(TextSelection.create(doc, anchor, head)))
  const send = (transaction: Transaction): void =>
    desk.dispatch(third % 2 === 0 ? closeHistory(transaction) : transaction.setMeta('composition', third))
  switch (kind) {
    case 'insert':
      send(state.tr.insertText(text, at))
      break
    case 'insertAtEdge': {
      const ranges = [...rangesOf(state).values()].flat()
      const range = ranges[one % Math.max(1, ranges.length)]
      const placed = passages.find(({ node }) => passageOf(node).id === range?.passage)
      if (range !== undefined && placed !== undefined)
        send(state.tr.insertText('x', placed.at + (other % 2 === 0 ? range.start : range.end)))
      break
    }
    case 'delete': {
      const transaction = state.tr
      deleteBetween(transaction, from, Math.min(to, from + (third % 12)))
      send(transaction)
      break
    }
    case 'deleteRange': {
      const ranges = [...rangesOf(state).values()].flat()
      const range = ranges[one % Math.max(1, ranges.length)]
      const placed = passages.find(({ node }) => passageOf(node).id === range?.passage)
      if (range !== undefined && placed !== undefined && range.start < range.end)
        send(state.tr.delete(placed.at + range.start, placed.at + range.end))
      break
    }
    case 'replace': {
      const transaction = state.tr
      deleteBetween(transaction, from, to)
      send(transaction.insertText(text, from))
      break
    }
    case 'deleteAsItComes':
      send(state.tr.delete(from, to))
      break
    case 'split':
      select(at, at)
      commands.splitPassage()
      break
    case 'join':
      select(at, at)
      commands.joinWithBefore()
      break
    case 'splitTurn':
      select(at, at)
      commands.splitTurn(`speaker${third % 2}`)
      break
    case 'setSpeaker':
      commands.setSpeaker(passage, `speaker${third % 2}`)
      break
    case 'paste':
      select(from, third % 3 === 0 ? to : from)
      desk.dispatch(pasted(desk.state, third % 2 === 0 ? text : `${text}\n\n${text}\r\nline`, newId))
      break
    case 'pasteTwice': {
      const end = third % 2 === 0 ? at : Math.max(at, positionAt(doc, third))
      send(state.tr.replaceRange(at, end, doc.slice(from, to, true)))
      break
    }
    case 'drop': {
      select(from, to)
      const transaction = dropped(desk.state, positionAt(desk.state.doc, third), text, third % 2 === 0, newId)
      if (transaction !== null) desk.dispatch(transaction)
      break
    }
    case 'setTimes':
      commands.setTimes(passage, { recording: 'recording0', startMs: other * 10, endMs: other * 10 + third })
      break
    case 'nudge':
      commands.nudge(passage, other % 2 === 0 ? 'start' : 'end', (third - 250) * 10)
      break
    case 'splitAtTime': {
      const { startMs } = passageOf(passages[one % passages.length]?.node ?? doc)
      if (startMs !== null) commands.splitAtTime(passage, startMs + third * 8)
      break
    }
    case 'setLanguage':
      commands.setLanguage([passage], third % 2 === 0 ? 'th' : 'he', third % 2 === 0 ? 'ltr' : 'rtl')
      break
    case 'replaceText':
      commands.replaceText(
        passages.slice(0, 3).map(({ node }) => {
          const start = Math.min(third % 9, node.content.size)
          return { passage: passageOf(node).id, start, end: Math.min(start + 4, node.content.size) }
        }),
        other % 3 === 0 ? '' : text,
      )
      break
    case 'undo':
      commands.undo()
      break
    case 'redo':
      commands.redo()
      break
    case 'addRange': {
      const now = [...rangesOf(state).values()].flat()
      const added = rangeFrom(transcriptOf(doc, speakers), [one, other, third, third], `added${newId()}`)
      if (added === null) break
      desk.dispatch(withRanges(state.tr, [...now, added]))
      return [...given, added]
    }
    case 'setAgain':
      desk.dispatch(withRanges(state.tr, [...rangesOf(state).values()].flat()))
      break
    case 'select':
      select(at, at)
      break
    case 'keep':
      keep()
      break
  }
  return given
}
