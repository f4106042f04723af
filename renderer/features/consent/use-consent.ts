// All that the consent screens show, asked for again whenever an answer is added.
import { useAnswer } from '../../app/archive.tsx'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { AnsweringWords } from '../../words/answering.ts'
import type { Card, Recipient, Standing } from './consent-shapes.ts'

export interface ConsentRead {
  readonly standing: Standing | undefined
  readonly recipients: readonly Recipient[]
  readonly failure: FailureCode | null
  readonly again: () => void
}

export function useConsent(testimony: string): ConsentRead {
  const { value, failure, again } = useAnswer(
    ['consent', 'story', 'words'],
    (archive, signal) => archive.consent.read({ testimony }, signal),
    [testimony],
  )
  const { value: known } = useAnswer(
    ['excerpts', 'consent'],
    (archive, signal) => archive.excerpts.recipients({}, signal),
    [],
  )
  return { standing: value, recipients: known?.recipients ?? [], failure, again }
}

/** The cards in one language; undefined while they are read. */
export function useCards(language: string): {
  cards: readonly Card[] | undefined
  /** Those that there are cards in. */
  languages: readonly string[]
  /** What she answers with in that language, where it is not the window's. */
  answering: AnsweringWords | null
  failure: FailureCode | null
} {
  const { value, failure } = useAnswer(
    ['consent'],
    (archive, signal) => archive.consent.cards({ language }, signal),
    [language],
    { keepOld: true },
  )
  return { cards: value?.cards, languages: value?.languages ?? [], answering: value?.answering ?? null, failure }
}
