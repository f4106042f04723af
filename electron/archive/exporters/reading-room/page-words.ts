// The words that the pages themselves say, for each language they are spoken in; English where there are none.
import type { WordsAboutKind } from '../../../../shared/domain/writing/beside.ts'
import type { OwnUseWords } from '../../../../shared/domain/excerpts/excerpt.ts'
import type { AssertedBy, RedactedThing, Stance } from '../../../../shared/domain/marks/marks.ts'
import type { SpeakerRole } from '../../../../shared/domain/story.ts'
import type { ReadingVoice } from '../../../../shared/domain/sound/readings.ts'
import { isStartingUse, type StartingUse, type UseName } from '../../../../shared/domain/consent/uses.ts'
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'
import { english } from './words-english.ts'
import { spanish } from './words-spanish.ts'

/** `may` says what this use allows, with `{recipient}`; `passOn` is false where it is for the recipient alone. */
export interface UseWords {
  readonly name: string
  readonly may: string
  readonly passOn: boolean
}

/** `{here}`, `{all}`: how many; `{name}`: a heading or a label; `{percent}`. */
export interface MirrorWords {
  readonly title: string
  readonly says: string
  readonly part: string
  readonly passages: string
  readonly words: string
  readonly minutes: string
  readonly ofAll: string
  readonly wholeStory: string
  readonly beforeHeadings: string
  readonly sections: string
  readonly labels: string
  readonly share: string
  readonly goneSection: string
  readonly goneLabel: string
  readonly goneBefore: string
}

export interface PageWords {
  /** BCP 47. */
  readonly language: string
  readonly toStory: string
  readonly givenTo: string
  readonly toldBy: string
  readonly theNarrator: string
  readonly signed: string
  readonly keywords: string
  /** Over words about her that go along, and what each kind is called. */
  readonly aboutHer: string
  readonly aboutKinds: Readonly<Record<WordsAboutKind, string>>
  /** Before who wrote a caption, or words about her. */
  readonly writtenBy: string
  readonly mirror: MirrorWords
  readonly roles: Readonly<Record<SpeakerRole, string>>
  readonly things: Readonly<Record<RedactedThing, string>>
  /** After a thing, for who cannot see the hatch. */
  readonly takenOut: string
  /** After words that stand for others. */
  readonly notReal: string
  readonly howToRead: string
  readonly hatched: string
  readonly dotted: string
  /** The same where there is no box, in plain text. */
  readonly someNotReal: string
  readonly labelled: string
  readonly others: string
  readonly between: string
  readonly labels: string
  readonly saidBy: Readonly<Record<AssertedBy, string>>
  /** Before her stance to what others wrote. */
  readonly sheSays: string
  readonly stances: Readonly<Record<Exclude<Stance, 'none' | 'notMine' | 'doNotShow'>, string>>
  readonly passage: string
  readonly hear: string
  /** The same where each passage has a sound file of its own. */
  readonly hearOne: string
  /** Under a passage that somebody else is heard to read, and who that is in captions. */
  readonly readBy: Readonly<Record<ReadingVoice, string>>
  readonly readers: Readonly<Record<ReadingVoice, string>>
  /** In a silence of the sound, of a passage that is only in writing: `{number}`. */
  readonly notHeard: string
  readonly sound: string
  readonly soundOfStory: string
  readonly find: string
  readonly next: string
  readonly foundNone: string
  readonly foundOne: string
  readonly foundMany: string
  readonly removal: string
  readonly removalWords: readonly string[]
  readonly removalHow: string
  readonly reference: string
  readonly termsTitle: string
  /** What holds for every use, after what the use allows. */
  readonly terms: {
    readonly nothingElse: string
    readonly notPassedOn: string
    readonly notMachines: string
    readonly always: readonly string[]
  }
  readonly uses: Readonly<Record<StartingUse, UseWords>>
  /** What a use of the archive's own allows, with `{recipient}` and its name, `{use}`. */
  readonly ownUse: string
  readonly files: string
  readonly transcriptFile: string
  readonly captionsFile: string
  readonly soundFile: string
}

const spoken: Readonly<Record<string, PageWords>> = { en: english, es: spanish }

/** @param language BCP 47 */
export function pageWordsFor(language: string): PageWords {
  return spoken[primaryLanguage(language)] ?? english
}

/** A name inside a sentence, whichever way it is written: between FIRST STRONG ISOLATE and its end. */
export function isolated(name: string): string {
  return `\u2068${name.replaceAll(/[\u2066-\u2069\u202a-\u202e]/g, '')}\u2069`
}

/** What a use is called and allows; one of the archive's own allows no more than its name says. */
export function useWordsOf(words: PageWords, use: UseName, own: OwnUseWords | null): UseWords {
  if (isStartingUse(use)) return words.uses[use]
  const name = own?.name ?? ''
  return { name, may: words.ownUse.replaceAll('{use}', () => isolated(name)), passOn: false }
}

/** The terms as sentences, for the pages and for the manifest. */
export function termsOf(words: PageWords, use: UseName, { may, passOn }: UseWords, recipient: string): string[] {
  const { nothingElse, notPassedOn, notMachines, always } = words.terms
  return [
    may.replaceAll('{recipient}', () => recipient),
    nothingElse,
    ...(passOn ? [] : [notPassedOn]),
    ...(use === 'machines' ? [] : [notMachines]),
    ...always,
  ]
}
