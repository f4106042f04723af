// Every word that the program says and writes, in both languages.
import type { Role } from '../telling.ts'
import { english } from './english.ts'
import { spanish } from './spanish.ts'

export interface RescueWords {
  /** BCP 47. */
  readonly language: string
  /** What is typed to go on after the warning; in capitals. */
  readonly goOn: string
  // in the terminal
  readonly usage: string
  readonly warning: readonly string[]
  readonly typeToGoOn: string
  readonly notGoneOn: string
  readonly which: string
  readonly passphrase: string
  readonly paperKey: string
  readonly sheets: string
  readonly nextSheet: string
  readonly hers: string
  readonly hersWrong: string
  readonly opening: string
  readonly backupOf: string
  readonly writing: string
  readonly stopped: string
  readonly done: string
  readonly problems: string
  readonly room: string
  readonly failures: Readonly<Record<string, string>>
  readonly paperUnknown: string
  readonly paperCount: string
  // in the files
  readonly roles: Readonly<Record<Role, string>>
  readonly reaches: Readonly<Record<string, string>>
  readonly toldBy: string
  readonly unknown: string
  readonly untitled: string
  readonly workingTitle: string
  readonly sealed: string
  readonly storyIncomplete: string
  readonly pageWarning: string
  readonly takenOutFor: string
  readonly labels: string
  readonly decisions: string
  readonly noDecisions: string
  readonly answers: Readonly<Record<string, string>>
  readonly certainties: Readonly<Record<string, string>>
  readonly wholeStory: string
  readonly passages: string
  readonly otherFiles: string
  // at the top
  readonly topTitle: string
  readonly topWarning: readonly string[]
  readonly whatIsHere: string
  readonly files: readonly string[]
  readonly openedFrom: { readonly archive: string; readonly backup: string }
  readonly stories: string
  readonly everythingRead: string
  readonly notRead: string
  readonly keepArchive: string
  readonly fixity: string
  readonly notes: Notes
}

/** What could not be read or is not here. `{…}` is put in. */
export interface Notes {
  readonly pages: string
  readonly unchecked: string
  readonly log: string
  readonly table: string
  readonly story: string
  readonly strays: string
  readonly media: string
  readonly mediaGone: string
  readonly mediaPart: string
  readonly mediaOther: string
  readonly sealed: string
  readonly offRecord: string
  readonly erased: string
}

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
