// Whether words that somebody brings in are words that were called back.
import type { Prints } from './shingles.ts'
import { runsOf, runsOfLength, tokensOf } from './shingles.ts'

/** So many runs in common are about 47 words on end: more than a hymn or the head of a form. */
const manyInCommon = 36
const fewInCommon = 3
const part = 4

/** How much of what was called back stands in what is brought in. All counts are of different runs. */
export interface InCommon {
  readonly common: number
  readonly calledBack: number
  readonly broughtIn: number
}

/**
 * A long stretch, or a good part of either: so a hymn or the head of a form that two stories share is neither, and a
 * short text that is taken from a long one is.
 */
export function isCalledBack({ common, calledBack, broughtIn }: InCommon): boolean {
  if (common >= manyInCommon) return true
  if (common === 0 || common < Math.min(fewInCommon, calledBack)) return false
  return common * part >= calledBack || common * part >= broughtIn
}

/** What is brought in, ready to be compared: hashed once, whatever it is compared with. */
export interface BroughtIn {
  /** Hash of every run of twelve words. */
  readonly runs: ReadonlySet<string>
  /** Hash of every run of so many words; worked out when asked for. */
  readonly ofLength: (length: number) => ReadonlySet<string>
  /** Hash of each passage by itself. */
  readonly passages: ReadonlySet<string>
}

/** @param hash one-way, of a run as text */
export function broughtInOf(passages: readonly string[], hash: (run: string) => string): BroughtIn {
  const each = passages.map(tokensOf)
  const tokens = each.flat()
  const lengths = new Map<number, ReadonlySet<string>>()
  return {
    runs: new Set(runsOf(tokens).map(hash)),
    ofLength(length) {
      const known = lengths.get(length) ?? new Set(runsOfLength(tokens, length).map(hash))
      lengths.set(length, known)
      return known
    },
    passages: new Set(each.map((own) => hash(own.join(' ')))),
  }
}

/**
 * Compares with one recall. `salted` is done to each hash of what is brought in before it is compared; the same for all
 * spans of one recall.
 */
export function inCommon(
  spans: readonly Prints[],
  { runs, ofLength, passages }: BroughtIn,
  salted: (hashes: ReadonlySet<string>) => ReadonlySet<string>,
): InCommon {
  const calledBack = new Set<string>()
  const common = new Set<string>()
  const twelve = salted(runs)
  for (const { runs: own, whole, telling } of spans) {
    const there = whole === null ? twelve : salted(telling ? ofLength(whole) : passages)
    for (const run of own) {
      calledBack.add(run)
      if (there.has(run)) common.add(run)
    }
  }
  return { common: common.size, calledBack: calledBack.size, broughtIn: Math.max(1, runs.size) }
}
