// A sound that a fake microphone plays, in which every place is like no other; and where a stretch of something is in it.
import { writeFileSync } from 'node:fs'
import { wavHead } from '../../electron/archive/exporters/wav.ts'

export const sampleRate = 48_000
/** Between two of its own samples lie straight lines, so that it is still alike when it is thinned. */
const step = 6

/** Noise of a loudness like speech; the same `seed` gives the same. */
export function knownSound(seconds: number, seed = 7): Int16Array {
  const samples = new Int16Array(seconds * sampleRate)
  let state = seed | 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return ((state >>> 0) / 2 ** 32 - 0.5) * 20_000
  }
  let [before, after] = [next(), next()]
  for (let at = 0; at < samples.length; at += 1) {
    const within = at % step
    if (within === 0) [before, after] = [after, next()]
    samples[at] = Math.round(before + ((after - before) * within) / step)
  }
  return samples
}

export function writeSound(file: string, samples: Int16Array): void {
  writeFileSync(file, Buffer.concat([wavHead(samples.length, sampleRate), new Uint8Array(samples.buffer)]))
}

/** How alike (-1 to 1) `part` and the stretch of `whole` at `from` are. */
export function likeness(whole: Int16Array, part: Int16Array, from: number, stride = 1): number {
  let [together, one, other] = [0, 0, 0]
  for (let at = 0; at < part.length; at += stride) {
    const [a, b] = [whole[from + at] ?? 0, part[at] ?? 0]
    together += a * b
    one += a * a
    other += b * b
  }
  return one === 0 || other === 0 ? 0 : together / Math.sqrt(one * other)
}

export interface Found {
  readonly at: number
  readonly likeness: number
}

/** Before it plays its file a microphone gives a moment of nothing. */
const mostBefore = 4_800

/** Where `part` is most like `whole`, from `from` to `to`, in samples; looked for coarsely first. May begin before it. */
export function findIn(
  whole: Int16Array,
  part: Int16Array,
  from = -mostBefore,
  to = whole.length - part.length,
): Found {
  const skipped = Math.floor(part.length / 2)
  const short = part.subarray(skipped, skipped + 900)
  let best: Found = { at: from, likeness: -1 }
  for (let at = from; at <= to; at += 3) {
    const alike = likeness(whole, short, at + skipped, 4)
    if (alike > best.likeness) best = { at, likeness: alike }
  }
  let exact: Found = { at: best.at, likeness: -1 }
  for (let at = best.at - 6; at <= best.at + 6; at += 1) {
    const alike = likeness(whole, part, at)
    if (alike > exact.likeness) exact = { at, likeness: alike }
  }
  return exact
}
