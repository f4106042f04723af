// While her words are held, passages can be cut, joined and timed, and not one letter of them can be changed.
import { describe, expect, test } from 'vitest'
import { TextSelection, type EditorState } from 'prosemirror-state'
import { commandsOf } from '../../renderer/editor/commands.ts'
import { documentOf, transcriptOf } from '../../renderer/editor/document.ts'
import { withHeld } from '../../renderer/editor/held-words.ts'
import { needsSpace } from '../../renderer/editor/seam.ts'
import { storyState } from '../../renderer/editor/state.ts'
import { deleteBetween } from '../../renderer/editor/structure.ts'
import { storyOf } from '../support/editor-story.ts'

const story = storyOf({ turns: [[['We danced on the sacks.'], ['Nobody wrote that down.']]], timed: true })

function desk(held: boolean, of = story) {
  let made = 0
  const newId = () => `fresh${(made += 1).toString().padStart(11, '0')}`
  let state: EditorState = storyState({
    doc: documentOf(of, newId),
    ranges: [],
    sealed: [],
    held,
    newId,
    near: new Set(),
    more: [],
  })
  const put = (at: number): void => {
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
  }
  const place = {
    get state() {
      return state
    },
    editable: true,
    dispatch(transaction: EditorState['tr']) {
      state = state.apply(transaction)
    },
  }
  return {
    put,
    place,
    commands: commandsOf(place, newId),
    texts: () => transcriptOf(state.doc, []).passages.map(({ text }) => text),
    passages: () => transcriptOf(state.doc, []).passages,
  }
}

describe('held words', () => {
  test('nothing is typed, taken away, replaced or pasted', () => {
    const { put, commands, texts, place } = desk(true)
    const before = texts()
    put(5)
    expect(commands.insertText('x')).toBe(false)
    expect(commands.insertText(' ')).toBe(false)
    expect(commands.insertText('\n')).toBe(false)
    const [first] = story.passages
    expect(commands.replaceText([{ passage: first?.id ?? '', start: 0, end: 2 }], 'They')).toBe(false)
    place.dispatch(place.state.tr.delete(3, 5))
    place.dispatch(place.state.tr.insertText('x', 4))
    expect(texts()).toEqual(before)
  })

  test('a passage is divided, joined again, timed and given to a language', () => {
    const { put, commands, texts, passages } = desk(true)
    put(2 + 'We danced '.length)
    expect(commands.splitPassage()).toBe(true)
    expect(texts()).toEqual(['We danced ', 'on the sacks.', 'Nobody wrote that down.'])
    expect(commands.joinWithBefore()).toBe(true)
    expect(texts()).toEqual(['We danced on the sacks.', 'Nobody wrote that down.'])
    const [first] = passages()
    expect(commands.setTimes(first?.id ?? '', { recording: 'rec', startMs: 10, endMs: 900 })).toBe(true)
    expect(commands.setLanguage([first?.id ?? ''], 'ar', 'rtl')).toBe(true)
    expect(commands.undo()).toBe(true)
  })

  test('they stay with whoever said them, however the turns are cut', () => {
    const { put, commands, texts, place } = desk(true)
    put(2 + 'We danced '.length)
    const [turn] = story.turns
    const other = turn?.speaker === 'speaker1' ? 'speaker0' : 'speaker1'
    expect(commands.splitTurn(other)).toBe(false)
    expect(commands.setSpeaker(story.passages[0]?.id ?? '', other)).toBe(false)
    expect(texts()).toEqual(['We danced on the sacks.', 'Nobody wrote that down.'])
    expect(commands.splitTurn(turn?.speaker ?? '')).toBe(true)
    expect([texts().length, place.state.doc.childCount]).toEqual([3, 2])
  })

  test('when they are let go, they can be written in again', () => {
    const { put, commands, texts, place } = desk(true)
    place.dispatch(withHeld(place.state.tr, false))
    put(2)
    expect(commands.insertText('Yes. ')).toBe(true)
    expect(texts()[0]).toBe('Yes. We danced on the sacks.')
  })
})

test('joined by the command, sentences keep a space between them, which undo takes away in the same step', () => {
  const { put, commands, texts } = desk(false)
  put(2 + 'We danced on the sacks.'.length + 4)
  expect(commands.joinWithBefore()).toBe(true)
  expect(texts()).toEqual(['We danced on the sacks. Nobody wrote that down.'])
  commands.undo()
  expect(texts()).toEqual(['We danced on the sacks.', 'Nobody wrote that down.'])
})

describe('passages of two recordings', () => {
  const three = storyOf({ turns: [[['One.'], ['Two.'], ['Three.']], [['Four.']]], timed: true })
  const across = {
    ...three,
    turns: three.turns.map((turn) => ({ ...turn, speaker: three.turns[0]?.speaker ?? '' })),
    passages: three.passages.map((passage, at) => ({ ...passage, recording: at === 0 ? 'first' : 'second' })),
  }

  test('are not joined, in one turn or across two', () => {
    const { put, commands, texts } = desk(false, across)
    put(2 + 'One.'.length + 2)
    expect(commands.joinWithBefore()).toBe(false)
    expect(texts()).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
    put(2 + 'One.'.length + 2 + 'Two.'.length + 2)
    expect(commands.joinWithBefore()).toBe(true)
    expect(texts()).toEqual(['One.', 'Two. Three.', 'Four.'])
  })

  test.each([
    ['in one turn', 'One.'.length + 2 + 'Two.'.length + 2 + 'Th'.length, ['O', 'ree.', 'Four.']],
    ['across two', 'One.'.length + 2 + 'Two.'.length + 2 + 'Three.'.length + 4 + 'Fo'.length, ['O', 'ur.']],
  ])('each keep what is left of them when words are taken out over both, %s', (_where, to, left) => {
    const { place, texts, passages } = desk(false, across)
    const transaction = place.state.tr
    deleteBetween(transaction, 3, 2 + to)
    place.dispatch(transaction)
    expect(texts()).toEqual(left)
    expect(passages().map(({ recording }) => recording)).toEqual(left.map((_, at) => (at === 0 ? 'first' : 'second')))
  })
})

test('a space comes where a script has spaces, and never before what closes or after what opens', () => {
  expect(needsSpace('sacks.', 'Nobody')).toBe(true)
  expect(needsSpace('sacks.', '“Nobody')).toBe(true)
  expect(needsSpace('الخبز', 'جاهز')).toBe(true)
  expect(needsSpace('나는', '빵')).toBe(true)
  expect(needsSpace('sacks ', 'Nobody')).toBe(false)
  expect(needsSpace('sacks', ', and')).toBe(false)
  expect(needsSpace('(', 'Nobody')).toBe(false)
  expect(needsSpace('我上夜班。', '星期天')).toBe(false)
  expect(needsSpace('ขนมปัง', 'อุ่น')).toBe(false)
  expect(needsSpace('', 'Nobody')).toBe(false)
})
