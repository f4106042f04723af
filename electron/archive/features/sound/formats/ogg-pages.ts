// Pages of Ogg (RFC 3533) for one stream of Opus (RFC 7845), with nothing in them that chance or a clock has made.

/** The same for every file: a number of chance would tell two givings out apart. */
export const oggSerial = 1

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

function checksum(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = (value << 8) ^ (checksums[(value >>> 24) ^ byte] ?? 0)
  return value >>> 0
}

/** How a packet's length is written: a byte for each 255 of it, and one for the rest. */
function lacing(packet: Uint8Array): number[] {
  return [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255]
}

/**
 * One page of whole packets.
 *
 * @param flags 2 for the first page, 4 for the last
 * @param granule where its last packet ends, in samples at 48 kHz
 */
export function oggPage(packets: readonly Uint8Array[], sequence: number, flags: number, granule: number): Buffer {
  const lengths = packets.flatMap(lacing)
  const head = Buffer.alloc(27 + lengths.length)
  head.write('OggS', 0, 'latin1')
  head[5] = flags
  head.writeBigUInt64LE(BigInt(granule), 6)
  head.writeUInt32LE(oggSerial, 14)
  head.writeUInt32LE(sequence, 18)
  head[26] = lengths.length
  head.set(lengths, 27)
  const page = Buffer.concat([head, ...packets])
  page.writeUInt32LE(checksum(page), 22)
  return page
}

export function segmentsOf(packet: Uint8Array): number {
  return Math.floor(packet.length / 255) + 1
}
