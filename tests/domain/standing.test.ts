// How an excerpt stands with her: what is only hers to answer is asked of her, and is not said to be others' to do.
import { expect, test } from 'vitest'
import { standingOf, type Standing } from '../../shared/domain/excerpts/standing.ts'
import type { GateReason } from '../../shared/domain/gate/reasons.ts'

const label = { kind: 'labelWithoutStance', passage: 'p1', label: 'l1', words: 'organised' } as const
const sameLabel = { ...label, passage: 'p2', label: 'l2' }
const unseen = { kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'no' } as const
const disagrees = { ...unseen, seen: 'disagrees' } as const
const closed = { kind: 'notAllowed', passage: 'p1', because: 'no' } as const
const notReviewed = { kind: 'notReviewed' } as const
const notSignedOff = { kind: 'notSignedOff' } as const
const notPrepared = { kind: 'notPrepared' } as const
const titleMissing = { kind: 'titleMissing' } as const

const rows: readonly (readonly [string, readonly GateReason[], boolean, Standing])[] = [
  ['a label by others', [label, notSignedOff], false, { kind: 'toAnswer', labels: ['organised'], wordsAbout: false }],
  ['the same label twice', [label, sameLabel], false, { kind: 'toAnswer', labels: ['organised'], wordsAbout: false }],
  ['words about her', [unseen, notSignedOff], false, { kind: 'toAnswer', labels: [], wordsAbout: true }],
  ['both', [label, unseen, notReviewed], false, { kind: 'toAnswer', labels: ['organised'], wordsAbout: true }],
  [
    'a label, and sound to make',
    [label, notPrepared],
    true,
    { kind: 'toAnswer', labels: ['organised'], wordsAbout: false },
  ],
  ['a label, and files that cannot be made', [label, notPrepared], false, { kind: 'beingMade' }],
  ['words about her with which she disagrees', [disagrees, notSignedOff], false, { kind: 'beingMade' }],
  ['a label, and a title to be written', [label, titleMissing, notPrepared], false, { kind: 'beingMade' }],
  ['a label, where she has said no', [label, closed, notSignedOff], false, { kind: 'closed' }],
  ['nothing but her going through it', [notReviewed, notSignedOff], false, { kind: 'toGoThrough' }],
  ['nothing but her yes', [notSignedOff], false, { kind: 'waits' }],
]

test.each(rows)('%s', (_what, reasons, soundWanted, standing) => {
  expect(standingOf({ open: false, reasons }, [], null, soundWanted)).toEqual(standing)
})

test('what was given out stands as given out, whatever is wanting', () => {
  const at = '2026-03-01T12:00:00.000Z'
  expect(standingOf({ open: false, reasons: [label] }, [], at, false)).toEqual({ kind: 'givenOut', at })
})
