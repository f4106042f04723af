// How far the consent conversation has come is known from the ledger, and nothing is asked again without need.
import { describe, expect, test } from 'vitest'
import {
  answersTo,
  nextStep,
  sameScope,
  standingAnswers,
  stepsOf,
} from '../../renderer/features/consent/conversation/where-she-is.ts'
import type { Card, Entry, Scope, Standing } from '../../renderer/features/consent/consent-shapes.ts'
import type { UseName } from '../../shared/domain/consent/uses.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const uses = ['readingRoom', 'website', 'press', 'court'] as const satisfies readonly UseName[]
const card = (use: UseName): Card => ({
  use,
  reach: 'anyone',
  namedRecipientOnly: false,
  language: 'en',
  version: 1,
  title: use,
  says: 'says',
  whoCouldSee: 'who',
  worstCase: 'worst',
  headings: null,
  checked: true,
})
const cards = uses.map(card)
const whole: Scope = { kind: 'testimony' }
const some = (...passages: string[]): Scope => ({ kind: 'passages', passages })

let made = 0
const entry = (use: UseName, answer: Entry['answer'], more: Partial<Entry> = {}): Entry => ({
  id: `entry${String((made += 1)).padStart(4, '0')}`,
  at: '2026-11-22T10:00:00.000Z',
  certainty: 'attested',
  by: 'Ana',
  evidence: { kind: 'inPerson', note: 'here' },
  kind: 'consent',
  use,
  answer,
  scope: whole,
  conditions: { ...plainConditions, recipients: [] },
  cardLanguage: 'en',
  cardVersion: 1,
  teachBack: null,
  reviewAt: null,
  renews: null,
  signature: 'none',
  ...more,
})
const standing = (entries: Entry[], more: Partial<Standing> = {}): Standing => ({
  entries,
  wholeStory: [],
  passages: [],
  reviewedAt: null,
  coolingOffUntil: null,
  herLine: { threshold: null, toReader: false },
  keysForgotten: [],
  papersUsed: [],
  ...more,
})
const now = '2027-03-05T10:00:00.000Z'
const wants = (of: Standing, reworded: UseName[] = []) =>
  stepsOf(cards, uses, of, new Set(reworded), now).map((step) => step.wants)

describe('what a card wants', () => {
  test('is nothing once it was asked, whatever she said, "not yet" too', () => {
    expect(wants(standing([]))).toEqual(['unasked', 'unasked', 'unasked', 'unasked'])
    const said = (['yes', 'no', 'notYet', 'askEachTime'] as const).map((answer, at) =>
      entry(uses[at] ?? 'press', answer),
    )
    expect(wants(standing(said))).toEqual([null, null, null, null])
  })

  test('is not settled by what was not signed with her key', () => {
    expect(wants(standing([entry('website', 'yes', { signature: 'broken' })]))[1]).toBe('unasked')
  })

  test('is to be looked at again once her yes has ended, with the answer that ended', () => {
    const yes = entry('website', 'yes')
    const ended = standing([yes], {
      wholeStory: [{ use: 'website', open: false, because: 'expired', until: '2027-03-03T23:59:59.999Z' }],
    })
    expect(stepsOf(cards, uses, ended, new Set(), now)[1]).toMatchObject({ wants: 'expired', again: { id: yes.id } })
    const part = entry('website', 'yes', { scope: some('passage01') })
    const partly = standing([yes, part], {
      passages: [{ use: 'website', passage: 'passage01', open: false, because: 'eventCame', until: null }],
    })
    expect(stepsOf(cards, uses, partly, new Set(), now)[1]).toMatchObject({
      wants: 'eventCame',
      again: { id: part.id },
    })
  })

  test('is to be looked at again on the day that she said, and not after she has answered anew', () => {
    const asked = entry('press', 'notYet', { reviewAt: '2027-03-01T00:00:00.000Z' })
    expect(wants(standing([asked]))[2]).toBe('reviewDue')
    expect(wants(standing([{ ...asked, reviewAt: '2027-04-01T00:00:00.000Z' }]))[2]).toBe(null)
    expect(wants(standing([asked, entry('press', 'no')]))[2]).toBe(null)
    expect(wants(standing([asked, entry('press', 'no', { scope: some('passage01') })]))[2]).toBe('reviewDue')
  })

  test('says that its words are others now, but only where she has answered', () => {
    expect(wants(standing([entry('press', 'yes')]), ['press', 'website'])).toEqual([
      'unasked',
      'unasked',
      'reworded',
      'unasked',
    ])
  })
})

test('the next card is the next one that wants something, going round, never the same again', () => {
  const steps = stepsOf(cards, uses, standing([entry('website', 'no')]), new Set(['website']), now)
  expect(nextStep(steps, null, false)?.use).toBe('readingRoom')
  expect(nextStep(steps, 'press', false)?.use).toBe('court')
  expect(nextStep(steps, 'court', false)?.use).toBe('readingRoom')
  expect(nextStep(steps, null, true)?.use).toBe('website')
  expect(nextStep(steps, 'website', true)).toBe(null)
})

test('an answer stands until another is given about the same, or the whole is taken back', () => {
  const first = entry('website', 'yes')
  const part = entry('website', 'no', { scope: some('passage01', 'passage02') })
  const other = entry('website', 'yes', { scope: some('passage02', 'passage01') })
  const ids = (entries: Entry[]) => standingAnswers(entries, 'website').map(({ id }) => id)
  expect(ids([first, part])).toEqual([first.id, part.id])
  expect(ids([first, part, other])).toEqual([first.id, other.id])
  const back = entry('website', 'withdrawn')
  expect(ids([first, part, back])).toEqual([back.id])
  expect(answersTo([first, entry('press', 'yes')], 'website')).toEqual([first])
  const section: Scope = { kind: 'section', section: 'section1', heading: 'Home', passages: ['passage01'] }
  expect(sameScope(section, { ...section, heading: 'At home', passages: ['passage02'] })).toBe(true)
  expect(sameScope(section, some('passage01'))).toBe(false)
})
