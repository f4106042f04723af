// What she is about to say to one card. Nothing of it is kept before she says so; leaving the card loses none of it.
import { noEvidence, type EvidenceDraft } from '../../../app/EvidenceFields.tsx'
import {
  keptConditions,
  noConditions,
  noLimits,
  type Conditions,
  type Entry,
  type Limits,
  type Scope,
  type TeachBack,
} from '../consent-shapes.ts'
import type { Wants } from './where-she-is.ts'

/** The four that a card offers, and taking a yes back. */
export type Said = 'yes' | 'no' | 'notYet' | 'askEachTime' | 'withdrawn'

export const stages = ['card', 'limits', 'ownWords', 'known', 'keep'] as const
export type Stage = (typeof stages)[number]

/** What she says the card means: in writing, aloud, or not at all. */
export interface OwnWords {
  readonly way: 'written' | 'spoken' | 'none' | null
  readonly said: string
  readonly file: TeachBack['file'] | null
}

export interface AnswerDraft {
  readonly stage: Stage
  readonly said: Said | null
  /** Null while a part is wanted and none is chosen. */
  readonly scope: Scope | null
  readonly conditions: Conditions
  readonly asks: Limits
  readonly nameIsUnfinished: boolean
  readonly ownWords: OwnWords
  /** Whether she wants to be asked again on a day, though the day may still be missing. */
  readonly asksAgain: boolean
  readonly reviewAt: string | null
  readonly evidence: EvidenceDraft
  /** The id of the answer that this one says again. */
  readonly renews: string | null
}

export const emptyDraft: AnswerDraft = {
  stage: 'card',
  said: null,
  scope: null,
  conditions: noConditions,
  asks: noLimits,
  nameIsUnfinished: false,
  ownWords: { way: null, said: '', file: null },
  asksAgain: false,
  reviewAt: null,
  evidence: noEvidence,
  renews: null,
}

/** NOTE: a no, a not yet and a taking back close, so they are about all of it; what opens is about what she says. */
export const scopeOf = (said: Said): Scope | null => (hasConditions(said) ? null : { kind: 'testimony' })

/** Another answer than before; what it is about stays only where it could be about that. */
export function answeredWith(draft: AnswerDraft, said: Said): Pick<AnswerDraft, 'said' | 'scope'> {
  const isAlike = draft.said !== null && hasConditions(draft.said) === hasConditions(said)
  return { said, scope: isAlike ? draft.scope : scopeOf(said) }
}

/** Only a yes, and being asked each time, can have conditions. */
export const hasConditions = (said: Said | null): boolean => said === 'yes' || said === 'askEachTime'

/** The stages of an answer, in order; `asksHow`: somebody has to say how it is known. */
export function stagesOf(said: Said | null, asksHow: boolean): Stage[] {
  return [
    'card',
    ...(hasConditions(said) ? (['limits', 'ownWords'] as const) : []),
    ...(asksHow ? (['known'] as const) : []),
    'keep',
  ]
}

/** The same answer once more, without the end that has come: a new one has to be said, or none. */
export function saidAgain(entry: Entry, wants: Wants | null): AnswerDraft {
  const { answer, scope, conditions, id } = entry
  const before = conditions ?? noConditions
  const again = keptConditions({
    ...before,
    until: wants === 'expired' ? null : before.until,
    untilEvent: wants === 'eventCame' ? undefined : before.untilEvent,
  })
  return {
    ...emptyDraft,
    said: answer,
    scope: scope ?? emptyDraft.scope,
    conditions: again,
    asks: {
      until: before.until !== null,
      event: again.untilEvent !== undefined,
      times: again.times !== null,
    },
    renews: id,
  }
}

/** What is kept of her own words; undefined where she said none. */
export function teachBackOf({ way, said, file }: OwnWords): TeachBack | undefined {
  if (way === 'written' && said.trim() !== '') return { said: said.trim() }
  if (way === 'spoken' && file !== null && file !== undefined) return { said: '', file }
  return undefined
}
