// How much sound some bytes are: samples counted, packets gone through.
import type { SoundShape } from '../../store/takes.ts'

/** Of 20 ms at 48 kHz. */
export const framesOfPacket = 960
/** RFC 6716: one packet of 20 ms in one frame, and some room. */
const longestPacket = 4_000

/** Packets with their lengths before them, in two bytes, big-endian; null where they are not that. */
export function packetsIn(bytes: Uint8Array): Uint8Array[] | null {
  const packets: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const length = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    const end = at + 2 + length
    if (length === 0 || length > longestPacket || end > bytes.length) return null
    packets.push(bytes.subarray(at + 2, end))
    at = end
  }
  return packets
}

/** Frames, or null where the bytes are no such sound, or more than a second and some of it. */
export function framesIn({ codec, sampleRate, channels }: SoundShape, bytes: Uint8Array): number | null {
  const frames = codec === 'pcm' ? bytes.length / (2 * channels) : (packetsIn(bytes) ?? []).length * framesOfPacket
  const most = codec === 'pcm' ? sampleRate : 48_000
  return Number.isInteger(frames) && frames > 0 && frames <= 2 * most ? frames : null
}
