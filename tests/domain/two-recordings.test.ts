// A passage lies in one recording: joined across two, what is silent in the second would be heard.
import { expect, test } from 'vitest'
import { keptChange, type Standing } from '../../shared/domain/writing/kept-change.ts'
import type { Passage } from '../../shared/domain/story.ts'
import type { Change } from '../../shared/domain/writing/writing.ts'

const passage = (id: string, text: string, recording: string | null): Passage => ({
  id,
  turn: 't1',
  text,
  language: 'en',
  direction: 'ltr',
  recording,
  startMs: recording === null ? null : 100,
  endMs: recording === null ? null : 900,
  wordTimes: [],
})

function joined(first: string | null, second: string | null) {
  const a = passage('a', 'We came by night.', first)
  const b = passage('b', 'Nobody wrote that down.', second)
  const before: Standing = {
    transcript: {
      speakers: [{ id: 'her', name: 'M.', role: 'narrator' }],
      turns: [{ id: 't1', speaker: 'her' }],
      passages: [a, b],
    },
    marks: { labels: [], redactions: [], ties: [], seals: [], notTheSame: [] },
    recordings: new Set(['one', 'two']),
    newId: () => 'freshid00001',
  }
  const change: Change = {
    turns: [{ id: 't1', speaker: 'her', passages: ['a'] }],
    passages: [{ ...a, text: `${a.text} ${b.text}` }],
    marks: [],
    lineage: [{ kind: 'join', passage: 'a', other: 'b', at: a.text.length + 1 }],
  }
  const result = keptChange(before, change)
  return 'refused' in result ? result.refused : 'kept'
}

test('passages of two recordings are not joined', () => {
  expect(joined('one', 'two')).toBe('recordingsDiffer')
  expect(joined('one', 'one')).toBe('kept')
  expect(joined('one', null)).toBe('kept')
  expect(joined(null, null)).toBe('kept')
})
