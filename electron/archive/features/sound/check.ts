// The second look at rendered sound: it reads the WAV by itself and believes nothing of what made it. In pieces, so that an
// hour needs no more memory than a minute.
import { createCipheriv, createHash, randomBytes, type CipherGCM } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { MediaReader } from '../../files/media.ts'
import { headMustBe } from './formats/wav-reader.ts'
import { AlongZones, zonesOf, type SoundToCheck, type ZoneKind } from './zones.ts'

const headLength = 44
const nothing = Buffer.alloc(1024 * 1024)

/**
 * What is remembered of sound to compare it: of what must be the same a fingerprint, of the edges of silences the samples.
 *
 * NOTE: GMAC (NIST SP 800-38D) with a key of chance that nobody learns: two sounds of a day that differ have the same one
 * with a probability under 2^-98, and it takes a tenth of the time of SHA-256.
 */
class Remembered {
  readonly #fingerprint: CipherGCM
  readonly #edges: Buffer[] = []

  constructor(key: Buffer) {
    // NOTE: of bytes that are authenticated only; nothing is ever encrypted, so the nonce hides nothing.
    this.#fingerprint = createCipheriv('aes-256-gcm', key, Buffer.alloc(12))
  }

  tell(kind: ZoneKind, part: Uint8Array): void {
    if (kind === 'heard') this.#fingerprint.setAAD(part)
    if (kind === 'edge') this.#edges.push(Buffer.from(part))
  }

  done(): { readonly heard: Buffer; readonly edges: Buffer } {
    this.#fingerprint.final()
    return { heard: this.#fingerprint.getAuthTag(), edges: Buffer.concat(this.#edges) }
  }
}

/** Samples as they came, before anything was taken out of them. Nothing of them is kept but what the check needs. */
export class SoundAsItCame {
  readonly key = randomBytes(32)
  readonly #remembered = new Remembered(this.key)
  readonly #along: AlongZones
  #isTooMuch = false

  constructor(sound: SoundToCheck) {
    // NOTE: nothing comes for a pause.
    this.#along = new AlongZones(zonesOf(sound).filter(({ kind }) => kind !== 'pause'))
  }

  /** Signed 16-bit little-endian samples of the clips, one clip after another. */
  take(bytes: Uint8Array): void {
    if (!this.#along.take(bytes, (kind, part) => this.#remembered.tell(kind, part))) this.#isTooMuch = true
  }

  /** Once, when everything has come. Throws Failure checkFailed where that was more or less than the clips hold. */
  done(): { readonly heard: Buffer; readonly edges: Buffer } {
    mustBe(this.#along.atEnd && !this.#isTooMuch)
    return this.#remembered.done()
  }
}

function mustBe(holds: boolean): void {
  if (!holds) throw new Failure('checkFailed')
}

function isNothing(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += nothing.length) {
    const part = bytes.subarray(at, at + nothing.length)
    if (nothing.compare(part, 0, part.length, 0, part.length) !== 0) return false
  }
  return true
}

/**
 * Every byte of the file: its head, its length, nothing at all in every silence. NOTE: what is nothing correlates with
 * nothing, so that its correlation with what was there is 0.
 */
async function look(
  sound: SoundToCheck,
  pieces: AsyncIterable<Uint8Array>,
  tell: (kind: ZoneKind, part: Uint8Array) => void,
  tellAll: (piece: Uint8Array) => void,
): Promise<void> {
  const zones = zonesOf(sound)
  const along = new AlongZones(zones)
  const head = Buffer.alloc(headLength)
  let headed = 0
  for await (const piece of pieces) {
    tellAll(piece)
    const ofHead = piece.subarray(0, headLength - headed)
    head.set(ofHead, headed)
    headed += ofHead.length
    const fits = along.take(piece.subarray(ofHead.length), (kind, part) => {
      if (kind === 'silent' || kind === 'pause') mustBe(isNothing(part))
      tell(kind, part)
    })
    mustBe(fits)
  }
  mustBe(headed === headLength && along.atEnd)
  const dataLength = zones.reduce((sum, { length }) => sum + length, 0)
  headMustBe(head, sound.sampleRate, dataLength)
}

const pieceLength = 1024 * 1024

/** All of a kept file. NOTE: a piece is on its way from the disk while the one before it is looked at. */
export async function* wholeOf(reader: Pick<MediaReader, 'size' | 'read'>): AsyncGenerator<Uint8Array> {
  let coming = reader.read(0, pieceLength)
  for (let at = pieceLength; at < reader.size + pieceLength; at += pieceLength) {
    const piece = await coming
    coming = reader.read(at, at + pieceLength)
    coming.catch(() => undefined) // it may never be asked for
    yield piece
  }
}

/** Whatever keeps it from being looked at is as bad as what it finds. */
async function orCheckFailed(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch {
    throw new Failure('checkFailed')
  }
}

/**
 * Whether a rendered WAV is what it must be: silent where something is taken out, as it came everywhere else, quieter at most
 * in the 10 ms beside a silence, exactly as long, and nothing else in the file. Throws Failure checkFailed.
 *
 * @param came the samples that it was rendered from
 * @param pieces the whole file, read anew from where it was written to
 */
export async function checkRendered(
  sound: SoundToCheck,
  came: SoundAsItCame,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  await orCheckFailed(async () => {
    const source = came.done()
    const remembered = new Remembered(came.key)
    await look(
      sound,
      pieces,
      (kind, part) => remembered.tell(kind, part),
      () => undefined,
    )
    const { heard, edges } = remembered.done()
    mustBe(heard.equals(source.heard) && edges.length === source.edges.length)
    for (let at = 0; at < edges.length; at += 2)
      mustBe(Math.abs(edges.readInt16LE(at)) <= Math.abs(source.edges.readInt16LE(at)))
  })
}

/**
 * Whether the WAV at `file` is silent where something is taken out, is as long as it must be and holds nothing else, and is
 * byte for byte the sound that was checked against what it was rendered from. Throws Failure checkFailed.
 *
 * @param sha256 of the checked sound, hex
 */
export async function checkWritten(sound: SoundToCheck, file: string, sha256: string): Promise<void> {
  await orCheckFailed(async () => {
    const hash = createHash('sha256')
    const pieces: AsyncIterable<Buffer> = createReadStream(file, { highWaterMark: 256 * 1024 })
    await look(
      sound,
      pieces,
      () => undefined,
      (piece) => hash.update(piece),
    )
    mustBe(hash.digest('hex') === sha256)
  })
}
