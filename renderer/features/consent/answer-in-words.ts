// Says the answer in effect in plain words, with the shape that stands for it. Colour alone never tells it.
import type { Say } from '../../words/say.tsx'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { limitsInWords } from './conditions-in-words.ts'
import type { Entry, InEffect, Recipient, Scope } from './consent-shapes.ts'

export type AnswerShapeName = 'open' | 'openUntil' | 'closed' | 'waiting' | 'ask' | 'silent' | 'takenBack'

export interface AnswerInWords {
  readonly words: string
  readonly shape: AnswerShapeName
  /** There is a yes that she can take back. */
  readonly canTakeBack: boolean
}

type Bare = Pick<InEffect, 'open' | 'because' | 'until'>

const closedShapes = {
  noEntry: 'silent',
  no: 'closed',
  notYet: 'waiting',
  askEachTime: 'ask',
  withdrawn: 'takenBack',
  expired: 'ask',
  usedUp: 'ask',
  eventCame: 'ask',
  otherRecipient: 'closed',
} as const satisfies Record<NonNullable<InEffect['because']>, AnswerShapeName>

/** The latest answer for the use that covers the passage; for the whole testimony where `passage` is null. */
export function decidingEntry(entries: readonly Entry[], use: UseName, passage: string | null): Entry | undefined {
  const about = entries.filter(({ kind, use: other }) => kind === 'consent' && other === use)
  const covering = (kind: Scope['kind']) =>
    about.findLast(
      ({ scope }) =>
        scope?.kind === kind && (scope.kind === 'testimony' || (passage !== null && scope.passages.includes(passage))),
    )
  return covering('passages') ?? covering('section') ?? covering('testimony')
}

/**
 * NOTE: a yes for named recipients is open for them and closed for everybody else; the entry says whom she named.
 */
export function answerInWords(
  say: Say,
  effect: Bare,
  entry: Entry | undefined,
  recipients: readonly Recipient[],
): AnswerInWords {
  const answer = bareAnswerInWords(say, effect, entry, recipients)
  const holds = effect.open || effect.because === 'otherRecipient' || effect.because === entry?.answer
  const limits = !holds || entry?.conditions == null ? [] : limitsInWords(say, entry.conditions)
  if (limits.length === 0 || entry?.answer === 'no' || entry?.answer === 'withdrawn') return answer
  return { ...answer, words: say('consent.state.with', { answer: answer.words, conditions: say.list(limits) }) }
}

function bareAnswerInWords(
  say: Say,
  effect: Bare,
  entry: Entry | undefined,
  recipients: readonly Recipient[],
): AnswerInWords {
  if (entry?.answer === 'yes' && (effect.open || effect.because === 'otherRecipient') && named(entry)) {
    return forNamedOnly(say, entry, recipients)
  }
  if (effect.open) {
    return effect.until === null
      ? { words: say('consent.state.yes'), shape: 'open', canTakeBack: true }
      : {
          words: say('consent.state.yesUntil', { date: say.date(effect.until) }),
          shape: 'openUntil',
          canTakeBack: true,
        }
  }
  const because = effect.because ?? 'noEntry'
  if (because === 'otherRecipient' && (entry?.answer === 'askEachTime' || entry?.answer === 'notYet')) {
    return { words: say(`consent.state.${entry.answer}`), shape: closedShapes[entry.answer], canTakeBack: false }
  }
  return { words: say(`consent.state.${because}`), shape: closedShapes[because], canTakeBack: because === 'usedUp' }
}

const named = ({ conditions }: Entry): boolean => (conditions?.recipients.length ?? 0) > 0

function forNamedOnly(say: Say, entry: Entry, recipients: readonly Recipient[]): AnswerInWords {
  const { recipients: ids = [], until = null } = entry.conditions ?? {}
  const isOver = until !== null && until < new Date().toISOString()
  if (isOver) return { words: say('consent.state.expired'), shape: 'ask', canTakeBack: true }
  const known = recipients.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  if (known.length === 0) return { words: say('consent.state.otherRecipient'), shape: 'closed', canTakeBack: true }
  const names = say.list(known)
  return until === null
    ? { words: say('consent.state.yesNamed', { names }), shape: 'open', canTakeBack: true }
    : {
        words: say('consent.state.yesNamedUntil', { names, date: say.date(until) }),
        shape: 'openUntil',
        canTakeBack: true,
      }
}
