// What a yes can be for. Each use has a reach; what is hidden from that reach is taken out of whatever leaves for it.
import type { Reach } from './reach.ts'

interface Use {
  readonly reach: Reach
  /** True where a yes holds only for recipients that it names. */
  readonly namedRecipientOnly: boolean
}

// NOTE: uses without a reach of their own in the domain (translation, after death, machines, court) take the widest,
// so that the most is hidden until she says otherwise.
export const uses = {
  listenHere: { reach: 'archive', namedRecipientOnly: false },
  myCircle: { reach: 'circle', namedRecipientOnly: false },
  readingRoom: { reach: 'readers', namedRecipientOnly: false },
  teaching: { reach: 'readers', namedRecipientOnly: false },
  research: { reach: 'readers', namedRecipientOnly: false },
  booklet: { reach: 'anyone', namedRecipientOnly: false },
  exhibition: { reach: 'anyone', namedRecipientOnly: false },
  website: { reach: 'anyone', namedRecipientOnly: false },
  press: { reach: 'anyone', namedRecipientOnly: false },
  campaign: { reach: 'anyone', namedRecipientOnly: false },
  fundraising: { reach: 'anyone', namedRecipientOnly: false },
  court: { reach: 'anyone', namedRecipientOnly: true },
  translation: { reach: 'anyone', namedRecipientOnly: false },
  afterDeath: { reach: 'anyone', namedRecipientOnly: false },
  machines: { reach: 'anyone', namedRecipientOnly: true },
} as const satisfies Record<string, Use>

export type UseName = keyof typeof uses
export const useNames = Object.keys(uses) as [UseName, ...UseName[]]
