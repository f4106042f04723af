// What she is told of her own answers: whole and by passage, for whom, and never a yes that she did not say.
import { expect, test } from 'vitest'
import { answersToHer, counted } from '../../renderer/features/consent/answers-to-her.ts'
import type { Entry, Standing } from '../../renderer/features/consent/consent-shapes.ts'
import { noConditions } from '../../renderer/features/consent/consent-shapes.ts'
import { makeSay } from '../../renderer/words/make-say.ts'

const say = makeSay('en')
const recipients = [{ id: 'c', name: 'Labour court', language: 'en' }]

const entry = (answer: Entry['answer'], passages: string[] | null, over: Partial<Entry['conditions'] & object> = {}) =>
  ({
    id: 'e',
    at: '2026-01-01T00:00:00.000Z',
    certainty: 'signed',
    by: 'A',
    evidence: { kind: 'inPerson', note: '' },
    kind: 'consent',
    use: 'court',
    answer,
    scope: passages === null ? { kind: 'testimony' } : { kind: 'passages', passages },
    conditions: { ...noConditions, ...over },
    cardLanguage: 'en',
    cardVersion: 1,
    teachBack: null,
    reviewAt: null,
    renews: null,
    signature: 'holds',
  }) satisfies Entry

const standing = (
  entries: Entry[],
  whole: Standing['wholeStory'][number] | null,
  passages: Standing['passages'] = [],
): Standing => ({
  entries,
  wholeStory: whole === null ? [] : [whole],
  passages,
  reviewedAt: null,
  coolingOffUntil: null,
  herLine: { threshold: null, toReader: false },
  keysForgotten: [],
  papersUsed: [],
})
const open = { use: 'court', open: true, because: null, until: null } as const
const closed = (because: NonNullable<Standing['wholeStory'][number]['because']>) =>
  ({ use: 'court', open: false, because, until: null }) as const

test('a yes for somebody says for whom, with its end', () => {
  const named = (over: object) => standing([entry('yes', null, { recipients: ['c'], ...over })], open)
  expect(answersToHer(say, named({}), recipients, 'court').whole.words).toBe('you said yes, for Labour court only')
  expect(answersToHer(say, named({ until: '2999-03-03T12:00:00.000Z' }), recipients, 'court').whole.words).toMatch(
    /^you said yes, for Labour court only, until .*2999$/,
  )
  expect(answersToHer(say, named({ until: '2000-03-03T12:00:00.000Z' }), recipients, 'court').whole.words).toBe(
    'the time of your yes is over',
  )
  expect(answersToHer(say, standing([], null), recipients, 'court').whole.words).toBe(
    'you have said nothing yet: closed',
  )
})

test.each([
  ['notYet', 'you said: not yet'],
  ['askEachTime', 'you want to be asked each time'],
] as const)('%s with nobody named is no yes', (answer, words) => {
  const { whole } = answersToHer(say, standing([entry(answer, null)], closed('otherRecipient')), recipients, 'court')
  expect([whole.words, whole.canTakeBack]).toEqual([words, false])
})

test('passages are told of where they differ, the same answers together', () => {
  const read = standing([entry('no', null), entry('yes', ['p1', 'p2'], { recipients: ['c'] })], closed('no'), [
    { ...open, passage: 'p1' },
    { ...open, passage: 'p2' },
    { ...closed('no'), passage: 'p3' },
    { ...open, use: 'press', passage: 'p4' },
  ])
  const { whole, differing } = answersToHer(say, read, recipients, 'court')
  expect([whole.words, whole.canTakeBack]).toEqual(['you said no', false])
  expect([...differing.keys()]).toEqual(['p1', 'p2'])
  expect(counted(differing.values())).toEqual([
    { count: 2, answer: expect.objectContaining({ words: 'you said yes, for Labour court only', canTakeBack: true }) },
  ])
})
