// What she has answered goes with the words: cutting a passage in two, or joining it to another, opens nothing.
import { describe, expect, test } from 'vitest'
import {
  answersIn,
  answersWithHistory,
  heirsOf,
  throughSplits,
  type DatedLineage,
} from '../../shared/domain/consent/lineage.ts'
import type { Answer, ConsentBody, LedgerEntry } from '../../shared/domain/consent/ledger.ts'
import { plainConditions } from '../support/plain-conditions.ts'

let sequence = 0
const said = (answer: Answer, at: number, ...passages: string[]): LedgerEntry<ConsentBody> => ({
  sequence: (sequence += 1),
  id: `${answer}-${passages.join('+')}-${at}`,
  narrator: 'n',
  certainty: 'attested',
  by: 'Ana',
  evidence: { kind: 'inPerson', note: '' },
  at: String(at),
  body: {
    kind: 'consent',
    testimony: 't',
    scope: passages.length === 0 ? { kind: 'testimony' } : { kind: 'passages', passages },
    use: 'readingRoom',
    answer,
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
  },
  previous: '',
  hash: '',
})
const split = (passage: string, other: string, until: number): DatedLineage => ({
  kind: 'split',
  passage,
  other,
  at: 1,
  until: String(until),
})
const join = (passage: string, other: string, until: number): DatedLineage => ({
  kind: 'join',
  passage,
  other,
  at: 1,
  until: String(until),
})

function isOpen(
  passage: string,
  entries: LedgerEntry<ConsentBody>[],
  lineage: DatedLineage[],
  ...living: string[]
): boolean {
  const answer = answersWithHistory(throughSplits(entries, lineage), new Map(), { lineage, living: new Set(living) })
  return answer({ passage, use: 'readingRoom', recipient: 'r', moment: '9' }).open
}

describe('split', () => {
  test('the half that is cut off stays closed with the other, though the whole story is open', () => {
    const entries = [said('yes', 1), said('no', 2, 'a')]
    expect(isOpen('b', entries, [split('a', 'b', 3)], 'a', 'b')).toBe(false)
    expect(isOpen('b', entries, [], 'a', 'b')).toBe(true)
  })

  test('a yes goes along too; what she says of one half afterwards is not said of the other', () => {
    expect(isOpen('b', [said('yes', 1, 'a')], [split('a', 'b', 3)], 'a', 'b')).toBe(true)
    expect(isOpen('b', [said('yes', 5, 'a')], [split('a', 'b', 3)], 'a', 'b')).toBe(false)
    expect(isOpen('b', [said('no', 1, 'a'), said('yes', 5, 'b')], [split('a', 'b', 3)], 'a', 'b')).toBe(true)
  })

  test('again and again', () => {
    const lineage = [split('a', 'b', 3), split('b', 'c', 4)]
    expect(isOpen('c', [said('yes', 1), said('no', 2, 'a')], lineage, 'a', 'b', 'c')).toBe(false)
  })
})

describe('joined', () => {
  test('the more closed answer counts for the whole, until she answers for it', () => {
    const lineage = [join('a', 'b', 3)]
    const entries = [said('no', 1, 'b'), said('yes', 2, 'a')]
    expect(isOpen('a', entries, lineage, 'a')).toBe(false)
    expect(isOpen('a', entries, lineage, 'a', 'b')).toBe(true) // parted again
    expect(isOpen('a', [...entries, said('yes', 5, 'a')], lineage, 'a')).toBe(true)
    expect(isOpen('a', [...entries, said('yes', 5)], lineage, 'a')).toBe(false)
  })

  test('words that were never allowed do not come along with an allowed passage', () => {
    expect(isOpen('a', [said('yes', 1, 'a')], [join('a', 'b', 3)], 'a')).toBe(false)
  })

  test('what is cut off after a join keeps what was said of all of it', () => {
    const lineage = [join('a', 'b', 3), split('a', 'c', 4)]
    expect(isOpen('c', [said('yes', 1), said('no', 2, 'b')], lineage, 'a', 'c')).toBe(false)
  })
})

describe('a section', () => {
  const ofSection = (answer: Answer, at: number, ...passages: string[]): LedgerEntry<ConsentBody> => {
    const { body, ...entry } = said(answer, at, ...passages)
    return { ...entry, body: { ...body, scope: { kind: 'section', section: 's', heading: 'Family', passages } } }
  }
  const sections = [
    { id: 's', passage: 'b', heading: 'Family' },
    { id: 't', passage: 'd', heading: 'Work' },
  ]
  const isOpenIn = (passage: string, ...entries: LedgerEntry<ConsentBody>[]) =>
    answersIn(entries, new Map(), { lineage: [], living: new Set(['a', 'b', 'c', 'd']), sections })({
      passage,
      use: 'readingRoom',
      recipient: 'r',
      moment: '9',
    }).open

  test('what closes it closes what came to it later as well, up to the next heading', () => {
    const entries = [said('yes', 1), ofSection('no', 2, 'b')]
    expect(['a', 'b', 'c', 'd'].map((passage) => isOpenIn(passage, ...entries))).toEqual([true, false, false, true])
  })

  test('a yes is about the passages that it had then', () => {
    expect(['b', 'c'].map((passage) => isOpenIn(passage, ofSection('yes', 1, 'b')))).toEqual([true, false])
  })

  test('what it had then stays closed where its heading has gone', () => {
    expect(isOpenIn('a', said('yes', 1), ofSection('no', 2, 'a'))).toBe(false)
  })
})

test('what was given out is followed into every passage that has words of it', () => {
  const lineage = [split('a', 'b', 1), join('z', 'b', 2), split('z', 'y', 3)]
  expect(heirsOf('a', { lineage, living: new Set(['a', 'z', 'y']) })).toEqual(['a', 'z', 'y'])
})
