// What she closed for one passage stays closed when she takes back the whole and later says yes to the whole again.
import { describe, expect, test } from 'vitest'
import { effectiveAnswer } from '../../shared/domain/consent/effective-answer.ts'
import type { Answer, Conditions, ConsentBody, LedgerEntry, Scope } from '../../shared/domain/consent/ledger.ts'
import { entryOf, said } from '../support/gate-ledger.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const whole: Scope = { kind: 'testimony' }
const one: Scope = { kind: 'passages', passages: ['p1'] }
const entries = (...told: [Scope, Answer, Partial<Conditions>?][]) =>
  told.map(([scope, answer, over], at) =>
    entryOf(at + 1, said({ scope, answer, conditions: { ...plainConditions, ...over } })),
  )
const ask = (answered: LedgerEntry<ConsentBody>[], used = new Map<string, number>()) =>
  effectiveAnswer(answered, used, {
    passage: 'p1',
    use: 'readingRoom',
    recipient: 'r1',
    moment: '2026-03-01T00:00:00.000Z',
  })

describe('an answer for one passage, older than a withdrawal of the whole', () => {
  test.each(['no', 'withdrawn', 'notYet', 'askEachTime'] as const)(
    '%s is not opened by a later yes to the whole',
    (answer) => {
      expect(ask(entries([one, answer], [whole, 'withdrawn'], [whole, 'yes']))).toMatchObject({
        open: false,
        because: answer,
      })
    },
  )
  test.each(['notYet', 'askEachTime'] as const)(
    '%s is not openable by a sign-off while the whole is withdrawn',
    (answer) => {
      expect(ask(entries([one, answer], [whole, 'withdrawn']))).toMatchObject({
        because: 'withdrawn',
        opensBySignOff: false,
      })
      expect(ask(entries([one, answer], [whole, 'withdrawn'], [whole, 'no']))).toMatchObject({
        because: 'no',
        opensBySignOff: false,
      })
    },
  )
})

describe('ask me each time', () => {
  test('ends with its date, also for a sign-off', () => {
    const ended = entries([whole, 'askEachTime', { until: '2026-02-01T00:00:00.000Z' }])
    expect(ask(ended)).toMatchObject({ open: false, because: 'expired', opensBySignOff: false })
  })
  test('is used up after as many times as she said', () => {
    const twice = entries([whole, 'askEachTime', { times: 2 }])
    expect(ask(twice, new Map([['e1', 1]]))).toMatchObject({ because: 'askEachTime', opensBySignOff: true })
    expect(ask(twice, new Map([['e1', 2]]))).toMatchObject({ because: 'usedUp', opensBySignOff: false })
  })
})
