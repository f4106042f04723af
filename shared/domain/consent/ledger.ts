// The ledger: everything she has decided, one entry after another, each carrying the hash of the one before.
import { canonical } from '../canonical.ts'
import type { UseName } from './uses.ts'

export const answers = ['yes', 'no', 'notYet', 'askEachTime', 'withdrawn'] as const
export type Answer = (typeof answers)[number]

export const voices = ['own', 'other', 'text'] as const
export type Voice = (typeof voices)[number]

export const evidenceKinds = ['signedPaper', 'spokenClip', 'interpreter', 'witness', 'inPerson'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** A scan, a photograph or a sound that is kept as evidence: its id, and the SHA-256 (hex) of its bytes. */
export interface EvidenceFile {
  readonly id: string
  readonly sha256: string
}

/** Where in one of her recordings it can be heard, in milliseconds. */
export interface EvidenceClip {
  readonly recording: string
  readonly startMs: number
  readonly endMs: number
}

/** How it is known that she decided this; `note` says where the paper lies or who was there. */
export interface Evidence {
  readonly kind: EvidenceKind
  readonly note: string
  readonly clip?: EvidenceClip | undefined
  readonly files?: readonly EvidenceFile[] | undefined
}

/**
 * What an answer is about. A section is named by its heading and by the passages that it had then: a yes is about those,
 * whatever closes is about those that come to it later as well.
 */
export type Scope =
  | { readonly kind: 'testimony' }
  | {
      readonly kind: 'section'
      readonly section: string
      readonly heading: string
      readonly passages: readonly string[]
    }
  | { readonly kind: 'passages'; readonly passages: readonly string[] }

export interface Conditions {
  /** Ids of the only recipients it holds for; empty for anybody within the use. */
  readonly recipients: readonly string[]
  /** Her name as it is to be given; null for the name she chose for the reach. */
  readonly nameAs: string | null
  readonly voice: Voice
  /** Last moment that it holds, ISO 8601 UTC; null for no end. */
  readonly until: string | null
  /** What is to come to pass for it to end, in her words; left out where nothing is. */
  readonly untilEvent?: string | undefined
  /** How many times it may be used; null for as often as asked. */
  readonly times: number | null
  /** Only the whole scope, no part of it. */
  readonly noCutting: boolean
}

/** What she said that it means, in her own words, written down or recorded. */
export interface TeachBack {
  readonly said: string
  readonly file?: EvidenceFile | undefined
}

export interface ConsentBody {
  readonly kind: 'consent'
  readonly testimony: string
  readonly scope: Scope
  readonly use: UseName
  readonly answer: Answer
  readonly conditions: Conditions
  /** The card as it was read or played: its language (BCP 47) and wording version. */
  readonly cardLanguage: string
  readonly cardVersion: number
  readonly teachBack?: TeachBack | undefined
  /** When she wants to be asked how she thinks about it now, ISO 8601 UTC. It closes nothing. */
  readonly reviewAt?: string | undefined
  /** The id of the entry that it says again. */
  readonly renews?: string | undefined
}

/** What a yes waited for has come to pass: the entry with this id is asked again. */
export interface EventBody {
  readonly kind: 'eventCame'
  readonly testimony: string
  readonly entry: string
}

/**
 * How much of her words a selection must hold, in percent, or her yes is needed for it by itself; null for no such line.
 * `toReader`: whoever reads an excerpt sees the mirror too.
 */
export interface MirrorBody {
  readonly kind: 'mirror'
  readonly testimony: string
  readonly threshold: number | null
  readonly toReader: boolean
}

/** Not these bytes. */
export interface RefusalBody {
  readonly kind: 'signOffRefused'
  readonly testimony: string
  readonly excerpt: string
  readonly contentHash: string
  readonly why: string
}

export const replacements = ['silence', 'takenBack', 'words'] as const
export type Replacement = (typeof replacements)[number]

/** What is to stand where her words were, once they are called back; `words` of hers where it `says` words. */
export interface ReplacementBody {
  readonly kind: 'replacement'
  readonly testimony: string
  readonly says: Replacement
  readonly words: string
  /** BCP 47, of `words`. */
  readonly language: string
}

/** What she wants done about one thing that was given out and is outside, where she had wanted it otherwise before. */
export interface OutsideBody {
  readonly kind: 'outside'
  readonly testimony: string
  readonly disclosure: string
  readonly wish: 'askBack' | 'letBe'
}

/** She has gone through the testimony; the first of these starts the cooling-off. */
export interface ReviewedBody {
  readonly kind: 'reviewed'
  readonly testimony: string
  readonly revision: number
}

/** She alone may do without the cooling-off. */
export interface WaiverBody {
  readonly kind: 'coolingOffWaived'
  readonly testimony: string
}

/** Her yes to exact bytes, for one use and one recipient. `contentHash` is the SHA-256 (hex) that the excerpt was shown with. */
export interface SignOffBody {
  readonly kind: 'signOff'
  readonly testimony: string
  readonly excerpt: string
  readonly use: UseName
  readonly recipient: string
  readonly contentHash: string
  /** SHA-256 (hex) of the mirror that she was shown; left out where the selection is not below the line that she drew. */
  readonly mirror?: string | undefined
  /**
   * The hash of the entry before it, so that what her key signs says after which of her decisions she said it; left out
   * where it is attested.
   */
  readonly after?: string | undefined
}

/** She agreed to be recorded, in this sitting. Nothing may be done with it because of that. */
export interface RecordingAgreedBody {
  readonly kind: 'recordingAgreed'
  readonly testimony: string
  readonly sitting: number
}

export type LedgerBody =
  | ConsentBody
  | ReviewedBody
  | WaiverBody
  | SignOffBody
  | RefusalBody
  | EventBody
  | MirrorBody
  | ReplacementBody
  | RecordingAgreedBody
  | OutsideBody

export const ledgerKinds = [
  'consent',
  'reviewed',
  'coolingOffWaived',
  'signOff',
  'signOffRefused',
  'eventCame',
  'mirror',
  'replacement',
  'recordingAgreed',
  'outside',
] as const satisfies readonly LedgerBody['kind'][]

export interface LedgerEntry<B extends LedgerBody = LedgerBody> {
  readonly sequence: number
  readonly id: string
  readonly narrator: string
  /** `signed` with her key, or `attested` by an archivist with evidence. Shown for ever. */
  readonly certainty: 'signed' | 'attested'
  readonly by: string
  readonly evidence: Evidence
  /** ISO 8601 UTC. */
  readonly at: string
  readonly body: B
  /** SHA-256 (hex) of the entry before; 64 zeros for the first. */
  readonly previous: string
  readonly hash: string
}

export type Sha256 = (text: string) => string
export const noPrevious = '0'.repeat(64)

/** The hash that an entry must carry: SHA-256 over its canonical JSON without the hash itself. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'>, sha256: Sha256): string {
  const { sequence, id, narrator, certainty, by, evidence, at, body, previous } = entry
  return sha256(canonical({ sequence, id, narrator, certainty, by, evidence, at, body, previous }))
}

/**
 * What a narrator's key signs, as SHA-256 (hex): the entry without its place in the chain, so that her signature holds in
 * her take-home copy and back at home as well, where the entries before it are others.
 */
export function decisionHash(entry: Omit<LedgerEntry, 'sequence' | 'previous' | 'hash'>, sha256: Sha256): string {
  const { id, narrator, certainty, by, evidence, at, body } = entry
  return sha256(canonical({ id, narrator, certainty, by, evidence, at, body }))
}

/** The next entry of a ledger whose last one is `last`. */
export function appended<B extends LedgerBody>(
  last: { readonly sequence: number; readonly hash: string } | null,
  entry: Omit<LedgerEntry<B>, 'sequence' | 'previous' | 'hash'>,
  sha256: Sha256,
): LedgerEntry<B> {
  const chained = { ...entry, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? noPrevious }
  return { ...chained, hash: entryHash(chained, sha256) }
}
