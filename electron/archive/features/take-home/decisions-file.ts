// The bytes of a file of decisions: sealed to the archive it goes to, signed by her. Reading believes nothing of it.
import { Decrypter, Encrypter } from 'age-encryption'
import { Failure } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import {
  decisions,
  decisionsMagic,
  mostDecisions,
  mostDecisionsJson,
  type Decisions,
} from '../../../../shared/formats/decisions.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { sha256 } from '../../sha256.ts'
import { isSigned, sign } from '../../vault/narrator-key.ts'

const signatureLength = 64
const lengthLength = 4
const magic = Buffer.from(decisionsMagic, 'latin1')

/** What was read out of a file; `isSignedBy` says whether the key with this public half signed exactly it. */
export interface ReadDecisions {
  readonly decisions: Decisions
  /** One for each of `decisions.sounds`, in order. */
  readonly sounds: readonly Buffer[]
  /** One for each of `decisions.sealedSounds`. */
  readonly sealed: readonly Buffer[]
  isSignedBy(signingPublic: Buffer): boolean
}

/** @param sounds in the order of `given.sounds`, and then of `given.sealedSounds`. Throws Failure fileTooLarge. */
export async function writeDecisions(
  given: Decisions,
  sounds: readonly Uint8Array[],
  key: OpenNarratorKey,
  recipient: string,
): Promise<Uint8Array> {
  const json = Buffer.from(canonical(decisions.parse(given)), 'utf8')
  const size = sounds.reduce((sum, { length }) => sum + length, json.length)
  if (json.length > mostDecisionsJson || size > mostDecisions - 1024 * 1024) throw new Failure('fileTooLarge')
  const length = Buffer.alloc(lengthLength)
  length.writeUInt32BE(json.length)
  const plain = Buffer.concat([magic, length, json, sign(key, 'decisions', sha256(json)), ...sounds])
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  try {
    return await encrypter.encrypt(plain)
  } finally {
    plain.fill(0)
    json.fill(0)
  }
}

async function decrypted(bytes: Uint8Array, identity: string): Promise<Buffer> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  try {
    return Buffer.from(await decrypter.decrypt(bytes))
  } catch (error) {
    const foreign = error instanceof Error && /no identity matched/i.test(error.message)
    throw new Failure(foreign ? 'otherArchive' : 'notHerFile')
  }
}

/**
 * Throws Failure fileTooLarge, otherArchive (sealed to somebody else), newerVersion, notHerFile for whatever else is not
 * as it must be.
 */
export async function readDecisionsFile(bytes: Uint8Array, identity: string): Promise<ReadDecisions> {
  if (bytes.length > mostDecisions) throw new Failure('fileTooLarge')
  const plain = await decrypted(bytes, identity)
  if (!plain.subarray(0, magic.length).equals(magic)) throw new Failure('notHerFile')
  let at = magic.length
  const take = (length: number): Buffer => {
    if (at + length > plain.length) throw new Failure('notHerFile')
    at += length
    return plain.subarray(at - length, at)
  }
  const jsonLength = take(lengthLength).readUInt32BE()
  if (jsonLength > mostDecisionsJson) throw new Failure('fileTooLarge')
  const json = take(jsonLength)
  const signature = Buffer.from(take(signatureLength))
  const read = parsed(json)
  const takeSound = ({ size, sha256: expected }: { size: number; sha256: string }): Buffer => {
    const sound = take(size)
    if (sha256(sound) !== expected) throw new Failure('notHerFile')
    return sound
  }
  const sounds = read.sounds.map(takeSound)
  const sealed = (read.sealedSounds ?? []).map(takeSound)
  if (at !== plain.length) throw new Failure('notHerFile')
  const hash = sha256(json)
  return {
    decisions: read,
    sounds,
    sealed,
    isSignedBy: (signingPublic) => isSigned(signingPublic, 'decisions', hash, signature),
  }
}

function parsed(json: Buffer): Decisions {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
  } catch {
    throw new Failure('notHerFile')
  }
  const { data, success } = decisions.safeParse(value)
  if (success) return data
  const version: unknown = typeof value === 'object' && value !== null && 'version' in value ? value.version : 1
  throw new Failure(typeof version === 'number' && version > 1 ? 'newerVersion' : 'notHerFile')
}
