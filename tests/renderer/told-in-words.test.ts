// What she says is read back whole before it is kept: every condition is in it, in both languages.
import { expect, test } from 'vitest'
import { sentencesOf, type Told } from '../../renderer/features/consent/conversation/told-in-words.ts'
import { makeSay } from '../../renderer/words/make-say.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const [en, es] = [makeSay('en'), makeSay('es')]
const told: Told = {
  use: 'court',
  answer: 'yes',
  scope: { kind: 'section', section: 'section1', heading: 'The winter', passages: ['passage01'] },
  conditions: {
    recipients: ['recipient1'],
    nameAs: 'Marisol',
    voice: 'text',
    until: '2028-03-03T12:00:00.000Z',
    untilEvent: 'The trial is over',
    times: 2,
    noCutting: true,
  },
  teachBack: { said: 'A judge may read it.' },
  reviewAt: '2027-03-03T12:00:00.000Z',
  evidence: { kind: 'interpreter', note: 'Lucía' },
}
const named = [{ id: 'recipient1', name: 'Labour court', language: 'en' }]
const said = (say: typeof en, more: Partial<Told> = {}): string =>
  sentencesOf(say, (use) => (use === 'court' ? 'Court' : use), named, { ...told, ...more }).join(' ')

test('everything that limits a yes is read back', () => {
  expect(said(en)).toBe(
    'Court: you say yes. It is about the part “The winter”. Only Labour court may get it. Only the text, no voice. Your name is given as “Marisol”. It ends on 3 March 2028. It ends when this comes: “The trial is over”. It holds 2 times. All of it or nothing: no cutting. You will be asked again on 3 March 2027. In your own words: “A judge may read it.” How it is known: through an interpreter (Lucía).',
  )
  const spanish = said(es)
  for (const part of [
    'Labour court',
    'Marisol',
    '3 de marzo de 2028',
    'The trial is over',
    '2 veces',
    'sin cortes',
    'Lucía',
  ])
    expect(spanish).toContain(part)
})

test('no end, nobody named and nothing said back are said too', () => {
  const none = { ...plainConditions, recipients: [] }
  const bare = said(en, { conditions: none, teachBack: null, reviewAt: null, evidence: null })
  expect(bare).toContain('You have named nobody yet, so nobody gets it.')
  expect(bare).toContain('It has no end.')
  expect(bare).toContain('You did not say it in your own words.')
  expect(said(en, { use: 'website', conditions: none })).toContain('anybody within this use')
})

test('a no, a not yet and taking back have no conditions', () => {
  for (const answer of ['no', 'notYet', 'withdrawn'] as const) {
    const words = said(en, { answer, scope: { kind: 'testimony' }, reviewAt: null, evidence: null })
    expect(words).toMatch(/^Court: you [^.]*\. It is about your whole story\.$/)
  }
})

test('a clip and files that show it are named', () => {
  const words = said(en, {
    evidence: {
      kind: 'spokenClip',
      note: '',
      clip: { recording: 'recording1', startMs: 61_000, endMs: 75_000 },
      files: [{ id: 'evidence1', sha256: '0'.repeat(64) }],
    },
  })
  expect(words).toContain(
    'your own spoken words. It can be heard in your recording, from 1:01 to 1:15. One file is kept with it.',
  )
})

test('words that run the other way are held together, so that they turn no sentence round', () => {
  const arabic = said(en, { teachBack: { said: 'قد يقرأها قاض' } })
  expect(arabic).toContain('In your own words: “\u2068قد يقرأها قاض\u2069”')
  expect(said(en)).not.toContain('\u2068')
})
