// How far a conversation has come, from the ledger alone: what she was asked, in which words, and what is to be looked at again.
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { decidingEntry } from '../answer-in-words.ts'
import type { Card, Entry, InEffect, Scope, Standing } from '../consent-shapes.ts'

/** Why a card is to be talked about: it never was, its words are others now, or what she said has come to its end. */
export type Wants = 'unasked' | 'reworded' | 'expired' | 'usedUp' | 'eventCame' | 'reviewDue'

export interface Step {
  readonly use: UseName
  readonly card: Card
  /** Null where nothing is to be asked: it is then not asked again. */
  readonly wants: Wants | null
  /** The answer that has ended, or that is to be looked at again. */
  readonly again: Entry | null
  /** What she said to this use last, whatever it was about. */
  readonly last: Entry | null
}

const ends = ['expired', 'usedUp', 'eventCame'] as const

const isEnd = (because: InEffect['because']): because is (typeof ends)[number] => ends.some((end) => end === because)

/** Her answers to one use, oldest first. What is not signed with her key says nothing. */
export function answersTo(entries: readonly Entry[], use: UseName): Entry[] {
  return entries.filter((one) => one.kind === 'consent' && one.use === use && one.signature !== 'broken')
}

/** Two answers about the same: a later one stands in place of an earlier one. */
export function sameScope(one: Scope | null, other: Scope | null): boolean {
  if (one === null || other === null || one.kind !== other.kind) return false
  if (one.kind === 'testimony' || other.kind === 'testimony') return true
  if (one.kind === 'section' && other.kind === 'section') return one.section === other.section
  const passages = new Set(other.passages)
  return one.passages.length === passages.size && one.passages.every((passage) => passages.has(passage))
}

/** Those that no later answer stands in place of, oldest first. */
export function standingAnswers(entries: readonly Entry[], use: UseName): Entry[] {
  const answers = answersTo(entries, use)
  return answers.filter(
    ({ scope }, at) =>
      !answers
        .slice(at + 1)
        .some(
          (later) =>
            sameScope(scope, later.scope) || (later.answer === 'withdrawn' && later.scope?.kind === 'testimony'),
        ),
  )
}

function endedOf(use: UseName, { entries, wholeStory, passages }: Standing) {
  const whole = wholeStory.find((one) => one.use === use)
  if (whole !== undefined && isEnd(whole.because))
    return { wants: whole.because, again: decidingEntry(entries, use, null) ?? null }
  const part = passages.find((one) => one.use === use && isEnd(one.because))
  if (part === undefined || !isEnd(part.because)) return null
  return { wants: part.because, again: decidingEntry(entries, use, part.passage) ?? null }
}

/**
 * One step a card, in the archive's order.
 *
 * @param reworded uses whose words have changed since she answered
 * @param now ISO 8601 UTC
 */
export function stepsOf(
  cards: readonly Card[],
  asked: readonly UseName[],
  standing: Standing,
  reworded: ReadonlySet<UseName>,
  now: string,
): Step[] {
  return asked.flatMap((use): Step[] => {
    const card = cards.find((one) => one.use === use)
    if (card === undefined) return []
    const last = answersTo(standing.entries, use).at(-1) ?? null
    if (last === null) return [{ use, card, wants: 'unasked', again: null, last }]
    const ended = endedOf(use, standing)
    if (ended !== null) return [{ use, card, ...ended, last }]
    const due = standingAnswers(standing.entries, use).find(
      ({ reviewAt }) => reviewAt !== null && Date.parse(reviewAt) <= Date.parse(now),
    )
    if (due !== undefined) return [{ use, card, wants: 'reviewDue', again: due, last }]
    return [{ use, card, wants: reworded.has(use) ? 'reworded' : null, again: null, last }]
  })
}

/** Of an answer that was given before, not of one that never was. */
export const isAgain = ({ wants }: Step): boolean => wants !== null && wants !== 'unasked'

/** The next card to talk about after `from`, going round; the first one where `from` is null; null when none is left. */
export function nextStep(steps: readonly Step[], from: UseName | null, onlyAgain: boolean): Step | null {
  const at = steps.findIndex(({ use }) => use === from)
  const order = [...steps.slice(at + 1), ...steps.slice(0, at + 1)]
  return order.find((step) => step.use !== from && (onlyAgain ? isAgain(step) : step.wants !== null)) ?? null
}
