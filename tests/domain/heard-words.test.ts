// From a machine's pieces to passages: letters are whole, times lie where they must, words that a person changed keep theirs.
import { describe, expect, test } from 'vitest'
import { heardPassages, wholePieces } from '../../shared/domain/sound/heard-words.ts'
import { retimed } from '../../shared/domain/sound/retimed.ts'
import { heardLanguage, heardLanguages } from '../../shared/domain/languages/heard-languages.ts'

const piece = (text: string, startMs: number, endMs: number) => ({ text, startMs, endMs })

describe('pieces', () => {
  test('with halves of letters are put together from the whole', () => {
    const pieces = [
      piece(' In', 0, 100),
      piece(' \ufffd', 100, 150),
      piece('\ufffd', 150, 200),
      piece(' now', 200, 300),
    ]
    expect(wholePieces(' In 東 now', pieces)).toEqual([
      piece(' In', 0, 100),
      piece(' 東', 100, 200),
      piece(' now', 200, 300),
    ])
  })

  test('that end in halves, or are nothing but halves', () => {
    expect(wholePieces(' a東', [piece(' a', 0, 1), piece('\ufffd', 1, 2), piece('\ufffd', 2, 3)])).toEqual([
      piece(' a', 0, 1),
      piece('東', 1, 3),
    ])
    expect(wholePieces('東京', [piece('\ufffd', 0, 1), piece('\ufffd', 1, 2)])).toEqual([piece('東京', 0, 2)])
    expect(wholePieces('', [piece('\ufffd', 0, 1)])).toEqual([])
  })
})

describe('passages', () => {
  const texts = (pieces: Parameters<typeof heardPassages>[0]) =>
    heardPassages(pieces, 1_000, 60_000).map(({ text }) => text)

  test('are sentences; parts of a word belong together, and each word has its time', () => {
    const [first, second] = heardPassages(
      [
        piece(' The', 0, 100),
        piece(' har', 100, 200),
        piece('bour', 200, 300),
        piece(' closed.', 300, 400),
        piece(' Why?', 400, 500),
      ],
      1_000,
      60_000,
    )
    expect(first).toEqual({
      text: 'The harbour closed.',
      startMs: 1_000,
      endMs: 1_400,
      wordTimes: [
        { start: 0, end: 3, startMs: 1_000, endMs: 1_100 },
        { start: 4, end: 11, startMs: 1_100, endMs: 1_300 },
        { start: 12, end: 19, startMs: 1_300, endMs: 1_400 },
      ],
    })
    expect(second?.text).toBe('Why?')
  })

  test('are cut at long pauses, and never reach beyond their sound', () => {
    expect(texts([piece(' one', 0, 100), piece(' two', 2_000, 2_100)])).toEqual(['one', 'two'])
    expect(heardPassages([piece(' one', -50, 99_000)], 0, 500)[0]).toMatchObject({ startMs: 0, endMs: 500 })
  })

  test('without spaces between words are still one text', () => {
    expect(texts([piece('今日', 0, 100), piece('は', 100, 200), piece('東京。', 200, 300)])).toEqual(['今日は東京。'])
  })

  test('are not made of what the machine says where nobody speaks', () => {
    expect(texts([piece(' [BLANK_AUDIO]', 0, 100)])).toEqual([])
    expect(texts([piece(' (music)', 0, 100)])).toEqual([])
    expect(texts([piece(' ', 0, 100)])).toEqual([])
  })
})

describe('times after somebody put the words right', () => {
  const before = 'We lived in Tokio then.'
  const times = [
    { start: 0, end: 2, startMs: 0, endMs: 100 },
    { start: 3, end: 8, startMs: 100, endMs: 200 },
    { start: 12, end: 17, startMs: 300, endMs: 400 },
    { start: 18, end: 23, startMs: 400, endMs: 500 },
  ]
  test('nothing changed: the same', () => expect(retimed(before, times, before, 'en')).toEqual(times))

  test('another word in its place has its time, and what follows moves along', () => {
    const after = 'We lived in Old Tokyo then.'
    const found = retimed(before, times, after, 'en')
    const of = (words: string) => found.filter(({ start, end }) => after.slice(start, end).includes(words))
    expect(of('Tokyo')).toMatchObject([{ startMs: 300, endMs: 400 }])
    expect(of('We')).toMatchObject([{ start: 0, end: 2, startMs: 0 }])
    for (const { start, end } of found) expect(after.slice(start, end).trim()).toBe(after.slice(start, end))
  })

  test('words that were added have none; words that went leave none', () => {
    expect(retimed('We lived', times.slice(0, 2), 'We lived there', 'en')).toHaveLength(2)
    expect(retimed('We lived', times.slice(0, 2), 'We', 'en')).toEqual([times[0]])
  })
})

test('languages by the names that models have for them', () => {
  expect(heardLanguage('en-GB')).toBe('en')
  expect(heardLanguage('nb')).toBe('no')
  expect(heardLanguage('ti')).toBeNull()
  expect(heardLanguage('und')).toBeNull()
  for (const language of heardLanguages) expect(heardLanguage(language)).not.toBeNull()
})
