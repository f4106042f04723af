// Marks follow their words: what hides grows where it is not sure, what names does not, and nothing goes silently.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Range } from '../../shared/domain/marks/marks.ts'
import { movedWordTimes, Reanchor } from '../../shared/domain/marks/reanchor.ts'
import type { Passage } from '../../shared/domain/story.ts'

const passage = (id: string, text: string, over: Partial<Passage> = {}): Passage => ({
  id,
  turn: 't',
  text,
  language: 'en',
  direction: 'ltr',
  recording: null,
  startMs: null,
  endMs: null,
  wordTimes: [],
  ...over,
})
const rangeOn = ({ id, text }: Passage, words: string): Range => ({
  id: 'range',
  passage: id,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
  startMs: null,
  endMs: null,
  unresolved: false,
})
let ids = 0
const reanchor = (before: Passage[], after: Passage[], related: { passage: string; other: string }[] = []) =>
  new Reanchor({ before, after, related, sealed: new Set(), newId: () => `new${(ids += 1)}` })
const laid = (before: string, words: string, after: string, grows: boolean) =>
  reanchor([passage('a', before)], [passage('a', after)])
    .range(rangeOn(passage('a', before), words), grows)
    .map(({ start, end, unresolved }) => (unresolved ? `?${after.slice(start, end)}` : after.slice(start, end)))

describe('a range on changed words', () => {
  test.each([
    ['stays on them', 'We met Carmen there.', 'Carmen', 'There we met Carmen again.', ['Carmen'], ['Carmen']],
    [
      'grows over what replaced its edge',
      'We met old Carmen there.',
      'old Carmen',
      'We met my aunt Carmen there.',
      ['Carmen'],
      ['my aunt Carmen'],
    ],
    ['grows over letters that came to it', '我見王。', '王', '我見王芳。', ['王'], ['王芳']],
    ['does not grow over words beside it', 'We met Carmen.', 'Carmen', 'We met poor Carmen.', ['Carmen'], ['Carmen']],
    ['asks when they are gone', 'We met Carmen there.', 'Carmen', 'We met there.', ['?'], ['?']],
    [
      'asks, and hides what came instead',
      'We met Carmen there.',
      'Carmen',
      'We met Carmela there.',
      ['?'],
      ['?Carmela'],
    ],
    [
      'keeps what is left of them',
      'We met Carmen Ruiz there.',
      'Carmen Ruiz',
      'We met Carmen there.',
      ['Carmen'],
      ['Carmen'],
    ],
    [
      'takes in what came between them',
      'Carmen and Rosa left.',
      'Carmen and Rosa',
      'Carmen, Eva and Rosa left.',
      ['Carmen, Eva and Rosa'],
      ['Carmen, Eva and Rosa'],
    ],
  ])('%s', (_, before, words, after, label, redaction) => {
    expect(laid(before, words, after, false)).toEqual(label)
    expect(laid(before, words, after, true)).toEqual(redaction)
  })

  test('goes into the passage that has its words now, or into two', () => {
    const whole = passage('a', 'We met Carmen Ruiz there.')
    const parts = [passage('a', 'We met Carmen'), passage('b', 'Ruiz there.')]
    const ranges = reanchor([whole], parts, [{ passage: 'a', other: 'b' }]).range(rangeOn(whole, 'Carmen Ruiz'), true)
    expect(ranges.map(({ passage: on, quote, unresolved }) => [on, quote, unresolved])).toEqual([
      ['a', 'Carmen', false],
      ['b', 'Ruiz', false],
    ])
    const [first, second] = parts
    if (first === undefined || second === undefined) throw new Error('no parts')
    const back = reanchor(parts, [whole], [{ passage: 'a', other: 'b' }])
    expect(back.range(rangeOn(second, 'Ruiz'), true)).toMatchObject([{ passage: 'a', quote: 'Ruiz', id: 'range' }])
  })

  test('asks on a passage near it when its own is gone', () => {
    const before = [passage('a', 'one'), passage('b', 'Carmen'), passage('c', 'two')]
    const b = before[1] ?? passage('', '')
    expect(reanchor(before, [passage('a', 'one'), passage('c', 'two')]).range(rangeOn(b, 'Carmen'), true)).toEqual([
      { ...rangeOn(b, 'Carmen'), passage: 'a', start: 0, end: 0, unresolved: true },
    ])
  })

  test('whatever the change: it lies inside, quotes what stands there, and its own words that stand are in it', () => {
    const words = fc.array(fc.constantFrom('ana', 'rosa', 'came', 'and', 'went', '市', '場'), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, fc.nat(), fc.nat(), (old, fresh, from, length) => {
        const before = passage('a', old.join(' '))
        const start = old.slice(0, from % old.length).join(' ').length + (from % old.length === 0 ? 0 : 1)
        const count = 1 + (length % (old.length - (from % old.length)))
        const quote = old.slice(from % old.length, (from % old.length) + count).join(' ')
        const range = { ...rangeOn(before, ''), start, end: start + quote.length, quote }
        const after = passage('a', fresh.join(' '))
        const laying = reanchor([before], [after])
        const ranges = laying.range(range, true)
        expect(ranges.length).toBeGreaterThan(0)
        for (const one of ranges) {
          expect(one.start).toBeLessThanOrEqual(one.end)
          expect(one.end).toBeLessThanOrEqual(after.text.length)
          if (!one.unresolved) expect(after.text.slice(one.start, one.end)).toBe(one.quote)
        }
        for (const { start: first, end: last } of laying.own(range))
          for (let at = first; at < last; at += 1)
            if (after.text[at] !== ' ') expect(ranges.some((one) => one.start <= at && at < one.end)).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })
})

test('word times stay with the words that stay', () => {
  const times = [
    { start: 0, end: 2, startMs: 0, endMs: 100 },
    { start: 3, end: 6, startMs: 100, endMs: 200 },
  ]
  const before = passage('a', 'We met', { wordTimes: times })
  expect(movedWordTimes(before, 'So we met')).toEqual([{ start: 6, end: 9, startMs: 100, endMs: 200 }])
  expect(movedWordTimes(before, 'We met')).toEqual(times)
})
