// Changes to who can open the archive. What was replaced opens neither generation afterwards; killed at any point, either
// the old or the new one opens.
//
// NOTE: but for `withNewKey` the archive key stays the same, so a copy of the keyring from before still opens this archive
// with what opened it then. After a new key was made it does not: each change gives the slot another seed.
import sodium from 'sodium-native'
import { Failure } from '../../../shared/contract/failure.ts'
import { requireLawful, stretch, type ArgonParameters } from './argon.ts'
import { workOf, type KeyringFile } from './keyring-file.ts'
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
async function change(
  { folder, key, random }: Changing,
  work: (draft: Draft, file: KeyringFile) => Promise<void> | void,
): Promise<KeyringEntries> {
  const { file } = await readEither(folder)
  const draft = draftOf(file, key, random)
  await work(draft, file)
  await writeGenerations(folder, composed(draft, key, random))
  return draft.entries
}

/**
 * Gives another passphrase a slot of its own. Throws Failure: keyringFull, and passphraseTaken where it opens the archive
 * already: then nobody could tell whose name to sign with.
 */
export function addPassphrase(options: Changing & { passphrase: Buffer; name?: string }): Promise<KeyringEntries> {
  const { passphrase, random, name = '', now = 0 } = options
  return change(options, async (draft, file) => {
    const slot = freeSlot(draft, random)
    await requireNobodys(file, passphrase, null)
    await seatPassphrase(draft, slot, passphrase, { name: fittingName(name), since: now }, random)
  })
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

async function seatPassphrase(
  draft: Draft,
  slot: number,
  passphrase: Buffer,
  given: Omit<Parameters<typeof seat>[3], 'kind'>,
  random: RandomSource,
): Promise<void> {
  const { salt, parameters } = draft.works[0]
  const secret = await stretch(passphrase, salt, parameters)
  seat(draft, slot, secret, { ...given, kind: 'passphrase' }, random)
  sodium.sodium_memzero(secret)
}

async function requireNobodys(file: KeyringFile, passphrase: Buffer, but: number | null): Promise<void> {
  const taken = await findSlot(file, { kind: 'passphrase', bytes: passphrase })
  if (taken === null) return
  for (const own of [taken.key, taken.secret]) sodium.sodium_memzero(own)
  if (taken.slot !== but) throw new Failure('passphraseTaken')
}

/**
 * A new passphrase in the place of the one that `opens`. Who opens with anything else sets it for `member`, who may be left
 * out where there is only one. Throws as `openKeyring`; notFound, passphraseTaken, and what `writeDurably` throws: then
 * the old one still opens.
 */
export async function changePassphrase(options: {
  folder: string
  opens: Secret
  passphrase: Buffer
  member?: string
  random: RandomSource
}): Promise<KeyringEntries> {
  const { folder, opens, passphrase, member, random } = options
  const { file } = await readEither(folder)
  const { key, secret, slot: opened } = await unlock(file, opens)
  sodium.sodium_memzero(secret)
  try {
    const draft = draftOf(file, key, random)
    const slot = opens.kind === 'passphrase' ? opened : slotOfMember(draft.entries, member)
    const before = draft.entries[slot]
    await requireNobodys(file, passphrase, slot)
    const { id, name = '', since = 0 } = before ?? {}
    await seatPassphrase(draft, slot, passphrase, { name, since, ...(id === undefined ? {} : { id }) }, random)
    await writeGenerations(folder, composed(draft, key, random))
    return draft.entries
  } finally {
    sodium.sodium_memzero(key)
  }
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
 * The work of one passphrase raised, in its own slot: the others keep theirs until they open. Gives null, and writes
 * nothing, where somebody still has the work from before that, or a mightier one is there already.
 */
export async function raiseWork(options: {
  folder: string
  passphrase: Buffer
  parameters: ArgonParameters
  random: RandomSource
  /** Asked before anything is written. */
  isWanted: () => boolean
}): Promise<KeyringEntries | null> {
  const { folder, passphrase, parameters, random, isWanted } = options
  requireLawful(parameters)
  const { file, usedPrevious } = await readEither(folder)
  const amount = (work: ArgonParameters): number => work.passes * work.memory
  if (usedPrevious) return null
  const { key, secret, slot, work } = await unlock(file, { kind: 'passphrase', bytes: passphrase })
  sodium.sodium_memzero(secret)
  try {
    const draft = draftOf(file, key, random)
    const others = draft.entries.filter((entry, at) => entry !== null && at !== slot)
    const mightier = amount(parameters) >= 2 * amount(draft.works[0].parameters)
    if (work === 0 && (!mightier || others.some((entry) => entry !== null && isBound(entry) && entry.work === 1)))
      return null
    if (work === 0) raiseWorks(draft, parameters, random)
    const { id, name = '', since = 0 } = draft.entries[slot] ?? {}
    await seatPassphrase(draft, slot, passphrase, { name, since, ...(id === undefined ? {} : { id }) }, random)
    if (!isWanted()) return null
    await writeGenerations(folder, composed(draft, key, random))
    return draft.entries
  } finally {
    sodium.sodium_memzero(key)
  }
}

const isBound = ({ kind, first }: { kind: string; first: boolean }): boolean => kind === 'passphrase' || first

function raiseWorks(draft: Draft, parameters: ArgonParameters, random: RandomSource): void {
  draft.works = [workOf(parameters, random(16)), draft.works[0]]
  for (const [slot, entry] of draft.entries.entries()) {
    if (entry !== null && isBound(entry)) draft.entries[slot] = { ...entry, work: 1 }
  }
}

/**
 * The keyring for another archive key, which everybody gets but `without`: bytes that are not written yet. What is sealed
 * as in the first version cannot be carried over, and goes.
 */
export async function withNewKey(
  { folder, key, random }: Changing,
  without: string,
  newKey: Buffer,
): Promise<{ readonly bytes: Buffer; readonly entries: KeyringEntries }> {
  const { file } = await readEither(folder)
  const draft = draftOf(file, key, random)
  for (const [slot, entry] of draft.entries.entries()) {
    if (entry !== null && (entry.first || base32(entry.id) === without)) unseat(draft, slot, random)
  }
  return { bytes: composed(draft, newKey, random), entries: draft.entries }
}
