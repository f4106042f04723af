// The words of a list of what is here, for each language it is written in.
import { nearestLanguage } from '../../../../shared/domain/languages/nearest-language.ts'

export interface CatalogueWords {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly lead: string
  readonly people: string
  readonly columns: readonly [name: string, story: string, language: string]
  readonly untitled: string
  readonly nobodyNamed: string
  readonly countedNone: string
  readonly countedOne: string
  readonly counted: string
  readonly ask: string
}

const english: CatalogueWords = {
  language: 'en',
  title: 'Who told a story here',
  lead: 'These people may be named in a list, by this name.',
  people: 'People and stories',
  columns: ['Name', 'Story', 'Language'],
  untitled: 'A story without a title',
  nobodyNamed: 'Nobody is named in this list.',
  countedNone: '',
  countedOne: 'One more person is not named.',
  counted: '{count} more people are not named.',
  ask: 'A name in a list is no leave to read. Each story is asked for by itself.',
}

const spanish: CatalogueWords = {
  language: 'es',
  title: 'Quiénes contaron aquí',
  lead: 'A estas personas se las puede nombrar en una lista, con este nombre.',
  people: 'Personas e historias',
  columns: ['Nombre', 'Historia', 'Idioma'],
  untitled: 'Una historia sin título',
  nobodyNamed: 'En esta lista no se nombra a nadie.',
  countedNone: '',
  countedOne: 'A una persona más no se la nombra.',
  counted: 'A {count} personas más no se las nombra.',
  ask: 'Un nombre en una lista no es permiso para leer. Cada historia se pide por separado.',
}

const written: Readonly<Record<string, CatalogueWords>> = { en: english, es: spanish }
export const catalogueLanguages = Object.keys(written)

/** @param language BCP 47 */
export function catalogueWordsFor(language: string): CatalogueWords {
  return written[nearestLanguage(language, catalogueLanguages) ?? 'en'] ?? english
}

export function countedInWords({ countedNone, countedOne, counted }: CatalogueWords, count: number): string {
  if (count === 0) return countedNone
  return count === 1 ? countedOne : counted.replace('{count}', String(count))
}
