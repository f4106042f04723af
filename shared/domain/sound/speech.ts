// Where somebody seems to speak: what is louder than everything around it. Silence and steady noise are cut out before a
// machine listens, because it invents words there.

/** Frames of 20 ms: about as long as a speech sound holds still. */
const frameMs = 20
/** So far around it a frame is compared: longer than any breath between words, shorter than a fan takes to be noticed. */
const aroundFrames = 4_000 / frameMs
/** What of a stretch of steady noise lies above its own quiet tenth; speech lies far above. */
const aboveDb = 6
/** Quieter than this is silence whatever lies around it, in dB of the loudest that there can be. */
const silentDb = -62
/** Shorter sounds are a click or a knock. */
const shortestFrames = 100 / frameMs
/** Pauses within what somebody says; two stretches nearer than this are one. */
const pauseFrames = 700 / frameMs
/** Soft beginnings and endings of words. */
const marginFrames = 240 / frameMs
/** As much as a machine is given at once; what goes on for longer is cut where it is quietest in its last three seconds. */
const longestFrames = 25_000 / frameMs
const cutFrames = 3_000 / frameMs

/** Samples are counted from the first that was pushed; `end` is not included. */
export interface SpokenStretch {
  readonly start: number
  readonly end: number
}

function loudness(samples: Int16Array): number {
  // NOTE: differences, so that what is slow (a hum, wind, an offset) counts little beside a voice.
  let sum = 0
  for (let at = 1; at < samples.length; at += 1) {
    const change = ((samples[at] ?? 0) - 0.95 * (samples[at - 1] ?? 0)) / 32_768
    sum += change * change
  }
  return 10 * Math.log10(sum / Math.max(1, samples.length - 1) + 1e-12)
}

/** The level under which a tenth of the frames lie. */
function quietTenth(levels: readonly number[]): number {
  const sorted = levels.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 10)] ?? Number.NEGATIVE_INFINITY
}

/** Takes signed 16-bit samples of one channel, piece by piece; holds a few seconds of levels, never of sound. */
export class SpeechFinder {
  readonly #frame: number
  #rest = new Int16Array(0)
  /** Levels of frames from `#firstLevel` on. */
  #levels: number[] = []
  #firstLevel = 0
  #judged = 0
  #pushed = 0
  #open: { start: number; last: number; loud: number } | null = null

  constructor(sampleRate: number) {
    this.#frame = Math.round((sampleRate * frameMs) / 1000)
  }

  /** The stretches that are known to have ended. */
  push(samples: Int16Array): SpokenStretch[] {
    this.#pushed += samples.length
    const joined = new Int16Array(this.#rest.length + samples.length)
    joined.set(this.#rest)
    joined.set(samples, this.#rest.length)
    let at = 0
    for (; at + this.#frame <= joined.length; at += this.#frame)
      this.#levels.push(loudness(joined.subarray(at, at + this.#frame)))
    this.#rest = joined.slice(at)
    return this.#judge(this.#firstLevel + this.#levels.length - aroundFrames)
  }

  /** Whatever is left. */
  finish(): SpokenStretch[] {
    const found = this.#judge(this.#firstLevel + this.#levels.length)
    const last = this.#end()
    return last === null ? found : [...found, last]
  }

  /** Sound before this sample is in no stretch that is still to come. */
  get settledUntil(): number {
    const from = this.#open === null ? this.#judged - shortestFrames : this.#open.start
    return Math.max(0, from - marginFrames) * this.#frame
  }

  #judge(until: number): SpokenStretch[] {
    const found: SpokenStretch[] = []
    for (; this.#judged < until; this.#judged += 1) {
      const place = this.#judged - this.#firstLevel
      const level = this.#levels[place] ?? Number.NEGATIVE_INFINITY
      const open = this.#open
      if (open !== null && this.#judged - open.start >= longestFrames) found.push(this.#cut(open.start))
      if (level > silentDb && level > this.#noiseAt(place) + aboveDb) this.#loud()
      else if (this.#open !== null && this.#judged - this.#open.last > pauseFrames) {
        const ended = this.#end()
        if (ended !== null) found.push(ended)
      }
    }
    const spare = this.#judged - aroundFrames - this.#firstLevel
    if (spare > aroundFrames) {
      this.#levels = this.#levels.slice(spare)
      this.#firstLevel += spare
    }
    return found
  }

  /** NOTE: the louder side counts, so that noise that begins or ends is noise from its first moment to its last. */
  #noiseAt(place: number): number {
    const before = this.#levels.slice(Math.max(0, place - aroundFrames), place + 1)
    const after = this.#levels.slice(place, place + aroundFrames)
    const enough = 500 / frameMs
    if (before.length < enough) return quietTenth(after)
    if (after.length < enough) return quietTenth(before)
    return Math.max(quietTenth(before), quietTenth(after))
  }

  #loud(): void {
    if (this.#open === null) this.#open = { start: this.#judged, last: this.#judged, loud: 1 }
    else {
      this.#open.last = this.#judged
      this.#open.loud += 1
    }
  }

  #cut(from: number): SpokenStretch {
    const place = this.#judged - this.#firstLevel
    const last = this.#levels.slice(place - cutFrames, place)
    const cut = this.#judged - cutFrames + last.indexOf(Math.min(...last))
    this.#open = { start: cut + marginFrames, last: this.#judged, loud: this.#judged - cut }
    return { start: Math.max(0, from - marginFrames) * this.#frame, end: cut * this.#frame }
  }

  #end(): SpokenStretch | null {
    const open = this.#open
    this.#open = null
    if (open === null || open.loud < shortestFrames) return null
    return {
      start: Math.max(0, open.start - marginFrames) * this.#frame,
      end: Math.min(this.#pushed, (open.last + 1 + marginFrames) * this.#frame),
    }
  }
}
