// The length of an MP3 (ISO 11172-3, 13818-3), by walking its frames: only they tell it, where no table was written.
import { bytesAt } from './bytes.ts'
import type { RandomAccess } from './index.ts'

const piece = 1024 * 1024
/** Of a head, and of the table that may stand in the first frame behind it. */
const headLength = 4
const tableWithin = 200

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

export interface Mp3Length {
  /** Of the frames that are whole. */
  readonly seconds: number
  /** 1, 2 or 3; only 3 is MP3. */
  readonly layer: number
  /** Its last frame is not all there. */
  readonly isCut: boolean
}

/** Null where no two frames follow each other. */
export async function mp3Length(access: RandomAccess): Promise<Mp3Length | null> {
  let at = await behindId3(access)
  let kind: Frame | null = null
  let seconds = 0
  let isCut = false
  while (at + headLength <= access.size) {
    const { bytes } = await bytesAt(access, at, piece)
    const isLast = at + bytes.length >= access.size
    let inside = 0
    while (inside + headLength <= bytes.length) {
      const frame = frameAt(bytes, inside)
      const isOne = frame !== null && (kind === null || (frame.layer === kind.layer && frame.rate === kind.rate))
      const end = inside + (frame?.length ?? 0)
      // The next head may lie in the next piece: this frame is looked at again there.
      if (isOne && end + headLength > bytes.length && !isLast && inside > 0) break
      const next = isOne ? frameAt(bytes, end) : null
      if (!isOne || (kind === null && (next === null || next.layer !== frame.layer || next.rate !== frame.rate))) {
        inside += 1
        continue
      }
      isCut = end > bytes.length && isLast
      if (!isCut && (kind !== null || !isTable(bytes.subarray(inside, Math.min(end, inside + tableWithin)))))
        seconds += frame.samples / frame.rate
      kind = frame
      inside = end
    }
    if (inside === 0 || isLast) break
    at += inside
  }
  return kind === null ? null : { seconds, layer: kind.layer, isCut }
}

function isTable(head: Uint8Array): boolean {
  return /Xing|Info|VBRI/.test(Buffer.from(head).toString('latin1'))
}

async function behindId3(access: RandomAccess): Promise<number> {
  const { bytes, name } = await bytesAt(access, 0, 10)
  if (name(0, 3) !== 'ID3' || bytes.length < 10) return 0
  return 10 + [6, 7, 8, 9].reduce((sum, place) => sum * 128 + ((bytes[place] ?? 0) & 0x7f), 0)
}
