// Changes to who can open the archive. What was replaced opens neither generation afterwards; killed at any point, either
// the old or the new one opens.
//
// NOTE: but for `withNewKey` the archive key stays the same, so a copy of the keyring from before still opens this archive
// with what opened it then. After a new key was made it does not: each change gives the slot another seed.
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { requireLawful, stretch, type ArgonParameters } from './argon.ts'
import { workOf, type Work } from './keyring-file.ts'
import { fittingName, type KeyringEntries } from './keyring-map.ts'
import { findSlot, readEither, unlock, type Secret } from './keyring-read.ts'
import { composed, draftOf, freeSlot, seat, slotOfKind, unseat, writeGenerations, type Draft } from './keyring-write.ts'
import { base32, type RandomSource } from './random.ts'
import { secretBytes } from './secret-bytes.ts'

interface Changing {
  readonly folder: string
  /** The archive key. */
  readonly key: Buffer
  readonly random: RandomSource
  /** Milliseconds since 1970. */
  readonly now?: number
}

/** A change that the archive key alone allows; the caller has seen to it that somebody may. Gives whose the slots are. */
async function change({ folder, key, random }: Changing, work: (draft: Draft) => void): Promise<KeyringEntries> {
  const { file } = await readEither(folder)
  const draft = draftOf(file, key, random)
  work(draft)
  await writeGenerations(folder, composed(draft, key, random))
  return draft.entries
}

/**
 * Gives another passphrase a slot of its own. Throws as `openKeyring`; keyringFull, and passphraseTaken where it opens the
 * archive already: then nobody could tell whose name to sign with.
 */
export function addPassphrase(
  options: Omit<Changing, 'key'> & { opens: Secret; passphrase: Buffer; name?: string },
): Promise<KeyringEntries> {
  const { random, name = '', now = 0 } = options
  return takePassphrase(options, (draft) => ({
    slot: freeSlot(draft, random),
    given: { name: fittingName(name), since: now },
  }))
}

/** Sets the paper key, in place of an earlier one, which opens nothing from then on. */
export function setPaperKey(options: Changing & { paperKey: Buffer }): Promise<KeyringEntries> {
  const { paperKey, random, now = 0 } = options
  return change(options, (draft) => seatSecret(draft, paperKey, { kind: 'paper', since: now }, random))
}

/** Sets what shares come to, in place of an earlier set. */
export function setShares(
  options: Changing & { secret: Buffer; needed: number; of: number; set: Buffer },
): Promise<KeyringEntries> {
  const { secret, needed, of, set, random, now = 0 } = options
  return change(options, (draft) => seatSecret(draft, secret, { kind: 'shares', since: now, needed, of, set }, random))
}

/** From here on no shares open the archive. */
export function endShares(options: Changing): Promise<KeyringEntries> {
  return change(options, (draft) => {
    for (const [slot, entry] of draft.entries.entries()) {
      if (entry?.kind === 'shares') unseat(draft, slot, options.random)
    }
  })
}

function seatSecret(draft: Draft, bytes: Buffer, given: Parameters<typeof seat>[3], random: RandomSource): void {
  const secret = secretBytes(bytes)
  seat(draft, slotOfKind(draft, given.kind, random), secret, given, random)
  sodium.sodium_memzero(secret)
}

interface Seat {
  readonly slot: number
  readonly given: Omit<Parameters<typeof seat>[3], 'kind'>
}

/** NOTE: the slow work comes first, so that the archive key is in memory for moments only, whoever locks meanwhile. */
async function takePassphrase(
  options: { folder: string; opens: Secret; passphrase: Buffer; random: RandomSource },
  seatOf: (draft: Draft, opened: number) => Seat,
): Promise<KeyringEntries> {
  const { folder, opens, passphrase, random } = options
  const { file } = await readEither(folder)
  requireLawful(file.works[0].parameters)
  const taken = await findSlot(file, { kind: 'passphrase', bytes: passphrase })
  for (const own of [taken?.key, taken?.secret]) if (own !== undefined) sodium.sodium_memzero(own)
  const { salt, parameters } = file.works[0]
  const secret = await stretch(passphrase, salt, parameters)
  try {
    const { key, secret: opener, slot: opened } = await unlock(file, opens)
    sodium.sodium_memzero(opener)
    try {
      const draft = draftOf(file, key, random)
      const { slot, given } = seatOf(draft, opened)
      if (taken !== null && taken.slot !== slot) throw new Failure('passphraseTaken')
      seat(draft, slot, secret, { ...given, kind: 'passphrase' }, random)
      await writeGenerations(folder, composed(draft, key, random))
      return draft.entries
    } finally {
      sodium.sodium_memzero(key)
    }
  } finally {
    sodium.sodium_memzero(secret)
  }
}

/** What stays of a member whose passphrase becomes another. */
function asBefore({ entries }: Draft, slot: number): Seat['given'] {
  const { id, name = '', since = 0 } = entries[slot] ?? {}
  return { name, since, ...(id === undefined ? {} : { id }) }
}

/**
 * A new passphrase in the place of the one that `opens`. Who opens with anything else sets it for `member`, who may be left
 * out where there is only one. Throws as `openKeyring`; notFound, passphraseTaken, and what `writeDurably` throws: then
 * the old one still opens.
 */
export function changePassphrase(options: {
  folder: string
  opens: Secret
  passphrase: Buffer
  member?: string
  random: RandomSource
}): Promise<KeyringEntries> {
  const { opens, member } = options
  return takePassphrase(options, (draft, opened) => {
    const slot = opens.kind === 'passphrase' ? opened : slotOfMember(draft.entries, member)
    return { slot, given: asBefore(draft, slot) }
  })
}

/** Throws Failure notFound. */
function slotOfMember(entries: KeyringEntries, member: string | undefined): number {
  const members = entries.flatMap((entry, slot) =>
    entry?.kind === 'passphrase' && (member === undefined || base32(entry.id) === member) ? [slot] : [],
  )
  const [slot] = members
  if (slot === undefined || members.length > 1) throw new Failure('notFound')
  return slot
}

/**
 * The work of one passphrase raised, in its own slot: the others keep theirs until they open. `behind`: others raised it
 * before, and hers follows. Gives null, and writes nothing, where it is as it should be, or where somebody else still has
 * the work from before the last raising.
 */
export async function raiseWork(options: {
  folder: string
  passphrase: Buffer
  parameters: ArgonParameters
  behind: boolean
  random: RandomSource
  /** Asked before anything is written. */
  isWanted: () => boolean
}): Promise<KeyringEntries | null> {
  const { folder, passphrase, parameters, behind, random, isWanted } = options
  requireLawful(parameters)
  const { file, usedPrevious } = await readEither(folder)
  const [now] = file.works
  requireLawful(now.parameters)
  const amount = (work: ArgonParameters): number => work.passes * work.memory
  if (usedPrevious || (!behind && amount(parameters) < 2 * amount(now.parameters))) return null
  const work = behind ? now : workOf(parameters, random(16))
  const secret = await stretch(passphrase, work.salt, work.parameters)
  try {
    if (!isWanted()) return null
    const { key, secret: opener, slot, work: which } = await unlock(file, { kind: 'passphrase', bytes: passphrase })
    sodium.sodium_memzero(opener)
    try {
      const draft = draftOf(file, key, random)
      const others = draft.entries.filter((entry, at) => entry !== null && at !== slot && isBound(entry))
      if ((which === 1) !== behind || (!behind && others.some((entry) => entry?.work === 1))) return null
      if (!behind) raiseWorks(draft, work)
      seat(draft, slot, secret, { ...asBefore(draft, slot), kind: 'passphrase' }, random)
      if (!isWanted()) return null
      await writeGenerations(folder, composed(draft, key, random))
      return draft.entries
    } finally {
      sodium.sodium_memzero(key)
    }
  } finally {
    sodium.sodium_memzero(secret)
  }
}

const isBound = ({ kind, first }: { kind: string; first: boolean }): boolean => kind === 'passphrase' || first

function raiseWorks(draft: Draft, work: Work): void {
  draft.works = [work, draft.works[0]]
  for (const [slot, entry] of draft.entries.entries()) {
    if (entry !== null && isBound(entry)) draft.entries[slot] = { ...entry, work: 1 }
  }
}

/**
 * The keyring for another archive key, which everybody gets but `without`: bytes that are not written yet. What is sealed
 * as in the first version cannot be carried over, and goes.
 */
export async function withNewKey({ folder, key, random }: Changing, without: string, newKey: Buffer): Promise<Buffer> {
  const { file } = await readEither(folder)
  const draft = draftOf(file, key, random)
  for (const [slot, entry] of draft.entries.entries()) {
    if (entry !== null && (entry.first || base32(entry.id) === without)) unseat(draft, slot, random)
  }
  return composed(draft, newKey, random)
}
