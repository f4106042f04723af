// What an event or two long sentences make of a yes that is brought home.
import { expect, test } from 'vitest'
import type { ConsentBody, EventBody, LedgerEntry } from '../../shared/domain/consent/ledger.ts'
import { narrowest } from '../../shared/domain/consent/narrowest.ts'
import { toSayAgain } from '../../shared/domain/take-home/consent.ts'
import { said } from '../support/gate-ledger.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const taken = '2026-01-10T00:00:00.000Z'
const entry = <B extends ConsentBody | EventBody>(id: string, at: string, body: B): LedgerEntry<B> => ({
  sequence: 1,
  id,
  narrator: 'n',
  certainty: 'attested',
  by: 'Ana',
  evidence: { kind: 'inPerson', note: '' },
  at,
  body,
  previous: '',
  hash: '',
})
const untilTrial = { ...plainConditions, untilEvent: 'The trial is over' }
const yes = entry('yes', '2026-01-01T00:00:00.000Z', said({ conditions: untilTrial }))
const came = (at: string) => entry('came', at, { kind: 'eventCame', testimony: 't', entry: 'yes' } as const)
const again = (here: LedgerEntry<ConsentBody | EventBody>[], brought: LedgerEntry<ConsentBody>) =>
  toSayAgain(here, ({ at }) => at >= taken, [brought], ['p1', 'p2'], '2026-02-01T00:00:00.000Z', new Map()).map(
    ({ body: { answer, scope } }) => [answer, scope.kind],
  )

test('a yes from her copy does not open again what an event has closed at home since the copy was taken', () => {
  const copy = entry('copy', '2026-01-20T00:00:00.000Z', said({ conditions: { ...untilTrial, nameAs: 'Luz' } }))
  expect(again([yes, came('2026-01-15T00:00:00.000Z')], copy)).toEqual([['askEachTime', 'testimony']])
  const narrow = { ...copy, body: { ...copy.body, scope: { kind: 'passages', passages: ['p2'] } as const } }
  expect(again([yes, came('2026-01-15T00:00:00.000Z')], narrow)).toEqual([['askEachTime', 'passages']])
  // She knew of one that came before.
  expect(again([yes, came('2026-01-05T00:00:00.000Z')], copy)).toEqual([])
  expect(again([yes], copy)).toEqual([])
})

test('two events that are too long to be said together are no conditions of one yes', () => {
  const [one, other] = ['a', 'b'].map((letter) => ({ ...plainConditions, untilEvent: letter.repeat(1_999) }))
  if (one === undefined || other === undefined) throw new Error('two')
  expect(
    narrowest({ ...plainConditions, untilEvent: 'a' }, { ...plainConditions, untilEvent: 'b' }, false)?.untilEvent,
  ).toBe('a; b')
  expect(narrowest(one, one, false)?.untilEvent).toBe(one.untilEvent)
  expect(narrowest(one, other, false)).toBeNull()
})
