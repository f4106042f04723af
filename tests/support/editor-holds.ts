// What holds in a story after each edit, and what of it does not: a line each.
import type { Node } from 'prosemirror-model'
import { type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { documentOf, transcriptOf } from '../../renderer/editor/document.ts'
import { allPassages, passageAt } from '../../renderer/editor/passages.ts'
import { passageOf } from '../../renderer/editor/schema.ts'
import { grows } from '../../renderer/editor/tracked.ts'
import type { MarkedRange } from '../../renderer/editor/types.ts'
import { isLetterBorder, speakers } from './editor-story.ts'
import { type Step } from './editor-step.ts'

export function wholeStory(state: EditorState, newId: () => string): string[] {
  const wrong: string[] = []
  const { passages, turns } = transcriptOf(state.doc, speakers)
  const ids = [...passages.map(({ id }) => id), ...turns.map(({ id }) => id)]
  if (new Set(ids).size !== ids.length) wrong.push('an id is there twice')
  if (ids.includes('')) wrong.push('an id is missing')
  if (turns.some(({ speaker }) => !speakers.some(({ id }) => id === speaker))) wrong.push('a turn has no speaker')
  for (const { startMs, endMs, text, wordTimes } of passages) {
    if (endMs !== null && (startMs === null || endMs < startMs)) wrong.push('times go backwards')
    let after = 0
    for (const word of wordTimes) {
      if (word.start < after || word.end <= word.start || word.end > text.length) wrong.push('a timed word is outside')
      if (word.endMs < word.startMs) wrong.push('a timed word goes backwards')
      after = word.end
    }
  }
  if (!documentOf(transcriptOf(state.doc, speakers), newId).eq(state.doc))
    wrong.push('it is another document read again')
  return wrong
}

export function wholeRanges(
  doc: Node,
  ranges: ReadonlyMap<string, readonly MarkedRange[]>,
  given: readonly MarkedRange[],
): string[] {
  const wrong: string[] = []
  const texts = new Map(allPassages(doc).map(({ node }) => [passageOf(node).id, node.textContent]))
  const ids = new Set<string>()
  for (const range of [...ranges.values()].flat()) {
    const text = texts.get(range.passage)
    if (ids.has(range.id)) wrong.push('a range is there twice')
    ids.add(range.id)
    if (text === undefined) wrong.push('a range is in no passage')
    else if (range.start < 0 || range.end > text.length) wrong.push('a range is outside its passage')
    else if (!isLetterBorder(text, range.start) || !isLetterBorder(text, range.end)) wrong.push('a range cuts a letter')
    else if (range.unresolved ? range.start !== range.end || range.quote === '' : range.start >= range.end)
      wrong.push('a range has the wrong length')
    else if (!range.unresolved && text.slice(range.start, range.end) !== range.quote) wrong.push('a quote is not there')
  }
  for (const { id, mark } of given) {
    if (!ids.has(id) || !ranges.has(mark)) wrong.push('a range is gone')
  }
  return wrong
}

/** Every letter that was marked and is still there is marked; what is written at the edge is marked or not by its kind. */
export function followed(
  before: EditorState,
  after: EditorState,
  transactions: readonly Transaction[],
  rangesBefore: ReadonlyMap<string, readonly MarkedRange[]>,
  rangesAfter: ReadonlyMap<string, readonly MarkedRange[]>,
  { kind }: Step,
): string[] {
  if (kind === 'undo' || kind === 'redo' || kind === 'keep') return []
  const wrong = new Set<string>()
  const mapping = new Mapping()
  for (const transaction of transactions) mapping.appendMapping(transaction.mapping)
  const covered = coveredBy(after.doc, rangesAfter)
  const insideBefore = coveredBy(before.doc, rangesBefore)
  for (const [mark, letters] of insideBefore)
    for (const position of letters) {
      // NOTE: one letter in the place of another is as long; that the first one is gone is told by this alone.
      const { pos: start, deletedAfter } = mapping.mapResult(position, 1)
      const end = mapping.map(position + 1, -1)
      if (!deletedAfter && end - start === 1 && covered.get(mark)?.has(start) !== true)
        wrong.add(`${mark} has lost a letter`)
    }
  if (kind !== 'insertAtEdge') return [...wrong]
  const map = mapping.maps[0]
  map?.forEach((at, _, start, end) => {
    const letter = after.doc.textBetween(start, end)
    if (letter !== 'x') return
    for (const [mark, ranges] of rangesBefore) {
      const markKind = ranges[0]?.kind ?? 'label'
      const letters = insideBefore.get(mark) ?? new Set()
      const atEdge = letters.has(at) !== letters.has(at - 1)
      const within = letters.has(at) && letters.has(at - 1)
      const isIn = covered.get(mark)?.has(start) === true
      if ((atEdge || within) && grows(markKind) && !isIn) wrong.add(`${markKind} did not grow`)
      if (atEdge && !grows(markKind) && isIn && standsAlone(after.doc, start)) wrong.add(`${markKind} grew`)
    }
  })
  return [...wrong]
}

/** Whether the letter there is one of its own: a mark that stood at the beginning joins what is written before it. */
function standsAlone(doc: Node, position: number): boolean {
  const { node, at } = passageAt(doc, position)
  return isLetterBorder(node.textContent, position - at) && isLetterBorder(node.textContent, position - at + 1)
}

function coveredBy(doc: Node, ranges: ReadonlyMap<string, readonly MarkedRange[]>): Map<string, Set<number>> {
  const places = new Map(allPassages(doc).map(({ node, at }) => [passageOf(node).id, at]))
  const covered = new Map<string, Set<number>>()
  for (const [mark, parts] of ranges) {
    const positions = new Set<number>()
    for (const { passage, start, end } of parts) {
      const at = places.get(passage) ?? 0
      for (let letter = start; letter < end; letter += 1) positions.add(at + letter)
    }
    covered.set(mark, positions)
  }
  return covered
}

export function sameIds(before: Node, after: Node, { kind }: Step): string[] {
  const idsOf = (doc: Node): string[] => allPassages(doc).map(({ node }) => passageOf(node).id)
  const [old, now] = [idsOf(before), idsOf(after)]
  const stays = [
    'insert',
    'insertAtEdge',
    'deleteRange',
    'setTimes',
    'nudge',
    'setLanguage',
    'replaceText',
    'setSpeaker',
  ]
  if (stays.includes(kind) && old.join() !== now.join()) return ['passages are others']
  const known = new Set(old)
  if (kind === 'splitAtTime' && now.filter((id) => known.has(id)).join() !== old.join())
    return ['a first half has lost its id']
  if (kind === 'join' && !now.every((id) => known.has(id))) return ['a joined passage has another id']
  return []
}

export function marksText(ranges: ReadonlyMap<string, readonly MarkedRange[]>): string {
  const lines = [...ranges.values()].flat().flatMap((range) => {
    const { id, mark, kind, passage, start, end, quote, unresolved } = range
    return kind === 'flag' || kind === 'seal'
      ? []
      : [JSON.stringify([mark, id, passage, start, end, quote, unresolved])]
  })
  return lines.sort().join('\n')
}
