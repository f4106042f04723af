// What kind of sound a track of MP4 or QuickTime holds, from the description of its samples.
import { aacRates } from './aac.ts'
import type { Bytes } from './bytes.ts'
import type { Box } from './mp4-boxes.ts'

export interface EntrySound {
  readonly codec: string
  readonly channels: number
  /** Hertz; 0 where it is not told. */
  readonly rate: number
  /** Of a frame of plain samples; 0 for what is coded. */
  readonly frameBytes: number
}

const codecs: Readonly<Record<string, string>> = {
  Opus: 'opus',
  fLaC: 'flac',
  alac: 'alac',
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  '.mp3': 'mp3',
  samr: 'amr',
  sawb: 'amr',
  ulaw: 'ulaw',
  alaw: 'alaw',
}
/** What `mp4a` holds, by the type of its object (mp4ra.org). */
const objects: Readonly<Record<number, string>> = {
  0x40: 'aac',
  0x66: 'aac',
  0x67: 'aac',
  0x68: 'aac',
  0x69: 'mp3',
  0x6b: 'mp3',
  0xa5: 'ac3',
  0xdd: 'vorbis',
}

/** @param stsd the table of descriptions; null gives null */
export function soundOfEntry(moov: Bytes, stsd: Box | null): EntrySound | null {
  if (stsd === null || stsd.start + 8 + 36 > stsd.end) return null
  const { view, bytes } = moov
  const at = stsd.start + 8
  const end = Math.min(stsd.end, at + view.getUint32(at))
  const kind = moov.name(at + 4, 4)
  const isSecond = view.getUint16(at + 16) === 2 && at + 72 <= end
  const channels = isSecond ? view.getUint32(at + 48) : view.getUint16(at + 24)
  const rate = isSecond ? view.getFloat64(at + 40) : view.getUint32(at + 32) / 65_536
  const bits = isSecond ? view.getUint32(at + 56) : view.getUint16(at + 26)
  const plain = plainCodec(kind, bits, isSecond ? view.getUint32(at + 60) : 0)
  if (plain !== null) return { codec: plain, channels, rate, frameBytes: channels * Math.ceil(bits / 8) }
  if (kind !== 'mp4a') return { codec: codecs[kind] ?? kind, channels, rate, frameBytes: 0 }
  const entry = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.max(0, end - at))
  return { ...ofObject(entry, entry.indexOf('esds') + 4, channels, rate), frameBytes: 0 }
}

function plainCodec(kind: string, bits: number, flags: number): string | null {
  if (kind === 'raw ') return 'pcm-u8'
  if (kind === 'sowt') return bits === 8 ? 'pcm-s8' : `pcm-s${bits}`
  if (kind === 'twos') return bits === 8 ? 'pcm-s8' : `pcm-s${bits}be`
  if (kind === 'in24') return 'pcm-s24be'
  if (kind === 'in32') return 'pcm-s32be'
  if (kind === 'fl32') return 'pcm-f32be'
  if (kind === 'fl64') return 'pcm-f64be'
  if (kind !== 'lpcm') return null
  return `pcm-${(flags & 1) === 0 ? 's' : 'f'}${bits}${(flags & 2) === 0 ? '' : 'be'}`
}

/** Descriptors of ISO 14496-1 within each other: a tag, a length of up to four bytes, its content. */
function ofObject(entry: Buffer, esds: number, channels: number, rate: number) {
  const told = { codec: 'aac', channels, rate }
  if (esds < 4) return told
  let at = esds + 4
  for (let descriptors = 0; descriptors < 8 && at + 2 < entry.length; descriptors++) {
    const tag = entry[at]
    at += 1
    for (let more = 0; more < 4; more++) if (((entry[at++] ?? 0) & 0x80) === 0) break
    if (tag === 3) at += 3
    else if (tag === 4) {
      told.codec = objects[entry[at] ?? 0] ?? `mp4a-${(entry[at] ?? 0).toString(16)}`
      at += 13
    } else if (tag === 5 && told.codec === 'aac' && at + 2 <= entry.length)
      return { ...told, ...ofAac(entry.readUInt16BE(at), told) }
    else break
  }
  return told
}

/** An AudioSpecificConfig of ISO 14496-3; with spectral bands added it is heard at twice the rate, which stands outside. */
function ofAac(config: number, told: { channels: number; rate: number }) {
  const own = aacRates[(config >> 7) & 15] ?? told.rate
  const channels = (config >> 3) & 15
  return {
    channels: channels === 0 ? told.channels : channels === 7 ? 8 : channels,
    rate: config >> 11 === 5 || config >> 11 === 29 ? Math.max(own, told.rate) : own,
  }
}
