// Says conditions as a few words each, for the card and for the history.
import type { Say } from '../../words/say.tsx'
import type { Conditions, Limits, Recipient } from './consent-shapes.ts'

/** `mustName`: for this use nobody named means nobody at all. `asks`: an end that is wanted and not said yet. */
export function conditionsInWords(
  say: Say,
  conditions: Conditions,
  asks: Limits,
  recipients: readonly Recipient[],
  mustName: boolean,
): string[] {
  const { recipients: named, nameAs, voice, until, untilEvent, times, noCutting } = conditions
  const names = recipients.filter(({ id }) => named.includes(id)).map(({ name }) => name)
  return [
    named.length > 0
      ? say('consent.conditions.only', { names: say.list(names) })
      : say(mustName ? 'consent.conditions.nobody' : 'consent.conditions.anybody'),
    say(`consent.voice.said.${voice}`),
    ...(nameAs === null ? [] : [say('consent.conditions.named', { name: nameAs })]),
    until !== null
      ? say('consent.conditions.until', { date: say.date(until) })
      : say(asks.until ? 'consent.conditions.untilOpen' : 'consent.conditions.noEnd'),
    ...(untilEvent !== undefined
      ? [say('consent.conditions.event', { event: untilEvent })]
      : asks.event
        ? [say('consent.conditions.eventOpen')]
        : []),
    ...(times !== null
      ? [say('consent.conditions.times', { count: times })]
      : asks.times
        ? [say('consent.conditions.timesOpen')]
        : []),
    ...(noCutting ? [say('consent.conditions.noCutting')] : []),
  ]
}

/** What a yes holds itself to, beside for whom and until when: what the words of the answer do not say yet. */
export function limitsInWords(say: Say, { nameAs, voice, untilEvent, times, noCutting }: Conditions): string[] {
  return [
    ...(untilEvent === undefined ? [] : [say('consent.conditions.event', { event: untilEvent })]),
    ...(times === null ? [] : [say('consent.conditions.times', { count: times })]),
    ...(voice === 'own' ? [] : [say(`consent.voice.said.${voice}`)]),
    ...(nameAs === null ? [] : [say('consent.conditions.named', { name: nameAs })]),
    ...(noCutting ? [say('consent.conditions.noCutting')] : []),
  ]
}
