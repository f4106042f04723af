// Times of words after somebody has put the words right.
import type { WordTime } from '../story.ts'
import { wordEdits } from '../writing/word-edits.ts'

/**
 * Words that stayed keep their times; those that stand where others stood have the time of all of them together, so that
 * what is taken out of the sound later is never too little. What was added where nothing stood has none.
 */
export function retimed(before: string, times: readonly WordTime[], after: string, language: string): WordTime[] {
  const result: WordTime[] = []
  for (const { same, from, until, newFrom, newUntil } of wordEdits(before, after, language)) {
    if (same) {
      const shift = newFrom - from
      for (const time of times)
        if (time.start >= from && time.end <= until)
          result.push({ ...time, start: time.start + shift, end: time.end + shift })
      continue
    }
    const gone = times.filter(({ start, end }) => start < until && end > from)
    const words = after.slice(newFrom, newUntil)
    const start = newFrom + (words.length - words.trimStart().length)
    const end = newFrom + words.trimEnd().length
    if (gone.length === 0 || end <= start) continue
    const startMs = Math.min(...gone.map((time) => time.startMs))
    const endMs = Math.max(...gone.map((time) => time.endMs))
    result.push({ start, end, startMs, endMs })
  }
  return result
}
