// Walks through a story with random edits and looks after each whether everything still holds; gives what does not.
import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { closeHistory, redoDepth, undoDepth } from 'prosemirror-history'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { changed } from '../../shared/domain/writing/writing.ts'
import { dropped, pasted } from '../../renderer/editor/clipboard.ts'
import { commandsOf } from '../../renderer/editor/commands.ts'
import { documentOf, transcriptOf } from '../../renderer/editor/document.ts'
import { changeBetween } from '../../renderer/editor/keeper-change.ts'
import { allPassages, passageAt } from '../../renderer/editor/passages.ts'
import { rangesOf, withRanges } from '../../renderer/editor/ranges.ts'
import { passageOf } from '../../renderer/editor/schema.ts'
import { snapshotOf, storyState } from '../../renderer/editor/state.ts'
import { deleteBetween } from '../../renderer/editor/structure.ts'
import { grows } from '../../renderer/editor/tracked.ts'
import type { MarkedRange, Snapshot } from '../../renderer/editor/types.ts'
import { isLetterBorder, rangeFrom, scrap, speakers, storyOf, storySeed, type StorySeed } from './editor-story.ts'

const stepKinds = [
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

export interface Walk {
  readonly story: StorySeed
  readonly steps: readonly Step[]
}

export const walk: fc.Arbitrary<Walk> = fc.record({
  story: storySeed,
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(...stepKinds),
      one: fc.nat(500),
      other: fc.nat(500),
      third: fc.nat(500),
      text: scrap,
    }),
    { minLength: 1, maxLength: 14 },
  ),
})

type Reader = (state: EditorState, given: readonly MarkedRange[]) => ReadonlyMap<string, readonly MarkedRange[]>

/** All marks of the editor; `unmoved` is the control: ranges that nobody takes along. */
export const moved: Reader = (state) => rangesOf(state)
export const unmoved: Reader = (_, given) => new Map(given.map((range) => [range.mark, [range]]))

/** What did not hold, a line each; empty when everything did. */
export function walkThrough({ story, steps }: Walk, read: Reader = moved): string[] {
  const wrong: string[] = []
  const transcript = storyOf(story)
  let ids = 0
  const newId = (): string => `given${String((ids += 1)).padStart(8, '0')}`
  let given: readonly MarkedRange[] = story.ranges.flatMap((seed, nth) => {
    const range = rangeFrom(transcript, seed, `mark000${nth}`)
    return range === null ? [] : [range]
  })
  const doc = documentOf(transcript, newId)
  let state = storyState({ doc, ranges: given, sealed: [], newId, near: null, more: [] })
  let last: readonly Transaction[] = []
  const desk = {
    get state() {
      return state
    },
    editable: true,
    dispatch(transaction: Transaction) {
      const applied = state.applyTransaction(transaction)
      state = applied.state
      last = [...last, ...applied.transactions]
    },
  }
  const commands = commandsOf(desk, newId)
  let kept: Snapshot = snapshotOf(state, speakers)
  let archive: Pick<Snapshot, 'transcript' | 'ranges'> = kept

  const keep = (): void => {
    const now = snapshotOf(state, speakers)
    const change = changeBetween(kept, now)
    kept = now
    if (change === null) return
    const known = new Set([...archive.transcript.passages, ...now.transcript.passages].map(({ id }) => id))
    for (const { passage, other } of change.lineage)
      if (!known.has(passage) || !known.has(other)) wrong.push('the lineage names a passage that nobody knows')
    const after = changed(archive.transcript, change)
    if ('broken' in after) {
      wrong.push(`the change is refused: ${after.broken}`)
      return
    }
    const ranges = new Map(archive.ranges)
    for (const { kind, mark, ranges: changedRanges } of change.marks)
      ranges.set(
        mark,
        changedRanges.map((range) => ({ ...range, mark, kind, colour: 1, note: '' })),
      )
    archive = { transcript: after.transcript, ranges }
    if (JSON.stringify(archive.transcript) !== JSON.stringify(now.transcript))
      wrong.push('what was kept is another text')
    if (marksText(archive.ranges) !== marksText(now.ranges)) wrong.push('what was kept has other ranges')
  }

  steps.forEach((step, nth) => {
    const before = state
    const rangesBefore = read(before, given)
    last = []
    given = take(step, desk, commands, newId, given, keep)
    const problems = [
      ...wholeStory(state, newId),
      ...wholeRanges(state.doc, read(state, given), given),
      ...followed(before, state, last, rangesBefore, read(state, given), step),
      ...sameIds(before.doc, state.doc, step),
    ]
    wrong.push(...problems.map((problem) => `${nth} ${step.kind}: ${problem}`))
  })
  keep()
  for (let step = 0; step < 600 && redoDepth(state) > 0; step += 1) commands.redo()
  const written = state.doc
  const { doc: undone, rangesThere } = undoAll(desk, commands)
  if (!undone.eq(doc)) wrong.push('undoing everything does not give the first story back')
  if (!rangesThere) wrong.push('a range was lost while undoing')
  wrong.push(...wholeRanges(state.doc, read(state, given), given))
  for (let step = 0; step < 600 && redoDepth(state) > 0; step += 1) commands.redo()
  if (!state.doc.eq(written)) wrong.push('doing everything again does not give the last story back')
  wrong.push(...wholeRanges(state.doc, read(state, given), given))
  keep()
  return wrong
}

function undoAll(
  desk: { readonly state: EditorState },
  commands: ReturnType<typeof commandsOf>,
): { doc: Node; rangesThere: boolean } {
  const marks = new Set(rangesOf(desk.state).keys())
  for (let step = 0; step < 600 && undoDepth(desk.state) > 0; step += 1) commands.undo()
  const there = rangesOf(desk.state)
  return { doc: desk.state.doc, rangesThere: [...marks].every((mark) => there.has(mark)) }
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

function take(
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

function wholeStory(state: EditorState, newId: () => string): string[] {
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

function wholeRanges(
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
function followed(
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
      const [start, end] = [mapping.map(position, 1), mapping.map(position + 1, -1)]
      if (end - start === 1 && covered.get(mark)?.has(start) !== true) wrong.add(`${mark} has lost a letter`)
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

function sameIds(before: Node, after: Node, { kind }: Step): string[] {
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

function marksText(ranges: ReadonlyMap<string, readonly MarkedRange[]>): string {
  const lines = [...ranges.values()].flat().flatMap((range) => {
    const { id, mark, kind, passage, start, end, quote, unresolved } = range
    return kind === 'flag' || kind === 'seal'
      ? []
      : [JSON.stringify([mark, id, passage, start, end, quote, unresolved])]
  })
  return lines.sort().join('\n')
}
