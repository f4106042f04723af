// Brings sound of any rate to another one, piece by piece without a seam: a windowed sinc whose coefficients are worked out
// once for each place that a sample can have between two others.
// Source: Smith, Digital Audio Resampling; Kaiser's window.

/** Zero crossings on either side of a sample: what is too high for the new rate is more than 90 dB down. */
const crossings = 32
const kaiserBeta = 9
/** Where the edge lies, of the highest frequency that both rates can hold. */
const edge = 0.95

/** The modified Bessel function of the first kind, of order zero. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let at = 1; term > sum * 1e-12; at += 1) {
    term *= (x / (2 * at)) ** 2
    sum += term
  }
  return sum
}

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}

export class Resampler {
  readonly from: number
  readonly channels: number
  /** For each `#up` samples that go out, `#down` come in. */
  readonly #up: number
  readonly #down: number
  readonly #cut: number
  readonly #half: number
  readonly #places: (Float32Array | undefined)[]
  /** What came in and is needed still, at the beginning of each; as long as was ever needed at once. */
  readonly #held: Float32Array<ArrayBuffer>[]
  #length: number
  #place = 0
  /** What is given; written over by the next. */
  readonly #given: Float32Array<ArrayBuffer>[]

  /** Rates in samples a second, both whole. */
  constructor(from: number, to: number, channels: number) {
    this.from = from
    this.channels = channels
    const shared = divisor(from, to)
    this.#up = to / shared
    this.#down = from / shared
    this.#cut = Math.min(1, to / from) * edge
    this.#half = Math.ceil(crossings / this.#cut)
    this.#places = Array.from({ length: this.#up }, () => undefined)
    this.#held = Array.from({ length: channels }, () => new Float32Array(this.#half))
    this.#given = Array.from({ length: channels }, () => new Float32Array())
    this.#length = this.#half
  }

  /**
   * Channels of one length from -1 to 1; gives as many channels, as far as what comes next does not matter to them. What is
   * given stands until the next call: a recording of hours leaves nothing behind for each piece.
   */
  push(input: readonly Float32Array[]): Float32Array<ArrayBuffer>[] {
    this.#take(input)
    // The sample at `half` is the one before or at the place that is asked for next.
    const last = this.#length - 2 * this.#half - 1
    const count =
      last < 0 ? 0 : Math.max(0, Math.floor((last * this.#up + this.#up - 1 - this.#place) / this.#down) + 1)
    for (const [channel, given] of this.#given.entries())
      if (given.length < count) this.#given[channel] = new Float32Array(count)
    for (let at = 0; at < count; at += 1) {
      const place = this.#place + at * this.#down
      const first = Math.floor(place / this.#up)
      const weights = this.#weightsAt(place % this.#up)
      for (const [channel, samples] of this.#held.entries()) {
        let sum = 0
        for (let tap = 0; tap < weights.length; tap += 1) sum += (weights[tap] ?? 0) * (samples[first + tap] ?? 0)
        const given = this.#given[channel]
        if (given !== undefined) given[at] = sum
      }
    }
    const next = this.#place + count * this.#down
    const gone = Math.floor(next / this.#up)
    for (const samples of this.#held) samples.copyWithin(0, gone, this.#length)
    this.#length -= gone
    this.#place = next - gone * this.#up
    return this.#given.map((given) => given.subarray(0, count))
  }

  /** Nothing that came before is in what is given after. */
  forget(): void {
    for (const samples of [...this.#held, ...this.#given]) samples.fill(0)
    this.#length = this.#half
    this.#place = 0
  }

  #take(input: readonly Float32Array[]): void {
    const length = this.#length + (input[0]?.length ?? 0)
    for (const [channel, held] of this.#held.entries()) {
      const now = input[channel]
      if (held.length < length) {
        const longer = new Float32Array(length)
        longer.set(held.subarray(0, this.#length))
        held.fill(0)
        this.#held[channel] = longer
      }
      if (now !== undefined) this.#held[channel]?.set(now, this.#length)
    }
    this.#length = length
  }

  /** Of the samples from `half` before to `half` after, for a place so many `up`-ths after the one in the middle. */
  #weightsAt(place: number): Float32Array {
    const known = this.#places[place]
    if (known !== undefined) return known
    const weights = new Float32Array(2 * this.#half + 1)
    let sum = 0
    for (let tap = 0; tap < weights.length; tap += 1) {
      const away = tap - this.#half - place / this.#up
      const inside = Math.abs(away) / this.#half
      if (inside >= 1) continue
      const x = Math.PI * away * this.#cut
      const sinc = x === 0 ? 1 : Math.sin(x) / x
      weights[tap] = sinc * bessel(kaiserBeta * Math.sqrt(1 - inside * inside))
      sum += weights[tap] ?? 0
    }
    for (let tap = 0; tap < weights.length; tap += 1) weights[tap] = (weights[tap] ?? 0) / sum
    this.#places[place] = weights
    return weights
  }
}
