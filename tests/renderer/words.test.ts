// Every language says everything, in the same terms, in words that this project stands by, and nothing is said outside words/.
import { readdirSync, readFileSync } from 'node:fs'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import { failureCodes } from '../../shared/contract/failure.ts'
import { words as english } from '../../renderer/words/en/index.ts'
import { words as spanish } from '../../renderer/words/es/index.ts'
import { languages, nearestLanguage, type WordId } from '../../renderer/words/index.ts'
import { clockTime, makeSay } from '../../renderer/words/make-say.ts'
import { mirrored, mirroredWords } from '../../renderer/words/mirrored.ts'
import { literalWords } from './literal-words.ts'

const every = { en: english, es: spanish, 'en-XB': mirroredWords(english) } as const
const ids = Object.keys(english) as WordId[]
const renderer = new URL('../../renderer/', import.meta.url)

/** The names of a message's arguments and tags; what stands in braces at an odd depth is text of a plural form. */
function argumentsOf(message: string): string[] {
  const names = [...message.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '')
  let depth = 0
  for (const [brace, name] of message.matchAll(/[{}]\s*(\w*)/g)) {
    if (brace.startsWith('{') && depth++ % 2 === 0) names.push(name ?? '')
    if (brace.startsWith('}')) depth -= 1
  }
  return [...new Set(names)].toSorted()
}

/** Values for every argument, of a kind that fits plural and number as well as text. */
function valuesFor(message: string): Record<string, unknown> {
  const tags = new Set([...message.matchAll(/<(\w+)>/g)].map(([, name]) => name))
  return Object.fromEntries(
    argumentsOf(message).map((name) => [name, tags.has(name) ? (parts: unknown[]) => parts.join('') : 3]),
  )
}

describe.each(['en', 'es', 'en-XB'] as const)('%s', (code) => {
  const words: Readonly<Record<string, string>> = every[code]
  const intl = createIntl({
    locale: languages[code].locale,
    messages: words,
    onError: (error) => {
      throw error
    },
  })

  test('says every id and no other', () => {
    expect(Object.keys(words).toSorted()).toEqual(ids.toSorted())
    expect(Object.entries(words).filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('every message is sound ICU and takes the same arguments as in English', () => {
    for (const id of ids) {
      const text = words[id] ?? ''
      expect(argumentsOf(text), id).toEqual(argumentsOf(english[id]))
      const said = String(intl.formatMessage({ id }, valuesFor(english[id]) as Record<string, string>))
      expect(said, id).not.toMatch(/[{}<>]/)
      expect(said.trim(), id).not.toBe('')
    }
  })
})

test('no id is said in two places, of which one would never be read', () => {
  const all = readdirSync(new URL('words/en/', renderer)).flatMap((name) =>
    [...readFileSync(new URL(`words/en/${name}`, renderer), 'utf8').matchAll(/^ {2}'([\w.]+)':/gm)].map(([, id]) => id),
  )
  expect(all.length).toBeGreaterThan(1000)
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
})

test('no language uses the words that this project does not use', () => {
  const forbidden = {
    en: /\b(victims?|subjects?|cases?|rescu\w*|submit\w*|submission|reject\w*|safe\w*|unsafe|anonym\w*)\b|are you sure/i,
    es: /\b(víctimas?|sujetos?|casos?|rescat\w*|someter\w*|rechaz\w*|segur[oa]s?|anónim\w*|anonim\w*)\b/i,
  }
  for (const code of ['en', 'es'] as const) {
    expect(Object.entries(every[code]).filter(([, text]) => forbidden[code].test(text))).toEqual([])
  }
})

test('nothing shouts or counts down', () => {
  for (const code of ['en', 'es'] as const)
    expect(Object.entries(every[code]).filter(([, text]) => text.includes('!'))).toEqual([])
})

test('every failure has its own sentence, which is one or two and ends', () => {
  for (const code of ['en', 'es'] as const) {
    const say = makeSay(code)
    const sentences = failureCodes.map((failure) => say.failure(failure))
    expect(new Set(sentences).size).toBe(failureCodes.length)
    for (const sentence of sentences) expect(sentence).toMatch(/^[^.]+\.( [^.]+\.){0,2}$/)
  }
})

test('no visible word stands in a component', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  expect(files.length).toBeGreaterThan(40)
  const found = files.flatMap((name) =>
    literalWords(readFileSync(new URL(name, renderer), 'utf8')).map((words) => `${name}: ${words}`),
  )
  expect(found).toEqual([])
})

test('the check for visible words sees them', () => {
  expect(literalWords('<p>Keep it</p>')).toEqual(['Keep it'])
  expect(literalWords('<p>\n  {a} and more\n</p>')).toEqual(['and more'])
  expect(literalWords('<input placeholder="Your name" aria-label={say("x")} />')).toEqual(['placeholder="Your name"'])
  expect(literalWords("<Button aria-label={open ? 'Close' : 'Open'}>{say('x')}</Button>")).toEqual([
    "aria-label={open ? 'Close' : 'Open'}",
  ])
  expect(literalWords('const a = b > 1 && c < 2\nreturn <p className="x" lang="en">{say("x")} · 100 %</p>')).toEqual([])
})

describe('how things are said', () => {
  const [en, es] = [makeSay('en'), makeSay('es')]
  test('dates are Gregorian, with the month by name', () => {
    expect(en.date('2026-11-29T12:00:00Z')).toBe('29 November 2026')
    expect(es.date('2026-11-29T12:00:00Z')).toBe('29 de noviembre de 2026')
  })
  test('times are as on a clock', () => {
    expect([clockTime(0), clockTime(59_999), clockTime(761_000), clockTime(3_723_000), clockTime(-5)]).toEqual([
      '0:00',
      '0:59',
      '12:41',
      '1:02:03',
      '0:00',
    ])
  })
  test('languages have names, and an unknown one is said to be', () => {
    expect([en.language('es'), es.language('ar'), en.language('und'), en.language('not a code')]).toEqual([
      'Spanish',
      'árabe',
      'a language not named yet',
      'not a code',
    ])
  })
  test('the nearest language is taken', () => {
    expect([
      nearestLanguage(['es-MX', 'en']),
      nearestLanguage(['de', 'es']),
      nearestLanguage(['th']),
      nearestLanguage([]),
    ]).toEqual(['es', 'es', 'en', 'en'])
  })
  test('the mirrored language mirrors words and leaves arguments alone', () => {
    expect(mirrored('Keep {count, plural, one {# word} other {# words}} <b>now</b>')).toBe(
      '\u202eKeep\u202c {count, plural, one {# \u202eword\u202c} other {# \u202ewords\u202c}} <b>\u202enow\u202c</b>',
    )
    expect(makeSay('en-XB').direction).toBe('rtl')
  })
})
