// Packets of Opus as an Ogg file (RFC 3533, RFC 7845): one stream, no tags, a fixed serial number, so that the same packets
// are always the same bytes.
import { framesOfPacket } from './sound-frames.ts'

/** Frames at the beginning that an encoder needs to begin: libopus' look-ahead at 48 kHz. */
export const skippedFrames = 312
const serial = 1
const mostSegments = 255

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24
  for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum & 0x8000_0000 ? 0x04c1_1db7 : 0)
  return sum >>> 0
})

function checksum(page: Buffer): number {
  let sum = 0
  for (const byte of page) sum = ((sum << 8) ^ (table[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0
  return sum
}

function segmentsOf(packet: Uint8Array): number[] {
  return [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255]
}

function opusHead(channels: number): Buffer {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 0, 'latin1')
  head.writeUInt8(1, 8)
  head.writeUInt8(channels, 9)
  head.writeUInt16LE(skippedFrames, 10)
  head.writeUInt32LE(48_000, 12)
  return head
}

function opusTags(): Buffer {
  const tags = Buffer.alloc(16)
  tags.write('OpusTags', 0, 'latin1')
  return tags
}

/** Pages one after another. The last one is held until it is known to be the last. */
export class OggOpus {
  #pages = 0
  #frames = 0
  #held: Uint8Array[] = []

  begin(channels: number): Buffer {
    return Buffer.concat([this.#page([opusHead(channels)], 0, 2), this.#page([opusTags()], 0, 0)])
  }

  /** The pages that are known to be whole with these packets. */
  add(packets: readonly Uint8Array[]): Buffer {
    const pages: Buffer[] = []
    for (const packet of packets) {
      const segments = [...this.#held, packet].reduce((sum, one) => sum + Math.floor(one.length / 255) + 1, 0)
      if (segments > mostSegments || this.#held.length >= 50) pages.push(this.#release(0))
      this.#held.push(packet)
    }
    return Buffer.concat(pages)
  }

  end(): Buffer {
    return this.#release(4)
  }

  #release(flags: number): Buffer {
    const packets = this.#held
    this.#held = []
    this.#frames += packets.length * framesOfPacket
    return this.#page(packets, this.#frames, flags)
  }

  #page(packets: readonly Uint8Array[], granule: number, flags: number): Buffer {
    const segments = packets.flatMap(segmentsOf)
    const head = Buffer.alloc(27)
    head.write('OggS', 0, 'latin1')
    head.writeUInt8(flags, 5)
    head.writeBigInt64LE(BigInt(granule), 6)
    head.writeUInt32LE(serial, 14)
    head.writeUInt32LE(this.#pages, 18)
    head.writeUInt8(segments.length, 26)
    this.#pages += 1
    const page = Buffer.concat([head, Buffer.from(segments), ...packets])
    page.writeUInt32LE(checksum(page), 22)
    return page
  }
}
