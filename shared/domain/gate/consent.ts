// The gate's reasons about what she has answered: each passage by itself, for this use and this recipient, now.
import { answersIn, heirsOf } from '../consent/lineage.ts'
import type { EffectiveAnswer } from '../consent/effective-answer.ts'
import { shownPieces } from '../marks/redaction.ts'
import { hasWordsToRead, readingOf, wordsToRead } from '../sound/readings.ts'
import { useOf } from '../consent/uses.ts'
import { historyIn, type GateQuestion } from './question.ts'
import type { GateReason } from './reasons.ts'
import type { LedgerEntry } from '../consent/ledger.ts'

/** The effective answer for each passage of an excerpt. */
export function answersFor(question: GateQuestion): Map<string, EffectiveAnswer> {
  const { excerpt, ledger, timesUsed, moment } = question
  const answer = answersIn(ledger, timesUsed, historyIn(question))
  return new Map(
    excerpt.passages.map((passage) => [
      passage,
      answer({ passage, use: excerpt.use, recipient: excerpt.recipient.id, moment }),
    ]),
  )
}

export function consentReasons(
  question: GateQuestion,
  answers: ReadonlyMap<string, EffectiveAnswer>,
  signOff: LedgerEntry | null,
): GateReason[] {
  const reasons: GateReason[] = []
  for (const [passage, answer] of answers) {
    const asked = question.ledger.find(({ id }) => id === answer.entry)
    const signedAfter = signOff !== null && asked !== undefined && signOff.sequence > asked.sequence
    if (!answer.open && !(answer.opensBySignOff && signedAfter)) {
      reasons.push({ kind: 'notAllowed', passage, because: answer.because })
      continue
    }
    if (answer.conditions?.noCutting === true && cuts(question, asked)) reasons.push({ kind: 'wholeOnly', passage })
    if (question.excerpt.withSound && answer.conditions?.voice === 'other' && isUnread(question, passage))
      reasons.push({ kind: 'voiceNotAllowed', passage })
  }
  return reasons
}

/** Nobody has read aloud what would be heard of it, as it is now. */
function isUnread({ excerpt, story, marks, readings = [] }: GateQuestion, id: string): boolean {
  const passage = story.passages.find((one) => one.id === id)
  if (passage === undefined) return false
  const pieces = shownPieces(passage, marks, useOf(excerpt.use).reach)
  return hasWordsToRead(wordsToRead(pieces)) && readingOf(readings, id, pieces) === undefined
}

function cuts({ excerpt, story, lineage = [] }: GateQuestion, entry: LedgerEntry | undefined): boolean {
  if (entry === undefined || entry.body.kind !== 'consent') return true
  const { scope } = entry.body
  const living = new Set(story.passages.map(({ id }) => id))
  const whole =
    scope.kind !== 'testimony'
      ? scope.passages.flatMap((passage) => heirsOf(passage, { lineage, living })).filter((id) => living.has(id))
      : story.passages.map(({ id }) => id)
  return whole.some((passage) => !excerpt.passages.includes(passage))
}
