// Which samples a rendered sound is made of: clips one after another, with what is silent in each, and pauses between.
import type { Clip, RedactedExcerpt } from './excerpt.ts'
import type { Stretch } from './silences.ts'

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

/** A silence in samples from the clip's start. NOTE: it fades only inside the clip; where the clip's border cuts it off the word may go on. */
function silentSamples(clip: Clip, { startMs, endMs }: Stretch, sampleRate: number) {
  const start = sampleCount(clip.startMs, startMs, sampleRate)
  const end = sampleCount(clip.startMs, endMs, sampleRate)
  return { start, end, fadesIn: start > 0, fadesOut: endMs < clip.endMs }
}

/**
 * Replaces what lies inside the silences of a clip, in place, fading over the first and last `fadeSamples` of each.
 *
 * @param samples signed 16-bit, one channel; the piece of the clip that begins `from` samples after the clip's start
 */
export function silence(samples: Int16Array, from: number, clip: Clip, sampleRate: number, fadeSamples: number): void {
  for (const stretch of clip.silences) {
    const { start, end, fadesIn, fadesOut } = silentSamples(clip, stretch, sampleRate)
    for (let at = Math.max(start, from); at < Math.min(end, from + samples.length); at += 1) {
      const fromEdge = Math.min(fadesIn ? at - start : Infinity, fadesOut ? end - 1 - at : Infinity)
      const factor = fromEdge < fadeSamples ? 1 - (fromEdge + 1) / (fadeSamples + 1) : 0
      samples[at - from] = Math.round((samples[at - from] ?? 0) * factor)
    }
  }
}

/** The parts of a clip that must be zero after rendering, in samples from the clip's start: silences without their fades. */
export function mustBeZero(clip: Clip, sampleRate: number, fadeSamples: number): { start: number; end: number }[] {
  return clip.silences
    .map((stretch) => {
      const { start, end, fadesIn, fadesOut } = silentSamples(clip, stretch, sampleRate)
      return { start: fadesIn ? start + fadeSamples : start, end: fadesOut ? end - fadeSamples : end }
    })
    .filter(({ start, end }) => end > start)
}
