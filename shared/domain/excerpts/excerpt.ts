// An excerpt: passages chosen for a use and a recipient, with the words that others put around them.
import type { WordsAbout } from '../writing/beside.ts'
import type { Mirror } from '../mirror/mirror.ts'
import type { Direction, SpeakerRole } from '../story.ts'
import type { Reach } from '../reach.ts'
import type { RedactedThing, Stance, AssertedBy } from '../marks/marks.ts'
import type { ReadingVoice } from '../sound/readings.ts'
import type { SoundAs } from '../sound/sound-as.ts'
import type { UseName } from '../consent/uses.ts'

export interface Recipient {
  readonly id: string
  readonly name: string
  /** BCP 47, the language that letters to them are written in. */
  readonly language: string
}

/** What is written under one passage. */
export interface Caption {
  readonly passage: string
  readonly text: string
  /** Who wrote it. */
  readonly author: string
}

/** What others write around her words; each text is signed by its author. */
export interface Framing {
  readonly title: string
  readonly introduction: string
  readonly keywords: readonly string[]
  readonly captions: readonly Caption[]
  /** Ids of words about her that go along. */
  readonly about: readonly string[]
  readonly author: string
}

/**
 * What a use that the archive added is called, in the recipient's language or the nearest. NOTE: what its card says is said
 * to her, and is no term for whoever gets her words.
 */
export interface OwnUseWords {
  readonly name: string
}

export interface Excerpt {
  readonly id: string
  readonly testimony: string
  readonly use: UseName
  readonly ownUse?: OwnUseWords | undefined
  readonly recipient: Recipient
  /** Ids of passages; order is the order of the telling, whatever order they were chosen in. */
  readonly passages: readonly string[]
  readonly withSound: boolean
  /** How its sound goes along; as one plain WAV where nothing is said. */
  readonly soundAs?: SoundAs | undefined
  readonly framing: Framing
}

/** A stretch of a passage as a reader gets it: words, or what stands where words were taken out. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'gap'; readonly thing: RedactedThing }
  | { readonly kind: 'instead'; readonly text: string; readonly thing: RedactedThing }

export interface ShownLabel {
  readonly words: string
  readonly language: string
  readonly meaning: string
  readonly assertedBy: AssertedBy
  readonly stance: Stance
  readonly colour: number
}

/** Of the framing, what stands before the story. */
export type ShownFraming = Pick<Framing, 'title' | 'introduction' | 'keywords' | 'author'>

/** Words about her that go along, signed. */
export type ShownAbout = Pick<WordsAbout, 'kind' | 'language' | 'text' | 'author'>

/** Numbers, not ids: nothing in it tells what else there is. `gapBefore`: something of the story lies between, left out. */
export interface ShownPassage {
  readonly number: number
  readonly role: SpeakerRole
  readonly language: string
  readonly direction: Direction
  readonly pieces: readonly Piece[]
  readonly labels: readonly ShownLabel[]
  readonly gapBefore: boolean
  /** What others wrote under it. */
  readonly caption: Omit<Caption, 'passage'> | null
  /** Index into `sound`, null where the passage has none to give. */
  readonly clip: number | null
  /** Who is heard in place of whoever said it, never by name; null where nobody is. */
  readonly readBy: ReadingVoice | null
}

/** Milliseconds in a recording of hers, or in somebody's reading of her words; `silences` lie inside [startMs, endMs]. */
export interface Clip {
  readonly recording: string
  readonly startMs: number
  readonly endMs: number
  readonly silences: readonly { readonly startMs: number; readonly endMs: number }[]
}

declare const redacted: unique symbol

/** What a reader of this reach would get, everything hidden from it already gone. Made by `redactExcerpt` alone. */
export interface RedactedExcerpt {
  readonly [redacted]: true
  readonly use: UseName
  /** Null for a use that the program begins with. */
  readonly ownUse: OwnUseWords | null
  readonly reach: Reach
  readonly recipient: Recipient
  readonly framing: ShownFraming
  /** Words about her that she has seen, as others wrote them. */
  readonly about: readonly ShownAbout[]
  /** The whole story beside this, where she wants readers to see it; null where she does not. */
  readonly mirror: Mirror | null
  /** Her name for this reach; null where she gives none. */
  readonly narratorName: string | null
  readonly language: string
  readonly passages: readonly ShownPassage[]
  readonly sound: readonly Clip[]
  readonly soundAs: SoundAs
}

declare const releasable: unique symbol

/** May leave. Made by the gate alone; `content` is what she signed off, `contentHash` the bytes (SHA-256, hex). */
export interface ReleasableExcerpt {
  readonly [releasable]: true
  readonly excerpt: Excerpt
  readonly content: RedactedExcerpt
  readonly contentHash: string
  readonly revision: number
  readonly passages: readonly string[]
  readonly redactions: readonly string[]
  readonly consentEntries: readonly string[]
  readonly signOff: string
}
