// An answer in the list says every condition of hers in words, in both languages, and what is still to be said of it.
import { describe, expect, test } from 'vitest'
import { answerInWords } from '../../renderer/features/consent/answer-in-words.ts'
import { conditionsInWords } from '../../renderer/features/consent/conditions-in-words.ts'
import { noConditions, noLimits, type Entry, type InEffect } from '../../renderer/features/consent/consent-shapes.ts'
import { makeSay } from '../../renderer/words/make-say.ts'

const [en, es] = [makeSay('en'), makeSay('es')]
const until = '2027-03-03T12:00:00.000Z'
const hall = { id: 'hall', name: 'Union hall', language: 'en' }

function entry(answer: Entry['answer'], conditions: Partial<typeof noConditions>): Entry {
  return {
    id: 'e',
    at: '2026-01-01T00:00:00.000Z',
    certainty: 'attested',
    by: 'Ana',
    evidence: { kind: 'inPerson', note: 'n' },
    kind: 'consent',
    use: 'readingRoom',
    answer,
    scope: { kind: 'testimony' },
    conditions: { ...noConditions, ...conditions },
    cardLanguage: 'en',
    cardVersion: 1,
    teachBack: null,
    reviewAt: null,
    renews: null,
    signature: 'none',
  }
}
const effect = (open: boolean, because: InEffect['because'], ends: string | null = null): InEffect => ({
  use: 'readingRoom',
  open,
  because,
  until: ends,
})
const said = (say: typeof en, one: InEffect, of: Entry) => answerInWords(say, one, of, [hall]).words

describe('an answer with conditions', () => {
  test('says each of them', () => {
    expect(said(en, effect(true, null), entry('yes', {}))).toBe('yes')
    expect(said(en, effect(true, null), entry('yes', { times: 1 }))).toBe('yes: once')
    expect(said(en, effect(true, null, until), entry('yes', { until, times: 1, voice: 'text' }))).toBe(
      'yes until 3 March 2027: once and text only',
    )
    expect(said(en, effect(false, 'otherRecipient'), entry('yes', { recipients: ['hall'], noCutting: true }))).toBe(
      'yes, for Union hall only: no cutting',
    )
    expect(said(en, effect(false, 'askEachTime'), entry('askEachTime', { voice: 'text' }))).toBe(
      'ask me each time: text only',
    )
    expect(said(es, effect(true, null), entry('yes', { times: 2, nameAs: 'M.' }))).toBe(
      'sí: 2 veces y su nombre como «M.»',
    )
  })

  test('says none where she closed it, or where it is over', () => {
    expect(said(en, effect(false, 'withdrawn'), entry('withdrawn', { voice: 'text' }))).toBe('taken back')
    expect(said(en, effect(false, 'usedUp'), entry('yes', { times: 1 }))).toBe('her yes has been used up: ask her')
  })
})

test('an end that is wanted and not said yet is never called no end', () => {
  const now = conditionsInWords(en, noConditions, { until: true, event: false, times: true }, [], false)
  expect(now).toContain('until a day that is still to be chosen')
  expect(now).toContain('a number of times that is still to be said')
  expect(now).not.toContain('no end')
  expect(conditionsInWords(en, noConditions, noLimits, [], false)).toContain('no end')
})
