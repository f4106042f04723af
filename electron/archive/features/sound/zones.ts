// What each byte of a rendered sound must be, worked out from the plan for the check alone.
import type { PlannedClip } from '../../../../shared/domain/sound/sound-plan.ts'

export interface SoundToCheck {
  readonly sampleRate: number
  readonly clips: readonly PlannedClip[]
}

/** `heard`: as it came; `edge`: as it came or quieter; `silent`: nothing; `pause`: nothing, and nothing came for it. */
export type ZoneKind = 'heard' | 'edge' | 'silent' | 'pause'

export interface Zone {
  readonly kind: ZoneKind
  /** Bytes; two are a sample. */
  readonly length: number
}

// NOTE: said again and counted again here: what the rendering has wrong must not be wrong in its check as well.
const edgeMs = 10
const bytesPerSample = 2

/** The zones of the whole sound, one after another from the first sample on. */
export function zonesOf({ sampleRate, clips }: SoundToCheck): Zone[] {
  const zones: Zone[] = []
  const samplesIn = (ms: number) => (ms * sampleRate) / 1000
  const edge = Math.floor(samplesIn(edgeMs))
  const add = (kind: ZoneKind, samples: number) => {
    if (samples > 0) zones.push({ kind, length: samples * bytesPerSample })
  }
  for (const { clip, pauseBeforeMs } of clips) {
    add('pause', Math.round(samplesIn(pauseBeforeMs)))
    const end = Math.round(samplesIn(clip.endMs - clip.startMs))
    const silent = clip.silences
      .map(({ startMs, endMs }) => ({
        from: Math.min(end, Math.max(0, Math.floor(samplesIn(startMs - clip.startMs)))),
        until: Math.min(end, Math.max(0, Math.ceil(samplesIn(endMs - clip.startMs)))),
      }))
      .filter(({ from, until }) => until > from)
      .sort((a, b) => a.from - b.from)
    let at = 0
    /** How many samples from `at` on lie beside the silence that ends there. */
    let beside = 0
    for (const { from, until } of silent) {
      if (from > at) {
        const after = Math.min(beside, from - at)
        const before = Math.min(edge, from - at - after)
        add('edge', after)
        add('heard', from - at - after - before)
        add('edge', before)
      }
      add('silent', until - Math.max(at, from))
      at = Math.max(at, until)
      beside = edge
    }
    const after = Math.min(beside, end - at)
    add('edge', after)
    add('heard', end - at - after)
  }
  return zones
}

/** Goes along zones with bytes that come in pieces of any size. */
export class AlongZones {
  readonly #zones: readonly Zone[]
  #zone = 0
  #within = 0

  constructor(zones: readonly Zone[]) {
    this.#zones = zones
  }

  get atEnd(): boolean {
    return this.#zone === this.#zones.length
  }

  /** Tells of every part of it in which zone it is; false where more comes than there are zones for. */
  take(bytes: Uint8Array, tell: (kind: ZoneKind, part: Uint8Array) => void): boolean {
    for (let at = 0; at < bytes.length;) {
      const zone = this.#zones[this.#zone]
      if (zone === undefined) return false
      const part = bytes.subarray(at, at + zone.length - this.#within)
      tell(zone.kind, part)
      at += part.length
      this.#within += part.length
      if (this.#within < zone.length) continue
      this.#zone += 1
      this.#within = 0
    }
    return true
  }
}
