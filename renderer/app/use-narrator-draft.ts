// What is said of a narrator while it is being written: her names for each reach, whether she is in lists, refused words.
import { useState } from 'react'
import type { Reach } from '../../shared/domain/reach.ts'
import type { Existence, Narrator, RefusedWord } from '../../shared/domain/story.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'

type Kept = Parameters<ArchiveClient['story']['changeNarrator']>[0]

export interface NarratorDraft {
  readonly name: string
  readonly names: Readonly<Partial<Record<Reach, string>>>
  readonly existence: Existence
  readonly refusedWords: readonly RefusedWord[]
  readonly change: (part: Partial<Pick<NarratorDraft, 'name' | 'names' | 'existence' | 'refusedWords'>>) => void
  /** As it is kept: without spaces around, without empty names and empty words. */
  readonly toKeep: () => Kept
}

/** She would be in lists by a name, and has given none for anybody who reads them: then she is only counted. */
export function isNameMissing({ existence, names }: Pick<NarratorDraft, 'existence' | 'names'>): boolean {
  if (existence !== 'byName' && existence !== 'byPseudonym') return false
  return (['readers', 'anyone'] as const).every((reach) => (names[reach] ?? '').trim() === '')
}

export function useNarratorDraft({ id: narrator, ...before }: Narrator): NarratorDraft {
  const [draft, setDraft] = useState(() => ({
    name: before.name,
    names: before.names,
    existence: before.existence,
    refusedWords: before.refusedWords,
  }))
  const { name, names, existence, refusedWords } = draft
  return {
    ...draft,
    change: (part) => setDraft((old) => ({ ...old, ...part })),
    toKeep: () => ({
      narrator,
      name: name.trim(),
      names: Object.fromEntries(
        Object.entries(names)
          .map(([reach, one]) => [reach, one.trim()] as const)
          .filter(([, one]) => one !== ''),
      ),
      existence,
      refusedWords: refusedWords
        .filter(({ word }) => word.trim() !== '')
        .map(({ word, instead }) => ({ word: word.trim(), instead: instead.trim() })),
    }),
  }
}
