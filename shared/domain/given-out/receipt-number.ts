// The number on her receipt: from her own decisions alone, so that she can show later that none of them was cut out.
import { canonical } from '../canonical.ts'
import { decisionHash, noPrevious, type LedgerEntry, type Sha256 } from '../consent/ledger.ts'

/**
 * SHA-256 (hex) after each of her decisions, in the order in which she made them. Nothing of it depends on what anybody
 * else decided, and it is the same in her take-home copy and at home.
 *
 * @param hers every entry of one narrator, in the order of the ledger
 */
export function receiptNumbers(hers: readonly LedgerEntry[], sha256: Sha256): string[] {
  const numbers: string[] = []
  for (const entry of hers) {
    const previous = numbers.at(-1) ?? noPrevious
    numbers.push(sha256(canonical({ previous, decision: decisionHash(entry, sha256) })))
  }
  return numbers
}

/** The number that a receipt carries: the last one, 64 zeros where she has decided nothing. */
export function receiptNumber(hers: readonly LedgerEntry[], sha256: Sha256): string {
  return receiptNumbers(hers, sha256).at(-1) ?? noPrevious
}

/** How many decisions an older receipt's number stands for, all of which are still there as they were; null where not. */
export function stillThere(number: string, hers: readonly LedgerEntry[], sha256: Sha256): number | null {
  const typed = number.replaceAll(/[^0-9a-f]/giu, '').toLowerCase()
  if (typed === noPrevious) return 0
  const at = receiptNumbers(hers, sha256).indexOf(typed)
  return at === -1 ? null : at + 1
}
