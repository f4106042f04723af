// The card of a use in the language wanted, or in the nearest that there is one in.
import { nearestLanguage } from '../../../shared/domain/languages/nearest-language.ts'
import type { WordedCard } from './card-shapes.ts'

export function nearestOf(cards: readonly WordedCard[], wanted: string): WordedCard | null {
  const nearest = nearestLanguage(
    wanted,
    cards.map(({ language }) => language),
  )
  return cards.find(({ language }) => language === nearest) ?? null
}
