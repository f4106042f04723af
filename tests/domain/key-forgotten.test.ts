// Her key done away with and its passphrase not typed: for seven days nobody says yes for her, and nothing comes back.
import { describe, expect, test } from 'vitest'
import type { GateQuestion } from '../../shared/domain/gate/gate.ts'
import { herLine } from '../../shared/domain/mirror/her-line.ts'
import { countingAfter, forgottenKey, keyForgottenMs, type KeyEnd } from '../../shared/domain/consent/key-ends.ts'
import type { LedgerBody, LedgerEntry, MirrorBody } from '../../shared/domain/consent/ledger.ts'
import { afterCooling, contentHash, ledger, reviewed, reviewedAt, said, signed } from '../support/gate-ledger.ts'
import { openQuestion, reasonsOf } from '../support/gate-question.ts'
import { plainStory } from '../support/plain-story.ts'

const day = 24 * 60 * 60 * 1000
const later = (from: string, ms: number) => new Date(Date.parse(from) + ms).toISOString()
const endedAt = afterCooling
const until = later(endedAt, keyForgottenMs)
const forgotten: KeyEnd = { at: endedAt, after: 2, opened: false }
const waived: LedgerBody = { kind: 'coolingOffWaived', testimony: 't' }
const mirror = (threshold: number | null, toReader: boolean): MirrorBody => ({
  kind: 'mirror',
  testimony: 't',
  threshold,
  toReader,
})

const story = plainStory(['We made a list.'])

/** Said at `at`, whichever it is of `bodies`: those after the first two are said after her key ended. */
function decided(at: string, ...bodies: readonly LedgerBody[]): LedgerEntry[] {
  return ledger(said(), reviewed, ...bodies).map((entry) => (entry.sequence > 2 ? { ...entry, at } : entry))
}

const reasons = (over: Partial<GateQuestion>) =>
  reasonsOf(openQuestion(story, { ledger: decided(endedAt, signed), moment: endedAt, keyEnds: [forgotten], ...over }))
const waiting = { kind: 'keyForgotten', at: endedAt, until }

describe('her passphrase was done away with and not typed', () => {
  test('for seven days no yes counts, and the gate says until when', () => {
    expect(reasons({ keyEnds: [] })).toEqual([])
    expect(reasons({})).toEqual([waiting, { kind: 'notSignedOff' }])
    expect(reasons({ moment: later(until, -1) })).toEqual([waiting, { kind: 'notSignedOff' }])
  })
  test('a yes said in those days is none afterwards; one said after them is', () => {
    expect(reasons({ moment: until })).toEqual([{ kind: 'notSignedOff' }])
    expect(reasons({ moment: until, ledger: decided(until, signed) })).toEqual([])
    expect(reasons({ ledger: decided(until, signed) })).toEqual([waiting, { kind: 'notSignedOff' }])
  })
  test('a key that is younger than that does not shorten it', () => {
    const byNewKey = decided(later(endedAt, day), signed).map((entry): LedgerEntry =>
      entry.body.kind === 'signOff' ? { ...entry, certainty: 'signed' } : entry,
    )
    const withAfter = byNewKey.map((entry) =>
      entry.body.kind === 'signOff' ? { ...entry, body: { ...entry.body, after: entry.previous } } : entry,
    )
    const at = { ledger: withAfter, signsHerself: true }
    expect(reasons({ ...at, keyEnds: [] })).toEqual([])
    expect(reasons({ ...at, moment: later(endedAt, day) })).toEqual([waiting, { kind: 'notSignedOff' }])
    expect(reasons({ ...at, moment: until })).toEqual([{ kind: 'notSignedOff' }])
  })
  test('where its passphrase was typed nothing waits', () => {
    expect(reasons({ keyEnds: [{ ...forgotten, opened: true }] })).toEqual([])
  })
  test('a yes attested before her key ended does not come back, in whichever way it ended', () => {
    for (const opened of [true, false])
      expect(reasons({ keyEnds: [{ at: reviewedAt, after: 3, opened }], moment: until })).toEqual([
        { kind: 'notSignedOff' },
      ])
  })
  test('a yes that her own key signed before stays one', () => {
    const hers = decided(endedAt, signed).map((entry): LedgerEntry =>
      entry.body.kind === 'signOff'
        ? { ...entry, certainty: 'signed', body: { ...entry.body, after: entry.previous } }
        : entry,
    )
    expect(reasons({ ledger: hers, keyEnds: [{ ...forgotten, after: 3 }] })).toEqual([])
  })
  test('a no always counts', () => {
    const no: LedgerBody = { kind: 'signOffRefused', testimony: 't', excerpt: 'x', contentHash, why: '' }
    expect(reasons({ ledger: decided(endedAt, no) })).toContainEqual({ kind: 'refusedByHer', at: endedAt, why: '' })
    expect(reasons({ ledger: decided(endedAt, said({ answer: 'no' })) })).toContainEqual({
      kind: 'notAllowed',
      passage: 'p1',
      because: 'no',
    })
  })
  test('the cooling-off is not done without, and her line is not loosened, and it may be tightened', () => {
    const early: KeyEnd = { ...forgotten, at: reviewedAt }
    const asked = { keyEnds: [early], moment: later(reviewedAt, day) }
    expect(reasons({ ...asked, ledger: ledger(said(), reviewed, waived) })).toContainEqual({
      kind: 'coolingOff',
      until: afterCooling,
    })
    const lineAfter = (...bodies: readonly LedgerBody[]) =>
      herLine(countingAfter(decided(endedAt, ...bodies), [{ ...forgotten, after: 3 }]))
    expect(lineAfter(mirror(50, false), mirror(null, true))).toEqual({ threshold: 50, toReader: false })
    expect(lineAfter(mirror(50, true), mirror(80, false))).toEqual({ threshold: 80, toReader: false })
    expect(lineAfter(mirror(50, false), mirror(80, true), mirror(20, false))).toEqual({
      threshold: 80,
      toReader: false,
    })
  })
  test('of several keys the one that waits longest is said', () => {
    const second = { ...forgotten, at: later(endedAt, day) }
    expect(forgottenKey([second, forgotten], endedAt)?.until).toBe(later(until, day))
    expect(forgottenKey([forgotten, { ...second, opened: true }], later(until, 0))).toBeNull()
  })
})
