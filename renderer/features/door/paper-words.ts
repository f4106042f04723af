// What is wrong with the words of a paper key, said word by word.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { Say } from '../../words/say.tsx'

/** As many as a paper key has. */
export const wordsOfKey = 24

/** Words without the numbers and dots that stand beside them on the paper. */
export function paperWords(typed: string): string[] {
  return typed
    .normalize('NFC')
    .toLowerCase()
    .split(/[\s\d.,;:]+/)
    .filter((word) => word !== '')
}

export type PaperWordsLook = Awaited<ReturnType<ArchiveClient['door']['lookAtPaperWords']>>

/** One sentence for each word that is not on the list; else one for all of them together. */
export function whatIsWrong(say: Say, { unknown, whole }: PaperWordsLook): string[] {
  if (unknown.length > 0) return saysOfUnknown(say, unknown)
  return [say(whole ? 'door.paper.another' : 'door.paper.order')]
}

/** One sentence for each word that is not on the list. */
export function saysOfUnknown(say: Say, unknown: PaperWordsLook['unknown']): string[] {
  const either = new Intl.ListFormat(say.locale, { type: 'disjunction' })
  return unknown.map(({ place, near }) =>
    near.length === 0
      ? say('door.paper.unknown', { place })
      : say('door.paper.unknownNear', { place, near: either.format(near) }),
  )
}

/** What is said when words did not open: of each of them where they are the reason, else of the failure. */
export async function saysOfWords(
  say: Say,
  archive: ArchiveClient,
  code: FailureCode,
  words: readonly string[],
): Promise<readonly string[]> {
  if (code !== 'wrongPaperKey') return [say.failure(code)]
  const look = await archive.door.lookAtPaperWords({ words: words.join(' ') }).catch(() => null)
  return look === null ? [say.failure(code)] : whatIsWrong(say, look)
}
