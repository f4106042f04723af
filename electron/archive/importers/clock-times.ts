// Times as people write them in transcripts: 12:03, 1:12:03, 00:12:03.500, 00:12:03,5 and, with frames, 00:12:03:14.

/** For use inside other expressions; no groups. */
export const clockPattern = String.raw`(?:\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3}|[:;]\d{2})?|\d{1,3}:[0-5]\d(?:[.,]\d{1,3})?)`

// NOTE: a transcript does not say its frame rate. 25 is the most common (PAL); a frame of 25 or above tells that it is 30.
export const usualFrameRate = 25
export const higherFrameRate = 30

/** Milliseconds, or null where it is no time. */
export function readClock(text: string, frameRate: number): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3})|[:;](\d{2}))?$/.exec(text.trim())
  if (match === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '', frames = '0'] = match
  const whole = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
  return whole + Number(fraction.padEnd(3, '0')) + Math.round((Number(frames) * 1000) / frameRate)
}

export function frameRateOf(times: readonly string[]): number {
  return times.some((time) => Number(/[:;]\d\d[:;]\d\d[:;](\d\d)$/.exec(time)?.[1] ?? 0) >= usualFrameRate)
    ? higherFrameRate
    : usualFrameRate
}
