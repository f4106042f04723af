// The gate: an excerpt either may leave, as exactly what she signed off, or here is every reason why not.
import type { RedactedExcerpt, ReleasableExcerpt } from '../excerpts/excerpt.ts'
import { mirrorForReaders } from '../mirror/excerpt-mirror.ts'
import { answersFor, consentReasons } from './consent.ts'
import { framingReasons } from './framing.ts'
import { markReasons } from './marks.ts'
import type { GateQuestion } from './question.ts'
import type { GateReason } from './reasons.ts'
import { coolingOffReason, lineReason, signOffReason } from './sign-off.ts'
import { herLine } from '../mirror/her-line.ts'
import { isHiddenFrom } from '../reach.ts'
import { silences } from '../sound/silences.ts'
import { countingAfter, forgottenKey } from '../consent/key-ends.ts'
import { redactExcerpt } from '../excerpts/redact-excerpt.ts'
import { tieReasons } from './tie-reasons.ts'

export { mayBeNamed } from './framing.ts'
export type { GateQuestion } from './question.ts'
export { coolingOffMs } from './sign-off.ts'

export type GateAnswer =
  | { readonly open: true; readonly releasable: ReleasableExcerpt }
  | { readonly open: false; readonly reasons: readonly GateReason[] }

/** What would be read of it, as things are now. */
export function contentOf(question: GateQuestion, answers = answersFor(question)): RedactedExcerpt {
  const { excerpt, story, marks, ledger, beside } = question
  return redactExcerpt(excerpt, story, marks, answers, {
    wordsAbout: beside?.wordsAbout ?? [],
    readings: question.readings,
    mirror: herLine(ledger).toReader ? (nameAs) => mirrorForReaders(question, nameAs) : null,
  })
}

/** Every reason why an excerpt may not leave now, or the only ReleasableExcerpt there is. */
export function gate(question: GateQuestion): GateAnswer {
  const { keyEnds = [] } = question
  const asked = { ...question, ledger: countingAfter(question.ledger, keyEnds, question.moment) }
  const { excerpt, story, marks, ledger, moment, contentHash } = asked
  const known = new Set(story.passages.map(({ id }) => id))
  const passages = excerpt.passages.filter((passage) => known.has(passage))
  const answers = answersFor(asked)
  const content = contentOf(asked, answers)
  const { signOff, reason: unsigned } = signOffReason(asked)
  const below = lineReason(asked, signOff)
  const reasons: GateReason[] = [
    ...(passages.length === 0 ? [{ kind: 'nothingChosen' } as const] : []),
    ...(excerpt.framing.title.trim() === '' ? [{ kind: 'titleMissing' } as const] : []),
    ...consentReasons(asked, answers, signOff),
    ...markReasons(asked),
    ...framingReasons(asked, content.narratorName),
    ...tieReasons(asked),
  ]
  if (below !== null) reasons.push(below)
  const waiting = coolingOffReason(ledger, moment)
  if (waiting !== null) reasons.push(waiting)
  // NOTE: a yes that her own key signed before its end stays one.
  const forgotten = signOff === null ? forgottenKey(keyEnds, moment) : null
  if (forgotten !== null) reasons.push({ kind: 'keyForgotten', ...forgotten })
  if (unsigned !== null) reasons.push(unsigned)
  if (reasons.length > 0 || signOff === null || contentHash === null) return { open: false, reasons }
  const heard = excerpt.withSound ? story.passages.filter(({ id }) => passages.includes(id)) : []
  const releasable: Omit<ReleasableExcerpt, symbol> = {
    excerpt,
    content,
    contentHash,
    revision: story.testimony.revision,
    passages,
    redactions: marks.redactions
      .filter(
        ({ reach, ranges, stretches = [] }) =>
          isHiddenFrom(reach, content.reach) &&
          (ranges.some(({ passage }) => passages.includes(passage)) ||
            stretches.some((stretch) => heard.some((passage) => silences(stretch, passage)))),
      )
      .map(({ id }) => id),
    consentEntries: [...new Set([...answers.values()].flatMap(({ entry }) => entry ?? []))],
    signOff: signOff.id,
  }
  return { open: true, releasable: releasable as ReleasableExcerpt }
}
