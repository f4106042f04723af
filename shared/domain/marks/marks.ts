// Marks on passages: standoff ranges that lie beside the text and overlap freely.
import type { Reach } from '../reach.ts'

export const assertedByChoices = ['narrator', 'archivist', 'court', 'police', 'organisation', 'press'] as const
export type AssertedBy = (typeof assertedByChoices)[number]

/** `none` is no stance yet: what others assert waits, and never leaves before she has taken one. */
export const stances = ['none', 'mine', 'notMine', 'contested', 'onlyHere', 'doNotShow'] as const
export type Stance = (typeof stances)[number]

export const redactedThings = ['name', 'place', 'employer', 'voice', 'passage', 'other'] as const
export type RedactedThing = (typeof redactedThings)[number]

export const redactionWays = ['removed', 'pseudonym', 'vaguer', 'silence'] as const
export type RedactionWay = (typeof redactionWays)[number]

/**
 * `start` and `end` are grapheme-safe UTF-16 offsets into the passage's text, end not included; `quote` is what stood there.
 * `startMs` and `endMs` say where it is in the sound, when somebody or the transcript has said so.
 */
export interface Range {
  readonly id: string
  readonly passage: string
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly startMs: number | null
  readonly endMs: number | null
  readonly unresolved: boolean
}

export interface Label {
  readonly id: string
  readonly words: string
  readonly language: string
  readonly meaning: string
  readonly assertedBy: AssertedBy
  readonly stance: Stance
  readonly colour: number
  readonly author: string
  readonly ranges: readonly Range[]
}

/**
 * Sound that is taken out by itself, whether or not anybody has written down what is said there. Milliseconds from the
 * start of the recording with the id `recording`.
 */
export interface SoundStretch {
  readonly id: string
  readonly recording: string
  readonly startMs: number
  readonly endMs: number
}

/** Hidden from `reach` and every wider one. `replacement` is what is read instead for `pseudonym` and `vaguer`. */
export interface Redaction {
  readonly id: string
  readonly thing: RedactedThing
  readonly reach: Reach
  readonly way: RedactionWay
  readonly replacement: string
  readonly why: string
  readonly author: string
  readonly ranges: readonly Range[]
  /** NOTE: left out where there are none, so that what is hashed of a redaction of words alone stays as it was. */
  readonly stretches?: readonly SoundStretch[] | undefined
}

export const tieKinds = ['together', 'neverAlone', 'neverAsTitle'] as const
export type TieKind = (typeof tieKinds)[number]

/**
 * What she asks of passages: that they travel `together`, are `neverAlone` (not the whole of an excerpt), or are
 * `neverAsTitle` (no headline, pull quote or file name). Its ranges cover whole passages and grow with them.
 */
export interface Tie {
  readonly id: string
  readonly kind: TieKind
  /** Her words; seen by everybody who works on the story. */
  readonly reason: string
  readonly author: string
  readonly ranges: readonly Range[]
}

/** A passage that only she can read, by her key. Its text is empty for everybody else, in the story too. */
export interface Seal {
  readonly id: string
  readonly passage: string
}

/**
 * Longer words in which a name that was taken out is found, and which are somebody else's name. Both as `plainWords`
 * writes them; `other` has more letters.
 */
export interface NotTheSame {
  readonly id: string
  readonly words: string
  readonly other: string
  readonly author: string
}

export interface Marks {
  readonly labels: readonly Label[]
  readonly redactions: readonly Redaction[]
  readonly ties: readonly Tie[]
  readonly seals: readonly Seal[]
  readonly notTheSame: readonly NotTheSame[]
}

export const noMarks: Marks = { labels: [], redactions: [], ties: [], seals: [], notTheSame: [] }
