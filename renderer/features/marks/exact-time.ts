// A time in the sound to the tenth of a second, as short words need it.
import type { Say } from '../../words/say.tsx'

/** 0:05.6 from milliseconds, where `say.time` gives 0:05. */
export function exactTime(say: Say, ms: number): string {
  const tenths = Math.round(ms / 100)
  return `${say.time(Math.floor(tenths / 10) * 1000)}.${tenths % 10}`
}
