// What a receipt says, before it is in any form: what she decided, where her words went, and how to take it back.
import type { ConsentStatus } from '../../../../shared/domain/consent/status.ts'
import type { ClosedBecause } from '../../../../shared/domain/consent/effective-answer.ts'
import type { Conditions, LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { Outcome, RecallState } from '../../../../shared/domain/given-out/recall.ts'
import type { Existence } from '../../../../shared/domain/story.ts'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'

/** Which part of a story: all of it, or the passages by their numbers as they are now, under a heading of hers or none. */
export interface Part {
  /** Null for the whole story. Empty where none of them is there any more. */
  readonly numbers: readonly number[] | null
  readonly heading: string | null
}

/** The answer in effect for one use and one part. */
export interface Standing {
  readonly use: UseName
  readonly part: Part
  readonly status: ConsentStatus
  /** Null where it is open. */
  readonly because: ClosedBecause | null
  readonly conditions: Conditions | null
  /** When she wants to be asked again, ISO 8601 UTC; null where she did not say. */
  readonly reviewAt: string | null
}

export interface Decided {
  readonly entry: LedgerEntry
  /** SHA-256 (hex) that her key signs. */
  readonly decision: string
  readonly part: Part | null
  readonly signature: 'none' | 'holds' | 'broken'
  /** False where no card was read for it: what is taken back names the card of the yes before. */
  readonly isCardRead: boolean
}

export interface Given {
  readonly id: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly recipient: string
  readonly use: UseName
  readonly title: string
  readonly passages: number
  readonly files: readonly { readonly size: number; readonly sha256: string }[]
  readonly state: RecallState
  /** Passages in it that are closed by now. */
  readonly closed: number
  /** The day of the last word of it, ISO 8601; null for none. */
  readonly on: string | null
  /** Everything that was done or heard of it outside, oldest first, with its day. */
  readonly heard: readonly { readonly kind: Outcome; readonly on: string }[]
  /** When somebody wrote down that it may be brought in again, or may not after all, and why; `at` ISO 8601 UTC. */
  readonly lifts: readonly {
    readonly lifted: boolean
    readonly note: string
    readonly at: string
    readonly by: string
  }[]
}

export interface ReceiptStory {
  readonly testimony: string
  readonly title: string
  readonly titleBy: 'narrator' | 'archivist'
  /** BCP 47. */
  readonly language: string
  readonly standing: readonly Standing[]
  /** Uses that she has not answered about. */
  readonly silent: readonly UseName[]
  readonly decided: readonly Decided[]
  readonly given: readonly Given[]
}

export interface ListNaming {
  readonly reach: 'readers' | 'anyone'
  /** ISO 8601 UTC. */
  readonly at: string
  /** As she stands in it. */
  readonly name: string
  /** Whether she would be named so now. */
  readonly stands: boolean
}

/** A card as it was read or played. */
export interface ReadCard {
  readonly use: UseName
  readonly language: string
  readonly version: number
  readonly title: string
  readonly says: string
  readonly whoCouldSee: string
  readonly worstCase: string
}

export interface Receipt {
  readonly id: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly narrator: string
  readonly name: string
  readonly existence: Existence
  /** When her passphrase was done away with and not typed, ISO 8601 UTC; the oldest first. */
  readonly keysForgotten: readonly string[]
  /** Who writes it, and how to reach whoever keeps her words; empty for nothing. */
  readonly keeper: string
  readonly contact: string
  readonly stories: readonly ReceiptStory[]
  /** Lists of what is here that left and name her. */
  readonly lists: readonly ListNaming[]
  readonly cards: readonly ReadCard[]
  readonly useNames: ReadonlyMap<UseName, string>
  /** Names of the recipients whom she named, by id. */
  readonly recipients: ReadonlyMap<string, string>
  /** From her own decisions alone; see `receiptNumber`. */
  readonly number: string
  readonly decisions: number
}
