// What the program offers to begin with, in each language it speaks: consent cards and labels. Nothing is chosen beforehand.
import cardsAr from '../../resources/consent-cards/ar.json' with { type: 'json' }
import cardsEn from '../../resources/consent-cards/en.json' with { type: 'json' }
import cardsEs from '../../resources/consent-cards/es.json' with { type: 'json' }
import cardsFr from '../../resources/consent-cards/fr.json' with { type: 'json' }
import cardsPt from '../../resources/consent-cards/pt.json' with { type: 'json' }
import answeringAr from '../../resources/consent-cards/answering/ar.json' with { type: 'json' }
import answeringFr from '../../resources/consent-cards/answering/fr.json' with { type: 'json' }
import answeringPt from '../../resources/consent-cards/answering/pt.json' with { type: 'json' }
import labelsEn from '../../resources/label-starters/en.json' with { type: 'json' }
import labelsEs from '../../resources/label-starters/es.json' with { type: 'json' }
import { nearestLanguage } from '../../shared/domain/languages/nearest-language.ts'
import type { StartingUse } from '../../shared/domain/consent/uses.ts'
import { primaryLanguage } from '../../shared/domain/languages/primary-language.ts'

export interface CardWords {
  readonly title: string
  readonly says: string
  readonly whoCouldSee: string
  readonly worstCase: string
}

/** What stands above the parts of a card, in its language. */
export type CardHeadings = Omit<CardWords, 'title'>

/** NOTE: somebody may have said yes to these very words, so they are never edited: other words are another version. */
interface StarterCards {
  readonly language: string
  readonly version: number
  /** False while nobody who speaks the language has checked the words. */
  readonly checked: boolean
  readonly headings: CardHeadings
  readonly cards: Readonly<Record<StartingUse, CardWords>>
}

export const starterCards: readonly StarterCards[] = [cardsEn, cardsEs, cardsAr, cardsFr, cardsPt]

/** Null in a language that the program has no cards in. */
export function cardHeadings(language: string): CardHeadings | null {
  const primary = primaryLanguage(language)
  return starterCards.find((starter) => starter.language === primary)?.headings ?? null
}

/** The words that she answers with, in a language that the window does not speak. */
interface AnsweringWords {
  readonly language: string
  readonly checked: boolean
  readonly words: Readonly<Record<string, string>>
}

const answering: readonly AnsweringWords[] = [answeringAr, answeringFr, answeringPt]

/** Null in a language that the program has none in; English and Spanish are the window's own. */
export function answeringWords(language: string): AnsweringWords | null {
  const primary = primaryLanguage(language)
  return answering.find((one) => one.language === primary) ?? null
}

const labels: Readonly<Record<string, typeof labelsEn>> = { en: labelsEn, es: labelsEs }

/** The starter list, grouped. */
export function starterLabels(language: string): { group: string; words: string[] }[] {
  const nearest = nearestLanguage(language, Object.keys(labels)) ?? 'en'
  return (labels[nearest] ?? labelsEn).groups
}
