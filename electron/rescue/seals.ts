// What a narrator sealed: opened with her own passphrase, or named as sealed. Nobody else's opens it.
import { openNarratorKey, openSealed, type NarratorKey } from '../archive/vault/narrator-key.ts'
import { openWithPaper } from '../archive/vault/narrator-paper.ts'
import { readPaperKey } from '../archive/vault/paper-key.ts'
import { normalisePassphrase } from '../archive/vault/passphrase.ts'
import type { OpenNarratorKey } from '../archive/actor.ts'
import type { Row } from './database/tables.ts'
import { bytesOf, numberOf, textOf } from './row-values.ts'
import type { SortedArchive } from './stories.ts'

/** A narrator who sealed something to a key that her passphrase still opens. */
export interface Sealing {
  readonly narrator: string
  readonly name: string
  /** Of her key. */
  readonly row: Row
  /** Of her paper; undefined where she made none. */
  readonly paper: Row | undefined
}

export function sealingNarrators(archive: SortedArchive): Sealing[] {
  const used = new Set(
    ['seals', 'off_record', 'sealed_sound', 'sealed_answers']
      .flatMap((table) => archive.rows(table))
      .map((row) => textOf(row, 'key')),
  )
  const names = new Map(archive.rows('narrators').map((row) => [textOf(row, 'id'), textOf(row, 'name')]))
  const papers = archive.rows('narrator_papers')
  return archive
    .rows('narrator_keys')
    .filter((row) => used.has(textOf(row, 'id')) && bytesOf(row, 'wrapped').length > 0)
    .map((row) => {
      const narrator = textOf(row, 'narrator')
      const paper = papers.find((one) => textOf(one, 'key') === textOf(row, 'id'))
      return { narrator, name: names.get(narrator) ?? '', row, paper }
    })
}

/**
 * With her passphrase (one Argon2id) or the words of her paper; the caller zeroes the secrets. Throws Failure
 * wrongPassphrase, keyringRefused.
 */
export async function openHerKey({ narrator, row, paper }: Sealing, typed: string): Promise<OpenNarratorKey> {
  const key = {
    id: textOf(row, 'id'),
    narrator,
    signingPublic: bytesOf(row, 'signing_public'),
    sealingPublic: bytesOf(row, 'sealing_public'),
  }
  const byPaper = paper === undefined ? null : openByPaper(key, paper, typed)
  if (byPaper !== null) return byPaper
  const wrapping = {
    wrapped: bytesOf(row, 'wrapped'),
    salt: bytesOf(row, 'salt'),
    passes: numberOf(row, 'passes') ?? 0,
    memory: numberOf(row, 'memory') ?? 0,
  }
  const bytes = normalisePassphrase(typed)
  try {
    return await openNarratorKey(key, wrapping, bytes)
  } finally {
    bytes.fill(0)
  }
}

/** Null where they are not the words of this paper, nor perhaps of any. */
function openByPaper(key: NarratorKey, paper: Row, typed: string): OpenNarratorKey | null {
  let bytes: Buffer
  try {
    bytes = readPaperKey(typed)
  } catch {
    return null
  }
  const opened = openWithPaper(key, { wrapped: bytesOf(paper, 'wrapped'), own: bytesOf(paper, 'own') }, bytes)
  bytes.fill(0)
  return opened
}

/** What was taken out of the archive's tables when a passage was sealed. */
export interface OpenedSeal {
  readonly passage: string
  readonly text: string
  readonly wordTimes: string
  /** By table: labels, redactions, ties, ranges, past_passages, suggestions. */
  readonly rows: Readonly<Record<string, readonly Row[]>>
}

/** Null where it is another key's, or was altered. */
export function openSeal(row: Row, keys: readonly OpenNarratorKey[]): OpenedSeal | null {
  const key = keys.find(({ id }) => id === textOf(row, 'key'))
  const plain = key === undefined ? null : openSealed(key, bytesOf(row, 'box'))
  if (plain === null) return null
  try {
    const box = JSON.parse(plain.toString('utf8')) as Partial<OpenedSeal>
    return {
      passage: textOf(row, 'passage'),
      text: box.text ?? '',
      wordTimes: box.wordTimes ?? '[]',
      rows: box.rows ?? {},
    }
  } catch {
    return null
  } finally {
    plain.fill(0)
  }
}
