// The answer in effect, against a second, slow and obvious reading of the rules.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveAnswer } from '../../shared/domain/effective-answer.ts'
import { answers, type Conditions, type ConsentBody, type LedgerEntry } from '../../shared/domain/ledger.ts'
import { startingUseNames, useOf, type UseName } from '../../shared/domain/uses.ts'

type Consent = LedgerEntry<ConsentBody>

const plain: Conditions = { recipients: [], nameAs: null, voice: 'own', until: null, times: null, noCutting: false }

function entry(sequence: number, body: Partial<ConsentBody>): Consent {
  return {
    sequence,
    id: `e${sequence}`,
    narrator: 'n',
    certainty: 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: '' },
    at: '2026-01-01T00:00:00.000Z',
    previous: '',
    hash: '',
    body: {
      kind: 'consent',
      testimony: 't',
      scope: { kind: 'testimony' },
      use: 'readingRoom',
      answer: 'yes',
      conditions: plain,
      cardLanguage: 'en',
      cardVersion: 1,
      ...body,
    },
  }
}

/** Rule by rule, looking at everything each time. */
function slowly(
  entries: readonly Consent[],
  used: ReadonlyMap<string, number>,
  passage: string,
  use: UseName,
  recipient: string,
  moment: string,
): boolean {
  const about = entries.filter(({ body }) => body.use === use)
  const narrow = about.filter(({ body }) => body.scope.kind === 'passages' && body.scope.passages.includes(passage))
  const whole = about.filter(({ body }) => body.scope.kind === 'testimony')
  const lastNarrow = narrow.at(-1)
  const lastWhole = whole.at(-1)
  // A later withdrawal of the whole closes an older narrower yes; the whole then decides. What was closed stays closed.
  const wholeTakenBackSince =
    lastNarrow !== undefined &&
    whole.some(({ body, sequence }) => body.answer === 'withdrawn' && sequence > lastNarrow.sequence)
  const deciding =
    lastNarrow === undefined
      ? lastWhole
      : wholeTakenBackSince && lastNarrow.body.answer === 'yes'
        ? lastWhole
        : lastNarrow
  if (deciding === undefined) return false
  const { answer, conditions } = deciding.body
  if (answer !== 'yes') return false
  if (conditions.until !== null && conditions.until < moment) return false
  if (conditions.times !== null && conditions.times <= (used.get(deciding.id) ?? 0)) return false
  if (conditions.recipients.length > 0) return conditions.recipients.includes(recipient)
  return !useOf(use).namedRecipientOnly
}

const moments = ['2026-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']
const anyConditions: fc.Arbitrary<Conditions> = fc.record({
  recipients: fc.subarray(['r1', 'r2']),
  nameAs: fc.constant(null),
  voice: fc.constant('own' as const),
  until: fc.option(fc.constantFrom(...moments), { nil: null }),
  times: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  noCutting: fc.boolean(),
})
const anyBody = fc.record({
  scope: fc.oneof(
    fc.constant({ kind: 'testimony' as const }),
    fc.subarray(['p1', 'p2', 'p3'], { minLength: 1 }).map((passages) => ({ kind: 'passages' as const, passages })),
  ),
  use: fc.constantFrom<UseName>('readingRoom', 'press', 'court'),
  answer: fc.constantFrom(...answers),
  conditions: anyConditions,
})

describe('the answer in effect', () => {
  test('agrees with the slow reading on 20,000 random ledgers', () => {
    let opened = 0
    fc.assert(
      fc.property(
        fc.array(anyBody, { maxLength: 8 }),
        fc.dictionary(fc.constantFrom('e1', 'e2', 'e3'), fc.integer({ min: 0, max: 3 })),
        fc.constantFrom('p1', 'p2', 'p9'),
        fc.constantFrom<UseName>('readingRoom', 'press', 'court'),
        fc.constantFrom('r1', 'r2', 'r3'),
        fc.constantFrom(...moments),
        (bodies, uses_, passage, use, recipient, moment) => {
          const entries = bodies.map((body, at) => entry(at + 1, body))
          const used = new Map(Object.entries(uses_))
          const { open } = effectiveAnswer(entries, used, { passage, use, recipient, moment })
          if (open) opened += 1
          return open === slowly(entries, used, passage, use, recipient, moment)
        },
      ),
      { numRuns: 20_000 },
    )
    expect(opened).toBeGreaterThan(500)
  })

  const ask = (
    entries: Consent[],
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
    const until = entry(1, { conditions: { ...plain, until: '2026-03-01T00:00:00.000Z' } })
    expect(ask([until]).open).toBe(true)
    expect(ask([until], { moment: '2026-03-01T00:00:00.001Z' })).toMatchObject({
      open: false,
      because: 'expired',
      opensBySignOff: false,
    })
    expect(ask([until, entry(2, {})], { moment: '2026-04-01T00:00:00.000Z' }).open).toBe(true)
  })
  test('used up is closed', () => {
    const twice = entry(1, { conditions: { ...plain, times: 2 } })
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
    expect(ask([entry(1, { use: 'court', conditions: { ...plain, recipients: ['r1'] } })], { use: 'court' }).open).toBe(
      true,
    )
  })
})
