// A use that the archive added is named on what leaves, so its name is asked about like every word around her story.
import { expect, test } from 'vitest'
import { gate } from '../../shared/domain/gate/gate.ts'
import { noMarks, type Redaction } from '../../shared/domain/marks/marks.ts'
import { pageWordsFor, termsOf, useWordsOf } from '../../electron/archive/exporters/reading-room/page-words.ts'
import type { UseName } from '../../shared/domain/consent/uses.ts'
import { ledger, reviewed, said, signed } from '../support/gate-ledger.ts'
import { excerpt, over, question } from './told-story.ts'

const use: UseName = 'own-readers-any-0123456789'
const named = (name: string) =>
  question({
    excerpt: { ...excerpt, use, ownUse: { name } },
    ledger: ledger(said({ use }), reviewed, { ...signed, use }),
  })
const reasonsOf = (name: string, redactions: readonly Redaction[] = []) => {
  const answer = gate({ ...named(name), marks: { ...noMarks, redactions } })
  return answer.open ? [] : answer.reasons
}

test('the name of a use of the archive’s own holds no word that she refuses', () => {
  expect(reasonsOf('Radio of the quarter')).toEqual([])
  expect(reasonsOf('Victims’ radio')).toEqual([
    { kind: 'refusedWord', part: 'use', word: 'victim', instead: 'worker', stands: 'Victims' },
  ])
})

test('it holds neither the name that the archive works with nor words that are taken out', () => {
  expect(reasonsOf('Radio Marisol')).toEqual([{ kind: 'herName', part: 'use' }])
  const takenOut: Redaction = {
    id: 'r',
    thing: 'place',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
    author: 'Ana',
    ranges: [{ ...over('p2'), start: 14, end: 21, quote: 'kitchen' }],
  }
  expect(reasonsOf('Kitchen talk', [takenOut])).toContainEqual({
    kind: 'takenOutInFraming',
    part: 'use',
    words: 'kitchen',
  })
})

test('its terms speak to whoever gets it, and not to her', () => {
  for (const language of ['en', 'es']) {
    const words = pageWordsFor(language)
    const [first] = termsOf(words, use, useWordsOf(words, use, { name: 'Radio' }), 'Barrio')
    expect(first).toContain('Barrio')
    expect(first).toContain('Radio')
    expect(first).not.toMatch(/your|tus?\b/iu)
  }
})
