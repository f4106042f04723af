// Plain samples in a container that no browser opens, heard as the WAV that they would be.
import { bytesAt } from './bytes.ts'
import { aiffSamples } from './aiff.ts'
import { auSamples } from './au.ts'
import { cafSamples } from './caf.ts'
import { made, type Heard, type Rewriting } from './heard-parts.ts'
import { w64Samples } from './w64.ts'
import type { RandomAccess } from './index.ts'

/** Where plain samples lie in a file, and what they are. */
export interface Samples {
  readonly start: number
  readonly end: number
  readonly channels: number
  readonly sampleRate: number
  /** Bytes a sample. */
  readonly width: number
  readonly kind: 'integer' | 'float' | 'alaw' | 'ulaw'
  readonly rewriting: Rewriting['way'] | null
}

/** Registered format tags (RFC 2361). */
const tags = { integer: 1, float: 3, alaw: 6, ulaw: 7 } as const
const headLength = 44
/** What the head of a WAV can count. */
const mostBytes = 0xffff_ffff - headLength

const readers: readonly (readonly [
  begins: string,
  at: number,
  samples: (access: RandomAccess) => Promise<Samples | null>,
])[] = [
  ['AIFF', 8, aiffSamples],
  ['AIFC', 8, aiffSamples],
  ['.snd', 0, auSamples],
  ['caff', 0, cafSamples],
  ['riff', 0, w64Samples],
]

/** Null where it is none of these, or holds no plain samples. */
export async function heardAsWav(access: RandomAccess): Promise<Heard | null> {
  const { name } = await bytesAt(access, 0, 16)
  const reader = readers.find(([begins, at]) => name(at, begins.length) === begins)?.[2]
  const samples = (await reader?.(access)) ?? null
  if (samples === null) return null
  const { start, channels, width, rewriting } = samples
  const frame = channels * width
  const end = start + Math.floor((samples.end - start) / frame) * frame
  if (end <= start || end - start > mostBytes) return null
  const stretch = rewriting === null ? {} : { rewriting: { way: rewriting, width, from: start } }
  return made('audio/wav', [headOf(samples, end - start), { start, end, ...stretch }])
}

/** RIFF/WAVE with one `fmt ` and one `data` (Multimedia Programming Interface 1.0). */
function headOf({ channels, sampleRate, width, kind }: Samples, length: number): Uint8Array {
  const head = Buffer.alloc(headLength)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(headLength - 8 + length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(tags[kind], 20)
  head.writeUInt16LE(channels, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * channels * width, 28)
  head.writeUInt16LE(channels * width, 32)
  head.writeUInt16LE(width * 8, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(length, 40)
  return new Uint8Array(head)
}
