// Where each decoded piece of sound lies, in frames from the recording's start.

/** Containers round times (WebM to the millisecond); pieces nearer than this to the one before are taken as its next. */
const jitterSeconds = 0.005

/**
 * Gives the number of a piece's first frame: right after the piece before it when its time says about that,
 * else where its time puts it, so that a hole in the recording stays a hole and nothing drifts.
 */
export function frameClock(sampleRate: number): (timestampSeconds: number, frames: number) => number {
  let next: number | null = null
  return (timestampSeconds, frames) => {
    const said = Math.round(timestampSeconds * sampleRate)
    const first: number = next !== null && Math.abs(said - next) <= jitterSeconds * sampleRate ? next : said
    next = first + frames
    return first
  }
}
