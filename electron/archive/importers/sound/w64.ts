// Sony's Wave64, read by hand: a WAV whose chunks have names of sixteen bytes and lengths of eight.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Samples } from './as-wav.ts'
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

/** `riff` has an ending of its own; all other names share one. */
const riff = '726966662e91cf11a5d628db04c10000'
const shared = 'f3acd3118cd100c04f8edb8a'
const mostChunks = 500
/** Bytes of a sample that is heard here. */
const widest = 4

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

export async function isW64(access: RandomAccess): Promise<boolean> {
  const { bytes } = await bytesAt(access, 0, 16)
  return hex(bytes) === riff
}

async function read(access: RandomAccess): Promise<(Samples & { readonly isCut: boolean }) | null> {
  if (!(await isW64(access))) return null
  let at = 40
  let format: Omit<Samples, 'start' | 'end'> | null = null
  for (let chunks = 0; chunks < mostChunks && at + 24 <= access.size; chunks += 1) {
    const { bytes, view, name } = await bytesAt(access, at, 64)
    const length = Number(view.getBigUint64(16, true))
    if (length < 24 || hex(bytes.subarray(4, 16)) !== shared) return null
    if (name(0, 4) === 'fmt ' && bytes.length >= 40) {
      const said = view.getUint16(24, true)
      const tag = said === 0xff_fe && bytes.length >= 50 ? view.getUint16(48, true) : said
      const width = Math.ceil(view.getUint16(38, true) / 8)
      const kind = ({ 1: 'integer', 3: 'float', 6: 'alaw', 7: 'ulaw' } as const)[tag] ?? null
      const [channels, sampleRate] = [view.getUint16(26, true), view.getUint32(28, true)]
      if (kind === null || width < 1 || width > (kind === 'float' ? 8 : 4) || channels < 1 || channels > 8) return null
      if (sampleRate < 1 || sampleRate > 768_000) return null
      format = { channels, sampleRate, width, kind, rewriting: null }
    }
    if (name(0, 4) === 'data' && format !== null) {
      const end = at + length
      return { ...format, start: at + 24, end: Math.min(end, access.size), isCut: end > access.size }
    }
    at += length + ((8 - (length % 8)) % 8)
  }
  return null
}

/** @throws Failure `soundUnreadable` where its head is broken or it holds no plain samples, `nothingInside` for none. */
export async function readW64(access: RandomAccess): Promise<Described> {
  const found = await read(access)
  if (found === null) throw new Failure('soundUnreadable')
  const { start, end, channels, width, sampleRate, isCut } = found
  const frames = Math.floor((end - start) / (channels * width))
  if (frames === 0) throw new Failure('nothingInside')
  return described('w64', width > widest ? 'pcm-f64' : 'pcm-in-wav', frames / sampleRate, channels, sampleRate, isCut)
}

export async function w64Samples(access: RandomAccess): Promise<Samples | null> {
  const found = await read(access)
  return found === null || found.width > widest ? null : found
}
