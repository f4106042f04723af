// Sound on its way to being given out or heard as a reach would: samples come in, what is taken out is replaced here.
import { Failure } from '../../../../shared/contract/failure.ts'
import { fadeMs } from '../../../../shared/domain/sound/silences.ts'
import type { SoundAs } from '../../../../shared/domain/sound/sound-as.ts'
import { sampleCount, silence, type PlannedClip } from '../../../../shared/domain/sound/sound-plan.ts'
import { wavHead } from '../../exporters/wav.ts'
import type { MediaWriter, StoredMedia } from '../../files/media.ts'

export interface RenderingPlan {
  readonly testimony: string
  readonly sha256: string
  readonly sampleRate: number
  readonly clips: readonly PlannedClip[]
  /** How it goes along; null where it is only heard here. */
  readonly as: SoundAs | null
}

const bytesPerSample = 2

function fadeSamples(plan: RenderingPlan): number {
  return Math.floor((fadeMs * plan.sampleRate) / 1000)
}

/** Samples of a clip, and of the pause before it. */
function lengths({ clip, pauseBeforeMs }: PlannedClip, sampleRate: number): { pause: number; samples: number } {
  return {
    pause: sampleCount(0, pauseBeforeMs, sampleRate),
    samples: sampleCount(clip.startMs, clip.endMs, sampleRate),
  }
}

/** Takes samples clip by clip, silences them, and writes an encrypted WAV. */
export class Rendering {
  readonly plan: RenderingPlan
  readonly #writer: MediaWriter
  #clip = -1
  #taken = 0
  #place = new Uint8Array(0)
  #last: Promise<unknown> = Promise.resolve()

  private constructor(plan: RenderingPlan, writer: MediaWriter) {
    this.plan = plan
    this.#writer = writer
  }

  static async begin(plan: RenderingPlan, writer: MediaWriter): Promise<Rendering> {
    const samples = plan.clips.reduce((sum, clip) => {
      const { pause, samples: own } = lengths(clip, plan.sampleRate)
      return sum + pause + own
    }, 0)
    await writer.append(wavHead(samples, plan.sampleRate))
    return new Rendering(plan, writer)
  }

  /** Throws Failure badInput when a clip is out of turn or holds more than it should. */
  append(clip: number, bytes: Uint8Array): Promise<void> {
    return this.#inTurn(() => this.#take(clip, bytes))
  }

  /** One piece after another; once one has failed all fail, so that nothing is ever silenced in the wrong place. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn
    turn.catch(() => undefined)
    return turn
  }

  async #take(clip: number, bytes: Uint8Array): Promise<void> {
    if (bytes.length % bytesPerSample !== 0) throw new Failure('badInput')
    if (clip !== this.#clip) await this.#beginClip(clip)
    const planned = this.plan.clips[clip]
    if (planned === undefined) throw new Failure('badInput')
    const samples = bytes.length / bytesPerSample
    if (this.#taken + samples > lengths(planned, this.plan.sampleRate).samples) throw new Failure('badInput')
    // NOTE: one place for all pieces: a new one each time costs more than everything else that is done here.
    if (this.#place.length < bytes.length) this.#place = new Uint8Array(bytes.length)
    const out = this.#place.subarray(0, bytes.length)
    out.set(bytes)
    silence(out, this.#taken, planned.clip, this.plan.sampleRate, fadeSamples(this.plan))
    this.#taken += samples
    await this.#writer.append(out)
  }

  async #beginClip(clip: number): Promise<void> {
    this.#requireWhole()
    const planned = this.plan.clips[clip]
    if (planned === undefined || clip !== this.#clip + 1) throw new Failure('badInput')
    this.#clip = clip
    this.#taken = 0
    const { pause } = lengths(planned, this.plan.sampleRate)
    if (pause > 0) await this.#writer.append(new Uint8Array(pause * bytesPerSample))
  }

  #requireWhole(): void {
    const planned = this.plan.clips[this.#clip]
    if (planned !== undefined && this.#taken !== lengths(planned, this.plan.sampleRate).samples)
      throw new Failure('checkFailed')
  }

  /** Throws Failure checkFailed when samples are missing. */
  finish(): Promise<StoredMedia> {
    return this.#inTurn(async () => {
      this.#requireWhole()
      if (this.#clip !== this.plan.clips.length - 1) throw new Failure('checkFailed')
      return this.#writer.finish()
    })
  }

  async discard(): Promise<void> {
    await this.#writer.discard()
  }
}
