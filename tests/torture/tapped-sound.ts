// What a page's microphone really gave, told to the test block by block from inside the page, beside what the program does
// with it; and how that lies in what was kept.

/** Samples of one block, as the page's worker hands them over. */
export const blockFrames = 960
export const blockMs = 20

/** A number for the 16-bit samples of a block: two blocks of noise never have the same. */
export function markOf(samples: Int16Array): number {
  let mark = 0x811c_9dc5
  for (const sample of samples) mark = Math.imul(mark ^ (sample & 0xff_ff), 0x0100_0193)
  return mark >>> 0
}

/** Each whole block of 16-bit samples of one channel. */
export function marksOf(pcm: Buffer): number[] {
  const samples = new Int16Array(Math.floor(pcm.length / 2))
  for (let at = 0; at < samples.length; at += 1) samples[at] = pcm.readInt16LE(at * 2)
  return Array.from({ length: Math.floor(samples.length / blockFrames) }, (_, at) =>
    markOf(samples.subarray(at * blockFrames, (at + 1) * blockFrames)),
  )
}

/** Runs in the page before anything of it: the blocks that its microphone gave are told by their marks, ten times a second. */
export function tapMicrophone(): void {
  const tell = (from: number, marks: number[]): void =>
    (Reflect.get(globalThis, 'blocksHeard') as (from: number, marks: number[]) => void)(from, marks)
  let told = 0
  const Real = Worker
  globalThis.Worker = class extends Real {
    constructor(...given: ConstructorParameters<typeof Real>) {
      super(...given)
      let marks: number[] = []
      setInterval(() => {
        if (marks.length > 0) tell(told, marks)
        told += marks.length
        marks = []
      }, 100)
      this.addEventListener('message', ({ data }: MessageEvent<Float32Array[] | number>) => {
        if (typeof data === 'number') return
        let mark = 0x811c_9dc5
        for (const sample of data[0] ?? [])
          mark = Math.imul(
            mark ^ (Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))) & 0xff_ff),
            0x0100_0193,
          )
        marks.push(mark >>> 0)
      })
    }
  }
}

export interface Run {
  /** Which of the blocks that were heard is the first that was kept. */
  readonly from: number
  readonly length: number
}

/** A page that dies has heard more than it had time to tell: a few blocks. */
const mostUntold = 15

/** A microphone that opens gives a moment of nothing, which is alike in every window: fewer blocks are no second. */
const fewestKept = 5

/**
 * Finds the blocks of each window, in their order, in what was kept: one unbroken run of each. Gives null where something
 * stands there that nobody heard, or where blocks are missing in the midst.
 */
export function runsIn(kept: readonly number[], windows: readonly (readonly number[])[]): Run[] | null {
  let at = 0
  const runs: Run[] = []
  for (const [of, heard] of windows.entries()) {
    let best: Run = { from: 0, length: 0 }
    for (let from = heard.indexOf(kept[at] ?? -1); from !== -1; from = heard.indexOf(kept[at] ?? -1, from + 1)) {
      let length = 0
      while (at + length < kept.length && heard[from + length] === kept[at + length]) length += 1
      if (length > best.length) best = { from, length }
    }
    const next = windows[of + 1]
    if (next !== undefined && best.length < fewestKept) best = { from: 0, length: 0 }
    at += best.length
    for (let untold = 0; next !== undefined && untold < mostUntold && at < kept.length; untold += 1) {
      if (next.includes(kept[at] ?? -1)) break
      // NOTE: of the one that died; it can only be what comes right after the last that it told.
      if (best.from + best.length === heard.length + untold) best = { ...best, length: best.length + 1 }
      else break
      at += 1
    }
    runs[of] = best
  }
  return at === kept.length ? runs : null
}
