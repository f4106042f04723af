// How a recording is heard where its file as it stands is not: another order or writing of the stored bytes, made while
// they are read. The stored file itself is never altered.
import type { SoundFormat } from '../../../../shared/domain/imported.ts'
import { soundTypes } from '../../files/media-types.ts'
import { heardAsWav } from './as-wav.ts'
import { bytesAt } from './bytes.ts'
import { made, type Heard } from './heard-parts.ts'
import { wavData } from './wav.ts'
import { webmWithIndex } from './webm-index.ts'
import type { RandomAccess } from './index.ts'

/** Of which plain samples are heard as a WAV. */
const asWav: ReadonlySet<string | undefined> = new Set([soundTypes.aiff, soundTypes.au, soundTypes.caf, soundTypes.w64])
const insideWav = 'heard=inside'
const withoutTags = 'heard=plain'
const cut = 'cut'

/** The type to keep of a sound: with marks, where it is heard in another order than it is stored, or is not whole. */
export function keptType(format: SoundFormat, codec: string, hasPicture: boolean, isCut: boolean): string {
  return [soundTypes[format], ...orderOf(format, codec, hasPicture), ...(isCut ? [cut] : [])].join(';')
}

function orderOf(format: SoundFormat, codec: string, hasPicture: boolean): string[] {
  if (format === 'wav' && codec === 'mp3') return [insideWav]
  // NOTE: Chromium refuses a whole FLAC for one picture in it that is broken.
  return format === 'flac' && hasPicture ? [withoutTags] : []
}

/** Whether the end of it is missing. */
export const isCutShort = (type: string): boolean => type.split(';').slice(1).includes(cut)

// NOTE: an index of hours is made once, and as long as the file is held open.
const known = new WeakMap<RandomAccess, Promise<Heard | null>>()

/** Null where it is heard as it is stored. Asked again with the same `access`, it is not worked out again. */
export function heardAs(access: RandomAccess, type: string): Promise<Heard | null> {
  const before = known.get(access)
  if (before !== undefined) return before
  const found = workedOut(access, type)
  known.set(access, found)
  found.catch(() => known.delete(access))
  return found
}

async function workedOut(access: RandomAccess, type: string): Promise<Heard | null> {
  const [plain, ...marks] = type.split(';')
  if (marks.includes(insideWav)) {
    const data = await wavData(access)
    return data === null ? null : made(soundTypes.mp3, [data])
  }
  if (marks.includes(withoutTags)) return flacWithoutTags(access)
  if (plain === soundTypes.webm) return webmWithIndex(access)
  if (!asWav.has(plain)) return null
  // NOTE: what cannot be read so is given out as it is stored; whatever is wrong with it shows there.
  return heardAsWav(access).catch(() => null)
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
    return at < access.size ? made(soundTypes.flac, [head, { start: at, end: access.size }]) : null
  }
  return null
}
