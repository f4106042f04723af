// Says in words how long something will still take, from how far it has come.
import type { Say } from '../../words/say.tsx'
import type { Going } from './batch-state.ts'

/** Below this nothing is guessed: milliseconds. */
const tooEarly = 2_000

/** `now` is in the milliseconds of `performance.now()`. Coarse on purpose: minutes, never a countdown. */
export function timeLeft(say: Say, going: Going, now: number): string {
  const spent = now - going.startedAt
  if (spent < tooEarly || going.share <= 0.005) return say('bringIn.left.counting')
  const minutes = (spent * (1 - going.share)) / going.share / 60_000
  if (minutes < 1) return say('bringIn.left.moment')
  if (minutes < 90) return say('bringIn.left.minutes', { minutes: Math.round(minutes) })
  return say('bringIn.left.hours', { hours: Math.round(minutes / 60) })
}
