// What she has decided about the mirror: a line below which her yes is needed, and whether readers see it.
import type { LedgerEntry, MirrorBody } from '../consent/ledger.ts'
import { shareOfHerWords, type Mirror } from './mirror.ts'

export interface HerLine {
  /** Percent of her own words; null where she has drawn no line. */
  readonly threshold: number | null
  readonly toReader: boolean
}

/** @param ledger the testimony's entries in the order of the ledger */
export function herLine(ledger: readonly LedgerEntry[]): HerLine {
  const last = ledger.findLast((entry): entry is LedgerEntry<MirrorBody> => entry.body.kind === 'mirror')
  return { threshold: last?.body.threshold ?? null, toReader: last?.body.toReader ?? false }
}

/** Whether less is asked of her, or readers see more, than before. */
export function isLoosened(before: HerLine, after: HerLine): boolean {
  return (after.threshold ?? 0) < (before.threshold ?? 0) || (after.toReader && !before.toReader)
}

/** What both ask. */
export function stricterOf(one: HerLine, other: HerLine): HerLine {
  const threshold = Math.max(one.threshold ?? 0, other.threshold ?? 0)
  return { threshold: threshold === 0 ? null : threshold, toReader: one.toReader && other.toReader }
}

/** Whether less of her words is chosen than the line that she has drawn. */
export function isBelow(mirror: Mirror, { threshold }: HerLine): boolean {
  return threshold !== null && shareOfHerWords(mirror) < threshold
}
