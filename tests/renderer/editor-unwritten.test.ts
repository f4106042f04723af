// A story that nobody has written down yet: the first letters in it are kept with the turn and the passage that hold them.
import { expect, test } from 'vitest'
import { documentOf } from '../../renderer/editor/document.ts'
import { changeBetween } from '../../renderer/editor/keeper-change.ts'
import { passageOf } from '../../renderer/editor/schema.ts'
import { snapshotOf, storyState } from '../../renderer/editor/state.ts'
import { directionOf } from '../../shared/domain/languages/direction.ts'
import { keptChange } from '../../shared/domain/writing/kept-change.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import type { Transcript } from '../../shared/domain/story.ts'

const speakers = [{ id: 'speaker000000001', name: 'Jo', role: 'narrator' as const }]
const empty: Transcript = { speakers, turns: [], passages: [] }

function opened(language: string) {
  let made = 0
  const newId = () => `fresh${(made += 1).toString().padStart(11, '0')}`
  const doc = documentOf(empty, newId, language)
  const unwritten = passageOf(doc.child(0).child(0)).id
  const state = storyState({ doc, ranges: [], sealed: [], newId, near: new Set(), more: [] })
  return { state, unwritten, newId }
}

test('as long as nothing is written in it, nothing is to be kept', () => {
  const { state, unwritten } = opened('en')
  const now = snapshotOf(state, speakers, unwritten)
  expect(now.transcript).toEqual(empty)
  expect(changeBetween(now, now)).toBeNull()
})

test.each(['en', 'ar'])(
  'the first letters are a change that the archive can keep, in the language of the story: %s',
  (language) => {
    const { state, unwritten, newId } = opened(language)
    const before = snapshotOf(state, speakers, unwritten)
    const after = snapshotOf(state.apply(state.tr.insertText('An', 2)), speakers, unwritten)
    const change = changeBetween(before, after)
    if (change === null) throw new Error('nothing is to be kept')
    const kept = keptChange({ transcript: empty, marks: noMarks, recordings: new Set(), newId }, change)
    if ('refused' in kept) throw new Error(kept.refused)
    expect(kept.transcript.passages).toMatchObject([{ text: 'An', language, direction: directionOf(language) }])
    expect(kept.transcript.turns).toMatchObject([{ speaker: 'speaker000000001' }])
    // What was written and is emptied again stays a passage.
    expect(snapshotOf(state, speakers).transcript.passages).toHaveLength(1)
  },
)
