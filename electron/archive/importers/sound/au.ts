// Sun's and NeXT's AU, read by hand: what it holds, for how long, and where its samples lie.
import type { Samples } from './as-wav.ts'
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

const unknownLength = 0xffff_ffff
/** By encoding: bytes a sample, and what they are; all of them with the largest byte first. */
const encodings: Readonly<Record<number, readonly [width: number, kind: Samples['kind'] | null]>> = {
  1: [1, 'ulaw'],
  2: [1, 'integer'],
  3: [2, 'integer'],
  4: [3, 'integer'],
  5: [4, 'integer'],
  6: [4, 'float'],
  7: [8, null],
  27: [1, 'alaw'],
}

async function read(access: RandomAccess) {
  const { bytes, view } = await bytesAt(access, 0, 24)
  const at = (place: number): number => (bytes.length >= place + 4 ? view.getUint32(place) : 0)
  const [width, kind] = encodings[at(12)] ?? [0, null]
  const start = at(4)
  const there = Math.max(0, access.size - start)
  const said = at(8)
  const length = said === unknownLength ? there : Math.min(said, there)
  return { start, length, width, kind, rate: at(16), channels: at(20), isCut: said !== unknownLength && said > there }
}

export async function readAu(access: RandomAccess): Promise<Described> {
  const { length, width, rate, channels, isCut } = await read(access)
  const seconds = width * channels === 0 ? 0 : length / (width * channels) / rate
  const codec = (await auSamples(access)) === null ? 'au' : 'pcm-in-wav'
  return described('au', codec, seconds, channels, rate, isCut)
}

export async function auSamples(access: RandomAccess): Promise<Samples | null> {
  const { start, length, width, kind, rate, channels } = await read(access)
  if (kind === null || start < 24 || channels < 1 || channels > 8 || rate < 1 || rate > 768_000) return null
  const rewriting = width > 1 ? 'turned' : kind === 'integer' ? 'signed' : null
  return { start, end: start + length, channels, sampleRate: rate, width, kind, rewriting }
}
