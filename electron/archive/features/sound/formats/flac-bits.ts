// Bits as FLAC writes them, the highest first, and its two checksums (RFC 9639, sections 9.1.8 and 9.3).

function table(polynomial: number, width: 8 | 16): Uint16Array {
  const top = 1 << (width - 1)
  const mask = (1 << width) - 1
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let value = byte << (width - 8)
    for (let bit = 0; bit < 8; bit += 1) value = ((value & top) === 0 ? value << 1 : (value << 1) ^ polynomial) & mask
    return value
  })
}

const of8 = table(0x07, 8)
const of16 = table(0x8005, 16)

export function crc8(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = of8[value ^ byte] ?? 0
  return value
}

export function crc16(bytes: Uint8Array): number {
  let value = 0
  for (const byte of bytes) value = ((value << 8) & 0xffff) ^ (of16[(value >> 8) ^ byte] ?? 0)
  return value
}

export class BitsOut {
  #bytes = new Uint8Array(32 * 1024)
  #length = 0
  #held = 0
  #width = 0

  /** `width` at most 24 bits of `value`; what stands above them is left out. */
  put(value: number, width: number): void {
    this.#held = (this.#held << width) | (value & ((1 << width) - 1))
    this.#width += width
    while (this.#width >= 8) {
      this.#width -= 8
      this.#push((this.#held >>> this.#width) & 0xff)
    }
    this.#held &= (1 << this.#width) - 1
  }

  /** So many zeros and a one. */
  unary(zeros: number): void {
    let left = zeros
    for (; left >= 16; left -= 16) this.put(0, 16)
    this.put(1, left + 1)
  }

  /** Zeros up to the next whole byte. */
  fill(): void {
    if (this.#width > 0) this.put(0, 8 - this.#width)
  }

  /** What was written so far; whole bytes only. */
  bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }

  clear(): void {
    this.#length = 0
    this.#held = 0
    this.#width = 0
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2)
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    this.#bytes[this.#length] = byte
    this.#length += 1
  }
}
