// Walks through a story with random edits and looks after each whether everything still holds; gives what does not.
import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { redoDepth, undoDepth } from 'prosemirror-history'
import { type EditorState, type Transaction } from 'prosemirror-state'
import { changed } from '../../shared/domain/writing/writing.ts'
import { commandsOf } from '../../renderer/editor/commands.ts'
import { documentOf } from '../../renderer/editor/document.ts'
import { changeBetween } from '../../renderer/editor/keeper-change.ts'
import { rangesOf } from '../../renderer/editor/ranges.ts'
import { snapshotOf, storyState } from '../../renderer/editor/state.ts'
import type { MarkedRange, Snapshot } from '../../renderer/editor/types.ts'
import { rangeFrom, scrap, speakers, storyOf, storySeed, type StorySeed } from './editor-story.ts'
import { stepKinds, take, type Step } from './editor-step.ts'
import { followed, marksText, sameIds, wholeRanges, wholeStory } from './editor-holds.ts'

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
