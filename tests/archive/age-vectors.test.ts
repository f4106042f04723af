// The published test vectors of the age format (c2sp.org/CCTV/age), through our header and our payload.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { armor, Decrypter, Encrypter } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import { chunkLength } from '../../electron/archive/files/media-format.ts'
import { createMediaKey, MediaWriter, openDamagedMedia, openMedia } from '../../electron/archive/files/media.ts'
import type { MediaReader } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { temporaryFolder } from './temporary-folder.ts'

const vectors = new URL('../../../shared/data/age/', import.meta.url)
const present = existsSync(vectors)

// Refused in either case, and said differently: bytes after the MAC are read as part of it by the library, and the
// nonce belongs to the payload here, where the reference counts it to the header.
const alike: Readonly<Record<string, string>> = { hmac_garbage: 'HMAC failure', stream_no_nonce: 'payload failure' }

/** As the archive names a file of media. */
const named = '0'.repeat(26)

interface Vector {
  readonly expect: string
  readonly payload: string | undefined
  readonly identities: readonly string[]
  readonly passphrases: readonly string[]
  readonly armored: boolean
  readonly file: Buffer
}

function readVector(name: string): Vector {
  const bytes = readFileSync(new URL(name, vectors))
  const end = bytes.indexOf('\n\n')
  const fields = bytes
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .map((line) => line.split(': ') as [string, string])
  const all = (key: string): string[] => fields.filter(([each]) => each === key).map(([, value]) => value)
  const rest = bytes.subarray(end + 2)
  return {
    expect: all('expect')[0] ?? '',
    payload: all('payload')[0],
    identities: all('identity'),
    passphrases: all('passphrase'),
    armored: all('armored')[0] === 'yes',
    file: all('compressed')[0] === 'zlib' ? inflateSync(rest) : rest,
  }
}

/** Where the header ends: after the line that begins with `--- `. */
function headerLength(file: Buffer): number {
  const mac = file.indexOf('\n--- ')
  const end = mac < 0 ? -1 : file.indexOf('\n', mac + 1)
  return end < 0 ? file.length : end + 1
}

/** What opening says, in the vectors' words; what it let out; and what can be saved from a damaged one. */
interface Opened {
  readonly said: string
  readonly released: Buffer
  readonly saved: Buffer
}

async function open(vector: Vector): Promise<Opened> {
  const nothing = { released: Buffer.alloc(0), saved: Buffer.alloc(0) }
  let file = vector.file
  if (vector.armored) {
    try {
      file = Buffer.from(armor.decode(file.toString('latin1')))
    } catch {
      return { said: 'armor failure', ...nothing }
    }
  }
  const header = file.subarray(0, headerLength(file))
  const decrypter = new Decrypter()
  for (const passphrase of vector.passphrases) decrypter.addPassphrase(passphrase)
  for (const identity of vector.identities) decrypter.addIdentity(identity)
  try {
    await decrypter.decryptHeader(header)
  } catch (error) {
    const message = String(error)
    if (message.includes('no identity matched')) return { said: 'no match', ...nothing }
    return { said: message.includes('HMAC') ? 'HMAC failure' : 'header failure', ...nothing }
  }
  const folder = temporaryFolder()
  mkdirSync(path.join(folder, 'media'))
  writeFileSync(path.join(folder, 'media', named), file.subarray(header.length))
  const identity = vector.identities[0] ?? ''
  const strict = await release(() => openMedia(folder, named, header, identity))
  if (strict.whole) return { said: 'success', released: strict.released, saved: strict.released }
  const saved = await release(() => openDamagedMedia(folder, named, header, identity))
  return { said: 'payload failure', released: strict.released, saved: saved.released }
}

/** Chunk after chunk until one fails, as a reader of the whole would. */
async function release(opening: () => Promise<MediaReader>): Promise<{ released: Buffer; whole: boolean }> {
  const parts: Buffer[] = []
  try {
    const reader = await opening()
    try {
      for (let at = 0; at < reader.size; at += chunkLength) parts.push(await reader.read(at, at + chunkLength))
    } finally {
      await reader.close()
    }
    return { released: Buffer.concat(parts), whole: true }
  } catch {
    return { released: Buffer.concat(parts), whole: false }
  }
}

describe.skipIf(!present)('the age vectors (skipped where ../shared/data/age is missing)', () => {
  const names = present ? readdirSync(vectors).filter((name) => !name.includes('.')) : []

  test('are there', () => expect(names.length).toBeGreaterThan(50))

  test.each(names)('%s', async (name) => {
    const vector = readVector(name)
    const { said, released, saved } = await open(vector)
    expect(said).toBe(alike[name] ?? vector.expect)
    if (vector.payload === undefined || vector.identities.length === 0) return
    if (said === 'success') {
      expect(sha256(released)).toBe(vector.payload)
    } else {
      // The reference reads from the front and stops at the first chunk marked as the last. Opening is stricter here
      // and lets out no more than that; saving, which is asked for by name, lets out no less.
      const allowed = starts(saved).find((start) => sha256(start) === vector.payload)
      expect(allowed).toBeDefined()
      expect(released.length).toBeLessThanOrEqual(allowed?.length ?? -1)
    }
  })
})

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Nothing, the first chunk, the first two, … and all of it. */
function starts(bytes: Buffer): Buffer[] {
  const ends = Array.from({ length: Math.ceil(bytes.length / chunkLength) + 1 }, (_, at) => at * chunkLength)
  return ends.map((end) => bytes.subarray(0, end))
}

describe('files made here', () => {
  test.each([0, 1, chunkLength, chunkLength + 1, 3 * chunkLength])(
    'of %d bytes: the library opens ours, and we open the library’s',
    async (size) => {
      const folder = temporaryFolder()
      const { recipient, identity } = await createMediaKey()
      const plain = systemRandom(size)
      const writer = await MediaWriter.begin(folder, recipient, systemRandom)
      await writer.append(plain)
      const { name, header } = await writer.finish()
      const decrypter = new Decrypter()
      decrypter.addIdentity(identity)
      const ours = Buffer.concat([header, readFileSync(path.join(folder, 'media', name))])
      expect(plain.equals(await decrypter.decrypt(ours))).toBe(true)

      const encrypter = new Encrypter()
      encrypter.addRecipient(recipient)
      const theirs = Buffer.from(await encrypter.encrypt(plain))
      const length = headerLength(theirs)
      writeFileSync(path.join(folder, 'media', named), theirs.subarray(length))
      const { released, whole } = await release(() => openMedia(folder, named, theirs.subarray(0, length), identity))
      expect(whole && released.equals(plain)).toBe(true)
    },
  )
})
