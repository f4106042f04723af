// What was said where it is taken out, as far as the check of a lossy file needs it and no further: how strong it was, and
// the few samples beside what is heard, where a lossy format leaves a trace of what it hears. In memory, and wiped.
import { AlongZones, zonesOf, type SoundToCheck } from './zones.ts'

/** Samples of a silence at either end in which a lossy format may still ring. At 48 kHz: 40 ms. */
export const ringing = 1_920

export class TakenOutPlaceAsItCame {
  readonly length: number
  readonly #first: Int16Array
  readonly #last: Int16Array
  #at = 0
  #sum = 0
  #squares = 0

  constructor(length: number) {
    this.length = length
    this.#first = new Int16Array(Math.min(ringing, length))
    this.#last = new Int16Array(Math.min(ringing, length))
  }

  take(part: Uint8Array): void {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
    const lastFrom = this.length - this.#last.length
    for (let byte = 0; byte + 1 < part.length; byte += 2) {
      const sample = view.getInt16(byte, true)
      if (this.#at < this.#first.length) this.#first[this.#at] = sample
      if (this.#at >= lastFrom) this.#last[this.#at - lastFrom] = sample
      this.#sum += sample
      this.#squares += sample * sample
      this.#at += 1
    }
  }

  /** How much there was of it, without what never moves. */
  get power(): number {
    return this.#squares - (this.#sum * this.#sum) / this.length
  }

  /** The sample at `at`, without what never moves; undefined where it is not known any more. */
  at(at: number): number | undefined {
    const sample = this.#first[at] ?? this.#last[at - this.length + this.#last.length]
    return sample === undefined ? undefined : sample - this.#sum / this.length
  }

  wipe(): void {
    this.#first.fill(0)
    this.#last.fill(0)
    this.#sum = 0
    this.#squares = 0
  }
}

/** All of them, in the order of the sound. */
export class TakenOutAsItCame {
  readonly places: readonly TakenOutPlaceAsItCame[]
  readonly #along: AlongZones
  #place = 0
  #left = 0

  constructor(sound: SoundToCheck) {
    // NOTE: nothing comes for a pause.
    const zones = zonesOf(sound).filter(({ kind }) => kind !== 'pause')
    this.#along = new AlongZones(zones)
    this.places = zones.flatMap(({ kind, length }) =>
      kind === 'silent' ? [new TakenOutPlaceAsItCame(length / 2)] : [],
    )
    this.#left = (this.places[0]?.length ?? 0) * 2
  }

  /** Signed 16-bit little-endian samples of the clips, whole samples at a time. */
  take(bytes: Uint8Array): void {
    this.#along.take(bytes, (kind, part) => {
      if (kind !== 'silent') return
      this.places[this.#place]?.take(part)
      this.#left -= part.length
      if (this.#left > 0) return
      this.#place += 1
      this.#left = (this.places[this.#place]?.length ?? 0) * 2
    })
  }

  wipe(): void {
    for (const place of this.places) place.wipe()
  }
}
