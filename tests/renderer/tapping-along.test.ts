// Tapping along: each tap is one step of undo, however quickly it follows, and what is sealed is passed over.
import type { EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { commandsOf } from '../../renderer/editor/commands.ts'
import { documentOf, transcriptOf } from '../../renderer/editor/document.ts'
import { storyState } from '../../renderer/editor/state.ts'
import { passagesToTap } from '../../renderer/features/writing/passages-to-tap.ts'
import { storyOf } from '../support/editor-story.ts'

const story = storyOf({
  turns: [
    [['We danced.'], ['Nobody wrote.']],
    [['And then?'], ['It rained.']],
  ],
  timed: true,
})
const [first = '', second = '', third = '', fourth = ''] = story.passages.map(({ id }) => id)

function opened() {
  let state: EditorState = storyState({
    doc: documentOf(story, () => 'fresh00000000001'),
    ranges: [],
    sealed: [],
    held: false,
    newId: () => 'fresh00000000002',
    near: new Set(),
    more: [],
  })
  const place = {
    get state() {
      return state
    },
    editable: true,
    dispatch(transaction: EditorState['tr']) {
      state = state.apply(transaction)
    },
  }
  const times = () =>
    transcriptOf(state.doc, story.speakers).passages.map(({ startMs, endMs }) => [startMs, endMs] as const)
  return { commands: commandsOf(place, () => 'fresh00000000003'), times }
}

test('each tap is one step of undo, at another moment and at the very same one', () => {
  for (const [one, two] of [
    [9_000, 9_700],
    [9_000, 9_000],
  ] as const) {
    const { commands, times } = opened()
    const states = [times()]
    expect(commands.beginAt(first, { recording: 'recording0', ms: one }, null)).toBe(true)
    states.push(times())
    expect(commands.beginAt(second, { recording: 'recording0', ms: two }, first)).toBe(true)
    expect(times().slice(0, 2)).toEqual([
      [one, two > one ? two : null],
      [two, null],
    ])
    commands.undo()
    expect(times()).toEqual(states[1])
    commands.undo()
    expect(times()).toEqual(states[0])
    expect(commands.canUndo()).toBe(false)
  }
})

test('a passage of another recording is not ended by a tap', () => {
  const { commands, times } = opened()
  const [before] = times()
  commands.beginAt(second, { recording: 'recording1', ms: 9_000 }, first)
  expect(times()[0]).toEqual(before)
})

test('a sealed passage has no tap, and none ends the one before it', () => {
  const tapped = (from: string, ...sealed: string[]) =>
    passagesToTap(story.passages, (id) => sealed.includes(id), from).map(({ passage, ends }) => [passage.id, ends])
  expect(tapped(second)).toEqual([
    [second, null],
    [third, second],
    [fourth, third],
  ])
  expect(tapped(first, third)).toEqual([
    [first, null],
    [second, first],
    [fourth, null],
  ])
  expect(tapped(first, first)).toEqual([
    [second, null],
    [third, second],
    [fourth, third],
  ])
})
