import SQLite from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findWords, fold, foldQuery, tokenizer } from '../../electron/archive/store/fold.ts'

/** A real full-text table, as the archive has it. */
function indexOf(texts: readonly string[]) {
  const database = new SQLite(':memory:')
  database.exec(`CREATE VIRTUAL TABLE found USING fts5(text, tokenize = "${tokenizer}")`)
  const insert = database.prepare('INSERT INTO found (text) VALUES (?)')
  for (const text of texts) insert.run(fold(text))
  const find = database.prepare<[string], number>('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid').pluck()
  return (words: string, asYouType = false): string[] => {
    const query = foldQuery(words, asYouType)
    return query === null ? [] : (find.all(query) as number[]).map((row) => texts[row - 1] ?? '')
  }
}

describe('folding', () => {
  test('leaves Latin text as it is, and Cyrillic and Greek too', () => {
    for (const text of ['Ayer lloró «está» — naïve, Łódź', 'Она сказала', 'Ήρθε χθες', '', '5 € ‘ok’…'])
      expect(fold(text)).toBe(text)
    expect(fold('llorо́'.normalize('NFD'))).toBe('llorо́'.normalize('NFC'))
    expect(fold('lloró'.normalize('NFD'))).toBe('lloró')
  })

  test('makes overlapping pairs of scripts without spaces', () => {
    expect(fold('我们是')).toBe(' 我们 们是 是 ')
    expect(fold('我')).toBe(' 我 ')
    expect(fold('see 我们, ok')).toBe('see  我们 们 , ok')
    expect(fold('人々')).toBe(' 人々 々 ')
    expect(fold('データ')).toBe(' デー ータ タ ')
    expect(fold('กา').trim().split(' ')).toEqual(['กา', 'า'])
    expect(fold('𠮷野').trim().split(' ')).toEqual(['𠮷野', '野'])
  })

  test('takes points off Arabic and Hebrew, and gives alef and ya one shape', () => {
    expect(fold('مُحَمَّد')).toBe('محمد')
    expect(fold('أحمد إلى آخر')).toBe('احمد الي اخر')
    expect(fold('كـــتاب')).toBe('كتاب')
    expect(fold('שָׁלוֹם')).toBe('שלום')
    expect(fold('בית־ספר')).toBe('בית ספר')
  })
})

describe('finding, in the real index', () => {
  const texts = [
    'Ayer lloró mucho',
    'Está en casa, mañana no',
    'The señora said: don’t go',
    "I don't know NOT near",
    '我们昨天哭了',
    '昨天下雨了',
    'รักแม่มาก',
    'مُحَمَّد ذهب إلى المدرسة',
    'שָׁלוֹם לכולם',
    'Она сказала всё',
    'Straße und Ärger',
    'ខ្ញុំស្រឡាញ់',
    'abc我def',
    'かがく が すき',
    'ကျွန်တော်',
    'col:umn (paren) "quoted" ^caret* {brace}',
    '\u2068Maria\u2069🏽 5₽ rió🫨',
  ]
  const find = indexOf(texts)

  test.each([
    ['lloro', ['Ayer lloró mucho']],
    ['LLORÓ', ['Ayer lloró mucho']],
    ['esta', ['Está en casa, mañana no']],
    ['senora', ['The señora said: don’t go']],
    ["don't", ['The señora said: don’t go', "I don't know NOT near"]],
    ['昨天', ['我们昨天哭了', '昨天下雨了']],
    ['昨天哭', ['我们昨天哭了']],
    ['天', ['我们昨天哭了', '昨天下雨了']],
    ['了', ['我们昨天哭了', '昨天下雨了']],
    ['哭天', []],
    ['แม่', ['รักแม่มาก']],
    ['محمد', ['مُحَمَّد ذهب إلى المدرسة']],
    ['الى', ['مُحَمَّد ذهب إلى المدرسة']],
    ['שלום', ['שָׁלוֹם לכולם']],
    ['сказала', ['Она сказала всё']],
    ['ärger', ['Straße und Ärger']],
    ['ស្រឡាញ់', ['ខ្ញុំស្រឡាញ់']],
    ['abc我', ['abc我def']],
    ['我def', ['abc我def']],
    ['"昨天 下雨"', ['昨天下雨了'].filter(() => false)],
    ['"en casa"', ['Está en casa, mañana no']],
    ['"casa en"', []],
    ['casa en', ['Está en casa, mañana no']],
    ['mucho casa', []],
    ['maria', ['\u2068Maria\u2069🏽 5₽ rió🫨']],
    ['rio', ['\u2068Maria\u2069🏽 5₽ rió🫨']],
    ['がく', ['かがく が すき']],
    ['ကျွန်', ['ကျွန်တော်']],
    ['が'.normalize('NFD'), ['かがく が すき']],
  ])('%s', (words, expected) => {
    expect(find(words)).toEqual(expected)
  })

  test('the last word as it is typed, unless it is finished', () => {
    expect(find('llo', true)).toEqual(['Ayer lloró mucho'])
    expect(find('llo ', true)).toEqual([])
    expect(find('llo', false)).toEqual([])
    expect(find('ayer muc', true)).toEqual(['Ayer lloró mucho'])
    expect(find('"lloró muc', true)).toEqual(['Ayer lloró mucho'])
    expect(find('"lloró muc"', true)).toEqual([])
  })

  test('nothing that is typed is syntax', () => {
    const typed = [
      'NOT',
      'near NOT',
      'NEAR(a b)',
      'text:lloro',
      'text : lloro',
      '-lloro',
      '^ayer',
      'a* OR b*',
      '{text}: x',
      '(',
      ')',
      '"',
      '""',
      '"""',
      "'; DROP TABLE found; --",
      '*',
      '+',
      'a + b',
      '\u0000',
      '\ud800',
      'a"b"c',
      '"unfinished phrase',
    ]
    for (const words of typed) for (const open of [true, false]) expect(() => find(words, open)).not.toThrow()
    expect(find('near NOT')).toEqual(["I don't know NOT near"])
    expect(find('col:umn')).toEqual(['col:umn (paren) "quoted" ^caret* {brace}'])
    for (const empty of ['', ' ', '"', '***', '—', '😀', 'ـ']) expect(foldQuery(empty, true)).toBeNull()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.boolean(), (words, open) => {
        find(words, open)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('marking', () => {
  const marked = (text: string, words: string, open = false) =>
    findWords(text, words, open).map(([start, end]) => text.slice(start, end))

  test.each([
    ['Ayer lloró, LLORO y llora', 'lloro', ['lloró', 'LLORO']],
    ['Ayer lloro\u0301 mucho', 'lloró', ['lloro\u0301']],
    ['我们昨天哭了', '昨天', ['昨天']],
    ['我们昨天哭了', '天', ['天']],
    ['我们昨天哭了', '昨天哭', ['昨天哭']],
    ['哭了', '了', ['了']],
    ['مُحَمَّد ذهب', 'محمد', ['مُحَمَّد']],
    ['😀 señora 😀 senora', 'señora', ['señora', 'senora']],
    ["I don't", "don't", ["don't"]],
    ['en casa, en la casa', '"en casa"', ['en casa']],
    ['かか\u3099く', 'が', ['か\u3099']],
    ['nothing', 'else', []],
    ['one two one', 'two one', ['one', 'two', 'one']],
  ])('in %s: %s', (text, words, expected) => {
    expect(marked(text, words)).toEqual(expected)
  })

  test('the beginning of a word marks the word', () => {
    expect(marked('Ayer lloró mucho', 'llo', true)).toEqual(['lloró'])
  })

  test('finds the same texts as the index does', () => {
    const letters = fc.constantFrom(
      'a',
      'é',
      'E\u0301',
      'ñ',
      'Z',
      'ß',
      'İ',
      'ı',
      'ø',
      'Ł',
      'ǆ',
      'ﬁ',
      'й',
      'Й',
      'ё',
      'и',
      'е',
      'Ω',
      'ώ',
      'ω',
      'ς',
      'σ',
      '1',
      '٣',
      ' ',
      ' ',
      '.',
      "'",
      '-',
      '_',
      '我',
      '们',
      '昨',
      '𠮷',
      'が',
      'か\u3099',
      'ー',
      '々',
      'ก',
      'ั',
      'า',
      'أ',
      'ا',
      'ى',
      'ي',
      'َ',
      'ـ',
      'ש',
      'ׁ',
      '한',
      'क',
      'ि',
      '😀',
      '\u0301',
      '\u200d',
      'ѐ',
      'ắ',
      'Ǆ',
      'Å',
      'K',
      'Ø',
      'ẞ',
      '\u2068',
      '🫨',
      'ʼ',
      'ˇ',
      'ſ',
      'ϐ',
      '\u0305',
      '\u0313',
      'གྷ',
      '₽',
    )
    const word = fc.array(letters, { minLength: 1, maxLength: 5 }).map((all) => all.join('').replaceAll(' ', ''))
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 14 }).map((all) => all.join('')),
        word,
        fc.boolean(),
        (text, words, open) => {
          const found = indexOf([text])(words, open).length > 0
          expect({ text, words, open, found: findWords(text, words, open).length > 0 }).toEqual({
            text,
            words,
            open,
            found,
          })
        },
      ),
      { numRuns: 3000 },
    )
  })
})
