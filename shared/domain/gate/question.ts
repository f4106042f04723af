// What the gate is asked: one excerpt, and everything that there is to know about it at this moment.
import type { Beside } from '../writing/beside.ts'
import type { DatedLineage, History } from '../consent/lineage.ts'
import type { Excerpt } from '../excerpts/excerpt.ts'
import type { KeyEnd } from '../consent/key-ends.ts'
import type { LedgerEntry, Sha256 } from '../consent/ledger.ts'
import type { Marks } from '../marks/marks.ts'
import type { Reading } from '../sound/readings.ts'
import type { Story } from '../story.ts'

export interface GateQuestion {
  readonly excerpt: Excerpt
  readonly story: Story
  readonly marks: Marks
  /** The testimony's entries in the order of the ledger. */
  readonly ledger: readonly LedgerEntry[]
  /** How often each consent entry has been relied on in the register. */
  readonly timesUsed: ReadonlyMap<string, number>
  /** Sign-offs that the register has already used: each opens one giving out. */
  readonly spentSignOffs: ReadonlySet<string>
  /** The latest moment that the archive has seen, ISO 8601 UTC. */
  readonly moment: string
  /** Which passages were split and joined, and when; none where nothing was. */
  readonly lineage?: readonly DatedLineage[]
  /** SHA-256 (hex) of the files made from this very content; null when they have not been made. */
  readonly contentHash: string | null
  /** Her headings and what others wrote about her; without it there are no headings, and no words about her were seen. */
  readonly beside?: Pick<Beside, 'sections' | 'wordsAbout'> | undefined
  /** She has a key in use: what is not signed with it is no sign-off of hers. */
  readonly signsHerself?: boolean | undefined
  /** Keys of hers that were done away with. */
  readonly keyEnds?: readonly KeyEnd[] | undefined
  /** For the hash of the mirror; without it no sign-off counts below her line. */
  readonly sha256?: Sha256 | undefined
  /** Readings of her words by somebody else, the newest first. */
  readonly readings?: readonly Reading[] | undefined
}

/** How the passages came out of each other and belong together, for what was answered of them. */
export function historyIn({ story, lineage = [], beside }: GateQuestion): History {
  return { lineage, living: new Set(story.passages.map(({ id }) => id)), sections: beside?.sections }
}

/** What is enough to say what can be read of an excerpt. */
export type Shown = Pick<GateQuestion, 'excerpt' | 'story' | 'marks'>
