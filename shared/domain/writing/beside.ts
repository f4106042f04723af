// What lies beside a story: her headings, words that others write about her, changes that others propose, spoken answers.

export type AuthorRole = 'archivist' | 'narrator'

/** A heading of hers; its section runs from `passage` to before the next section's. */
export interface Section {
  readonly id: string
  readonly passage: string
  readonly heading: string
}

export const wordsAboutKinds = ['synopsis', 'keyword', 'note', 'description', 'altText'] as const
export type WordsAboutKind = (typeof wordsAboutKinds)[number]

export const seenByHer = ['no', 'yes', 'disagrees'] as const
export type SeenByHer = (typeof seenByHer)[number]

/** Signed by its author. Changing its text makes it unseen again. There are no private notes. */
export interface WordsAbout {
  readonly id: string
  readonly kind: WordsAboutKind
  readonly language: string
  readonly text: string
  readonly author: string
  /** ISO 8601 UTC. */
  readonly at: string
  readonly seen: SeenByHer
  /** What she says to it, in her words; empty where she says nothing. */
  readonly answer: string
}

/** A change to a passage's words, or to the title (`passage` null), that waits for her. */
export interface Suggestion {
  readonly id: string
  readonly passage: string | null
  readonly before: string
  readonly after: string
  readonly why: string
  readonly author: string
  readonly at: string
  /** `stale`: what it would change has changed since. */
  readonly state: 'open' | 'stale'
}

/** Something she said instead of writing it. */
export interface SpokenAnswer {
  readonly id: string
  readonly passage: string | null
  readonly media: string
  readonly durationMs: number
  readonly at: string
}

export interface Beside {
  readonly sections: readonly Section[]
  readonly wordsAbout: readonly WordsAbout[]
  readonly suggestions: readonly Suggestion[]
  /** What whoever is at the window has declined and can bring back. */
  readonly declined: readonly Omit<Suggestion, 'state'>[]
  readonly spokenAnswers: readonly SpokenAnswer[]
}
