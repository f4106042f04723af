// One stretch of a recording at another sample rate: exactly as many samples as it lasts, the first at its start.
import { sampleCount } from '../../../shared/domain/sound/sound-plan.ts'

/** Zero crossings of the sinc kept on each side; 16 keeps what folds back below about -80 dB with a Blackman window. */
const crossings = 16
/** Steps of the kernel between two zero crossings; read with linear interpolation. */
const steps = 512
const kernel = Float64Array.from({ length: crossings * steps + 2 }, (_, index) => {
  const x = index / steps
  if (x >= crossings) return 0
  const turn = (Math.PI * x) / crossings
  const blackman = 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn)
  return (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)) * blackman
})

export interface Clip {
  readonly startMs: number
  readonly endMs: number
  readonly sourceRate: number
  readonly sampleRate: number
}

/**
 * Takes the recording's samples (one channel, in order, each with its frame's number counted from the recording's
 * start) and gives the clip's. What the recording does not have is silence. Only a short tail of it is held.
 * NOTE: at the same rate samples are copied, not filtered, so that what was recorded is what is heard.
 */
export class ClipSamples {
  /** The frames to be pushed: from `firstFrame` to `endFrame`, not included. More on either side does no harm. */
  readonly firstFrame: number
  readonly endFrame: number
  /** How many samples come out, all in all. */
  readonly wanted: number
  private readonly origin: number
  private readonly step: number
  private readonly scale: number
  private readonly reach: number
  private given = 0
  private held = new Float32Array(0)
  private heldFrom: number

  constructor(clip: Clip) {
    this.wanted = sampleCount(clip.startMs, clip.endMs, clip.sampleRate)
    this.step = clip.sourceRate / clip.sampleRate
    const origin = (clip.startMs / 1000) * clip.sourceRate
    this.origin = this.step === 1 ? Math.round(origin) : origin
    this.scale = Math.min(1, 1 / this.step)
    this.reach = this.step === 1 ? 0 : Math.ceil(crossings / this.scale)
    this.firstFrame = Math.max(0, Math.floor(this.origin) - this.reach)
    this.endFrame = Math.ceil(this.origin + this.wanted * this.step) + this.reach + 1
    this.heldFrom = this.firstFrame
  }

  get done(): boolean {
    return this.given >= this.wanted
  }

  /** `frame` is the number of the first of `samples`; a hole before it is silence, what came already is left out. */
  push(frame: number, samples: Float32Array): Float32Array {
    const heldEnd = this.heldFrom + this.held.length
    const skip = Math.max(0, heldEnd - frame)
    if (skip >= samples.length) return new Float32Array(0)
    const fresh = samples.subarray(skip)
    const at = frame + skip - this.heldFrom
    const joined = new Float32Array(at + fresh.length)
    joined.set(this.held)
    joined.set(fresh, at)
    this.held = joined
    return this.give(this.heldFrom + joined.length)
  }

  /** The samples that are left, with silence for what the recording no longer has. */
  finish(): Float32Array {
    return this.give(Number.POSITIVE_INFINITY)
  }

  private give(knownUntil: number): Float32Array {
    const last = Math.floor((knownUntil - 1 - this.reach - this.origin) / this.step)
    const until = Math.min(this.wanted, Math.max(this.given, last + 1))
    const made = new Float32Array(until - this.given)
    for (let index = 0; index < made.length; index += 1) {
      made[index] = this.valueAt(this.origin + (this.given + index) * this.step)
    }
    this.given = until
    this.forget()
    return made
  }

  private valueAt(position: number): number {
    if (this.step === 1) return this.held[position - this.heldFrom] ?? 0
    const from = Math.ceil(position - this.reach)
    const until = Math.floor(position + this.reach)
    let sum = 0
    for (let frame = from; frame <= until; frame += 1) {
      const sample = this.held[frame - this.heldFrom]
      if (sample === undefined || sample === 0) continue
      const place = Math.abs(frame - position) * this.scale * steps
      const cell = Math.floor(place)
      const near = kernel[cell] ?? 0
      sum += sample * (near + ((kernel[cell + 1] ?? 0) - near) * (place - cell))
    }
    return sum * this.scale
  }

  private forget(): void {
    const needed = Math.floor(this.origin + this.given * this.step) - this.reach
    const drop = Math.min(this.held.length, Math.max(0, needed - this.heldFrom))
    if (drop === 0) return
    this.held = this.held.slice(drop)
    this.heldFrom += drop
  }
}
