// Refused words: caught in every form in what others write, and nowhere else.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findRefused, refusedWordsIn } from '../../shared/domain/words/refused-words.ts'
import { excerptOf, openQuestion, reasonsOf } from '../support/gate-question.ts'
import { plainStory } from '../support/plain-story.ts'

interface Case {
  readonly language: string
  readonly refused: string
  readonly text: string
  readonly caught: boolean
  readonly why: string
}
const cases = JSON.parse(
  readFileSync(new URL('../fixtures/refused-words.json', import.meta.url), 'utf8'),
) as readonly Case[]
const catches = ({ refused, text }: Case) => refusedWordsIn(text, [{ word: refused, instead: '' }]).length > 0
const said = ({ language, refused, text, why }: Case) => `${language} ${refused}: ${text} (${why})`

describe('refused words are caught whatever their case, accent, inflection or script', () => {
  test('the list is long enough to say something', () => {
    const languages = new Set(cases.map(({ language }) => language))
    expect(cases.length).toBeGreaterThanOrEqual(200)
    expect(cases.filter(({ caught }) => !caught).length).toBeGreaterThanOrEqual(80)
    expect(languages.size).toBeGreaterThanOrEqual(5)
  })
  test('misses and false alarms on the list', () => {
    const missed = cases.filter((one) => one.caught && !catches(one)).map(said)
    const alarms = cases.filter((one) => !one.caught && catches(one)).map(said)
    const caught = cases.filter((one) => one.caught).length
    console.info(
      `refused words: ${missed.length} of ${caught} missed, ${alarms.length} of ${cases.length - caught} false alarms`,
    )
    expect({ missed, alarms }).toEqual({ missed: [], alarms: [] })
  })
})

describe('a refused word that is found', () => {
  test('is told with its place and what she says instead', () => {
    const text = 'Two ｖｉｃｔｉｍｓ, one sex-worker.'
    const refused = [
      { word: 'victim', instead: 'worker' },
      { word: 'sex worker', instead: '' },
    ]
    const found = findRefused(text, refused).map(({ start, end, ...one }) => ({ ...one, read: text.slice(start, end) }))
    expect(found).toEqual([
      { word: 'victim', instead: 'worker', read: 'ｖｉｃｔｉｍｓ' },
      { word: 'sex worker', instead: '', read: 'sex-worker' },
    ])
  })
  test('is found in a long text in the time of reading it', () => {
    const text = 'She drove the bus to the market and sold oranges there. '.repeat(4_000)
    const refused = Array.from({ length: 40 }, (_, at) => ({ word: `unheard${'abcdefgh'[at % 8]}${at}`, instead: '' }))
    expect(refusedWordsIn(`${text} victims`, [...refused, { word: 'victim', instead: '' }])).toHaveLength(1)
  }, 20_000)
})

const testimonies = ['wpa-mississippi.jsonl', 'wpa-oklahoma.jsonl'].map(
  (name) => new URL(`../../../shared/data/testimonies/${name}`, import.meta.url),
)
const missing = testimonies.some((file) => !existsSync(file))

describe('her own speech is never touched', () => {
  if (missing) console.warn('left out: ../shared/data/testimonies is missing')
  test.skipIf(missing)(
    'real narratives full of refused words, at the gate',
    () => {
      const refusedWords = ['slave', 'victim', 'rescue', 'master'].map((word) => ({ word, instead: '' }))
      let saying = 0
      for (const record of testimonies.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))) {
        const { text } = JSON.parse(record) as { text: string }
        const lines = text.split('\n').filter((line) => line.trim() !== '')
        const story = plainStory(lines, { refusedWords })
        if (refusedWordsIn(text, refusedWords).length === 0) continue
        saying += 1
        const plainExcerpt = excerptOf({ passages: story.passages.map(({ id }) => id) })
        const said = (title: string) => {
          const excerpt = { ...plainExcerpt, framing: { ...plainExcerpt.framing, title } }
          return reasonsOf(openQuestion(story, { excerpt })).filter(({ kind }) => kind === 'refusedWord')
        }
        expect(said('Days on the farm')).toEqual([])
        expect(said('A slave’s days')).toEqual([{ kind: 'refusedWord', part: 'title', word: 'slave', instead: '' }])
      }
      expect(saying).toBeGreaterThan(50)
    },
    60_000,
  )
})
