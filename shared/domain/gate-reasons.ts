// Why an excerpt may not leave, each with the passage it is about, for the screen to say with its one next step.
import type { ClosedBecause } from './effective-answer.ts'

export type FramingPart = 'title' | 'introduction' | 'keyword' | 'label' | 'nameAs' | 'recipient'

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
  | { readonly kind: 'takenOutInFraming'; readonly part: FramingPart; readonly words: string }
  | { readonly kind: 'signatureTells'; readonly words: string }
  | { readonly kind: 'herName'; readonly part: FramingPart }
  | { readonly kind: 'refusedWord'; readonly part: FramingPart; readonly word: string; readonly instead: string }
  /** `passage` travels together with one that is chosen, and is not chosen. `reason`: why, in her words. */
  | { readonly kind: 'tieBroken'; readonly passage: string; readonly tie: string; readonly reason: string }
  | { readonly kind: 'alone'; readonly passage: string; readonly tie: string; readonly reason: string }
  | {
      readonly kind: 'asTitle'
      readonly passage: string
      readonly tie: string
      readonly reason: string
      readonly part: 'title' | 'keyword'
    }
  | { readonly kind: 'sealed'; readonly passage: string }
  | { readonly kind: 'notReviewed' }
  | { readonly kind: 'coolingOff'; readonly until: string }
  | { readonly kind: 'notPrepared' }
  | { readonly kind: 'notSignedOff' }
  | { readonly kind: 'changedSinceSignOff' }
