// The gate's reasons on the screen: each said in words, with its one next step; her answers told apart in words.
import { describe, expect, test } from 'vitest'
import { answerInWords } from '../../renderer/features/consent/answer-in-words.ts'
import { answersOf } from '../../renderer/features/consent/answers-of.ts'
import type { Entry, Standing } from '../../renderer/features/consent/consent-shapes.ts'
import type { Reason } from '../../renderer/features/excerpts/excerpt-shapes.ts'
import { canBeMade, onlyHerYesIsMissing } from '../../renderer/features/excerpts/gate-steps.ts'
import { firstWords } from '../../renderer/features/excerpts/passage-place.ts'
import { reasonsInWords } from '../../renderer/features/excerpts/reasons-in-words.ts'
import { makeSay } from '../../renderer/words/make-say.ts'
import { languageCodes } from '../../renderer/words/index.ts'
import { closedBecause } from '../../shared/domain/consent/effective-answer.ts'
import { framingParts } from '../../shared/domain/gate/reasons.ts'

const say = makeSay('en')
const about = { useName: 'Press', recipientName: 'The hall' } as const
const parts = framingParts
const everyReason: Reason[] = [
  { kind: 'nothingChosen' },
  { kind: 'titleMissing' },
  { kind: 'wholeOnly', passage: 'p1' },
  { kind: 'voiceNotAllowed', passage: 'p1' },
  ...closedBecause.map((because): Reason => ({ kind: 'notAllowed', passage: 'p1', because })),
  { kind: 'labelWithoutStance', passage: 'p1', label: 'l', words: 'debt' },
  { kind: 'redactionUnresolved', passage: 'p1', redaction: 'r' },
  { kind: 'soundTimeMissing', passage: 'p1', redaction: 'r' },
  { kind: 'takenOutElsewhere', passage: 'p1', redaction: 'r', words: 'Ivan' },
  ...parts.map((part): Reason => ({ kind: 'takenOutInFraming', part, words: 'Ivan' })),
  ...parts.map((part): Reason => ({ kind: 'herName', part })),
  ...parts.map((part): Reason => ({ kind: 'refusedWord', part, word: 'girl', instead: 'woman' })),
  { kind: 'signatureTells', words: 'Ivan' },
  { kind: 'tieBroken', passage: 'p1', tie: 't', reason: '' },
  { kind: 'alone', passage: 'p1', tie: 't', reason: '' },
  { kind: 'asTitle', passage: 'p1', tie: 't', reason: '', part: 'title' },
  { kind: 'asTitle', passage: 'p1', tie: 't', reason: '', part: 'keyword' },
  { kind: 'asTitle', passage: 'p1', tie: 't', reason: '', part: 'caption' },
  { kind: 'asTitle', passage: 'p1', tie: 't', reason: '', part: 'about' },
  { kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'no' },
  { kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'disagrees' },
  { kind: 'belowHerLine', share: 12, threshold: 40 },
  { kind: 'sealed', passage: 'p1' },
  { kind: 'notReviewed' },
  { kind: 'coolingOff', until: '2026-11-29T10:00:00.000Z' },
  { kind: 'keyForgotten', at: '2026-11-22T10:00:00.000Z', until: '2026-11-29T10:00:00.000Z' },
  { kind: 'notPrepared' },
  { kind: 'notSignedOff' },
  { kind: 'changedSinceSignOff' },
]

describe('the reasons', () => {
  test.each(languageCodes)('each has words of its own in %s, and a next step', (code) => {
    const inWords = everyReason.map((reason) => reasonsInWords(makeSay(code), [reason], about)[0])
    expect(new Set(inWords.map((one) => one?.words)).size).toBe(everyReason.length)
    expect(inWords.every((one) => one?.next !== null)).toBe(true)
  })

  test('a refused word is quoted as it stands there', () => {
    const refused = { kind: 'refusedWord', part: 'title', word: 'rescue', instead: '' } as const
    expect(reasonsInWords(say, [refused], about)[0]?.words).toContain('“rescue”')
    expect(reasonsInWords(say, [{ ...refused, stands: 'rescued' }], about)[0]?.words).toContain('“rescued”')
  })

  test('what is resolved beside the story leads to the sheet of it where it is', () => {
    const stepOf = (reason: Reason) => reasonsInWords(say, [reason], about)[0]?.next?.step
    expect(stepOf({ kind: 'unseenWordsAbout', wordsAbout: 'w1', passage: null, seen: 'no' })).toEqual({
      kind: 'story',
      passage: null,
      beside: 'about',
    })
    expect(stepOf({ kind: 'refusedWord', part: 'about', word: 'girl', instead: '' })).toMatchObject({ beside: 'about' })
    expect(stepOf({ kind: 'labelWithoutStance', passage: 'p1', label: 'l', words: 'debt' })).toMatchObject({
      passage: 'p1',
      beside: 'labels',
    })
    expect(stepOf({ kind: 'soundTimeMissing', passage: 'p1', redaction: 'r' })).toMatchObject({
      passage: 'p1',
      beside: 'takenOut',
    })
  })

  test('what is tied to the chosen passages is chosen by its own next step', () => {
    const reasons: Reason[] = ['p2', 'p3'].map((passage) => ({ kind: 'tieBroken', passage, tie: 't', reason: '' }))
    const [one] = reasonsInWords(say, reasons, about)
    expect(one?.next?.step).toEqual({ kind: 'chooseAlso', passages: ['p2', 'p3'] })
  })

  test('the same reason for several passages is one sentence naming them all', () => {
    const reasons: Reason[] = ['p1', 'p2', 'p3'].map((passage) => ({ kind: 'notAllowed', passage, because: 'noEntry' }))
    const [one, ...more] = reasonsInWords(
      say,
      [...reasons, { kind: 'notAllowed', passage: 'p4', because: 'no' }],
      about,
    )
    expect(one?.passages).toEqual(['p1', 'p2', 'p3'])
    expect(one?.next?.step).toEqual({ kind: 'card', passages: ['p1', 'p2', 'p3'] })
    expect(more).toHaveLength(1)
  })

  test('files that cannot be made yet offer no button to make them', () => {
    const reasons: Reason[] = [{ kind: 'titleMissing' }, { kind: 'notPrepared' }]
    expect(canBeMade(reasons)).toBe(false)
    expect(reasonsInWords(say, reasons, about).at(-1)?.next).toBeNull()
  })

  test('her yes can be written down only when nothing but it is wanting', () => {
    expect(
      onlyHerYesIsMissing([{ kind: 'notSignedOff' }, { kind: 'notAllowed', passage: 'p', because: 'askEachTime' }]),
    ).toBe(true)
    expect(
      onlyHerYesIsMissing([{ kind: 'notSignedOff' }, { kind: 'notAllowed', passage: 'p', because: 'withdrawn' }]),
    ).toBe(false)
    expect(onlyHerYesIsMissing([{ kind: 'notSignedOff' }, { kind: 'notReviewed' }])).toBe(false)
  })

  test('first words end at a word, and never inside a letter', () => {
    expect(firstWords('short')).toBe('short')
    expect(firstWords('The winter was hard but I had the keys to the laundry')).toBe(
      'The winter was hard but I had the keys to…',
    )
    const family = '👩‍👩‍👧‍👦'
    expect(firstWords(family.repeat(9)).replaceAll(family, '')).toBe('…')
  })
})

describe('her answers', () => {
  const recipients = [{ id: 'hall', name: 'The hall', language: 'en' }]
  const yesFor = (named: string[], scope: Entry['scope']): Entry => ({
    id: 'e1',
    at: '2026-11-22T10:00:00.000Z',
    certainty: 'attested',
    signature: 'none',
    by: 'M',
    evidence: { kind: 'inPerson', note: 'x' },
    kind: 'consent',
    use: 'press',
    answer: 'yes',
    scope,
    cardLanguage: 'en',
    cardVersion: 1,
    teachBack: null,
    reviewAt: null,
    renews: null,
    conditions: { recipients: named, nameAs: null, voice: 'own', until: null, times: null, noCutting: false },
  })

  test('each closed answer has other words and is no open shape', () => {
    const said = closedBecause.map((because) =>
      answerInWords(say, { open: false, because, until: null }, undefined, recipients),
    )
    expect(new Set(said.map(({ words }) => words)).size).toBe(closedBecause.length)
    expect(said.some(({ shape }) => shape === 'open' || shape === 'openUntil')).toBe(false)
  })

  test('a yes for one recipient never reads as a yes for everybody', () => {
    const entry = yesFor(['hall'], { kind: 'testimony' })
    expect(answerInWords(say, { open: true, because: null, until: null }, entry, recipients).words).toBe(
      'yes, for The hall only',
    )
  })

  test('chosen passages are counted by their answer, and what differs elsewhere is said', () => {
    const standing: Standing = {
      entries: [yesFor([], { kind: 'passages', passages: ['p1', 'p2'] })],
      wholeStory: [{ use: 'press', open: false, because: 'noEntry', until: null }],
      passages: ['p1', 'p2'].map((passage) => ({
        passage,
        use: 'press' as const,
        open: true,
        because: null,
        until: null,
      })),
      reviewedAt: null,
      coolingOffUntil: null,
      herLine: { threshold: null, toReader: false },
      keysForgotten: [],
      papersUsed: [],
    }
    const { whole, chosen, differing } = answersOf(say, standing, recipients, 'press', ['p1', 'p3'])
    expect(whole.words).toBe('nothing said yet: closed')
    expect(chosen.map(({ words, count }) => [words, count])).toEqual([
      ['yes', 1],
      ['nothing said yet: closed', 1],
    ])
    expect(differing.map(({ count }) => count)).toEqual([2])
  })
})
