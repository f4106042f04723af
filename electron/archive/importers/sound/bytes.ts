// A few bytes of a file at a time, read as numbers and names; what lies behind its end reads as nothing.
import type { RandomAccess } from './index.ts'

export interface Bytes {
  readonly bytes: Uint8Array
  readonly view: DataView
  /** Latin-1, as names of chunks and boxes are. */
  readonly name: (at: number, length: number) => string
}

/** At most `length` bytes from `at`; fewer at the end of the file. */
export async function bytesAt(access: RandomAccess, at: number, length: number): Promise<Bytes> {
  const start = Math.min(Math.max(0, at), access.size)
  return bytesOf(await access.read(start, Math.min(start + length, access.size)))
}

export function bytesOf(bytes: Uint8Array): Bytes {
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    name: (at, length) => String.fromCharCode(...bytes.subarray(at, at + length)),
  }
}

export interface Chunk {
  readonly name: string
  /** Where its content begins, and how long it says it is; it may say more than the file has. */
  readonly at: number
  readonly length: number
}

const mostChunks = 500

/** The chunks of a RIFF (little-endian) or an IFF file (big-endian), from `at` on. */
export async function* chunksOf(access: RandomAccess, at: number, isLittle: boolean): AsyncGenerator<Chunk> {
  for (let count = 0; count < mostChunks && at + 8 <= access.size; count++) {
    const head = await bytesAt(access, at, 8)
    const length = head.view.getUint32(4, isLittle)
    yield { name: head.name(0, 4), at: at + 8, length }
    at += 8 + length + (length % 2)
  }
}
