// The register's rows, newest first, and those of them that a filter lets through.
import type { z } from 'zod'
import type { disclosure } from '../../../shared/contract/excerpts.ts'
import { answered, waitsForUs } from './recall-in-words.ts'
import type { RecallSummary } from './recall-shapes.ts'
import type { UseName } from '../../../shared/domain/consent/uses.ts'

export type Disclosed = z.infer<typeof disclosure>

export const recallFilters = ['all', 'owed', 'asked', 'answered', 'ended'] as const
export type RecallFilter = (typeof recallFilters)[number]

function isOf(filter: RecallFilter, one: RecallSummary | undefined): boolean {
  if (filter === 'all') return true
  if (one === undefined) return false
  if (filter === 'ended') return one.ended > 0
  if (filter === 'asked') return one.state === 'sent'
  return filter === 'answered' ? answered.has(one.state) : waitsForUs.has(one.state)
}

export interface RegisterFilter {
  readonly words: string
  /** Id; empty for anybody. */
  readonly recipient: string
  readonly use: UseName | ''
  readonly recall: RecallFilter
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

export function rowsThatFit(
  rows: readonly Disclosed[],
  { words, recipient, use, recall }: RegisterFilter,
  recalls: ReadonlyMap<string, RecallSummary> = new Map(),
): Disclosed[] {
  const wanted = plain(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return rows
    .filter((row) => (recipient === '' || row.recipient.id === recipient) && (use === '' || row.use === use))
    .filter(({ id }) => isOf(recall, recalls.get(id)))
    .filter(({ title, testimonyTitle, recipient: { name } }) => {
      const text = plain(`${title} ${testimonyTitle} ${name}`)
      return wanted.every((word) => text.includes(word))
    })
    .toSorted((one, other) => other.at.localeCompare(one.at))
}
