// The words of a receipt, for each language it is written in; the nearest one where there are none.
import type { ClosedBecause } from '../../../../shared/domain/consent/effective-answer.ts'
import type { Answer, EvidenceKind, LedgerBody, OutsideBody, Voice } from '../../../../shared/domain/consent/ledger.ts'
import { nearestLanguage } from '../../../../shared/domain/languages/nearest-language.ts'
import type { Existence } from '../../../../shared/domain/story.ts'
import type { RecallState } from '../../../../shared/domain/given-out/recall.ts'
import { english } from './words-english.ts'
import { spanish } from './words-spanish.ts'

/** `{name}` parts are filled in. */
export interface ReceiptWords {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly asOf: string
  readonly named: string
  /** Said where she speaks another language. */
  readonly nearest: string
  readonly lead: readonly string[]
  readonly noStories: string
  readonly existence: Readonly<Record<Existence, string>>
  readonly keyForgotten: string
  readonly workingTitle: string
  readonly untitled: string

  readonly stands: string
  readonly standsColumns: readonly [string, string, string, string]
  readonly nothingAnswered: string
  readonly silent: string
  readonly whole: string
  readonly passages: string
  readonly onePassage: string
  readonly section: string
  readonly partGone: string
  readonly open: string
  readonly openFor: string
  readonly closed: Readonly<Record<ClosedBecause, string>>
  readonly noConditions: string
  readonly conditions: {
    readonly only: string
    readonly nameAs: string
    readonly voice: Readonly<Record<Voice, string>>
    readonly until: string
    readonly untilEvent: string
    readonly times: string
    readonly once: string
    readonly noCutting: string
    readonly askAgain: string
  }
  readonly somebodyGone: string

  readonly decided: string
  readonly decidedColumns: readonly [string, string, string, string]
  readonly answers: Readonly<Record<Answer, string>>
  readonly answered: string
  readonly did: Readonly<Record<Exclude<LedgerBody['kind'], 'consent' | 'outside'>, string>>
  readonly wished: Readonly<Record<OutsideBody['wish'], string>>
  readonly again: string
  readonly ownWords: string
  readonly askAgain: string
  readonly signed: string
  readonly broken: string
  readonly attested: string
  readonly evidence: Readonly<Record<EvidenceKind, string>>
  readonly cardRead: string

  readonly given: string
  readonly givenColumns: readonly [string, string, string, string]
  readonly nothingGiven: string
  readonly givenWhat: string
  readonly givenOne: string
  readonly states: Readonly<Record<RecallState, string>>
  readonly stateOn: string
  readonly heardOn: string
  readonly lifted: string
  readonly holdsAgain: string
  readonly outside: string

  readonly lists: string
  readonly listsColumns: readonly [string, string, string, string]
  readonly listsFor: Readonly<Record<'readers' | 'anyone', string>>
  readonly listStands: string
  readonly listOver: string

  readonly takeBack: string
  readonly takeBackHow: readonly string[]
  readonly tell: string
  readonly tellKeeper: string
  readonly tellNobody: string

  readonly cards: string
  readonly cardsSay: string
  readonly cardIs: string

  readonly number: string
  readonly numberSays: string
  readonly numberOne: string
  readonly numberNone: string
  readonly numberLabel: string
  /** For machines: how long it is kept, and the file's own name for the page. */
  readonly keptUntil: string
}

const written: Readonly<Record<string, ReceiptWords>> = { en: english, es: spanish }
export const receiptLanguages = Object.keys(written)

/** @param language BCP 47 */
export function receiptWordsFor(language: string): ReceiptWords {
  return written[nearestLanguage(language, receiptLanguages) ?? 'en'] ?? english
}
