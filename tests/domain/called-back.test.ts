// Words that were called back are known again in small pieces of work, inside long texts and across every cut.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTogether, findAgain, readyToCompare, type FoundAgain } from '../../shared/domain/given-out/called-back.ts'
import { everySentence } from '../../shared/domain/given-out/sentences.ts'
import { inPieces, printsOf, tokensOf } from '../../shared/domain/given-out/shingles.ts'

const hash = (run: string): string => createHash('sha256').update(run).digest('hex').slice(0, 32)
const salted = (run: string): string => hash(`salt ${run}`)

function done<T>(work: Generator<unknown, T>): { value: T; pauses: number } {
  for (let pauses = 0; ; pauses += 1) {
    const step = work.next()
    if (step.done === true) return { value: step.value, pauses }
  }
}

function calledBack(passages: readonly string[], salt: typeof salted | null) {
  const spans = passages.flatMap((text) => {
    const prints = printsOf(tokensOf(text))
    if (prints === null) return []
    const known = (words: string): string => (salt ?? String)(hash(words))
    return [
      { ...prints, runs: prints.runs.map(known), sentences: everySentence([text]).map(({ words }) => known(words)) },
    ]
  })
  return readyToCompare(spans, salt)
}

function found(recalls: ReturnType<typeof calledBack>[], passages: readonly string[]): FoundAgain | null {
  return done(findAgain(done(allTogether(recalls)).value, passages, hash)).value
}

const others = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `word${from + at}`).join(' ')
const hers = 'she walked eleven kilometres every single night to the old packing house alone'
const story = [others(0, 40), hers, others(100, 300)]

test.each([
  ['our own', null],
  ['salted', salted],
])('one whole passage of twelve words inside a long foreign text is known again: %s', (_, salt) => {
  const recalls = [calledBack([others(5_000, 60)], salt), calledBack(story, salt)]
  expect(found(recalls, [others(9_000, 900), `${others(8_000, 200)} ${hers}. ${others(7_000, 200)}`])).toEqual({
    recall: 1,
    passage: 1,
  })
  // A part of a passage is not the whole of it, however long the text is that it stands in.
  const part = others(110, 20)
  expect(found(recalls, [`${others(8_000, 400)} ${part} ${others(7_000, 400)}`])).toBe(null)
  // Twelve words of it on end, of thirteen.
  expect(found(recalls, [others(8_000, 400), hers.split(' ').slice(1).join(' ')])).toBe(null)
})

test('it stops for others at every small piece of work, in one long line too', () => {
  const every = done(allTogether([calledBack(story, salted)])).value
  expect(done(findAgain(every, [others(10_000, 20_000)], hash)).pauses).toBeGreaterThan(300)
})

test('a long text in pieces has the words of the whole', () => {
  const scraps = fc.constantFrom(
    'word',
    'kilo-\n',
    '’s',
    ' ',
    '\n',
    '漢字',
    'ไทย',
    'é',
    'ΣΑΣ',
    '𝔘',
    '—',
    '- ',
    'x'.repeat(50),
  )
  fc.assert(
    fc.property(
      fc.array(scraps, { minLength: 200, maxLength: 400 }),
      fc.integer({ min: 20, max: 60 }),
      (some, times) => {
        const text = Array.from({ length: times }, () => `${some.join('')} `).join('')
        expect([...inPieces(text)].join('')).toBe(text)
        expect([...inPieces(text)].flatMap(tokensOf)).toEqual(tokensOf(text))
      },
    ),
    { numRuns: 60 },
  )
  const unending = '漢'.repeat(30_000)
  expect([...inPieces(unending)].flatMap(tokensOf)).toHaveLength(30_000)
})

const said = [
  'We walked along the river every night. Nobody asked us where we went. They paid us in coins on Fridays. My sister kept the list of it.',
  'The bridge was closed that whole winter. We crossed it all the same.',
]

test.each([
  ['our own', null],
  ['salted', salted],
])('sentences are known again in any order, and with interjections after each and within: %s', (_, salt) => {
  const recalls = [calledBack(said, salt)]
  const all = said.join(' ')
  const after = all.replaceAll('. ', '.\nINTERVIEWER: Yes?\nROSA: ')
  expect(found(recalls, [after])).not.toBe(null)
  expect(found(recalls, after.split('\n'))).not.toBe(null)
  const within = all.replaceAll(/((?:\S+ ){7})/g, '$1\nINTERVIEWER: Mhm.\nROSA: ')
  expect(found(recalls, within.split('\n'))).not.toBe(null)
  expect(found(recalls, ['They paid us in coins on Fridays. Nobody asked us where we went.'])).not.toBe(null)
  expect(found(recalls, ['[Bea] They paid us in coins on Fridays (laughs). Nobody asked us where we went.'])).not.toBe(
    null,
  )
})

test('what everybody says calls nothing back: one sentence in common, or two in a long text', () => {
  const asked = 'Can you tell me where you were born? What did your mother do for work?'
  const recalls = [calledBack([`${asked} ${said.join(' ')}`], null)]
  const other = Array.from({ length: 20 }, (_, at) => `This is sentence ${at} of another story entirely.`).join(' ')
  expect(found(recalls, [`${asked} ${other}`])).toBe(null)
  expect(found(recalls, ['Can you tell me where you were born? I was born by the sea.'])).toBe(null)
})
