// What the program offers to begin with, in each language it speaks: consent cards and labels. Nothing is chosen beforehand.
import cardsEn from '../../resources/consent-cards/en.json' with { type: 'json' }
import cardsEs from '../../resources/consent-cards/es.json' with { type: 'json' }
import labelsEn from '../../resources/label-starters/en.json' with { type: 'json' }
import labelsEs from '../../resources/label-starters/es.json' with { type: 'json' }
import type { StartingUse } from '../../shared/domain/uses.ts'

export interface CardWords {
  readonly title: string
  readonly says: string
  readonly whoCouldSee: string
  readonly worstCase: string
}

export interface Cards {
  readonly language: string
  readonly version: number
  readonly cards: Readonly<Record<StartingUse, CardWords>>
}

const spanish = (language: string) => language.toLowerCase().split('-')[0] === 'es'

/** The cards in the language asked for, in English where there are none. */
export function consentCards(language: string): Cards {
  return spanish(language) ? cardsEs : cardsEn
}

/** The starter list, grouped. */
export function starterLabels(language: string): { group: string; words: string[] }[] {
  return (spanish(language) ? labelsEs : labelsEn).groups
}
