// A secret in shares (Shamir's, k of n): any `needed` of them give it back, fewer tell nothing. Each is 24 words.
//
//   version u8 | archive 3 | set 3 | needed u4, number u4 | commitment 4 | the share 17 | checksum 4 (33 bytes, 264 bits)
//
// NOTE: the arithmetic gives a wrong secret silently for too few shares or altered ones. So each says what it needs and of
// which set it is, its checksum refuses a slip, and the commitment (a hash of the secret) tells whether what came out is it.
import { createHash, timingSafeEqual } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { Failure } from '../../../shared/contract/failure.ts'
import { secretBytes } from './secret-bytes.ts'
import type { RandomSource } from './random.ts'
import { shareSetLength } from './keyring-map.ts'

/** As much as the archive key sealed to a public half of X25519 is worth. */
const secretLength = 16
export const shareLength = 33
export const fewestNeeded = 2
export const mostShares = 15
const version = 1
const [archiveAt, setAt, countsAt, commitmentAt, dataAt, sumAt] = [1, 4, 7, 8, 12, 29] as const

export interface Share {
  readonly version: number
  /** Of the archive's id, to know a sheet of another archive by. */
  readonly archive: Buffer
  readonly set: Buffer
  readonly needed: number
  readonly number: number
  readonly commitment: Buffer
  readonly data: Buffer
}

const hashOf = (purpose: string, ...parts: readonly Buffer[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256').update(`firsthand shares 1 ${purpose}`)).digest()

/** @param archiveId the 16 bytes of the keyring's head */
export function markOfArchive(archiveId: Buffer): Buffer {
  return hashOf('archive', archiveId).subarray(0, setAt - archiveAt)
}

const commitmentTo = (secret: Buffer, set: Buffer): Buffer =>
  hashOf('commitment', set, secret).subarray(0, dataAt - commitmentAt)
const sumOf = (bytes: Buffer): Buffer => hashOf('sum', bytes.subarray(0, sumAt)).subarray(0, shareLength - sumAt)

/** A new secret and its shares; the caller zeroes them. */
export async function makeShares(
  { archiveId, needed, of }: { archiveId: Buffer; needed: number; of: number },
  random: RandomSource,
): Promise<{ readonly secret: Buffer; readonly set: Buffer; readonly shares: readonly Buffer[] }> {
  if (needed < fewestNeeded || of > mostShares || needed > of) throw new Failure('badInput')
  const whole = random(2 * secretLength)
  const secret = secretBytes(whole.subarray(0, secretLength))
  whole.fill(0)
  const set = random(shareSetLength)
  const made = await split(new Uint8Array(secret), of, needed)
  const shares = made.map((data, at) => {
    const bytes = Buffer.alloc(shareLength)
    bytes.writeUInt8(version, 0)
    bytes.set(markOfArchive(archiveId), archiveAt)
    bytes.set(set, setAt)
    bytes.writeUInt8((needed << 4) | (at + 1), countsAt)
    bytes.set(commitmentTo(secret, set), commitmentAt)
    bytes.set(data, dataAt)
    bytes.set(sumOf(bytes), sumAt)
    data.fill(0)
    return bytes
  })
  return { secret, set, shares }
}

/** Whether 33 bytes are a share as it was made, of this version or a newer one. */
export function isShare(bytes: Buffer): boolean {
  return bytes.length === shareLength && sumOf(bytes).equals(bytes.subarray(sumAt))
}

export function readShare(bytes: Buffer): Share {
  const counts = bytes.readUInt8(countsAt)
  return {
    version: bytes.readUInt8(0),
    archive: bytes.subarray(archiveAt, setAt),
    set: bytes.subarray(setAt, countsAt),
    needed: counts >> 4,
    number: counts & 15,
    commitment: bytes.subarray(commitmentAt, dataAt),
    data: bytes.subarray(dataAt, sumAt),
  }
}

/**
 * The secret that shares come to; the caller zeroes it. Throws Failure wrongShares for too few, two of the same, of two
 * sets, and where what comes out is not what they were made from.
 */
export async function joinShares(bytes: readonly Buffer[]): Promise<Buffer> {
  const shares = bytes.map((one) => {
    if (!isShare(one)) throw new Failure('wrongShares')
    return readShare(one)
  })
  const [first] = shares
  const fits =
    first !== undefined &&
    first.version === version &&
    shares.length >= Math.max(fewestNeeded, first.needed) &&
    shares.every(
      ({ set, archive, needed }) => set.equals(first.set) && archive.equals(first.archive) && needed === first.needed,
    ) &&
    new Set(shares.map(({ number }) => number)).size === shares.length &&
    new Set(shares.map(({ data }) => data.at(-1))).size === shares.length
  if (!fits) throw new Failure('wrongShares')
  const joined = await combine(shares.map(({ data }) => new Uint8Array(data)))
  const secret = secretBytes(joined)
  joined.fill(0)
  if (timingSafeEqual(commitmentTo(secret, first.set), first.commitment)) return secret
  secret.fill(0)
  throw new Failure('wrongShares')
}
