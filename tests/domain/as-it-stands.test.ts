// A refused word is quoted as it stands there, and what she says instead is put only where it fits as it is.
import { expect, test } from 'vitest'
import { isSameForm, otherForm, refusedAsTheyStand } from '../../shared/domain/words/as-it-stands.ts'
import { findRefused } from '../../shared/domain/words/refused-words.ts'

/** The refused word, what is written, how it is quoted (null: as she gave it), whether her word fits. */
const rows: readonly (readonly [string, string, string | null, boolean])[] = [
  ['rescue', 'The rescue of six workers', null, true],
  ['rescue', 'RESCUE', null, true],
  ['rescue', 'Six workers, rescued', 'rescued', false],
  ['rescue', 'They are rescuing her', 'rescuing', false],
  ['victim', 'The victims speak', 'victims', false],
  ['sex worker', 'A sex-worker speaks', 'sex-worker', true],
  ['sex worker', 'Sex workers speak', 'Sex workers', false],
  ['víctima', 'La victima habla de la casa', 'victima', true],
  ['víctima', 'Las víctimas hablan de la casa', 'víctimas', false],
  ['rescate', 'Yo la rescaté de la casa', 'rescaté', false],
]

test.each(rows)('%s: %s', (word, text, stands, fits) => {
  const [place] = findRefused(text, [{ word, instead: 'other' }])
  if (place === undefined) throw new Error(`"${word}" is not found in "${text}"`)
  expect(otherForm(text, place)).toBe(stands)
  expect(isSameForm(text, place)).toBe(fits)
  const quoted = stands === null ? {} : { stands }
  expect(refusedAsTheyStand(text, [{ word, instead: 'other' }])).toEqual([{ word, instead: 'other', ...quoted }])
})

test('each word once, as it stands first; a text that was not looked through is not quoted whole', () => {
  const refused = ['rescue', 'victim', 'saved'].map((word) => ({ word, instead: '' }))
  expect(refusedAsTheyStand('Rescued victims, rescues, a victim', refused)).toEqual([
    { word: 'rescue', instead: '', stands: 'Rescued' },
    { word: 'victim', instead: '', stands: 'victims' },
  ])
  const long = '\ufdfa'.repeat(60_000)
  expect(refusedAsTheyStand(long, refused)).toEqual(refused)
})
