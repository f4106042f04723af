// One story with everything of hers around it, as it is about to leave the archive with her.
import type { Lineage, TurnOrder } from '../../../../shared/domain/writing/writing.ts'
import type { SpokenAnswer, Section, WordsAbout, Suggestion } from '../../../../shared/domain/writing/beside.ts'
import type { LedgerEntry } from '../../../../shared/domain/consent/ledger.ts'
import type { Marks } from '../../../../shared/domain/marks/marks.ts'
import type { Passage, Story } from '../../../../shared/domain/story.ts'
import type { Disclosure } from '../../store/register.ts'

export interface PastPassage extends Omit<Passage, 'id' | 'turn'> {
  readonly passage: string
  readonly until: number
}

export interface Revision {
  readonly number: number
  readonly author: string
  readonly authorRole: 'archivist' | 'narrator'
  readonly at: string
  readonly until: string
  readonly name: string
}

export interface Look {
  readonly passage: string
  readonly look: 'heard' | 'right' | 'later'
  readonly at: string
}

/** A decision with her signature where she signed it: the public key and the signature, in hex. */
export interface Decision {
  readonly entry: LedgerEntry
  readonly signature: { readonly publicKey: string; readonly signature: string } | null
}

export interface HerStory {
  readonly story: Story
  readonly marks: Marks
  readonly sections: readonly Section[]
  readonly wordsAbout: readonly WordsAbout[]
  readonly suggestions: readonly Omit<Suggestion, 'state'>[]
  readonly spokenAnswers: readonly SpokenAnswer[]
  readonly looks: readonly Look[]
  readonly revisions: readonly Revision[]
  readonly pastPassages: readonly PastPassage[]
  readonly pastOrders: readonly { readonly until: number; readonly turns: readonly TurnOrder[] }[]
  readonly lineage: readonly (Lineage & { readonly revision: number })[]
  readonly decisions: readonly Decision[]
  readonly givenOut: readonly Disclosure[]
  /** Words of sealed passages that her open key gave; a sealed passage that is not here stays without words. */
  readonly opened: ReadonlyMap<string, string>
}

/** What a passage says here: its words, those of an open seal, or null where it stays sealed. */
export function wordsOf({ marks, opened }: HerStory, passage: Passage): string | null {
  return marks.seals.some((seal) => seal.passage === passage.id) ? (opened.get(passage.id) ?? null) : passage.text
}
