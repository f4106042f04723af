// Every word that the program says and writes, in both languages. English decides which there are; a language that lacks
// one does not compile.
import { english } from './english.ts'
import { spanish } from './spanish.ts'

/** `{…}` is put in. */
export type RescueWords = Readonly<typeof english>

export const languages = { en: english, es: spanish } as const
export type RescueLanguage = keyof typeof languages

/** Of a language as a story, a machine or an option names it; English where there are none. */
export function wordsFor(language: string): RescueWords {
  return language.toLowerCase().startsWith('es') ? spanish : english
}

/** Puts values in. A value is never looked into for further places. */
export function say(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The word for something that the archive names; where there is none, its name there. */
export function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(words, name) ? words[name] : undefined) ?? name
}
