// Whatever grows to a name and wherever it stands, it is found; places lie on borders of letters; long texts are quick.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAgain, findSameWords } from '../../shared/domain/words/same-words.ts'
import { scriptStories } from '../support/scripts.ts'

interface Grown {
  readonly names: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}
const of = (names: string, before: string, after: string): Grown => ({
  names: names.split(' '),
  before: ['', ...before.split(' ').filter(Boolean)],
  after: ['', ...after.split(' ').filter(Boolean)],
})

const languages: Readonly<Record<string, Grown>> = {
  am: of('አልማዝ ሠናይት ትዕግሥት ሰላም', 'በ ለ የ ከ ስለ እንደ ወደ እነ ከነ የነ ን ብ', 'ን ም ና ው ንም ንና'),
  hi: of('मीरा संध्या रमेश सीता', '', 'को ने से का की के में जी जीको ला लाई ले सँग हरू बाई'),
  bn: of('ফাতেমা রহিম মীনা', '', 'কে র রা দের ও ই দি ভাই কেও'),
  fa: of('مریم زهرا فاطمه', 'ب', '‌ها ها ‌جان جان ‌خانم ‌های های رو'),
  ar: of('القدس فاطمة أحمد خوري', 'و ف ب ل ك وب ول فب', ''),
  he: of('מרים יעקב אברהם', 'ו ה ב ל מ ש כ ול שב מה כש לכש וכשב', ''),
  ko: of('소연 수지 민정', '김 이 박', '은 는 이 가 을 를 에게 님 씨 이랑 한테서'),
  ru: of('Иван Марк Степан', '', 'а у ом е'),
  en: of('Rosa Charlie', '', '’s s'),
  th: of('มาลี สมศรี', 'คุณ พี่', 'ก็ จึง'),
  my: of('မမြ စုစု', 'ဒေါ်', 'က ကို ဆီက နဲ့'),
  km: of('សុភា ចន្ទា', 'បង', 'ថា ក៏'),
  ja: of('花子 さくら', '山田', 'さん は ちゃん'),
}
const filler = fc.stringMatching(/^[ .,!?…\n]{1,6}$/u)
const grapheme = new Intl.Segmenter('und', { granularity: 'grapheme' })

describe.each(Object.entries(languages))('%s', (_, { names, before, after }) => {
  test('a name is found with whatever grows to it, in any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.constantFrom(...before),
        fc.constantFrom(...after),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        filler,
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (name, prefix, suffix, first, between, last) => {
          const text = `${first}${between}${prefix}${name}${suffix}${between}${last}`
          const at = first.length + between.length + prefix.length
          const place = findAgain(text, name).find(([start]) => start === at)
          expect(place, text).toBeDefined()
          expect(place?.[2]).toBeGreaterThanOrEqual(at + name.length)
          expect(place?.[1]).toBeGreaterThanOrEqual(place?.[2] ?? Infinity)
        },
      ),
      { numRuns: 300 },
    )
  })
})

// Letters that join, marks alone, halves of pairs, signs without width, and pieces of names.
const pieces = fc.string({
  unit: fc.oneof(
    fc.constantFrom('ро', 'ка', 'R', 'o', 's', 'a', ' ', "'", 'م', 'ر', 'ل', 'ال', 'ء', 'ـ', '\u200c', '\u200d'),
    fc.constantFrom('म', 'ी', 'र', 'ा', '्', 'न', 'ক', 'ে', 'ក', '្', 'ា', 'မ', '်', 'ြ', '္', 'เ', 'ม', 'า', 'ำ'),
    fc.constantFrom(
      '\ud800',
      '\udc00',
      '\u0301',
      '가',
      '\u1100',
      '\u1161',
      '\u11a8',
      '👩🏽‍🏭',
      'ﬁ',
      'ß',
      'İ',
      '\r\n',
      '\u0600',
      'ﷲ',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 40,
})
// What joins a letter before or after it, with nothing that would make it another word.
const joined = fc.constantFrom('', ' ', ' \u0600', '\u200d', '\u200d ', '\u0301 ', '\u200c', ' \u200b', '\ufe0f ')

test('places lie inside the text, on borders of letters, in order, each once', () => {
  fc.assert(
    fc.property(
      fc.tuple(pieces, joined, joined, pieces),
      fc.oneof(pieces, fc.constantFrom('Rosa', 'म', 'मीर', 'क', 'مر', 'ក', 'မ', 'ม', '가', 'ro')),
      ([left, before, after, right], words) => {
        const text = `${left}${before}${words}${after}${right}`
        const borders = new Set([...grapheme.segment(text)].map(({ index }) => index)).add(text.length)
        const again = findAgain(text, words)
        for (const [start, end, stemEnd] of again) {
          expect(start).toBeLessThan(stemEnd)
          expect(stemEnd).toBeLessThanOrEqual(end)
          for (const at of [start, end, stemEnd]) expect(borders.has(at), `${at} in ${JSON.stringify(text)}`).toBe(true)
        }
        const starts = again.map(([start]) => start)
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b))
        for (const [start, end] of findSameWords(text, words, 2)) {
          expect(start).toBeLessThan(end)
          expect(borders.has(start) && borders.has(end)).toBe(true)
        }
      },
    ),
    { numRuns: 5_000 },
  )
})

test('what the same words find is found again', () => {
  fc.assert(
    fc.property(pieces, pieces, (text, words) => {
      const starts = new Set(findAgain(text, words).map(([start]) => start))
      for (const [start] of findSameWords(text, words, 0)) expect(starts.has(start)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

describe('a text of 200 KB', () => {
  const names = scriptStories.map(({ name, text }): [string, string] => [name, text])
  const cases: [name: string, unit: string][] = [
    ...names,
    ['Rosa', 'Rosa '],
    ['aa', 'a'],
    ['aaaaaaaaab', 'a'],
    ['Rosa', '\u0301'],
    ['Анна Иванова', 'Анны Ивановой '],
    ['가', '가'],
    ['R', '👩🏽‍🏭R\u200d'],
    ['\u0600a', '\u0600'],
  ]
  test.each(cases)('%j in many %j takes no longer than its length asks', (name, unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length))
    const took = (length: number): number => {
      const part = text.slice(0, length)
      const start = performance.now()
      findAgain(part, name)
      return performance.now() - start
    }
    took(20_000)
    const short = Math.min(took(20_000), took(20_000))
    // Ten times the text: forty times the time and a second of a busy machine are still not the hundred of a square.
    expect(took(200_000)).toBeLessThan(40 * short + 1_000)
  })
})
