// What is still missing in an answer before it can be kept, as ids of the sentences that say it.
import type { WordId } from '../../words/index.ts'
import type { Conditions, Limits } from './consent-shapes.ts'

const whoMissing = { archivist: 'consent.recipients.missing', narrator: 'her.card.nobodyNamed' } as const
const nameUnfinished = { archivist: 'consent.recipients.unfinished', narrator: 'her.card.nameUnfinished' } as const

export interface Limited {
  readonly conditions: Conditions
  readonly asks: Limits
  /** For this use nobody is meant who is not named. */
  readonly mustName: boolean
  /** A name of somebody new stands there that was not added yet. */
  readonly nameIsUnfinished: boolean
  readonly speaksTo: 'archivist' | 'narrator'
}

/** Of an answer that has conditions; `now` as ISO 8601 UTC. */
export function faultsOf({ conditions, asks, mustName, nameIsUnfinished, speaksTo }: Limited, now: string): WordId[] {
  const { recipients, until, untilEvent, times } = conditions
  return [
    ...(mustName && recipients.length === 0 ? [whoMissing[speaksTo]] : []),
    ...(nameIsUnfinished ? [nameUnfinished[speaksTo]] : []),
    ...(asks.until && until === null ? ['consent.until.missing' as const] : []),
    ...(until !== null && until < now ? ['consent.until.past' as const] : []),
    ...(asks.event && (untilEvent ?? '').trim() === '' ? ['consent.event.missing' as const] : []),
    ...(asks.times && times === null ? ['consent.times.missing' as const] : []),
  ]
}
