// The answers to one use: for the whole testimony, and for the chosen passages where they differ from it.
import type { UseName } from '../../../shared/domain/uses.ts'
import type { Say } from '../../words/say.tsx'
import { answerInWords, decidingEntry, type AnswerInWords } from './answer-in-words.ts'
import type { Recipient, Standing } from './consent-shapes.ts'

export interface SelectedAnswer extends AnswerInWords {
  readonly count: number
}

export interface AnswersOfUse {
  readonly use: UseName
  readonly whole: AnswerInWords
  /** What holds for the chosen passages, the same answers together; one element when all of them agree. */
  readonly selected: readonly SelectedAnswer[]
  /** Passages, chosen or not, whose answer differs from the whole. */
  readonly differing: number
}

export function answersOf(
  say: Say,
  { entries, wholeStory, passages }: Standing,
  recipients: readonly Recipient[],
  use: UseName,
  chosen: readonly string[],
): AnswersOfUse {
  const wholeEffect = wholeStory.find((one) => one.use === use) ?? { open: false, because: 'noEntry' as const, until: null }
  const whole = answerInWords(say, wholeEffect, decidingEntry(entries, use, null), recipients)
  const ofUse = new Map(passages.filter((one) => one.use === use).map((one) => [one.passage, one]))
  const counted = new Map<string, SelectedAnswer>()
  for (const passage of chosen) {
    const effect = ofUse.get(passage)
    const answer = effect === undefined ? whole : answerInWords(say, effect, decidingEntry(entries, use, passage), recipients)
    counted.set(answer.words, { ...answer, count: (counted.get(answer.words)?.count ?? 0) + 1 })
  }
  return { use, whole, selected: [...counted.values()], differing: ofUse.size }
}
