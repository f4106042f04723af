// AIFF and AIFF-C (Apple 1991), read by hand: what it holds, for how long, and where its samples lie.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Samples } from './as-wav.ts'
import { bytesAt, chunksOf } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

interface Common {
  readonly channels: number
  readonly frames: number
  readonly bits: number
  readonly rate: number
  /** As the file writes it; NONE in an AIFF, which knows no other. */
  readonly compression: string
}

interface Read {
  readonly common: Common
  readonly start: number
  readonly length: number
}

async function read(access: RandomAccess): Promise<Read | null> {
  let common: Common | null = null
  let sound: { readonly start: number; readonly length: number } | null = null
  for await (const { name, at, length } of chunksOf(access, 12, false)) {
    if (name === 'COMM') {
      const { bytes, view, name: text } = await bytesAt(access, at, Math.min(length, 26))
      if (bytes.length < 18) return null
      // The rate is an 80-bit IEEE 754 number.
      const exponent = (view.getUint16(8) & 0x7fff) - 16_383 - 63
      const rate = (view.getUint32(10) * 2 ** 32 + view.getUint32(14)) * 2 ** exponent
      const compression = bytes.length >= 22 ? text(18, 4) : 'NONE'
      common = { channels: view.getUint16(0), frames: view.getUint32(2), bits: view.getUint16(6), rate, compression }
    }
    if (name === 'SSND') {
      const { bytes, view } = await bytesAt(access, at, 4)
      const offset = bytes.length === 4 ? view.getUint32(0) : 0
      sound = { start: at + 8 + offset, length: length - 8 - offset }
    }
  }
  return common === null || sound === null ? null : { common, ...sound }
}

const plain = ['NONE', 'twos', 'sowt', 'fl32', 'FL32', 'fl64', 'FL64']
const laws: Readonly<Record<string, 'ulaw' | 'alaw'>> = { ulaw: 'ulaw', ULAW: 'ulaw', alaw: 'alaw', ALAW: 'alaw' }

/** @throws Failure `soundUnreadable` where its head is broken, `nothingInside` for no samples. */
export async function readAiff(access: RandomAccess): Promise<Described> {
  const found = await read(access)
  if (found === null) throw new Failure('soundUnreadable')
  const { common, start, length } = found
  const { channels, frames, bits, rate, compression } = common
  const isPlain = plain.includes(compression) || compression in laws
  const frame = channels * (compression in laws ? 1 : Math.ceil(bits / 8))
  const there = Math.max(0, access.size - start)
  const isCut = there < length
  const heard = isCut && isPlain && frame > 0 ? Math.floor(there / frame) : frames
  if (heard === 0) throw new Failure('nothingInside')
  const codec = samplesIn(found, access.size) === null ? (isPlain ? 'pcm' : compression) : 'pcm-in-wav'
  return described('aiff', codec, Math.min(frames, heard) / rate, channels, rate, isCut)
}

function samplesIn({ common, start, length }: Read, size: number): Samples | null {
  const { channels, frames, bits, rate, compression } = common
  const isFloat = compression === 'fl32' || compression === 'FL32'
  const law = laws[compression]
  const isInteger = ['NONE', 'twos', 'sowt'].includes(compression) && bits >= 1 && bits <= 32
  if (channels < 1 || channels > 8 || !(rate >= 1) || rate > 768_000) return null
  if (law === undefined && !isInteger && !isFloat) return null
  const width = law === undefined ? Math.ceil(bits / 8) : 1
  if (isFloat && width !== 4) return null
  const end = Math.min(start + length, size, start + frames * channels * width)
  const way = width === 1 ? (law === undefined ? 'signed' : null) : compression === 'sowt' ? null : 'turned'
  const kind = law ?? (isFloat ? 'float' : 'integer')
  return { start, end, channels, sampleRate: Math.round(rate), width, kind, rewriting: way }
}

export async function aiffSamples(access: RandomAccess): Promise<Samples | null> {
  const found = await read(access)
  return found === null ? null : samplesIn(found, access.size)
}
