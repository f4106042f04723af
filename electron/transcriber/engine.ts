// whisper.cpp as it is packed for this platform, and the little of it that is used.
import { createRequire } from 'node:module'

interface Result {
  readonly result: string
  readonly segments: readonly { readonly text: string; readonly t0: number; readonly t1: number }[]
}

interface Context {
  transcribeData(
    samples: ArrayBuffer,
    options: Readonly<Record<string, unknown>>,
  ): { readonly promise: Promise<Result> }
}

interface Native {
  readonly WhisperContext: new (options: { readonly filePath: string; readonly useGpu: boolean }) => Context
}

/** Times in milliseconds from the first sample. `whole` is everything that was said, in one. */
export interface Heard {
  readonly whole: string
  readonly pieces: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[]
}

export interface Engine {
  hear(samples: Uint8Array, language: string): Promise<Heard>
}

/** Less than this the engine takes for nothing at all; silence is added. */
const fewestSamples = 17_600

/** Throws where the engine of this platform is not there, or cannot be loaded. */
export function loadNative(): Native {
  return createRequire(import.meta.url)(`@fugood/node-whisper-${process.platform}-${process.arch}`) as Native
}

/** NOTE: reads the whole model before it comes back. Throws where the engine does not take it. */
export function openEngine(native: Native, model: string, threads: number): Engine {
  // NOTE: no graphics card: their drivers keep caches of their own on the disk.
  const context = new native.WhisperContext({ filePath: model, useGpu: false })
  return {
    async hear(samples, language) {
      const room = new Uint8Array(Math.max(samples.length, fewestSamples * 2))
      room.set(samples)
      const { promise } = context.transcribeData(room.buffer, {
        language,
        maxThreads: threads,
        // What it wrote before is not told to it: a slip would otherwise go on and on.
        maxContext: 0,
        tokenTimestamps: true,
        maxLen: 1,
      })
      const { result, segments } = await promise
      return {
        whole: result,
        pieces: segments.map(({ text, t0, t1 }) => ({ text, startMs: t0, endMs: t1 })),
      }
    },
  }
}
