// Which passages something that she said aloud is about, after passages were split and joined.
import { expect, test } from 'vitest'
import { passagesSpokenOf } from '../../shared/domain/writing/about-passage.ts'

const early = '2026-01-01T00:00:00.000Z'
const late = '2026-03-01T00:00:00.000Z'
const between = '2026-02-01T00:00:00.000Z'
const now = (living: string, ...lineage: readonly (readonly ['split' | 'join', string, string, string?])[]) => ({
  lineage: lineage.map(([kind, passage, other, until]) => ({ kind, passage, other, until })),
  isLiving: (passage: string) => living.includes(passage),
})

test.each([
  ['the same passage', { passage: 'a', at: late }, 'a', now('ab'), true],
  ['another', { passage: 'b', at: late }, 'a', now('ab'), false],
  ['one that was joined into it', { passage: 'b', at: late }, 'a', now('a', ['join', 'a', 'b', between]), true],
  [
    'one from which it was split since',
    { passage: 'a', at: early },
    'b',
    now('ab', ['split', 'a', 'b', between]),
    true,
  ],
  [
    'one from which it was split before',
    { passage: 'a', at: late },
    'b',
    now('ab', ['split', 'a', 'b', between]),
    false,
  ],
  [
    'one from which it was split, nobody knows when',
    { passage: 'a', at: late },
    'b',
    now('ab', ['split', 'a', 'b']),
    true,
  ],
  [
    'one split off a passage that was joined into its own',
    { passage: 'c', at: early },
    'b',
    now('ab', ['join', 'a', 'c', early], ['split', 'a', 'b', between]),
    true,
  ],
  [
    'a neighbour of one that was joined into it',
    { passage: 'd', at: early },
    'a',
    now('ad', ['join', 'a', 'c', between]),
    false,
  ],
] as const)('%s', (_what, said, passage, passages, expected) => {
  expect(passagesSpokenOf(said, passages).has(passage)).toBe(expected)
})
