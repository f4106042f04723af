// What the calls of her session take and give, by name.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { looks } from '../../../shared/contract/her-session.ts'

type Given<C extends keyof ArchiveClient, M extends keyof ArchiveClient[C]> = ArchiveClient[C][M] extends (
  ...asked: never[]
) => Promise<infer T>
  ? T
  : never

export type About = Given<'herSession', 'about'>
export type HerTestimony = About['testimonies'][number]
export type Progress = Given<'herSession', 'progress'>
export type ReadStory = Given<'story', 'read'>
export type BesideStory = Given<'writing', 'beside'>
export type ShownSuggestion = BesideStory['suggestions'][number]
export type ShownDeclined = BesideStory['declined'][number]
export type ShownWordsAbout = BesideStory['wordsAbout'][number]
export type ShownAnswer = BesideStory['spokenAnswers'][number]
export type ShownSealedAnswer = Given<'herSession', 'sealedAnswers'>['answers'][number]
export type Look = (typeof looks)[number]
