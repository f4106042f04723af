// What a gap is called, by what was not well.
import type { gapKinds, takeTroubles } from '../../../../shared/contract/recording.ts'

export type Trouble = (typeof takeTroubles)[number]
export type Gap = (typeof gapKinds)[number]

/** A microphone that gives nothing is as if it were muted. */
export const gapOf: Readonly<Record<Trouble, Gap>> = {
  unplugged: 'unplugged',
  muted: 'muted',
  silent: 'muted',
  changed: 'changed',
  asleep: 'asleep',
  windowGone: 'closed',
  diskFull: 'diskFull',
  diskFailing: 'diskFull',
}
