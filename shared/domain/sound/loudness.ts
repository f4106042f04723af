// How loud sound is to the ear: ITU-R BS.1770-4 for one channel, in LUFS, and its true peak. Samples in, one number out.

/** A filter of second order, as BS.1770 writes it. */
interface Section {
  readonly b: readonly [number, number, number]
  readonly a: readonly [number, number]
}

/**
 * The two sections of the K weighting at any sample rate. NOTE: the standard gives its numbers for 48 kHz alone; these are
 * the analogue filters behind them, with which those numbers come out again.
 */
export function weighting(sampleRate: number): readonly [Section, Section] {
  const shelf = (): Section => {
    const k = Math.tan((Math.PI * 1_681.974450955533) / sampleRate)
    const q = 0.7071752369554196
    const high = 10 ** (3.999843853973347 / 20)
    const band = high ** 0.4996667741545416
    const a0 = 1 + k / q + k * k
    return {
      b: [(high + (band * k) / q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / q + k * k) / a0],
      a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
    }
  }
  const pass = (): Section => {
    const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate)
    const q = 0.5003270373238773
    const a0 = 1 + k / q + k * k
    return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] }
  }
  return [shelf(), pass()]
}

class Filter {
  readonly #section: Section
  #one = 0
  #two = 0

  constructor(section: Section) {
    this.#section = section
  }

  next(value: number): number {
    const { a, b } = this.#section
    const state = value - a[0] * this.#one - a[1] * this.#two
    const out = b[0] * state + b[1] * this.#one + b[2] * this.#two
    this.#two = this.#one
    this.#one = state
    return out
  }
}

/** The four phases of BS.1770-4, annex 2: between two samples lie three more. */
const phases: readonly (readonly number[])[] = [
  [
    0.001708984375, 0.010986328125, -0.0196533203125, 0.033203125, -0.0594482421875, 0.1373291015625, 0.97216796875,
    -0.102294921875, 0.047607421875, -0.026611328125, 0.014892578125, -0.00830078125,
  ],
  [
    -0.0291748046875, 0.029296875, -0.0517578125, 0.089111328125, -0.16650390625, 0.465087890625, 0.77978515625,
    -0.2003173828125, 0.1015625, -0.0582275390625, 0.0330810546875, -0.0189208984375,
  ],
  [
    -0.0189208984375, 0.0330810546875, -0.0582275390625, 0.1015625, -0.2003173828125, 0.77978515625, 0.465087890625,
    -0.16650390625, 0.089111328125, -0.0517578125, 0.029296875, -0.0291748046875,
  ],
  [
    -0.00830078125, 0.014892578125, -0.026611328125, 0.047607421875, -0.102294921875, 0.97216796875, 0.1373291015625,
    -0.0594482421875, 0.033203125, -0.0196533203125, 0.010986328125, 0.001708984375,
  ],
]

export interface Loudness {
  /** LUFS; null where there is nothing that the ear would call sound. */
  readonly lufs: number | null
  /** 1 is the highest that 16 bits hold. */
  readonly truePeak: number
}

const quietest = -70
const belowTheRest = 10
const lufsOf = (power: number) => -0.691 + 10 * Math.log10(power)

/** Measures one stretch of sound, which comes in pieces. */
export class LoudnessMeter {
  readonly #filters: readonly Filter[]
  readonly #hop: number
  /** Power of each 100 ms. */
  readonly #hops: number[] = []
  readonly #recent = new Float64Array(12)
  #sum = 0
  #count = 0
  #all = 0
  #length = 0
  #peak = 0

  constructor(sampleRate: number) {
    this.#filters = weighting(sampleRate).map((section) => new Filter(section))
    this.#hop = Math.max(1, Math.round(sampleRate / 10))
  }

  take(samples: Int16Array): void {
    for (const sample of samples) {
      const value = sample / 32_768
      let weighted = value
      for (const filter of this.#filters) weighted = filter.next(weighted)
      const power = weighted * weighted
      this.#sum += power
      this.#all += power
      this.#length += 1
      this.#count += 1
      this.#look(value)
      if (this.#count < this.#hop) continue
      this.#hops.push(this.#sum / this.#hop)
      this.#sum = 0
      this.#count = 0
    }
  }

  #look(value: number): void {
    const recent = this.#recent
    recent.copyWithin(1, 0)
    recent[0] = value
    this.#peak = Math.max(this.#peak, Math.abs(value))
    for (const phase of phases) {
      let between = 0
      for (let at = 0; at < 12; at += 1) between += (phase[at] ?? 0) * (recent[at] ?? 0)
      this.#peak = Math.max(this.#peak, Math.abs(between))
    }
  }

  /** Once, when all has come. */
  done(): Loudness {
    for (let left = 12; left > 0; left -= 1) this.#look(0)
    return { lufs: this.#gated(), truePeak: this.#peak }
  }

  /** Blocks of 400 ms, each 100 ms after the one before; what is shorter is one block. */
  #gated(): number | null {
    const hops = this.#hops
    const blocks = hops
      .slice(3)
      .map((power, at) => (power + (hops[at] ?? 0) + (hops[at + 1] ?? 0) + (hops[at + 2] ?? 0)) / 4)
    if (blocks.length === 0 && this.#length > 0) blocks.push(this.#all / this.#length)
    const mean = (powers: readonly number[]) => powers.reduce((sum, power) => sum + power, 0) / powers.length
    const heard = blocks.filter((power) => lufsOf(power) > quietest)
    if (heard.length === 0) return null
    const gate = lufsOf(mean(heard)) - belowTheRest
    return lufsOf(mean(heard.filter((power) => lufsOf(power) > gate)))
  }
}

/** Where speech is brought to (EBU R 128), in LUFS. */
export const evenLufs = -23
/** What is quieter than this by more is noise more than speech: it is not raised any further. */
const highestGain = 10 ** (18 / 20)
/** The true peak stays 1 dB below the highest. */
const highestPeak = 10 ** (-1 / 20)

/** The one gain for a stretch of sound: what brings it to `evenLufs`, and never so much that it would clip. */
export function evenGain({ lufs, truePeak }: Loudness): number {
  if (lufs === null || truePeak === 0) return 1
  return Math.min(10 ** ((evenLufs - lufs) / 20), highestGain, highestPeak / truePeak)
}
