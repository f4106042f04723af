// What a yes can be for. Each use has a reach; what is hidden from that reach is taken out of whatever leaves for it.
import { reaches, type Reach } from '../reach.ts'

export interface Use {
  readonly reach: Reach
  /** True where a yes holds only for recipients that it names. */
  readonly namedRecipientOnly: boolean
}

// NOTE: uses without a reach of their own in the domain (translation, after death, machines, court) take the widest,
// so that the most is hidden until she says otherwise.
export const startingUses = {
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

export type StartingUse = keyof typeof startingUses
export const startingUseNames = Object.keys(startingUses) as [StartingUse, ...StartingUse[]]

/**
 * A use that an archive added. Its name says its reach and whether it is for named recipients only, so that an entry in the
 * ledger means the same for ever, here and wherever it is read.
 */
export type OwnUse = `own-${Reach}-${'named' | 'any'}-${string}`
export type UseName = StartingUse | OwnUse

const ownUse = new RegExp(`^own-(${reaches.slice(1).join('|')})-(named|any)-[0-9a-z]{8,40}$`)

export function isStartingUse(name: string): name is StartingUse {
  return Object.hasOwn(startingUses, name)
}

export function isUseName(name: unknown): name is UseName {
  return typeof name === 'string' && (isStartingUse(name) || ownUse.test(name))
}

/** @param id as ids are, 8 to 40 of 0-9 and a-z */
export function ownUseName({ reach, namedRecipientOnly }: Use, id: string): OwnUse {
  return `own-${reach}-${namedRecipientOnly ? 'named' : 'any'}-${id}`
}

/** Who a use reaches. A name that is no use's reaches nobody but recipients whom she names, out to anyone. */
export function useOf(name: UseName): Use {
  if (isStartingUse(name)) return startingUses[name]
  const [, reach, named] = ownUse.exec(name) ?? []
  return {
    reach: reaches.find((one) => one === reach) ?? 'anyone',
    namedRecipientOnly: named !== 'any',
  }
}
