// The second look at a file that is to be given out: it is decoded again, by what shares nothing with what wrote it, and
// looked at sample by sample. Throws Failure checkFailed whatever keeps it from being looked at.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { SoundFormat } from '../../../../shared/domain/sound/sound-as.ts'
import { readWritten } from './formats/index.ts'
import { lengthOf, runsOf, takenOutPlaces, type Run } from './runs.ts'
import { ringing, type TakenOutPlaceAsItCame } from './taken-out.ts'
import type { SoundToCheck } from './zones.ts'

/** Beside what must be silent, what is known of how it came and of what it was written from. */
export interface KnownOfCopy {
  /** The redacted samples that it was written from; without them only its silences are looked at. */
  readonly written?: AsyncIterable<Int16Array> | undefined
  /** What was taken out, in order; for lossy formats alone. */
  readonly takenOut?: readonly TakenOutPlaceAsItCame[] | undefined
}

/** How much of what was taken out may be in the file, as a share of it. */
const mostCorrelation = 0.01
/** What is heard must be like what it was written from by so much: speech has 0.99, noise that fills everything 0.77. */
const leastLikeness = 0.6
/** Under this strength (of 32 768) there is nothing to be like. */
const quiet = 50

function mustBe(holds: boolean): void {
  if (!holds) throw new Failure('checkFailed')
}

/** Likeness of two stretches, without what never moves. */
class Likeness {
  #count = 0
  #a = 0
  #b = 0
  #aa = 0
  #bb = 0
  #ab = 0

  take(a: number, b: number): void {
    this.#count += 1
    this.#a += a
    this.#b += b
    this.#aa += a * a
    this.#bb += b * b
    this.#ab += a * b
  }

  /** Whether `b` is like `a`; where both are next to nothing they are. */
  get isLike(): boolean {
    const count = Math.max(1, this.#count)
    const power = (squares: number, sum: number) => Math.max(0, squares - (sum * sum) / count)
    const [a, b] = [power(this.#aa, this.#a), power(this.#bb, this.#b)]
    const together = this.#ab - (this.#a * this.#b) / count
    if (Math.sqrt(a / count) < quiet) return Math.sqrt(b / count) < 2 * quiet
    return together / Math.sqrt(a * b) > leastLikeness
  }
}

/** Two sequences of samples, side by side; throws Failure checkFailed where one is longer. */
async function* together(
  left: AsyncIterable<Int16Array>,
  right: AsyncIterable<Int16Array>,
): AsyncGenerator<[Int16Array, Int16Array]> {
  const others = right[Symbol.asyncIterator]()
  let rest = new Int16Array(0)
  try {
    for await (const piece of left) {
      for (let at = 0; at < piece.length;) {
        while (rest.length === 0) {
          const next = await others.next()
          if (next.done === true) throw new Failure('checkFailed')
          rest = next.value.slice()
        }
        const length = Math.min(rest.length, piece.length - at)
        yield [piece.subarray(at, at + length), rest.subarray(0, length)]
        at += length
        rest = rest.subarray(length)
      }
    }
    mustBe(rest.length === 0 && (await others.next()).done === true)
  } finally {
    await others.return?.()
  }
}

/** Looks at samples as they come, knowing where they are. */
class Look {
  readonly #runs: readonly Run[]
  readonly #rings: boolean
  readonly #places: readonly { readonly from: number; readonly until: number; readonly came?: TakenOutPlaceAsItCame }[]
  readonly #found: number[]
  #run = 0
  #place = 0
  #at = 0
  #likeness = new Likeness()
  #peak = 0
  #ring = 0

  constructor(sound: SoundToCheck, format: SoundFormat, takenOut: readonly TakenOutPlaceAsItCame[] | undefined) {
    this.#runs = runsOf(sound)
    this.#rings = format === 'opus'
    const places = takenOutPlaces(sound)
    mustBe(takenOut === undefined || takenOut.length === places.length)
    this.#places = places.map((place, at) => {
      const came = takenOut?.[at]
      mustBe(came === undefined || came.length === place.until - place.from)
      return came === undefined ? place : { ...place, came }
    })
    this.#found = places.map(() => 0)
  }

  take(decoded: Int16Array, written: Int16Array | null): void {
    for (let at = 0; at < decoded.length; at += 1) {
      const sample = decoded[at] ?? 0
      const run = this.#runs[this.#run]
      if (run === undefined) throw new Failure('checkFailed')
      if (!run.sounds) this.#silent(run, sample)
      else {
        this.#peak = Math.max(this.#peak, Math.abs(sample))
        if (written !== null && this.#rings) this.#likeness.take(written[at] ?? 0, sample)
      }
      if (written !== null && !this.#rings) mustBe(sample === written[at])
      this.#at += 1
      if (this.#at === run.until) this.#endRun(run)
    }
  }

  #silent(run: Run, sample: number): void {
    if (sample !== 0) {
      const isFirst = this.#run === 0
      const isLast = this.#run === this.#runs.length - 1
      const mayRing = (!isFirst && this.#at - run.from < ringing) || (!isLast && run.until - this.#at <= ringing)
      mustBe(this.#rings && mayRing)
      this.#ring = Math.max(this.#ring, Math.abs(sample))
    }
    while (this.#at >= (this.#places[this.#place]?.until ?? Infinity)) this.#place += 1
    const place = this.#places[this.#place]
    if (sample === 0 || place?.came === undefined || this.#at < place.from) return
    const came = place.came.at(this.#at - place.from)
    if (came === undefined) throw new Failure('checkFailed')
    this.#found[this.#place] = (this.#found[this.#place] ?? 0) + sample * came
  }

  #endRun(run: Run): void {
    this.#run += 1
    if (run.sounds) {
      mustBe(!this.#rings || this.#likeness.isLike)
      this.#likeness = new Likeness()
    }
  }

  done(): void {
    mustBe(this.#run === this.#runs.length)
    // NOTE: what rings beside a silence is far below what is heard.
    mustBe(this.#ring <= Math.max(64, this.#peak / 8))
    for (const [at, { came }] of this.#places.entries()) {
      const found = Math.abs(this.#found[at] ?? 0)
      mustBe(found === 0 || came === undefined || came.length <= 2 * ringing || found / came.power < mostCorrelation)
    }
  }
}

/** @param pieces the whole file, read anew from where it was written to */
export async function checkCopy(
  sound: SoundToCheck,
  format: SoundFormat,
  pieces: AsyncIterable<Uint8Array>,
  { written, takenOut }: KnownOfCopy = {},
): Promise<void> {
  try {
    const look = new Look(sound, format, takenOut)
    const decoded = readWritten(format, pieces, lengthOf(sound), sound.sampleRate)
    if (written === undefined) for await (const piece of decoded) look.take(piece, null)
    else for await (const [left, right] of together(decoded, written)) look.take(left, right)
    look.done()
  } catch {
    throw new Failure('checkFailed')
  }
}
