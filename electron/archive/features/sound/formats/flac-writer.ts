// FLAC of one channel with 16 bits (RFC 9639). STREAMINFO is all that stands before the frames: no maker, no tag, no
// picture, no date, no padding; so the same samples always give the same bytes.
import { BitsOut, crc16, crc8 } from './flac-bits.ts'
import { guessed, putResidual } from './flac-residual.ts'
import { Blocks, type Put, type SoundWriter } from './sound-writer.ts'

export const flacBlock = 4096

/** `fLaC` and STREAMINFO. `md5`: of all samples, little-endian; frame sizes are not told. */
function flacHead(samples: number, sampleRate: number, md5: Uint8Array): Uint8Array {
  const head = Buffer.alloc(42)
  head.write('fLaC', 0, 'latin1')
  head[4] = 0x80 // the last block of metadata, of kind 0
  head.writeUIntBE(34, 5, 3)
  head.writeUInt16BE(flacBlock, 8)
  head.writeUInt16BE(flacBlock, 10)
  const rateAndShape = (BigInt(sampleRate) << 44n) | (0n << 41n) | (15n << 36n) | BigInt(samples)
  head.writeBigUInt64BE(rateAndShape, 18)
  head.set(md5.subarray(0, 16), 26)
  return head
}

/** How the frames name the rates that have a number of their own; 13: the rate follows in 16 bits. */
const rateCodes: Readonly<Record<number, number>> = {
  8_000: 4,
  16_000: 5,
  22_050: 6,
  24_000: 7,
  32_000: 8,
  44_100: 9,
  48_000: 10,
}

/** A number as UTF-8 writes a letter. */
function putNumber(out: BitsOut, number: number): void {
  if (number < 0x80) return out.put(number, 8)
  let following = 1
  while (number >= 2 ** (6 * following + (6 - following))) following += 1
  const first = Math.floor(number / 64 ** following)
  out.put(((0xff << (7 - following)) & 0xff) | first, 8)
  for (let left = following - 1; left >= 0; left -= 1) out.put(0x80 | (Math.floor(number / 64 ** left) & 0x3f), 8)
}

function putFrame(out: BitsOut, samples: Int16Array, number: number, sampleRate: number): void {
  const rateCode = rateCodes[sampleRate] ?? 13
  out.clear()
  out.put(0xfff8, 16) // every block is as long as the others
  const isWhole = samples.length === flacBlock
  out.put(isWhole ? 0b1100 : 0b0111, 4)
  out.put(rateCode, 4)
  out.put(0, 4) // one channel
  out.put(0b100, 3) // 16 bits
  out.put(0, 1)
  putNumber(out, number)
  if (!isWhole) out.put(samples.length - 1, 16)
  if (rateCode === 13) out.put(sampleRate, 16)
  out.put(crc8(out.bytes()), 8)
  putSubframe(out, samples)
  out.fill()
  out.put(crc16(out.bytes()), 16)
}

function putSubframe(out: BitsOut, samples: Int16Array): void {
  const first = samples[0] ?? 0
  if (samples.every((sample) => sample === first)) {
    out.put(0, 8)
    return out.put(first, 16)
  }
  const guess = guessed(samples)
  out.put((0b001000 | guess.order) << 1, 8)
  for (let at = 0; at < guess.order; at += 1) out.put(samples[at] ?? 0, 16)
  putResidual(out, guess)
}

export class FlacWriter implements SoundWriter {
  readonly #put: Put
  readonly #out = new BitsOut()
  readonly #blocks = new Blocks(flacBlock)
  #head: Uint8Array | null
  readonly #sampleRate: number
  #number = 0

  /** @param md5 of all the samples that will come */
  constructor(put: Put, samples: number, sampleRate: number, md5: Uint8Array) {
    this.#put = put
    this.#sampleRate = sampleRate
    this.#head = flacHead(samples, sampleRate, md5)
  }

  async take(samples: Int16Array): Promise<void> {
    await this.#begin()
    await this.#blocks.take(samples, (block) => this.#frame(block))
  }

  async finish(): Promise<void> {
    await this.#begin()
    const rest = this.#blocks.rest()
    if (rest.length > 0) await this.#frame(rest)
  }

  async #begin(): Promise<void> {
    const head = this.#head
    this.#head = null
    if (head !== null) await this.#put(head)
  }

  async #frame(samples: Int16Array): Promise<void> {
    putFrame(this.#out, samples, this.#number, this.#sampleRate)
    this.#number += 1
    await this.#put(this.#out.bytes())
  }
}
