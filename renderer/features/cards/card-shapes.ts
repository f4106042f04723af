// A use and its cards as the archive gives them, and the words of a card while they are being written.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type UseWithCards = Awaited<ReturnType<ArchiveClient['cards']['list']>>['uses'][number]
export type WordedCard = UseWithCards['cards'][number]
export type CardWords = Pick<WordedCard, 'title' | 'says' | 'whoCouldSee' | 'worstCase'>
export type OwnReach = Parameters<ArchiveClient['cards']['addUse']>[0]['reach']

export const noWords: CardWords = { title: '', says: '', whoCouldSee: '', worstCase: '' }

export const wordsOf = ({ title, says, whoCouldSee, worstCase }: WordedCard): CardWords => ({
  title,
  says,
  whoCouldSee,
  worstCase,
})

/** Parts that nothing is written in; dots and dashes are no words. */
export function emptyParts(words: CardWords): (keyof CardWords)[] {
  const parts = ['title', 'says', 'whoCouldSee', 'worstCase'] as const
  return parts.filter((part) => !/[\p{L}\p{N}]/u.test(words[part]))
}
