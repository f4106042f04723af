// Reads Opus in Ogg again for the check alone, with a decoder of other makers than the encoder, and its pages by hand.
// NOTE: it shares nothing with what wrote it, and it takes what was not written here for broken.
import { OpusDecoder } from 'opus-decoder'
import { Failure } from '../../../../../shared/contract/failure.ts'
import { ByteQueue } from './byte-queue.ts'

const sampleRate = 48_000
const frameLength = 960
const longestPreSkip = 960
const tags = Buffer.concat([
  Buffer.from('OpusTags'),
  Buffer.from([9, 0, 0, 0]),
  Buffer.from('Firsthand'),
  Buffer.from([0, 0, 0, 0]),
])

function mustBe(holds: boolean): asserts holds {
  if (!holds) throw new Failure('checkFailed')
}

/** CRC-32 of Ogg, bit by bit: polynomial 04c11db7, nothing turned round. */
function checksum(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) {
    value ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0)
  }
  return value >>> 0
}

interface Page {
  readonly flags: number
  readonly granule: number
  readonly packets: Buffer[]
}

async function readPage(queue: ByteQueue, sequence: number): Promise<Page> {
  const head = await queue.take(27)
  mustBe(head.toString('latin1', 0, 4) === 'OggS' && head[4] === 0)
  mustBe(head.readUInt32LE(14) === 1 && head.readUInt32LE(18) === sequence)
  const lengths = await queue.take(head[26] ?? 0)
  const body = await queue.take(lengths.reduce((sum, length) => sum + length, 0))
  const whole = Buffer.concat([head, lengths, body])
  whole.writeUInt32LE(0, 22)
  mustBe(checksum(whole) === head.readUInt32LE(22))
  const packets: Buffer[] = []
  let [from, at] = [0, 0]
  for (const length of lengths) {
    at += length
    if (length === 255) continue
    packets.push(body.subarray(from, at))
    from = at
  }
  mustBe(from === body.length && packets.length > 0)
  return { flags: head[5] ?? 0, granule: Number(head.readBigUInt64LE(6)), packets }
}

function preSkipOf({ flags, granule, packets }: Page): number {
  const [head] = packets
  mustBe(flags === 2 && granule === 0 && packets.length === 1 && head !== undefined && head.length === 19)
  mustBe(head.toString('latin1', 0, 8) === 'OpusHead' && head[8] === 1 && head[9] === 1)
  mustBe(head.readUInt32LE(12) === sampleRate && head.readInt16LE(16) === 0 && head[18] === 0)
  const preSkip = head.readUInt16LE(10)
  mustBe(preSkip <= longestPreSkip)
  return preSkip
}

function rounded(values: Float32Array): Int16Array {
  const samples = new Int16Array(values.length)
  for (let at = 0; at < values.length; at += 1)
    samples[at] = Math.max(-32_768, Math.min(32_767, Math.round((values[at] ?? 0) * 32_768)))
  return samples
}

/**
 * The samples that a player would play, rounded to 16 bits. Throws Failure checkFailed where the file is not as it must be.
 *
 * @param samples how many there must be
 */
export async function* readOpusWritten(pieces: AsyncIterable<Uint8Array>, samples: number): AsyncGenerator<Int16Array> {
  const queue = new ByteQueue(pieces)
  const decoder = new OpusDecoder({ sampleRate, channels: 1, preSkip: 0 })
  try {
    await decoder.ready
    const preSkip = preSkipOf(await readPage(queue, 0))
    const about = await readPage(queue, 1)
    mustBe(about.flags === 0 && about.granule === 0 && about.packets.length === 1)
    mustBe(about.packets[0]?.equals(tags) === true)
    let skip = preSkip
    let left = samples
    let decoded = 0
    for (let sequence = 2; ; sequence += 1) {
      const { flags, granule, packets } = await readPage(queue, sequence)
      const out = decoder.decodeFrames(packets)
      mustBe(out.errors.length === 0 && out.samplesDecoded === packets.length * frameLength)
      decoded += out.samplesDecoded
      const isLast = flags === 4
      mustBe(isLast || flags === 0)
      mustBe(granule === (isLast ? preSkip + samples : decoded) && granule <= decoded)
      const [channel] = out.channelData
      mustBe(channel !== undefined)
      const heard = channel.subarray(skip, skip + left)
      skip = Math.max(0, skip - channel.length)
      left -= heard.length
      yield rounded(heard)
      if (isLast) break
    }
    mustBe(left === 0 && (await queue.atEnd()))
  } finally {
    decoder.free()
    await queue.leave()
  }
}
