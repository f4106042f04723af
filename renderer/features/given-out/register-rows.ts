// The register's rows, newest first, and those of them that a filter lets through.
import type { z } from 'zod'
import type { disclosure } from '../../../shared/contract/excerpts.ts'
import type { UseName } from '../../../shared/domain/uses.ts'

export type Disclosed = z.infer<typeof disclosure>

export interface RegisterFilter {
  readonly words: string
  /** Id; empty for anybody. */
  readonly recipient: string
  readonly use: UseName | ''
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

export function rowsThatFit(rows: readonly Disclosed[], { words, recipient, use }: RegisterFilter): Disclosed[] {
  const wanted = plain(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  return rows
    .filter((row) => (recipient === '' || row.recipient.id === recipient) && (use === '' || row.use === use))
    .filter(({ title, testimonyTitle, recipient: { name } }) => {
      const text = plain(`${title} ${testimonyTitle} ${name}`)
      return wanted.every((word) => text.includes(word))
    })
    .toSorted((one, other) => other.at.localeCompare(one.at))
}
