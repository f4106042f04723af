// One answer of hers as a plain paragraph, to read back before it is kept, when it is kept, and on paper.
import type { z } from 'zod'
import type { evidence } from '../../../../shared/contract/shapes.ts'
import type { Answer } from '../../../../shared/domain/consent/ledger.ts'
import { useOf, type UseName } from '../../../../shared/domain/consent/uses.ts'
import type { Say } from '../../../words/say.tsx'
import type { Conditions, Recipient, Scope, TeachBack } from '../consent-shapes.ts'

export interface Told {
  readonly use: UseName
  readonly answer: Answer
  readonly scope: Scope | null
  readonly conditions: Conditions | null
  readonly teachBack: TeachBack | null
  readonly reviewAt: string | null
  /** Null where she says it herself, at her own window. */
  readonly evidence: z.infer<typeof evidence> | null
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Words that run the other way than the sentence around them, held together by themselves (Unicode UAX 9, isolates). */
const held = (say: Say, words: string): string =>
  rightToLeft.test(words) === (say.direction === 'rtl') ? words : `\u2068${words}\u2069`

/** Sentences in the order in which they are read. `nameOf`: of the use, in the language that is spoken. */
export function sentencesOf(
  say: Say,
  nameOf: (use: UseName) => string,
  recipients: readonly Recipient[],
  told: Told,
): string[] {
  const { use, answer, scope, conditions, teachBack, reviewAt, evidence } = told
  const isLimited = (answer === 'yes' || answer === 'askEachTime') && conditions !== null
  return [
    say(`talk.said.${answer}`, { use: held(say, nameOf(use)) }),
    ...(scope === null ? [] : [aboutWhat(say, scope)]),
    ...(isLimited ? limits(say, use, conditions, recipients) : []),
    ...(reviewAt === null ? [] : [say('talk.said.reviewAt', { date: say.date(reviewAt) })]),
    ...(isLimited ? [inOwnWords(say, teachBack)] : []),
    ...(evidence === null ? [] : howKnown(say, evidence)),
  ]
}

function aboutWhat(say: Say, scope: Scope): string {
  if (scope.kind === 'testimony') return say('talk.said.testimony')
  if (scope.kind === 'section') return say('talk.said.section', { heading: held(say, scope.heading) })
  return say('talk.said.passages', { count: scope.passages.length })
}

function limits(say: Say, use: UseName, conditions: Conditions, recipients: readonly Recipient[]): string[] {
  const { recipients: named, nameAs, voice, until, untilEvent, times, noCutting } = conditions
  const names = recipients.filter(({ id }) => named.includes(id)).map(({ name }) => name)
  const who =
    names.length > 0
      ? say('talk.said.only', { names: say.list(names.map((name) => held(say, name))) })
      : say(
          named.length > 0
            ? 'talk.said.unnamed'
            : useOf(use).namedRecipientOnly
              ? 'talk.said.nobody'
              : 'talk.said.anybody',
        )
  const ends = [
    ...(until === null ? [] : [say('talk.said.until', { date: say.date(until) })]),
    ...(untilEvent === undefined ? [] : [say('talk.said.event', { event: held(say, untilEvent) })]),
    ...(times === null ? [] : [say('talk.said.times', { count: times })]),
  ]
  return [
    who,
    say(`talk.said.voice.${voice}`),
    ...(nameAs === null ? [] : [say('talk.said.nameAs', { name: held(say, nameAs) })]),
    ...(ends.length === 0 ? [say('talk.said.noEnd')] : ends),
    ...(noCutting ? [say('talk.said.noCutting')] : []),
  ]
}

function inOwnWords(say: Say, teachBack: TeachBack | null): string {
  if (teachBack === null) return say('talk.said.notSaidBack')
  return teachBack.said === ''
    ? say('talk.said.aloud')
    : say('talk.said.inOwnWords', { said: held(say, teachBack.said) })
}

function howKnown(say: Say, { kind, note, clip, files = [] }: NonNullable<Told['evidence']>): string[] {
  const how = say(`talk.evidence.${kind}`)
  return [
    note === ''
      ? say('talk.said.known', { kind: how })
      : say('talk.said.knownSo', { kind: how, note: held(say, note) }),
    ...(clip === undefined
      ? []
      : [say('talk.said.clip', { start: say.time(clip.startMs), end: say.time(clip.endMs) })]),
    ...(files.length === 0 ? [] : [say('talk.said.files', { count: files.length })]),
  ]
}
