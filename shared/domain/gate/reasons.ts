// Why an excerpt may not leave, each with the passage it is about, for the screen to say with its one next step.
import type { SeenByHer } from '../writing/beside.ts'
import type { ClosedBecause } from '../consent/effective-answer.ts'

export const framingParts = [
  'title',
  'introduction',
  'keyword',
  'caption',
  'about',
  'label',
  'nameAs',
  'recipient',
  'use',
] as const
export type FramingPart = (typeof framingParts)[number]

/** What of the framing a reason is about: a caption's `passage`, the id of words `about` her. */
export interface InFraming {
  readonly part: FramingPart
  readonly passage?: string | undefined
  readonly about?: string | undefined
}

export type GateReason =
  | { readonly kind: 'nothingChosen' }
  | { readonly kind: 'titleMissing' }
  | { readonly kind: 'notAllowed'; readonly passage: string; readonly because: ClosedBecause }
  | { readonly kind: 'wholeOnly'; readonly passage: string }
  | { readonly kind: 'voiceNotAllowed'; readonly passage: string }
  | { readonly kind: 'labelWithoutStance'; readonly passage: string; readonly label: string; readonly words: string }
  | { readonly kind: 'redactionUnresolved'; readonly passage: string; readonly redaction: string }
  | { readonly kind: 'soundTimeMissing'; readonly passage: string; readonly redaction: string }
  /** `longer`: words in which they are found, as they stand, and of which it may be said that they are somebody else. */
  | {
      readonly kind: 'takenOutElsewhere'
      readonly passage: string
      readonly redaction: string
      readonly words: string
      readonly longer?: readonly string[] | undefined
    }
  | ({ readonly kind: 'takenOutInFraming'; readonly words: string } & InFraming)
  | { readonly kind: 'signatureTells'; readonly words: string }
  | ({ readonly kind: 'herName' } & InFraming)
  /** `stands`: how it stands there, in another form than she gave it. */
  | ({
      readonly kind: 'refusedWord'
      readonly word: string
      readonly instead: string
      readonly stands?: string | undefined
    } & InFraming)
  /** Words about her that she has not seen, or with which she disagrees. */
  | {
      readonly kind: 'unseenWordsAbout'
      readonly wordsAbout: string
      readonly passage: null
      readonly seen: Exclude<SeenByHer, 'yes'>
    }
  /** `passage` travels together with one that is chosen, and is not chosen. `reason`: why, in her words. */
  | { readonly kind: 'tieBroken'; readonly passage: string; readonly tie: string; readonly reason: string }
  | { readonly kind: 'alone'; readonly passage: string; readonly tie: string; readonly reason: string }
  | {
      readonly kind: 'asTitle'
      readonly passage: string
      readonly tie: string
      readonly reason: string
      readonly part: 'title' | 'keyword' | 'caption' | 'about'
      /** The passage of the caption, the id of the words about her. */
      readonly caption?: string | undefined
      readonly about?: string | undefined
    }
  | { readonly kind: 'sealed'; readonly passage: string }
  /** `share`: how much of her words is chosen, `threshold`: the line she has drawn, both in percent. */
  | { readonly kind: 'belowHerLine'; readonly share: number; readonly threshold: number }
  | { readonly kind: 'notReviewed' }
  | { readonly kind: 'coolingOff'; readonly until: string }
  /** Her passphrase was done away with, `at`, and was not typed: until then nobody says yes for her. */
  | { readonly kind: 'keyForgotten'; readonly at: string; readonly until: string }
  | { readonly kind: 'notPrepared' }
  | { readonly kind: 'notSignedOff' }
  | { readonly kind: 'changedSinceSignOff' }
  /** She said no to exactly this; `why` in her words, or empty. */
  | { readonly kind: 'refusedByHer'; readonly at: string; readonly why: string }
