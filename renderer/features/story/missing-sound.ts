// Where sound is missing, in words: "a pause of 2 minutes", "the microphone was unplugged".
import type { Say } from '../../words/say.tsx'
import type { Missing } from './drawn-sound.ts'
import { spokenTime } from '../../app/sound/spoken-time.ts'

/** Shorter than this, tenths of a second are said. */
const shortMs = 10_000
/** What is shorter has no length that can be said. */
const leastMs = 50

export function saidMissing(say: Say, { kind, lastedMs }: Missing): string {
  const time = lastedMs === null || lastedMs < leastMs ? 'none' : spokenTime(say, lastedMs, lastedMs < shortMs)
  return say(`story.missing.${kind}`, { time })
}

/** Those that lie less than half a step from a moment, so that whoever goes by keys does not go past them. */
export const missingAt = (gaps: readonly Missing[], ms: number, stepMs: number): readonly Missing[] =>
  gaps.filter(({ atMs }) => Math.abs(atMs - ms) <= stepMs / 2)
