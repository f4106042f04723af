// A moment or a length of the sound as it is said aloud: "12 minutes 41 seconds".
import type { Say } from '../../words/say.tsx'

/** Whole seconds, or tenths of them with `exact`. */
export function spokenTime(say: Say, ms: number, exact = false): string {
  const tenths = exact ? Math.round(ms / 100) : Math.floor(ms / 1000) * 10
  const [hours, minutes, seconds] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60, (tenths % 600) / 10]
  const parts = [
    ...(hours > 0 ? [say('story.spoken.hours', { count: hours })] : []),
    ...(minutes > 0 ? [say('story.spoken.minutes', { count: minutes })] : []),
    ...(seconds > 0 || (hours === 0 && minutes === 0) ? [say('story.spoken.seconds', { count: seconds })] : []),
  ]
  return parts.join(' ')
}
