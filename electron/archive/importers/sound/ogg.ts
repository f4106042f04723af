// Ogg (RFC 3533), read by hand: what its first pages begin, and how far the pages of its sound go.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { described, type Described } from './described.ts'
import { soundDeclaredEnd } from './length.ts'
import type { RandomAccess } from './index.ts'

const longestPage = 65_307
const headLength = 8 * 1024
const piece = 1024 * 1024
const opusRate = 48_000

interface Stream {
  readonly serial: number
  readonly codec: string
  readonly channels: number
  readonly rate: number
  /** Frames at the beginning that are not heard. */
  readonly skipped: number
}

/** @throws Failure `nothingInside` for a film without sound, `soundUnreadable` where no sound can be read. */
export async function readOgg(access: RandomAccess): Promise<Described> {
  const head = await bytesAt(access, 0, headLength)
  const { sound, hasPicture } = streamsOf(head)
  if (sound === null) throw new Failure(hasPicture ? 'nothingInside' : 'soundUnreadable')
  const end =
    (await lastPlace(access, sound.serial, access.size - 2 * longestPage)) || (await lastPlace(access, sound.serial, 0))
  const declared = await soundDeclaredEnd('ogg', access)
  const isCut = declared === null || declared > access.size
  const { codec, channels, rate, skipped } = sound
  return described('ogg', codec, (end - skipped) / rate, channels, rate, isCut, hasPicture)
}

/** Every stream begins with a page of its own before any goes on. */
function streamsOf(head: Bytes): { sound: Stream | null; hasPicture: boolean } {
  let sound: Stream | null = null
  let hasPicture = false
  let at = 0
  while (at + 28 <= head.bytes.length && head.name(at, 4) === 'OggS' && ((head.bytes[at + 5] ?? 0) & 2) !== 0) {
    const sizes = head.bytes.subarray(at + 27, at + 27 + (head.bytes[at + 26] ?? 0))
    const first = at + 27 + sizes.length
    sound ??= streamAt(head, at, first)
    hasPicture ||= /^(?:.theora|BBCD|.video|OVP80)/s.test(head.name(first, 8))
    at = first + sizes.reduce((sum, size) => sum + size, 0)
  }
  return { sound, hasPicture }
}

function streamAt(head: Bytes, page: number, at: number): Stream | null {
  const { bytes, view } = head
  if (at + 51 > bytes.length) return null
  const serial = view.getUint32(page + 14, true)
  if (head.name(at, 8) === 'OpusHead')
    return {
      serial,
      codec: 'opus',
      channels: bytes[at + 9] ?? 0,
      rate: opusRate,
      skipped: view.getUint16(at + 10, true),
    }
  if (head.name(at, 7) === '\x01vorbis')
    return { serial, codec: 'vorbis', channels: bytes[at + 11] ?? 0, rate: view.getUint32(at + 12, true), skipped: 0 }
  if (head.name(at, 8) === 'Speex   ') {
    const rate = view.getUint32(at + 36, true)
    return { serial, codec: 'speex', channels: view.getUint32(at + 48, true), rate, skipped: 0 }
  }
  if (head.name(at, 5) !== '\x7fFLAC') return null
  const info = view.getUint32(at + 27)
  return { serial, codec: 'flac', channels: ((info >>> 9) & 7) + 1, rate: info >>> 12, skipped: 0 }
}

/** How many frames the pages of a stream have at their end, from a place in the file on; 0 where there are none. */
async function lastPlace(access: RandomAccess, serial: number, from: number): Promise<number> {
  let frames = 0
  for (let at = Math.max(0, from); at < access.size; at += piece) {
    const { bytes, view } = await bytesAt(access, at, piece + 27)
    const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (
      let page = found.indexOf('OggS');
      page !== -1 && page + 18 <= bytes.length;
      page = found.indexOf('OggS', page + 1)
    ) {
      if (view.getUint32(page + 14, true) !== serial) continue
      const place = Number(view.getBigInt64(page + 6, true))
      if (place > 0) frames = place
    }
  }
  return frames
}
