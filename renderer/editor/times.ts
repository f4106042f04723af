// Where words are in the sound, when passages are divided, joined and written in. Milliseconds; UTF-16 offsets.
import type { WordTime } from '../../shared/domain/story.ts'
import type { PassageAttributes } from './schema.ts'
import type { PassageTimes } from './types.ts'

const noWords: readonly WordTime[] = []
const partOfWord = /[\p{L}\p{M}\p{N}]/u

/** The sound at an offset: between the words on both sides when they are timed, else by its share of the characters. */
export function timeAt(passage: PassageAttributes, length: number, offset: number): number | null {
  const before = passage.wordTimes.findLast(({ end }) => end <= offset)
  const after = passage.wordTimes.find(({ start }) => start >= offset)
  const across = passage.wordTimes.find(({ start, end }) => start < offset && end > offset)
  if (across !== undefined) {
    const share = (offset - across.start) / (across.end - across.start)
    return Math.round(across.startMs + share * (across.endMs - across.startMs))
  }
  if (before !== undefined && after !== undefined) return after.startMs
  const { startMs, endMs } = passage
  if (startMs === null || endMs === null || length === 0) return null
  return Math.round(startMs + (offset / length) * (endMs - startMs))
}

/** The times of both halves. A half without letters or without length has none. */
export function splitTimes(
  passage: PassageAttributes,
  length: number,
  offset: number,
): { readonly first: PassageTimes; readonly second: PassageTimes } {
  const { recording, startMs, endMs } = passage
  const none = { recording, startMs: null, endMs: null }
  if (startMs === null) return { first: { recording, startMs, endMs }, second: none }
  if (offset >= length) return { first: { recording, startMs, endMs }, second: none }
  if (offset <= 0) return { first: none, second: { recording, startMs, endMs } }
  const at = timeAt(passage, length, offset)
  if (at === null || at <= startMs || (endMs !== null && at >= endMs))
    return { first: { recording, startMs, endMs }, second: none }
  const before = passage.wordTimes.findLast(({ end }) => end <= offset)?.endMs ?? at
  const end = before > startMs && before <= at ? before : at
  return { first: { recording, startMs, endMs: end }, second: { recording, startMs: at, endMs } }
}

/** From the start of the first to the end of the second when both are in one recording; else the first's alone. */
export function joinedTimes(first: PassageTimes, second: PassageTimes): PassageTimes {
  const { recording, startMs, endMs } = first
  if (recording !== second.recording || startMs === null || second.endMs === null) return { recording, startMs, endMs }
  return { recording, startMs, endMs: Math.max(second.endMs, endMs ?? startMs) }
}

/** Words that lie inside the times, in their order. */
export function wordsWithin(words: readonly WordTime[], { startMs, endMs }: PassageTimes): readonly WordTime[] {
  if (words.length === 0 || startMs === null) return noWords
  const within = words.filter((word) => word.startMs >= startMs && (endMs === null || word.endMs <= endMs))
  return within.length === words.length ? words : within
}

/** Whether the word at `from` in `text` is still the whole word that it was, with no letter put to either side. */
export function isWholeWord(before: string, start: number, end: number, text: string, from: number): boolean {
  const to = from + (end - start)
  if (text.slice(from, to) !== before.slice(start, end)) return false
  return sameEdge(before[start - 1], text[from - 1]) && sameEdge(before[end], text[to])
}

function sameEdge(before: string | undefined, after: string | undefined): boolean {
  return before === after || after === undefined || !partOfWord.test(after)
}

export function sameWords(one: readonly WordTime[], other: readonly WordTime[]): boolean {
  if (one === other) return true
  if (one.length !== other.length) return false
  return one.every((word, nth) => {
    const there = other[nth]
    return (
      there !== undefined &&
      word.start === there.start &&
      word.end === there.end &&
      word.startMs === there.startMs &&
      word.endMs === there.endMs
    )
  })
}
