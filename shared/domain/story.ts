// A testimony as it is worked with: who speaks, in turns of passages, with its sound. Marks lie beside it, never inside.
import type { Reach } from './reach.ts'

export type SpeakerRole = 'narrator' | 'interviewer' | 'other'
export type Direction = 'ltr' | 'rtl'

export interface Speaker {
  readonly id: string
  readonly name: string
  readonly role: SpeakerRole
}

/** A word's place in its passage's text (UTF-16 offsets) and in the sound (milliseconds from the recording's start). */
export interface WordTime {
  readonly start: number
  readonly end: number
  readonly startMs: number
  readonly endMs: number
}

/** The smallest thing that can be quoted. Times are milliseconds from the start of `recording`; null where there are none. */
export interface Passage {
  readonly id: string
  readonly turn: string
  readonly text: string
  readonly language: string
  readonly direction: Direction
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly wordTimes: readonly WordTime[]
}

export interface Turn {
  readonly id: string
  readonly speaker: string
}

export interface Recording {
  readonly id: string
  readonly media: string
  readonly sitting: number
  readonly format: string
  readonly durationMs: number
  readonly channels: number
  readonly sampleRate: number
  /** Where the end of the file is missing; left out where it is whole. */
  readonly isCut?: boolean | undefined
}

export const existences = ['byName', 'byPseudonym', 'countedOnly', 'notCounted'] as const
export type Existence = (typeof existences)[number]

/** A word that is not to be used of her, and what to say instead (empty: nothing said). */
export interface RefusedWord {
  readonly word: string
  readonly instead: string
}

/** `names` says how she is called for each reach; a reach without an entry takes the nearest wider one's, then `name`. */
export interface Narrator {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Partial<Record<Reach, string>>>
  readonly existence: Existence
  readonly refusedWords: readonly RefusedWord[]
}

export interface Testimony {
  readonly id: string
  readonly narrator: string
  readonly title: string
  /** A working title by an archivist is shown as such. */
  readonly titleBy: 'narrator' | 'archivist'
  readonly language: string
  readonly createdAt: string
  readonly revision: number
}

/** Speakers, turns and passages in the order in which they were told; every passage names its turn, every turn its speaker. */
export interface Transcript {
  readonly speakers: readonly Speaker[]
  readonly turns: readonly Turn[]
  readonly passages: readonly Passage[]
}

export interface Story extends Transcript {
  readonly testimony: Testimony
  readonly narrator: Narrator
  readonly recordings: readonly Recording[]
}
