// The length of an MP3 (ISO 11172-3, 13818-3), by walking its frames: only they tell it, where no table was written.
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

const piece = 1024 * 1024
/** Of a head, and of the table that may stand in the first frame behind it. */
const headLength = 4
const tableWithin = 200
/** How far a first frame may lie behind what is none. */
const searched = 128 * 1024
/** Seconds by which a table and its frames may differ in a whole file. */
const mostDrift = 0.5

// Kilobits a second, by layer; first MPEG 1, then 2 and 2.5. What stands for "free" or "bad" is 0.
const rates1 = [
  [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448, 0],
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384, 0],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0],
]
const rates2 = [
  [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256, 0],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0],
]
const hertz = [44_100, 48_000, 32_000, 0]

interface Frame {
  readonly layer: number
  /** Hertz. */
  readonly rate: number
  readonly samples: number
  /** Bytes, its head with it. */
  readonly length: number
}

function frameAt(bytes: Uint8Array, at: number): Frame | null {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3)
  const version = (second >> 3) & 3
  const layer = 4 - ((second >> 1) & 3)
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || version === 1 || layer === 4) return null
  const isFirst = version === 3
  const kilobits = (isFirst ? rates1 : rates2)[layer - 1]?.[third >> 4] ?? 0
  const rate = (hertz[(third >> 2) & 3] ?? 0) / (isFirst ? 1 : version === 2 ? 2 : 4)
  if (kilobits === 0 || rate === 0) return null
  const padding = (third >> 1) & 1
  const samples = layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1_152
  const length =
    layer === 1
      ? (Math.floor((12_000 * kilobits) / rate) + padding) * 4
      : Math.floor(((samples / 8) * 1_000 * kilobits) / rate) + padding
  return { layer, rate, samples, length }
}

/** Null where no frames follow each other near its beginning. */
export async function readMp3(access: RandomAccess): Promise<Described | null> {
  const start = await firstFrame(access, await behindId3(access))
  if (start === null) return null
  const { at: first, frame: kind, channels, promised } = start
  let at = first
  let seconds = 0
  let isCut = false
  while (at + headLength <= access.size) {
    const { bytes } = await bytesAt(access, at, piece)
    const isLast = at + bytes.length >= access.size
    let inside = at === first && promised !== null ? kind.length : 0
    while (inside + headLength <= bytes.length) {
      const frame = frameAt(bytes, inside)
      if (frame === null || !isAlike(frame, kind)) {
        inside += 1
        continue
      }
      const end = inside + frame.length
      // What goes on in the next piece is looked at again there.
      if (end > bytes.length && !isLast) break
      isCut = end > bytes.length
      if (!isCut) seconds += frame.samples / frame.rate
      inside = end
    }
    if (inside === 0 || isLast) break
    at += inside
  }
  const isShorter = (promised ?? 0) > seconds + mostDrift
  return described('mp3', kind.layer === 3 ? 'mp3' : 'mp2', seconds, channels, kind.rate, isCut || isShorter)
}

const isAlike = (one: Frame, other: Frame): boolean => one.layer === other.layer && one.rate === other.rate

interface FirstFrame {
  readonly at: number
  readonly frame: Frame
  readonly channels: number
  /** Seconds by a table of all frames; null where there is none, 0 where it does not say. Its own frame is silent. */
  readonly promised: number | null
}

/** Three frames one after another, or as many as there are up to the end; fewer are found in anything. */
async function firstFrame(access: RandomAccess, from: number): Promise<FirstFrame | null> {
  const { bytes, view, name } = await bytesAt(access, from, searched)
  const isAll = from + bytes.length >= access.size
  for (let at = 0; at + headLength <= bytes.length; at++) {
    const frame = frameAt(bytes, at)
    if (frame === null) continue
    let end = at + frame.length
    let alike = 1
    for (; alike < 3; alike++) {
      const next = frameAt(bytes, end)
      if (next === null || !isAlike(next, frame)) break
      end += next.length
    }
    if (alike < 3 && !(isAll && alike === 2 && end + 3 >= bytes.length)) continue
    const channels = (bytes[at + 3] ?? 0) >> 6 === 3 ? 1 : 2
    const table = name(at, Math.min(frame.length, tableWithin)).search(/Xing|Info|VBRI/)
    if (table === -1) return { at: from + at, frame, channels, promised: null }
    // VBRI counts its frames elsewhere; of the others a flag says whether they count them.
    const counts = name(at + table, 4) === 'VBRI' ? 14 : ((bytes[at + table + 7] ?? 0) & 1) === 1 ? 8 : -1
    const place = at + table + counts
    const frames = counts === -1 || place + 4 > bytes.length ? 0 : view.getUint32(place)
    return { at: from + at, frame, channels, promised: (frames * frame.samples) / frame.rate }
  }
  return null
}

/** Where the sound begins: behind a tag, where there is one. */
export async function behindId3(access: RandomAccess): Promise<number> {
  const { bytes, name } = await bytesAt(access, 0, 10)
  if (name(0, 3) !== 'ID3' || bytes.length < 10) return 0
  return 10 + [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((bytes[place] ?? 0) & 0x7f), 0)
}
