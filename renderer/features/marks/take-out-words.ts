// What is asked about something that is taken out, as far as it has been answered.
import type { RedactedThing, Redaction, RedactionWay } from '../../../shared/domain/marks/marks.ts'
import type { Reach } from '../../../shared/domain/reach.ts'

export const hiddenFromChoices = ['circle', 'readers', 'anyone', 'archive'] as const satisfies readonly Reach[]

export interface TakeOutAsked {
  readonly thing: RedactedThing | null
  readonly reach: Reach | null
  readonly way: RedactionWay | null
  readonly replacement: string
  readonly why: string
}

export interface TakeOutWords {
  readonly thing: RedactedThing
  readonly reach: Reach
  readonly way: RedactionWay
  readonly replacement: string
  readonly why: string
}

export function askedOf(redaction: Redaction | null): TakeOutAsked {
  if (redaction === null) return { thing: null, reach: null, way: null, replacement: '', why: '' }
  const { thing, reach, way, replacement, why } = redaction
  return { thing, reach, way, replacement, why }
}

export const needsReplacement = (way: RedactionWay | null): boolean => way === 'pseudonym' || way === 'vaguer'

/** Null while something that has to be said is missing. */
export function answered({ thing, reach, way, replacement, why }: TakeOutAsked): TakeOutWords | null {
  if (thing === null || reach === null || way === null) return null
  const instead = needsReplacement(way) ? replacement.trim() : ''
  if (needsReplacement(way) && instead === '') return null
  return { thing, reach, way, replacement: instead, why: why.trim() }
}
