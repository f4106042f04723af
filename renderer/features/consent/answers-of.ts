// The answers to one use: for the whole testimony, and for passages where they differ from it.
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import type { Say } from '../../words/say.tsx'
import { answerInWords, decidingEntry, type AnswerInWords } from './answer-in-words.ts'
import type { Recipient, Standing } from './consent-shapes.ts'

export interface CountedAnswer extends AnswerInWords {
  /** Passages that it holds for. */
  readonly count: number
}

export interface AnswersOfUse {
  readonly use: UseName
  readonly whole: AnswerInWords
  /** What holds for the chosen passages, the same answers together; one element when all of them agree. */
  readonly chosen: readonly CountedAnswer[]
  /** What holds for passages, chosen or not, whose answer is another than that for the whole. */
  readonly differing: readonly CountedAnswer[]
}

export function answersOf(
  say: Say,
  { entries, wholeStory, passages }: Standing,
  recipients: readonly Recipient[],
  use: UseName,
  chosen: readonly string[],
): AnswersOfUse {
  const wholeEffect = wholeStory.find((one) => one.use === use) ?? {
    open: false,
    because: 'noEntry' as const,
    until: null,
  }
  const whole = answerInWords(say, wholeEffect, decidingEntry(entries, use, null), recipients)
  const narrower = new Map(
    passages
      .filter((one) => one.use === use)
      .map((effect) => [
        effect.passage,
        answerInWords(say, effect, decidingEntry(entries, use, effect.passage), recipients),
      ]),
  )
  return {
    use,
    whole,
    chosen: counted(chosen.map((passage) => narrower.get(passage) ?? whole)),
    differing: counted([...narrower.values()].filter(({ words }) => words !== whole.words)),
  }
}

function counted(answers: readonly AnswerInWords[]): CountedAnswer[] {
  const byWords = new Map<string, CountedAnswer>()
  for (const answer of answers)
    byWords.set(answer.words, { ...answer, count: (byWords.get(answer.words)?.count ?? 0) + 1 })
  return [...byWords.values()]
}
