// What a microphone gives, as it comes, made into blocks of 20 ms at 48 kHz. Its page may be busy meanwhile.
import { epochMs, type Forgetting } from './blocks.ts'
import { HeardAt } from './heard-at.ts'
import { OpenBlock } from './open-block.ts'
import { Resampler } from './resampler.ts'
import { sampleRate } from './seconds.ts'

/** As much of WebCodecs' `AudioData` as this needs; `timestamp` in microseconds. */
export interface Frame {
  readonly numberOfFrames: number
  readonly numberOfChannels: number
  readonly sampleRate: number
  readonly timestamp: number
  copyTo(samples: Float32Array, options: { planeIndex: number; format: 'f32-planar' }): void
  close(): void
}

export class MicrophoneFrames {
  readonly #channels: number
  readonly #open: OpenBlock
  readonly #now: () => number
  #heardAt = new HeardAt()
  #resampler: Resampler | null = null
  /** Of the one or two channels of a frame. */
  readonly #planes = [new Float32Array(), new Float32Array()]
  #fromMs = Number.NEGATIVE_INFINITY

  /** `channels` at the most; one is both of two. */
  constructor(channels: number, onBlock: (block: Float32Array<ArrayBuffer>[]) => void, now: () => number = epochMs) {
    this.#channels = channels
    this.#open = new OpenBlock(onBlock)
    this.#now = now
  }

  /** Closes the frame. */
  push(frame: Frame): void {
    const lastsMs = (frame.numberOfFrames * 1_000) / frame.sampleRate
    // NOTE: it arrives when its last sample was heard, and a little later.
    const heardMs = this.#heardAt.of(frame.timestamp / 1_000, this.#now())
    if (heardMs >= this.#fromMs + 2 * lastsMs) this.#open.push(this.#atOurRate(frame, this.#samplesOf(frame)))
    frame.close()
  }

  /** What was heard before it is in no block after it, however long it was on its way. */
  forget({ atMs }: Pick<Forgetting, 'atMs'>): void {
    this.#fromMs = atMs
    for (const plane of this.#planes) plane.fill(0)
    this.#open.forget()
    this.#resampler?.forget()
  }

  /** They stand until the next frame: a recording of hours leaves nothing behind for each. */
  #samplesOf(frame: Frame): Float32Array[] {
    const all = this.#planes.slice(0, frame.numberOfChannels).map((held, planeIndex) => {
      const plane = held.length < frame.numberOfFrames ? new Float32Array(frame.numberOfFrames) : held
      this.#planes[planeIndex] = plane
      const samples = plane.subarray(0, frame.numberOfFrames)
      frame.copyTo(samples, { planeIndex, format: 'f32-planar' })
      return samples
    })
    const [left, right] = all
    if (this.#channels > 1 || left === undefined || right === undefined) return all
    for (const [at, sample] of right.entries()) left[at] = ((left[at] ?? 0) + sample) / 2
    return [left]
  }

  #atOurRate(frame: Frame, samples: Float32Array[]): Float32Array[] {
    if (frame.sampleRate === sampleRate) return samples
    const isSame = this.#resampler?.from === frame.sampleRate && this.#resampler.channels === samples.length
    if (!isSame) this.#resampler = new Resampler(frame.sampleRate, sampleRate, samples.length)
    return this.#resampler?.push(samples) ?? samples
  }
}
