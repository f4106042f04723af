// The list of what the archive holds, for readers or for anyone: who is named in it, with which stories, and how many are
// only counted. Who is not even counted is nowhere in it, and nothing of it shows that she is here.
import { nameFor } from '../names/names.ts'
import type { Narrator } from '../story.ts'
import { useOf, type UseName } from '../consent/uses.ts'

export const catalogueReaches = ['readers', 'anyone'] as const
export type CatalogueReach = (typeof catalogueReaches)[number]

/** A story as it may be listed: its title is hers, or it is listed without one. */
export interface ListableStory {
  /** Null where it is not hers, or says what must not be said. */
  readonly title: string | null
  /** BCP 47. */
  readonly language: string
  /** She has a yes in effect to the whole of it, for one use at least that reaches these people. */
  readonly isOpen: boolean
  /** She has gone through it, and the days after that are over. */
  readonly isReady: boolean
}

export interface Listable {
  /** As much of her being here as she said. */
  readonly narrator: Narrator
  /** Whether her name may be said: it is not among what she had taken out, or refuses. */
  readonly mayBeNamed: (name: string) => boolean
  readonly stories: readonly ListableStory[]
}

export interface ListedStory {
  readonly title: string | null
  readonly language: string
}

export interface Catalogue {
  readonly people: readonly { readonly name: string; readonly stories: readonly ListedStory[] }[]
  /** How many more there are, who are not named. */
  readonly counted: number
}

/** What only comes to pass later, or is no way of being read. */
const notReading: ReadonlySet<UseName> = new Set(['afterDeath', 'translation', 'machines', 'court'])

/** Whether a yes to a use is a yes to being read by everybody of that reach, and not by recipients named one by one. */
export function opensTo(use: UseName, reach: CatalogueReach): boolean {
  const { reach: own, namedRecipientOnly } = useOf(use)
  if (namedRecipientOnly || notReading.has(use)) return false
  return own === reach || own === 'anyone'
}

function listed({ stories }: Listable): readonly ListableStory[] {
  return stories.filter(({ isOpen, isReady }) => isOpen && isReady)
}

/** As what she stands in a list for these people; null where she is in none by a name. */
export function nameIn(person: Listable, reach: CatalogueReach): string | null {
  const { narrator, mayBeNamed } = person
  // NOTE: by her name and by a pseudonym look the same, so that nobody can tell which of the two it is.
  const name = nameFor(narrator, reach)?.trim() ?? ''
  return listed(person).length === 0 || name === '' || !mayBeNamed(name) ? null : name
}

/**
 * @param people in any order: the list is by name, and nothing of it tells in which order they came
 * @param language BCP 47, that names are put in order by
 */
export function catalogueOf(people: readonly Listable[], reach: CatalogueReach, language: string): Catalogue {
  const { compare } = new Intl.Collator(language, { usage: 'sort' })
  const named: { name: string; stories: ListedStory[] }[] = []
  let counted = 0
  for (const person of people) {
    if (person.narrator.existence === 'notCounted') continue
    const name = nameIn(person, reach)
    if (name === null) {
      counted += 1
      continue
    }
    named.push({
      name,
      stories: listed(person)
        .map(({ title, language: told }) => ({ title, language: told }))
        .toSorted((a, b) => compare(a.title ?? '', b.title ?? '') || (a.language < b.language ? -1 : 1)),
    })
  }
  const key = ({ stories }: (typeof named)[number]) => JSON.stringify(stories)
  return {
    people: named.toSorted((a, b) => compare(a.name, b.name) || (key(a) < key(b) ? -1 : 1)),
    counted,
  }
}
