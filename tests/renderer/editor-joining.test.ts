// What the menu of a passage says of joining is what joining comes to; what is sealed is neither joined nor divided.
import { TextSelection, type EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { commandsOf } from '../../renderer/editor/commands.ts'
import { documentOf } from '../../renderer/editor/document.ts'
import { allPassages } from '../../renderer/editor/passages.ts'
import { storyState } from '../../renderer/editor/state.ts'
import type { Transcript } from '../../shared/domain/story.ts'
import { storyOf } from '../support/editor-story.ts'

const story = storyOf({ turns: [[['We danced.'], ['Nobody wrote.']], [['And then?']]], timed: true })

/** The commands with the caret in a passage, counted from 0. */
function inPassage(nth: number, { of = story, sealed = [] }: { of?: Transcript; sealed?: string[] }) {
  let made = 0
  const newId = () => `fresh${(made += 1).toString().padStart(11, '0')}`
  let state: EditorState = storyState({
    doc: documentOf(of, newId),
    ranges: [],
    sealed,
    held: false,
    newId,
    near: new Set(),
    more: [],
  })
  const at = allPassages(state.doc)[nth]?.at ?? 0
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
  const place = {
    get state() {
      return state
    },
    editable: true,
    dispatch(transaction: EditorState['tr']) {
      state = state.apply(transaction)
    },
  }
  return commandsOf(place, newId)
}

const inRecordings = (...recordings: (string | null)[]): Transcript => ({
  ...story,
  passages: story.passages.map((passage, nth) => ({ ...passage, recording: recordings[nth] ?? null })),
})

test('a passage joins the one before it', () => {
  const commands = inPassage(1, {})
  expect(commands.joining()).toBe('joins')
  expect(commands.joinWithBefore()).toBe(true)
})

test('the first passage, and one of another voice, stay alone', () => {
  for (const nth of [0, 2]) {
    const commands = inPassage(nth, {})
    expect(commands.joining()).toBe('alone')
    expect(commands.joinWithBefore()).toBe(false)
  }
})

test('two recordings stay two passages, and a passage without sound joins', () => {
  const two = inPassage(1, { of: inRecordings('one', 'two') })
  expect(two.joining()).toBe('twoRecordings')
  expect(two.joinWithBefore()).toBe(false)
  expect(inPassage(1, { of: inRecordings('one', null) }).joining()).toBe('joins')
})

test('what is sealed stays as it is, whichever of the two it is', () => {
  for (const { id } of story.passages.slice(0, 2)) {
    const commands = inPassage(1, { sealed: [id] })
    expect(commands.joining()).toBe('sealed')
    expect(commands.joinWithBefore()).toBe(false)
  }
})

test('what is sealed is not divided either, though its words would stay the same', () => {
  const passages = story.passages.map((passage, nth) => (nth === 1 ? { ...passage, text: '', wordTimes: [] } : passage))
  const of = { ...story, passages }
  const sealed = passages.slice(1, 2).map(({ id }) => id)
  expect(inPassage(1, { of, sealed }).splitPassage()).toBe(false)
  expect(inPassage(1, { of }).splitPassage()).toBe(true)
})
