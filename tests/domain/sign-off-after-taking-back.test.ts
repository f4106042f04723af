// A sign-off does not outlive a no: what she took back needs her eyes again. And what is not to be shown is no keyword.
import { describe, expect, test } from 'vitest'
import type { Excerpt } from '../../shared/domain/excerpts/excerpt.ts'
import { mayBeNamed, type GateQuestion } from '../../shared/domain/gate/gate.ts'
import { noMarks } from '../../shared/domain/marks/marks.ts'
import { ledger, reviewed, said, signed } from '../support/gate-ledger.ts'
import { plainStory } from '../support/plain-story.ts'
import { excerptOf, labelOn, openQuestion, rangeIn, reasonsOf, takenOutOf } from '../support/gate-question.ts'

const story = plainStory(['Rosa drove us.', 'Rosa drove us.'], {
  name: 'Marisol',
  refusedWords: [{ word: 'victim', instead: '' }],
})
const excerpt = excerptOf()
const ask = (over: Partial<GateQuestion>) => reasonsOf(openQuestion(story, over))

describe('a sign-off from before', () => {
  test.each(['withdrawn', 'no'] as const)('%s and a new yes is spent', (answer) => {
    expect(ask({ ledger: ledger(said({}), reviewed, signed, said({ answer }), said({})) })).toEqual([
      { kind: 'notSignedOff' },
    ])
    expect(ask({ ledger: ledger(said({}), reviewed, said({ answer }), said({}), signed) })).toEqual([])
  })
  test('a withdrawal of a section that the passage came to later is one for it', () => {
    const back = said({
      answer: 'withdrawn',
      scope: { kind: 'section', section: 's', heading: 'Nights', passages: ['p9'] },
    })
    const again = said({ scope: { kind: 'passages', passages: ['p1'] } })
    const beside = { sections: [{ id: 's', passage: 'p1', heading: 'Nights' }], wordsAbout: [] }
    const entries = ledger(said({}), reviewed, signed, back, again)
    expect(ask({ ledger: entries, beside })).toEqual([{ kind: 'notSignedOff' }])
    expect(ask({ ledger: entries })).toEqual([])
  })
  test('a no to another passage or another use still counts', () => {
    const other = said({ answer: 'withdrawn', scope: { kind: 'passages', passages: ['p2'] } })
    expect(ask({ ledger: ledger(said({}), reviewed, signed, other) })).toEqual([])
    expect(ask({ ledger: ledger(said({}), reviewed, signed, said({ answer: 'withdrawn', use: 'press' })) })).toEqual([])
  })
})

test('two sign-offs in a row open one giving, and one after it opens another', () => {
  const twice = ledger(said({}), reviewed, signed, signed)
  expect(ask({ ledger: twice })).toEqual([])
  expect(ask({ ledger: twice, spentSignOffs: new Set(['e4']) })).toEqual([{ kind: 'notSignedOff' }])
  const again = ledger(said({}), reviewed, signed, signed, signed)
  expect(ask({ ledger: again, spentSignOffs: new Set(['e4']) })).toEqual([])
})

const rosa = rangeIn({ id: 'p1', text: 'Rosa drove us.' }, 0, 4)
test.each(['notMine', 'doNotShow', 'none'] as const)('a label that is %s is no keyword', (stance) => {
  const labels = [labelOn([{ ...rosa, passage: 'p2' }], { assertedBy: 'police', stance })]
  const keyworded = { ...excerpt, framing: { ...excerpt.framing, keywords: ['Trafficking'] } }
  expect(ask({ excerpt: keyworded, marks: { ...noMarks, labels, redactions: [] } })).toEqual([
    { kind: 'refusedWord', part: 'keyword', word: 'trafficking', instead: '' },
  ])
})

test('a folder is named neither by what was taken out nor by a word that she refuses', () => {
  const named = (name: string, use: Excerpt['use'] = 'readingRoom') =>
    mayBeNamed(name, {
      excerpt: { ...excerpt, use },
      story,
      marks: { ...noMarks, labels: [], redactions: [takenOutOf([rosa])] },
    })
  expect(named('For the hall')).toBe(true)
  expect(named('ROSA, nights')).toBe(false)
  expect(named('rosa_nights')).toBe(false)
  expect(named('Two victims')).toBe(false)
  expect(named('Rosa', 'listenHere')).toBe(true)
})
