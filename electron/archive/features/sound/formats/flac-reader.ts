// Reads FLAC again for the check alone: one channel, 16 bits, nothing before the frames but STREAMINFO, nothing after them.
// NOTE: it shares nothing with what wrote it, its checksums neither, and it takes what was not written here for broken.
import { createHash } from 'node:crypto'
import { Failure } from '../../../../../shared/contract/failure.ts'
import { ByteQueue } from './byte-queue.ts'

const blockLength = 4096
/** More than any frame has: 4096 samples as they are, or in codes that are longer than that. */
const longestFrame = 256 * 1024

function mustBe(holds: boolean): asserts holds {
  if (!holds) throw new Failure('checkFailed')
}

/** Bit by bit, polynomial as it is written in RFC 9639. */
function remainder(bytes: Uint8Array, polynomial: number, width: 8 | 16): number {
  let value = 0
  for (const byte of bytes) {
    value ^= byte << (width - 8)
    for (let bit = 0; bit < 8; bit += 1) {
      const carries = (value >> (width - 1)) & 1
      value = (value << 1) & ((1 << width) - 1)
      if (carries === 1) value ^= polynomial
    }
  }
  return value
}

class BitsIn {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  /** Whole bytes so far. */
  get length(): number {
    return Math.ceil(this.#at / 8)
  }

  bit(): number {
    return this.number(1)
  }

  /** At most 24 bits. */
  number(width: number): number {
    let value = 0
    for (let left = width; left > 0;) {
      const byte = this.#bytes[this.#at >> 3]
      mustBe(byte !== undefined)
      const free = 8 - (this.#at & 7)
      const taken = Math.min(free, left)
      value = (value << taken) | ((byte >> (free - taken)) & ((1 << taken) - 1))
      this.#at += taken
      left -= taken
    }
    return value
  }

  signed(width: number): number {
    const value = this.number(width)
    return value >= 2 ** (width - 1) ? value - 2 ** width : value
  }

  /** How many zeros there are before the next one. */
  zeros(): number {
    for (let count = 0; ;) {
      const byte = this.#bytes[this.#at >> 3]
      mustBe(byte !== undefined)
      const free = 8 - (this.#at & 7)
      const rest = byte & ((1 << free) - 1)
      if (rest === 0) {
        count += free
        this.#at += free
        continue
      }
      const zeros = free - (32 - Math.clz32(rest))
      this.#at += zeros + 1
      return count + zeros
    }
  }

  toByte(): void {
    while (this.#at % 8 !== 0) mustBe(this.bit() === 0)
  }
}

function utf8Number(bits: BitsIn): number {
  let ones = 0
  while (ones < 7 && bits.bit() === 1) ones += 1
  if (ones === 0) return bits.number(7)
  mustBe(ones >= 2 && ones <= 7)
  let value = ones === 7 ? 0 : bits.number(7 - ones)
  for (let left = ones - 1; left > 0; left -= 1) {
    mustBe(bits.number(2) === 0b10)
    value = value * 64 + bits.number(6)
  }
  return value
}

/** Each sample from those before it: order 0 to 4, `coefficients` of the polynomials. */
const coefficients: readonly (readonly number[])[] = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]]

function subframe(bits: BitsIn, length: number): Int16Array {
  const samples = new Int16Array(length)
  mustBe(bits.bit() === 0)
  const kind = bits.number(6)
  mustBe(bits.bit() === 0)
  if (kind === 0) return samples.fill(bits.signed(16))
  const weights = coefficients[kind - 8]
  mustBe(weights !== undefined)
  const order = weights.length
  mustBe(order <= length)
  for (let at = 0; at < order; at += 1) samples[at] = bits.signed(16)
  mustBe(bits.number(2) === 0)
  const parts = 2 ** bits.number(4)
  mustBe(length % parts === 0 && length / parts >= order)
  let at = order
  for (let part = 1; part <= parts; part += 1) {
    const parameter = bits.number(4)
    mustBe(parameter < 15)
    for (; at < (length / parts) * part; at += 1) {
      const code = bits.zeros() * 2 ** parameter + bits.number(parameter)
      const missed = code % 2 === 0 ? code / 2 : -(code + 1) / 2
      let value = missed
      for (let back = 0; back < order; back += 1) value += (weights[back] ?? 0) * (samples[at - 1 - back] ?? 0)
      mustBe(value >= -32_768 && value <= 32_767)
      samples[at] = value
    }
  }
  return samples
}

const rateNames = [0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]

function frame(
  bytes: Buffer,
  number: number,
  length: number,
  sampleRate: number,
): { samples: Int16Array; length: number } {
  const bits = new BitsIn(bytes)
  mustBe(bits.number(16) === 0xfff8)
  const sizeCode = bits.number(4)
  mustBe(sizeCode === (length === blockLength ? 12 : 7))
  const rateCode = bits.number(4)
  mustBe(rateCode === 13 ? !rateNames.includes(sampleRate) : rateNames[rateCode] === sampleRate && rateCode > 0)
  mustBe(bits.number(4) === 0 && bits.number(3) === 4 && bits.number(1) === 0)
  mustBe(utf8Number(bits) === number)
  if (sizeCode === 7) mustBe(bits.number(16) === length - 1)
  if (rateCode === 13) mustBe(bits.number(16) === sampleRate)
  const headed = bits.length
  mustBe(bits.number(8) === remainder(bytes.subarray(0, headed), 0x07, 8))
  const samples = subframe(bits, length)
  bits.toByte()
  const ended = bits.length
  mustBe(bits.number(16) === remainder(bytes.subarray(0, ended), 0x8005, 16))
  return { samples, length: ended + 2 }
}

/**
 * The samples of a FLAC file that is as it must be, little-endian. Throws Failure checkFailed.
 *
 * @param samples how many there must be
 */
export async function* readFlacWritten(
  pieces: AsyncIterable<Uint8Array>,
  samples: number,
  sampleRate: number,
): AsyncGenerator<Int16Array> {
  const queue = new ByteQueue(pieces)
  try {
    const head = await queue.take(42)
    mustBe(head.toString('latin1', 0, 4) === 'fLaC' && head[4] === 0x80 && head.readUIntBE(5, 3) === 34)
    mustBe(head.readUInt16BE(8) === blockLength && head.readUInt16BE(10) === blockLength)
    mustBe(head.readUIntBE(12, 6) === 0)
    const shape = head.readBigUInt64BE(18)
    mustBe(shape >> 44n === BigInt(sampleRate) && ((shape >> 36n) & 0xffn) === 0x0fn)
    mustBe((shape & 0xfffffffffn) === BigInt(samples))
    const md5 = createHash('md5')
    let number = 0
    for (let left = samples; left > 0; number += 1) {
      const length = Math.min(blockLength, left)
      const read = frame(await queue.ahead(longestFrame), number, length, sampleRate)
      queue.skip(read.length)
      left -= length
      md5.update(new Uint8Array(read.samples.buffer))
      yield read.samples
    }
    mustBe(await queue.atEnd())
    mustBe(md5.digest().equals(head.subarray(26, 42)))
  } finally {
    await queue.leave()
  }
}
