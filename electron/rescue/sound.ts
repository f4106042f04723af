// What lies encrypted under `media/`, as it was brought in: every chunk authenticated, and the whole compared with the hash
// that was kept of it. Of what is damaged the readable chunks are given, with zeros where the others were.
import {
  chunkLength,
  nonceLength,
  openChunk,
  payloadKey,
  readHeader,
  sealedLength,
  tagLength,
} from '../archive/files/media-format.ts'
import type { Row } from './database/tables.ts'
import type { Bytes } from './from/bytes.ts'
import { bytesOf, numberOf, textOf } from './row-values.ts'

export interface OpenedSound {
  /** Plain bytes in pieces; each is good until the next. */
  pieces(): AsyncGenerator<Uint8Array>
  /** SHA-256, hex, as it was when it came; empty where that is lost. */
  readonly sha256: string
  /** Known once it was read to its end: bytes that cannot be read. */
  readonly lostBytes: () => number
  close(): Promise<void>
}

/** Null where nothing of it can be opened. `row` is of the table `media`, `identity` the archive's age identity. */
export async function openSound(bytes: Bytes, row: Row, identity: string): Promise<OpenedSound | null> {
  const key = await keyOf(bytes, row, identity)
  if (key === null) return null
  const size = numberOf(row, 'size') ?? plainSize(bytes.size)
  let lost = 0
  async function* pieces(): AsyncGenerator<Uint8Array> {
    lost = 0
    const chunks = Math.max(1, Math.ceil(size / chunkLength))
    for (let index = 0; index < chunks; index += 1) {
      const length = Math.min(chunkLength, size - index * chunkLength)
      const sealed = await bytes.read(nonceLength + index * sealedLength, length + tagLength)
      const isWhole = sealed.length === length + tagLength && opensAs(sealed, index, index === chunks - 1)
      if (!isWhole) lost += length
      yield isWhole ? sealed.subarray(0, length) : Buffer.alloc(length)
    }
  }
  const opensAs = (sealed: Buffer, index: number, isLast: boolean): boolean => openChunk(sealed, index, isLast, key)
  return {
    pieces,
    sha256: textOf(row, 'sha256'),
    lostBytes: () => lost,
    async close() {
      key.fill(0)
      await bytes.close()
    },
  }
}

function plainSize(stored: number): number {
  const sealed = Math.max(0, stored - nonceLength)
  return Math.max(0, sealed - Math.ceil(sealed / sealedLength) * tagLength)
}

async function keyOf(bytes: Bytes, row: Row, identity: string): Promise<Buffer | null> {
  const nonce = await bytes.read(0, nonceLength)
  if (nonce.length < nonceLength) return null
  try {
    return payloadKey(await readHeader(bytesOf(row, 'header'), identity), nonce)
  } catch {
    return null
  }
}
