// One testimony as it is compared when decisions come back: each thing that can differ is an item with a key and a value.
import type { Section, WordsAbout, Suggestion } from '../writing/beside.ts'
import { canonical } from '../canonical.ts'
import type { Sha256 } from '../consent/ledger.ts'
import type { Label, NotTheSame, Range, Redaction, Tie } from '../marks/marks.ts'
import type { Narrator, Passage, Speaker } from '../story.ts'
import type { Lineage, TurnOrder } from '../writing/writing.ts'
import type { SoundOfPassage } from './sealed-sound.ts'

/** A passage without the turn it stands in: that is said by the order. */
export type Words = Omit<Passage, 'turn'>

/** `box` is base64. */
export interface SealedBox {
  readonly id: string
  readonly passage: string
  readonly key: string
  readonly box: string
  readonly at: string
}

export interface LookAt {
  readonly passage: string
  readonly look: 'heard' | 'right' | 'later'
  readonly at: string
}

/** Something she said; its sound lies beside. */
export interface Said {
  readonly id: string
  readonly passage: string | null
  readonly durationMs: number
  readonly at: string
}

/** Something that she said about a sealed passage; its sound lies beside, sealed. `box` is base64. */
export interface SealedSaid {
  readonly id: string
  readonly passage: string
  readonly key: string
  readonly box: string
  readonly at: string
}

/** `until` (ISO 8601 UTC): by then at the latest it had come about, where that is known. */
export interface HerLineage extends Lineage {
  readonly until?: string | undefined
}

export interface HerState {
  readonly id: string
  readonly title: string
  readonly titleBy: 'narrator' | 'archivist'
  readonly language: string
  readonly speakers: readonly Speaker[]
  readonly order: readonly TurnOrder[]
  readonly passages: readonly Words[]
  readonly labels: readonly Label[]
  readonly redactions: readonly Redaction[]
  readonly ties: readonly Tie[]
  /** Left out by those who did not say so. */
  readonly notTheSame?: readonly NotTheSame[] | undefined
  readonly sections: readonly Section[]
  readonly wordsAbout: readonly WordsAbout[]
  readonly suggestions: readonly Omit<Suggestion, 'state'>[]
  readonly looks: readonly LookAt[]
  readonly said: readonly Said[]
  /** Left out by those who did not say so, and where nothing is sealed. */
  readonly sealedSaid?: readonly SealedSaid[] | undefined
  readonly seals: readonly SealedBox[]
  /** Where sound is sealed; left out by those who did not say so, and where nothing is sealed. */
  readonly sealedSound?: readonly SoundOfPassage[] | undefined
  readonly lineage: readonly HerLineage[]
}

export interface HerNames extends Omit<Narrator, 'id'> {
  readonly colour: number
}

/** Hashes by key; the empty text stands for a thing that is not there. */
export type Hashes = Readonly<Record<string, string>>

const rangeSigns = ({ id, startMs, endMs }: Range) => ({ id, startMs, endMs })

/** What makes a mark another one: where its ranges lie moves with the words, and is laid anew. */
function mark<M extends { readonly ranges: readonly Range[] }>({ ranges, ...says }: M) {
  return { ...says, ranges: ranges.map(rangeSigns).toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
}

/** Everything that can differ, by key (`label:<id>`), without the order of passages. */
export function itemsOf(state: HerState): Map<string, unknown> {
  const items = new Map<string, unknown>()
  items.set('title:', { title: state.title, titleBy: state.titleBy, language: state.language })
  for (const speaker of state.speakers) items.set(`speaker:${speaker.id}`, speaker)
  for (const words of state.passages) items.set(`words:${words.id}`, words)
  for (const label of state.labels) items.set(`label:${label.id}`, mark(label))
  for (const redaction of state.redactions) items.set(`redaction:${redaction.id}`, mark(redaction))
  for (const tie of state.ties) items.set(`tie:${tie.id}`, mark(tie))
  for (const said of state.notTheSame ?? []) items.set(`notTheSame:${said.id}`, said)
  for (const section of state.sections) items.set(`section:${section.id}`, section)
  for (const words of state.wordsAbout) items.set(`wordsAbout:${words.id}`, words)
  for (const suggestion of state.suggestions) items.set(`suggestion:${suggestion.id}`, suggestion)
  for (const { passage, look } of state.looks) items.set(`look:${passage}:${look}`, { passage, look })
  for (const said of state.said) items.set(`said:${said.id}`, said)
  for (const { id, passage } of state.sealedSaid ?? []) items.set(`sealedSaid:${id}`, { id, passage })
  for (const { id, passage } of state.seals) items.set(`seal:${passage}`, { id, passage })
  for (const { passage, recording } of state.sealedSound ?? [])
    items.set(`sealedSound:${passage}`, { passage, recording })
  return items
}

export function hashesOf(items: ReadonlyMap<string, unknown>, sha256: Sha256): Record<string, string> {
  return Object.fromEntries([...items].map(([key, value]) => [key, sha256(canonical(value))]))
}
