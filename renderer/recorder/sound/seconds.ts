// Gathers blocks of sound into seconds: what is handed on is exactly one second long, but for what is left at a pause.
import { levelOf, loudnessOf, noSound, together, type Level } from './loudness.ts'

/** Of every recording. */
export const sampleRate = 48_000

/** One channel or two, each with as many samples from -1 to 1 as the other. */
export type Block = readonly Float32Array[]

export interface Second {
  readonly frames: number
  readonly bytes: Uint8Array
  readonly level: Level
}

/** What makes seconds of blocks, one after the other. */
export interface Gathering {
  push(block: Block): void
  /** What there is of the last second; resolves when it was handed on. */
  flush(): Promise<void>
  /** Throws away what there is of the last second. */
  forget(): void
  close(): void
}

/** A sample as it is written: rounded, never beyond the ends of the scale. */
export function sixteenBit(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768)))
}

/** Signed 16-bit little-endian samples, channels interleaved. */
export function plainSeconds(channels: number, onSecond: (second: Second) => void): Gathering {
  let view = new DataView(new ArrayBuffer(sampleRate * channels * 2))
  let filled = 0
  let loudness = noSound

  function hand(): void {
    const bytes = new Uint8Array(view.buffer, 0, filled * channels * 2).slice()
    onSecond({ frames: filled, bytes, level: levelOf(loudness) })
    start()
  }
  function start(): void {
    view = new DataView(new ArrayBuffer(sampleRate * channels * 2))
    filled = 0
    loudness = noSound
  }
  return {
    push(block) {
      const length = block[0]?.length ?? 0
      for (let at = 0; at < length;) {
        const taken = Math.min(length - at, sampleRate - filled)
        const part = Array.from({ length: channels }, (_, channel) =>
          channelOf(block, channel).subarray(at, at + taken),
        )
        for (let channel = 0; channel < channels; channel += 1) {
          const samples = part[channel]
          for (let frame = 0; frame < taken; frame += 1)
            view.setInt16(((filled + frame) * channels + channel) * 2, sixteenBit(samples?.[frame] ?? 0), true)
        }
        loudness = together(loudness, loudnessOf(part))
        filled += taken
        at += taken
        if (filled === sampleRate) hand()
      }
    },
    flush() {
      if (filled > 0) hand()
      return Promise.resolve()
    },
    forget: start,
    close: start,
  }
}

/** A microphone with one channel gives it to both. */
export function channelOf(block: Block, channel: number): Float32Array {
  return block[channel] ?? block[0] ?? new Float32Array()
}
