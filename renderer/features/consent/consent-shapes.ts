// What the consent calls take and give, by name.
import type { z } from 'zod'
import type { card, consent, entry, inEffect } from '../../../shared/contract/consent.ts'
import type { recipient } from '../../../shared/contract/excerpts.ts'
import type { conditions, scope, teachBack } from '../../../shared/contract/shapes.ts'

export type Card = z.infer<typeof card>
export type Entry = z.infer<typeof entry>
export type InEffect = z.infer<typeof inEffect>
export type Conditions = z.infer<typeof conditions>
export type Scope = z.infer<typeof scope>
export type TeachBack = z.infer<typeof teachBack>
export type Recipient = z.infer<typeof recipient>
export type Standing = z.infer<typeof consent.read.output>

export const noConditions: Conditions = {
  recipients: [],
  nameAs: null,
  voice: 'own',
  until: null,
  times: null,
  noCutting: false,
}

/** Which ends are wanted, whether or not they are already said. */
export interface Limits {
  readonly until: boolean
  readonly event: boolean
  readonly times: boolean
}

export const noLimits: Limits = { until: false, event: false, times: false }

/** As they are kept: without spaces around what was typed, and without an event where none is named. */
export function keptConditions({ untilEvent, nameAs, ...rest }: Conditions): Conditions {
  const event = (untilEvent ?? '').trim()
  const name = (nameAs ?? '').trim()
  return { ...rest, nameAs: name === '' ? null : name, ...(event === '' ? {} : { untilEvent: event }) }
}
