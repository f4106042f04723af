// FLAC (RFC 9639) read by hand: its head says all, and the last frame's number tells how far the file really goes.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { ImportedSound } from '../../../../shared/domain/imported.ts'
import type { RandomAccess } from './index.ts'

const streamInfoEnd = 42
// A frame of eight channels at 32 bits and 65,535 samples is at most about 2 MiB; usual ones are 16 KiB.
const tailLengths = [1 << 16, 1 << 22]

export async function isFlac(access: RandomAccess): Promise<boolean> {
  const head = await access.read(0, Math.min(4, access.size))
  return String.fromCharCode(...head) === 'fLaC'
}

// NOTE: mediabunny 1.61 never comes back from computeDuration on a FLAC whose end is missing, hence this file.
/** @throws Failure `soundUnreadable` where the head is broken or no frame follows it. */
export async function readFlac(access: RandomAccess): Promise<ImportedSound> {
  if (access.size < streamInfoEnd) throw new Failure('soundUnreadable')
  const head = await access.read(0, streamInfoEnd)
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const block = view.getUint16(8)
  const sampleRate = view.getUint32(18) >>> 12
  const channels = ((view.getUint8(20) >> 1) & 7) + 1
  const total = (view.getUint8(21) & 15) * 2 ** 32 + view.getUint32(22)
  if ((view.getUint8(4) & 0x7f) !== 0 || sampleRate === 0 || block < 16) throw new Failure('soundUnreadable')
  const last = await findLastFrame(access, block)
  if (last === null) throw new Failure('soundUnreadable')
  const whole = total === 0 || last.start + last.length >= total
  const samples = whole ? total || last.start + last.length : last.start
  if (samples <= 0) throw new Failure('soundUnreadable')
  const durationMs = Math.round((samples / sampleRate) * 1000)
  return { format: 'flac', codec: 'flac', durationMs, channels, sampleRate, notices: whole ? [] : ['soundCutShort'] }
}

/** The last frame whose header holds, in samples from the beginning. */
async function findLastFrame(access: RandomAccess, block: number): Promise<{ start: number; length: number } | null> {
  for (const tail of tailLengths) {
    const from = Math.max(streamInfoEnd, access.size - tail)
    const bytes = await access.read(from, access.size)
    for (let at = bytes.length - 6; at >= 0; at--) {
      if (bytes[at] !== 0xff || ((bytes[at + 1] ?? 0) & 0xfe) !== 0xf8) continue
      const frame = readFrameHeader(bytes, at, block)
      if (frame !== null) return frame
    }
  }
  return null
}

function readFrameHeader(bytes: Uint8Array, at: number, block: number): { start: number; length: number } | null {
  const [, second = 0, third = 0, fourth = 0, first = 0] = bytes.subarray(at, at + 5)
  const sizeCode = third >> 4
  const rateCode = third & 15
  if (sizeCode === 0 || rateCode === 15 || fourth >> 4 > 10 || (fourth & 1) === 1) return null
  const extra = first < 0x80 ? 0 : Math.clz32(~(first << 24)) - 1
  if (first >= 0x80 && (extra < 1 || extra > 6)) return null
  let number = first < 0x80 ? first : first & (0x3f >> extra)
  for (let i = 1; i <= extra; i++) number = number * 64 + ((bytes[at + 4 + i] ?? 0) & 0x3f)
  let end = at + 5 + extra
  let length = sizeCode === 1 ? 192 : sizeCode < 6 ? 576 << (sizeCode - 2) : 256 << (sizeCode - 8)
  if (sizeCode === 6) length = (bytes[end++] ?? 0) + 1
  else if (sizeCode === 7) length = (bytes[end++] ?? 0) * 256 + (bytes[end++] ?? 0) + 1
  if (rateCode === 12) end += 1
  else if (rateCode > 12) end += 2
  if (end >= bytes.length || crc8(bytes.subarray(at, end)) !== bytes[end]) return null
  return { start: (second & 1) === 1 ? number : number * block, length }
}

/** CRC-8 with the polynomial x^8 + x^2 + x + 1, as frame headers end with it. */
function crc8(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x80 ? ((crc << 1) ^ 0x07) & 0xff : crc << 1
  }
  return crc
}
