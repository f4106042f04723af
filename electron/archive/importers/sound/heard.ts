// How a recording is heard where its file as it stands is not: another order of the stored bytes, made while they are
// read. The stored file itself is never altered.
import type { SoundFormat } from '../../../../shared/domain/imported.ts'
import { bytesAt } from './bytes.ts'
import { wavData } from './wav.ts'
import type { RandomAccess } from './index.ts'

/** Bytes of our own, or a stretch of the stored file. */
type Part = Uint8Array | { readonly start: number; readonly end: number }

export interface Heard {
  readonly type: string
  readonly size: number
  /** Which parts bytes `start` to `end` lie in, in order; `end` is not included. */
  parts(start: number, end: number): Part[]
}

const types: Readonly<Record<SoundFormat, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  webm: 'audio/webm',
  aac: 'audio/aac',
  aiff: 'audio/aiff',
  wma: 'audio/x-ms-wma',
  ape: 'audio/x-ape',
  wv: 'audio/x-wavpack',
  mpc: 'audio/x-musepack',
  dsf: 'audio/x-dsf',
  caf: 'audio/x-caf',
  au: 'audio/basic',
  amr: 'audio/amr',
}
const insideWav = ';heard=inside'
const withoutTags = ';heard=plain'

/** The type to keep of a sound: with a mark, where it is heard in another order than it is stored. */
export function keptType(format: SoundFormat, codec: string, hasPicture: boolean): string {
  if (format === 'wav' && codec === 'mp3') return types.wav + insideWav
  // NOTE: Chromium refuses a whole FLAC for one picture in it that is broken.
  return format === 'flac' && hasPicture ? types.flac + withoutTags : types[format]
}

/** Without the mark, as it is told to the outside. */
export function plainType(type: string): string {
  return type.split(';')[0] ?? type
}

/** Null where it is heard as it is stored. */
export async function heardAs(access: RandomAccess, type: string): Promise<Heard | null> {
  if (type.endsWith(insideWav)) {
    const data = await wavData(access)
    return data === null ? null : made(types.mp3, [data])
  }
  return type.endsWith(withoutTags) ? flacWithoutTags(access) : null
}

const mostBlocks = 200
const streamInfoEnd = 42

async function flacWithoutTags(access: RandomAccess): Promise<Heard | null> {
  let at = 4
  for (let blocks = 0; blocks < mostBlocks && at + 4 <= access.size; blocks++) {
    const { view } = await bytesAt(access, at, 4)
    at += 4 + (view.getUint32(0) & 0xff_ffff)
    if (view.getUint8(0) < 0x80) continue
    const head = new Uint8Array((await bytesAt(access, 0, streamInfoEnd)).bytes)
    // The stream's own block is now the last one.
    head[4] = 0x80
    return at < access.size ? made(types.flac, [head, { start: at, end: access.size }]) : null
  }
  return null
}

function lengthOf(part: Part): number {
  return part instanceof Uint8Array ? part.length : part.end - part.start
}

function made(type: string, all: readonly Part[]): Heard {
  return {
    type,
    size: all.reduce((sum, part) => sum + lengthOf(part), 0),
    parts(start, end) {
      let before = 0
      return all.flatMap((part): Part[] => {
        const from = Math.max(0, start - before)
        const to = Math.min(lengthOf(part), end - before)
        before += lengthOf(part)
        if (from >= to) return []
        return part instanceof Uint8Array
          ? [part.subarray(from, to)]
          : [{ start: part.start + from, end: part.start + to }]
      })
    },
  }
}
