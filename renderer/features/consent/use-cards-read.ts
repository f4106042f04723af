// The cards as they were read when she answered, and which of them are worded otherwise by now.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { useAnswer } from '../../app/archive.tsx'
import type { Entry } from './consent-shapes.ts'
import { answersTo } from './conversation/where-she-is.ts'

export type ReadCard = NonNullable<Awaited<ReturnType<ArchiveClient['cards']['version']>>['card']>

const keyOf = (use: UseName, language: string, version: number): string => `${use} ${language} ${version}`

/** The card that an entry was answered to, out of those that were asked for. */
export function cardOf(
  read: ReadonlyMap<string, ReadCard>,
  { use, cardLanguage, cardVersion }: Entry,
): ReadCard | null {
  if (use === null || cardLanguage === null || cardVersion === null) return null
  return read.get(keyOf(use, cardLanguage, cardVersion)) ?? null
}

/** Every wording that one of these answers was given to; undefined while it is read. */
export function useCardsRead(entries: readonly Entry[]): ReadonlyMap<string, ReadCard> | undefined {
  const wanted = [
    ...new Map(
      entries.flatMap(({ use, cardLanguage, cardVersion }) =>
        use === null || cardLanguage === null || cardVersion === null
          ? []
          : [[keyOf(use, cardLanguage, cardVersion), { use, language: cardLanguage, version: cardVersion }] as const],
      ),
    ),
  ]
  const { value } = useAnswer(
    [],
    async (archive, signal) => {
      const read = new Map<string, ReadCard>()
      for (const [key, asked] of wanted) {
        const { card } = await archive.cards.version(asked, signal)
        if (card !== null) read.set(key, card)
      }
      return read
    },
    [wanted.map(([key]) => key).join('\n')],
    { keepOld: true },
  )
  return value
}

const parts = ['title', 'says', 'whoCouldSee', 'worstCase'] as const

/**
 * Uses whose card says something else now than when she last answered. NOTE: a new version may have the same words, where
 * somebody stood for them; that is no other wording.
 */
export function useReworded(entries: readonly Entry[], uses: readonly UseName[]): ReadonlySet<UseName> {
  const last = uses.flatMap((use) => answersTo(entries, use).slice(-1))
  const read = useCardsRead(last)
  const languages = [...new Set(last.flatMap(({ cardLanguage }) => cardLanguage ?? []))].toSorted()
  const { value: newest } = useAnswer(
    ['consent'],
    async (archive, signal) => {
      const cards = await Promise.all(languages.map((language) => archive.consent.cards({ language }, signal)))
      return cards.flatMap((one) => one.cards)
    },
    [languages.join(' ')],
    { keepOld: true },
  )
  if (read === undefined || newest === undefined) return new Set()
  return new Set(
    last.flatMap((entry) => {
      const was = cardOf(read, entry)
      const is = newest.find(({ use, language }) => use === entry.use && language === entry.cardLanguage)
      if (entry.use === null || is === undefined || is.version === entry.cardVersion) return []
      return was !== null && parts.every((part) => was[part] === is[part]) ? [] : [entry.use]
    }),
  )
}
