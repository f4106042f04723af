// Vorbis comments (xiph.org), as FLAC and Ogg carry them, and the pictures of FLAC.
import { bytesAt, bytesOf } from './bytes.ts'
import { plainText } from './says-riff.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostComments = 256 * 1024
const mostBlocks = 200

/** `at` is where the vendor's length stands. */
function sayComments(bytes: Uint8Array, at: number, says: Sayings): void {
  const { view } = bytesOf(bytes)
  const vendor = view.getUint32(at, true)
  says.add('vendor', plainText(bytes.subarray(at + 4, at + 4 + vendor)))
  at += 4 + vendor
  const count = Math.min(view.getUint32(at, true), mostBlocks)
  at += 4
  for (let comment = 0; comment < count && !says.isFull; comment++) {
    const length = view.getUint32(at, true)
    const said = plainText(bytes.subarray(at + 4, at + 4 + Math.min(length, 4_096)))
    const [field = '', ...value] = said.split('=')
    says.add(field, value.join('='))
    at += 4 + length
  }
}

export async function sayingsOfFlac(access: RandomAccess, says: Sayings): Promise<void> {
  let at = 4
  for (let blocks = 0; blocks < mostBlocks && at + 4 <= access.size; blocks++) {
    const { view } = await bytesAt(access, at, 4)
    const kind = view.getUint8(0)
    const length = view.getUint32(0) & 0xff_ffff
    if ((kind & 0x7f) === 6) says.add('picture', '')
    if ((kind & 0x7f) === 4) sayComments((await bytesAt(access, at + 4, Math.min(length, mostComments))).bytes, 0, says)
    if (kind >= 0x80) return
    at += 4 + length
  }
}

/** The comments are the second packet, which may lie on several pages. */
export async function sayingsOfOgg(access: RandomAccess, says: Sayings): Promise<void> {
  const { bytes, name } = await bytesAt(access, 0, mostComments)
  const packets: Uint8Array[][] = [[]]
  let at = 0
  while (at + 27 < bytes.length && name(at, 4) === 'OggS' && packets.length < 4) {
    const sizes = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0))
    at += 27 + sizes.length
    for (const size of sizes) {
      packets.at(-1)?.push(bytes.subarray(at, at + size))
      at += size
      if (size < 255) packets.push([])
    }
  }
  const packet = Buffer.concat(packets[1] ?? [])
  const head = packet.toString('latin1', 0, 8)
  if (head.startsWith('\x03vorbis')) sayComments(packet, 7, says)
  else if (head === 'OpusTags') sayComments(packet, 8, says)
  else if (((packet[0] ?? 0) & 0x7f) === 4) sayComments(packet, 4, says)
  else sayComments(packet, 0, says)
}
