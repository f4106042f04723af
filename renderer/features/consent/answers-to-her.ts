// What she has answered to one use, in words that speak to her, with the shape that stands for it: whole, and by passage.
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { answerInWords, decidingEntry, type AnswerInWords } from './answer-in-words.ts'
import type { Entry, InEffect, Recipient, Standing } from './consent-shapes.ts'
import type { Say } from '../../words/say.tsx'

export interface AnswersToHer {
  readonly whole: AnswerInWords
  /** Of passages whose answer is in other words than that for the whole. */
  readonly differing: ReadonlyMap<string, AnswerInWords>
}

type Bare = Pick<InEffect, 'open' | 'because' | 'until'>

const nothingSaid: Bare = { open: false, because: 'noEntry', until: null }

export function answersToHer(
  say: Say,
  { entries, wholeStory, passages }: Standing,
  recipients: readonly Recipient[],
  use: UseName,
): AnswersToHer {
  const effect = wholeStory.find((one) => one.use === use) ?? nothingSaid
  const whole = answerToHer(say, effect, decidingEntry(entries, use, null), recipients)
  const narrower = passages
    .filter((one) => one.use === use)
    .map((one) => [one.passage, answerToHer(say, one, decidingEntry(entries, use, one.passage), recipients)] as const)
  return { whole, differing: new Map(narrower.filter(([, { words }]) => words !== whole.words)) }
}

/** The same answers together, each with how many passages it holds for. */
export function counted(answers: Iterable<AnswerInWords>): { answer: AnswerInWords; count: number }[] {
  const byWords = new Map<string, { answer: AnswerInWords; count: number }>()
  for (const answer of answers)
    byWords.set(answer.words, { answer, count: (byWords.get(answer.words)?.count ?? 0) + 1 })
  return [...byWords.values()]
}

function answerToHer(
  say: Say,
  effect: Bare,
  entry: Entry | undefined,
  recipients: readonly Recipient[],
): AnswerInWords {
  const { shape, canTakeBack } = answerInWords(say, effect, entry, recipients)
  return { words: wordsToHer(say, effect, entry, recipients, shape), shape, canTakeBack }
}

/** NOTE: for a use that needs a name, "not yet" with nobody named is closed for everybody, and is no yes all the same. */
function wordsToHer(
  say: Say,
  { open, because, until }: Bare,
  entry: Entry | undefined,
  recipients: readonly Recipient[],
  shape: AnswerInWords['shape'],
): string {
  const names = recipients.filter(({ id }) => entry?.conditions?.recipients.includes(id)).map(({ name }) => name)
  const isForNamed = entry?.answer === 'yes' && (open || because === 'otherRecipient') && names.length > 0
  if (isForNamed && shape === 'ask') return say('her.answer.expired')
  if (isForNamed) {
    const last = entry.conditions?.until ?? null
    return last === null
      ? say('her.answer.yesNamed', { names: say.list(names) })
      : say('her.answer.yesNamedUntil', { names: say.list(names), date: say.date(last) })
  }
  if (open) return until === null ? say('her.answer.yes') : say('her.answer.yesUntil', { date: say.date(until) })
  if (because === 'otherRecipient' && (entry?.answer === 'notYet' || entry?.answer === 'askEachTime'))
    return say(`her.answer.${entry.answer}`)
  return say(`her.answer.${because ?? 'noEntry'}`)
}
