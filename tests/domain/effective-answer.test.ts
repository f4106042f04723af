// The answer in effect, against a second, slow and obvious reading of the rules.
import { describe, expect, test } from 'vitest'
import { effectiveAnswer, type AnswerEntry } from '../../shared/domain/consent/effective-answer.ts'
import type { ConsentBody } from '../../shared/domain/consent/ledger.ts'
import { startingUseNames, type UseName } from '../../shared/domain/consent/uses.ts'
import { compareAnswers, rulesLeftOut, withoutRule } from './answers-at-random.ts'
import { entryOf, said } from '../support/gate-ledger.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { tries } from '../support/full.ts'

const entry = (sequence: number, body: Partial<ConsentBody>) => entryOf(sequence, said(body))

const ledgers = tries(100_000, 30_000)

describe('the answer in effect', () => {
  test(`agrees with the slow reading of the rules on ${ledgers} random ledgers`, { timeout: 240_000 }, () => {
    const { differences, said, first } = compareAnswers(ledgers, 1)
    expect(first).toBeNull()
    expect(differences).toBe(0)
    expect(ledgers).toBeGreaterThan(0)
    for (const often of Object.values(said)) expect(often).toBeGreaterThan(ledgers / 10)
  })
  test.each(rulesLeftOut)('the slow reading notices where %s are left out', (rule) => {
    expect(compareAnswers(3_000, 2, withoutRule(rule)).differences).toBeGreaterThan(5)
  })

  const ask = (
    entries: AnswerEntry[],
    over: Partial<{ passage: string; use: UseName; recipient: string; moment: string }> = {},
    used = new Map<string, number>(),
  ) =>
    effectiveAnswer(entries, used, {
      passage: 'p1',
      use: 'readingRoom',
      recipient: 'r1',
      moment: '2026-03-01T00:00:00.000Z',
      ...over,
    })

  test('no entry: no, for every use', () => {
    for (const use of startingUseNames) expect(ask([], { use })).toMatchObject({ open: false, because: 'noEntry' })
  })
  test('the narrowest scope decides, whichever came later', () => {
    const narrowNo = entry(1, { scope: { kind: 'passages', passages: ['p1'] }, answer: 'no' })
    expect(ask([narrowNo, entry(2, { answer: 'yes' })])).toMatchObject({ open: false, because: 'no' })
    expect(ask([narrowNo, entry(2, { answer: 'yes' })], { passage: 'p2' })).toMatchObject({ open: true })
  })
  test('expired is closed at the moment after, and a later yes opens again', () => {
    const until = entry(1, { conditions: { ...plainConditions, until: '2026-03-01T00:00:00.000Z' } })
    expect(ask([until]).open).toBe(true)
    expect(ask([until], { moment: '2026-03-01T00:00:00.001Z' })).toMatchObject({
      open: false,
      because: 'expired',
      opensBySignOff: false,
    })
    expect(ask([until, entry(2, {})], { moment: '2026-04-01T00:00:00.000Z' }).open).toBe(true)
  })
  test('used up is closed', () => {
    const twice = entry(1, { conditions: { ...plainConditions, times: 2 } })
    expect(ask([twice], {}, new Map([['e1', 1]])).open).toBe(true)
    expect(ask([twice], {}, new Map([['e1', 2]]))).toMatchObject({ open: false, because: 'usedUp' })
  })
  test('not yet and ask me each time are closed, and open by her sign-off', () => {
    for (const answer of ['notYet', 'askEachTime'] as const) {
      expect(ask([entry(1, { answer })])).toMatchObject({ open: false, because: answer, opensBySignOff: true })
    }
  })
  test('a withdrawal of the whole closes an older yes for a passage, and leaves an older no', () => {
    const yes = entry(1, { scope: { kind: 'passages', passages: ['p1'] } })
    const back = entry(2, { answer: 'withdrawn' })
    expect(ask([yes, back])).toMatchObject({ open: false, because: 'withdrawn' })
    const no = entry(1, { scope: { kind: 'passages', passages: ['p1'] }, answer: 'no' })
    expect(ask([no, back, entry(3, {})])).toMatchObject({ open: false, because: 'no' })
  })
  test('court opens only for a recipient that she names', () => {
    expect(ask([entry(1, { use: 'court' })], { use: 'court' })).toMatchObject({
      open: false,
      because: 'otherRecipient',
    })
    expect(
      ask([entry(1, { use: 'court', conditions: { ...plainConditions, recipients: ['r1'] } })], { use: 'court' }).open,
    ).toBe(true)
  })
  const inSection = (passages: string[]) => ({ kind: 'section', section: 's', heading: 'Family', passages }) as const
  test('passages are narrower than a section, a section is narrower than the whole', () => {
    const section = entry(2, { scope: inSection(['p1', 'p2']), answer: 'no' })
    expect(ask([entry(1, {}), section])).toMatchObject({ because: 'no', entry: 'e2' })
    expect(ask([entry(1, {}), section], { passage: 'p3' }).open).toBe(true)
    const passage = entry(3, { scope: { kind: 'passages', passages: ['p1'] } })
    expect(ask([entry(1, {}), section, passage]).open).toBe(true)
    expect(ask([entry(1, {}), section, passage, entry(4, { scope: inSection(['p1']), answer: 'no' })]).open).toBe(true)
  })
  test('a withdrawal of a section closes an older yes for a passage within it, and no other', () => {
    const yes = entry(1, { scope: { kind: 'passages', passages: ['p1', 'p2'] } })
    const back = entry(2, { scope: inSection(['p1']), answer: 'withdrawn' })
    expect(ask([yes, back])).toMatchObject({ because: 'withdrawn' })
    expect(ask([yes, back], { passage: 'p2' }).open).toBe(true)
  })
  test('what was limited for a passage is no wider after the whole was withdrawn and allowed again', () => {
    const named = entry(1, {
      scope: { kind: 'passages', passages: ['p1'] },
      conditions: { ...plainConditions, recipients: ['r2'] },
    })
    const again = [named, entry(2, { answer: 'withdrawn' }), entry(3, {})]
    expect(ask(again)).toMatchObject({ because: 'otherRecipient' })
    expect(ask(again, { recipient: 'r2' })).toMatchObject({ open: true, entry: 'e3' })
  })
  test('expired, used up or its event come: ask, which is closed', () => {
    const waits = entry(1, { conditions: { ...plainConditions, untilEvent: 'My sister has her papers' } })
    const came: AnswerEntry = {
      ...waits,
      sequence: 2,
      id: 'e2',
      body: { kind: 'eventCame', testimony: 't', entry: 'e1' },
    }
    expect(ask([waits]).open).toBe(true)
    expect(ask([waits, came])).toMatchObject({ because: 'eventCame', entry: 'e1', opensBySignOff: false })
    // Renewal is a new entry.
    expect(ask([waits, came, entry(3, { renews: 'e1' })])).toMatchObject({ open: true, entry: 'e3' })
  })
  test('a date without a fraction of a second is the same moment', () => {
    const until = entry(1, { conditions: { ...plainConditions, until: '2026-03-01T00:00:00Z' } })
    expect(ask([until]).open).toBe(true)
    expect(ask([until], { moment: '2026-03-01T00:00:00.001Z' }).open).toBe(false)
  })
})
