// Loudness evened: one gain for each stretch that is heard, worked out from that stretch alone and from nothing that was
// taken out beside it.
import { evenGain, LoudnessMeter } from '../../../../shared/domain/sound/loudness.ts'
import type { Run } from './runs.ts'

export type Samples = AsyncIterable<Int16Array>

/** Hands each piece on as parts that lie in one run. */
export async function* alongRuns(
  runs: readonly Run[],
  pieces: Samples,
): AsyncGenerator<{ run: Run; at: number; samples: Int16Array }> {
  let at = 0
  let index = 0
  for await (const piece of pieces) {
    for (let taken = 0; taken < piece.length;) {
      const run = runs[index]
      if (run === undefined) return
      const samples = piece.subarray(taken, taken + run.until - at)
      yield { run, at, samples }
      taken += samples.length
      at += samples.length
      if (at >= run.until) index += 1
    }
  }
}

/** The gain of each run that sounds. */
export async function gainsOf(
  runs: readonly Run[],
  pieces: Samples,
  sampleRate: number,
): Promise<ReadonlyMap<Run, number>> {
  const gains = new Map<Run, number>()
  let meter = new LoudnessMeter(sampleRate)
  for await (const { run, at, samples } of alongRuns(runs, pieces)) {
    if (!run.sounds) continue
    meter.take(samples)
    if (at + samples.length < run.until) continue
    gains.set(run, evenGain(meter.done()))
    meter = new LoudnessMeter(sampleRate)
  }
  return gains
}

export async function* evened(
  runs: readonly Run[],
  gains: ReadonlyMap<Run, number>,
  pieces: Samples,
): AsyncGenerator<Int16Array> {
  for await (const { run, samples } of alongRuns(runs, pieces)) {
    const gain = gains.get(run) ?? 1
    yield gain === 1
      ? samples
      : Int16Array.from(samples, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * gain))))
  }
}
