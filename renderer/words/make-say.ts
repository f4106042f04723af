// Makes `say` for one language: words by id, and the ways in which dates, times, numbers and names of languages are said.
import { createIntl, createIntlCache } from 'react-intl'
import type { ReactNode } from 'react'
import type { FailureCode } from '../../shared/contract/failure.ts'
import { languages, type Direction, type LanguageCode, type WordId, type Words } from './index.ts'

export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>
export type RichValues = Readonly<Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)>>

export interface Say {
  (id: WordId, values?: Values): string
  /** The same with elements as values and functions for tags: `<b>…</b>` takes `{ b: (parts) => <b>{parts}</b> }`. */
  rich(id: WordId, values: RichValues): ReactNode
  /** 29 November 2026; always Gregorian. Takes an ISO 8601 moment. */
  date(iso: string): string
  /** 29 November 2026 at 14:02. */
  moment(iso: string): string
  /** 14:02, by the clock of this machine. Takes an ISO 8601 moment. */
  clock(iso: string): string
  /** 12:41 or 1:02:03 from milliseconds. */
  time(ms: number): string
  number(n: number): string
  list(items: readonly string[]): string
  /** The name of a language by its BCP 47 code. */
  language(code: string): string
  /** The plain sentence for a failure. */
  failure(code: FailureCode): string
  readonly locale: string
  readonly direction: Direction
  readonly code: LanguageCode
}

export function makeSay(code: LanguageCode): Say {
  const { words, locale, dateLocale, direction } = languages[code]
  return sayIn({ words: words(), locale, dateLocale, direction, code })
}

interface Spoken {
  readonly words: Words
  /** BCP 47. */
  readonly locale: string
  readonly dateLocale: string
  /** For numbers, where they are not written as the locale does. */
  readonly numberLocale?: string
  readonly direction: Direction
  /** The language of the window around it. */
  readonly code: LanguageCode
}

export function sayIn({ words, locale, dateLocale, numberLocale = locale, direction, code }: Spoken): Say {
  const intl = createIntl(
    {
      locale: numberLocale,
      defaultLocale: 'en',
      messages: words,
      onError: (error) => {
        throw error
      },
    },
    createIntlCache(),
  )
  const plain = (id: WordId, values?: Values): string => intl.formatMessage({ id }, values as Record<string, string>)
  // NOTE: made at first use: the door needs none of them, and they take as long as drawing it.
  const day = once(
    () => new Intl.DateTimeFormat(dateLocale, { calendar: 'gregory', day: 'numeric', month: 'long', year: 'numeric' }),
  )
  const dayAndTime = once(
    () =>
      new Intl.DateTimeFormat(dateLocale, {
        calendar: 'gregory',
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  )
  const hour = once(() => new Intl.DateTimeFormat(dateLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }))
  const number = once(() => new Intl.NumberFormat(numberLocale))
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const languageNames = once(() => new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' }))
  return Object.assign(plain, {
    rich: (id: WordId, values: RichValues) =>
      intl.formatMessage({ id }, values as Record<string, ReactNode>) as ReactNode,
    date: (iso: string) => day().format(new Date(iso)),
    moment: (iso: string) => dayAndTime().format(new Date(iso)),
    clock: (iso: string) => hour().format(new Date(iso)),
    time: clockTime,
    number: (n: number) => number().format(n),
    list: (items: readonly string[]) => list().format(items),
    language: (tag: string) => {
      if (tag === 'und' || tag === '') return plain('uses.language.unknown')
      try {
        return languageNames().of(tag) ?? tag
      } catch {
        return tag
      }
    },
    failure: (failed: FailureCode) => plain(`failures.${failed}`),
    locale,
    direction,
    code,
  })
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** Hours are left out below one; digits are the same in every language, as on a clock. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
