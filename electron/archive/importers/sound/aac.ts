// AAC in ADTS frames (ISO 13818-7): each says how long it is, none how many there are.
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import { behindId3 } from './mp3.ts'
import type { RandomAccess } from './index.ts'

export const aacRates = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
]
const piece = 1024 * 1024
const headLength = 7

/** Null where it does not begin with such frames. */
export async function readAac(access: RandomAccess): Promise<Described | null> {
  let at = await behindId3(access)
  let rate = 0
  let channels = 0
  let samples = 0
  let isCut = false
  walking: while (at + headLength <= access.size) {
    const { bytes, view } = await bytesAt(access, at, piece)
    let inside = 0
    while (inside + headLength <= bytes.length) {
      const length = (view.getUint32(inside + 3) >>> 13) & 0x1fff
      const isFrame = (view.getUint16(inside) & 0xfff6) === 0xfff0 && length >= headLength
      if (!isFrame) break walking
      isCut = at + inside + length > access.size
      if (isCut) break walking
      if (rate === 0) {
        rate = aacRates[((bytes[inside + 2] ?? 0) >> 2) & 15] ?? 0
        channels = (((bytes[inside + 2] ?? 0) & 1) << 2) | ((bytes[inside + 3] ?? 0) >> 6)
      }
      samples += 1_024 * (((bytes[inside + 6] ?? 0) & 3) + 1)
      inside += length
    }
    at += inside
  }
  return samples < 2 * 1_024 ? null : described('aac', 'aac', samples / rate, channels, rate, isCut)
}
