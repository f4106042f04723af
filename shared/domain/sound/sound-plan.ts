// Which samples a rendered sound is made of: clips one after another, with what is silent in each, and pauses between.
import type { Clip, RedactedExcerpt } from '../excerpts/excerpt.ts'
import { merged } from './silences.ts'

/** A fixed pause where something of the story lies between two clips. It tells nothing of how much. */
export const pauseMs = 500

export interface PlannedClip {
  readonly clip: Clip
  /** Milliseconds in the rendered sound. */
  readonly startMs: number
  readonly endMs: number
  readonly pauseBeforeMs: number
}

/** Where each clip of an excerpt lies in the one sound file that goes out. */
export function timeline(content: RedactedExcerpt): PlannedClip[] {
  let at = 0
  const planned: PlannedClip[] = []
  let pause = false
  for (const passage of content.passages) {
    pause ||= passage.gapBefore
    const clip = passage.clip === null ? undefined : content.sound[passage.clip]
    if (clip === undefined) {
      pause = true
      continue
    }
    const pauseBeforeMs = pause && planned.length > 0 ? pauseMs : 0
    const startMs = at + pauseBeforeMs
    at = startMs + clip.endMs - clip.startMs
    planned.push({ clip, startMs, endMs: at, pauseBeforeMs })
    pause = false
  }
  return planned
}

/** Samples in a stretch of time; the rounding that every side of the rendering must share. */
export function sampleCount(startMs: number, endMs: number, sampleRate: number): number {
  return Math.round(((endMs - startMs) * sampleRate) / 1000)
}

/** Samples from the clip's start, end not included. NOTE: what a silence only touches is silent too. */
function silentSamples({ startMs, endMs, silences }: Clip, sampleRate: number): { start: number; end: number }[] {
  const whole = sampleCount(startMs, endMs, sampleRate)
  return merged(silences)
    .map((stretch) => ({
      start: Math.max(0, Math.floor(((stretch.startMs - startMs) * sampleRate) / 1000)),
      end: Math.min(whole, Math.ceil(((stretch.endMs - startMs) * sampleRate) / 1000)),
    }))
    .filter(({ start, end }) => end > start)
}

/**
 * Replaces what lies inside the silences of a clip, in place: nothing is left of it. What is heard beside one fades over
 * `fadeSamples` towards it, in a straight line, outside of it.
 *
 * @param bytes signed 16-bit little-endian samples, one channel; the piece that begins `from` samples after the clip's start
 */
export function silence(bytes: Uint8Array, from: number, clip: Clip, sampleRate: number, fadeSamples: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const until = from + bytes.length / 2
  const stretches = silentSamples(clip, sampleRate).filter(
    ({ start, end }) => start - fadeSamples < until && end + fadeSamples > from,
  )
  const fade = (at: number, distance: number): void => {
    if (at < from || at >= until) return
    const place = (at - from) * 2
    view.setInt16(place, Math.round((view.getInt16(place, true) * distance) / (fadeSamples + 1)), true)
  }
  for (const { start, end } of stretches) {
    for (let distance = 1; distance <= fadeSamples; distance += 1) {
      fade(start - distance, distance)
      fade(end - 1 + distance, distance)
    }
  }
  // NOTE: last, so that no fade of one silence can reach into another.
  for (const { start, end } of stretches)
    bytes.fill(0, Math.max(0, start - from) * 2, Math.max(0, Math.min(end, until) - from) * 2)
}
