// What the archive process and the transcriber say to each other. The transcriber has no key, no archive and no name of
// anybody: a model's path goes in, then sound; words come out.
import { z } from 'zod'

export type ToTranscriber =
  /** First, and once. It ends itself where it takes more than `mostBytes` of memory. */
  | { readonly kind: 'load'; readonly model: string; readonly mostBytes: number; readonly threads: number }
  /** `samples`: signed 16-bit, 16 kHz, one channel. `language` as the model calls it. */
  | { readonly kind: 'hear'; readonly number: number; readonly samples: Uint8Array; readonly language: string }

const time = z.number().min(-1e7).max(1e7)

/** Looked at before it is believed: a model is somebody's file. */
export const fromTranscriber = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('heard'),
    number: z.int(),
    whole: z.string().max(100_000),
    pieces: z.array(z.object({ text: z.string().max(10_000), startMs: time, endMs: time })).max(20_000),
  }),
  z.object({ kind: z.literal('failed'), why: z.enum(['engine', 'model', 'memory', 'sound']) }),
])
export type FromTranscriber = z.infer<typeof fromTranscriber>

/** A process of its own, as whoever can start one hands it to the archive. */
export interface TranscriberProcess {
  post(message: ToTranscriber): void
  onMessage(listener: (message: unknown) => void): void
  /** Told once, however it ended. */
  onEnd(listener: () => void): void
  /** At once, whatever it is doing. */
  kill(): void
}

export type StartTranscriber = () => TranscriberProcess
