// Says conditions as a few words each, for the card and for the history.
import type { Say } from '../../words/say.tsx'
import type { Conditions, Recipient } from './consent-shapes.ts'

/** `mustName`: for this use nobody named means nobody at all. */
export function conditionsInWords(
  say: Say,
  conditions: Conditions,
  recipients: readonly Recipient[],
  mustName: boolean,
): string[] {
  const { recipients: named, nameAs, voice, until, times, noCutting } = conditions
  const names = recipients.filter(({ id }) => named.includes(id)).map(({ name }) => name)
  return [
    named.length > 0
      ? say('consent.conditions.only', { names: say.list(names) })
      : say(mustName ? 'consent.conditions.nobody' : 'consent.conditions.anybody'),
    say(`consent.voice.said.${voice}`),
    ...(nameAs === null ? [] : [say('consent.conditions.named', { name: nameAs })]),
    until === null ? say('consent.conditions.noEnd') : say('consent.conditions.until', { date: say.date(until) }),
    ...(times === null ? [] : [say('consent.conditions.times', { count: times })]),
    ...(noCutting ? [say('consent.conditions.noCutting')] : []),
  ]
}
