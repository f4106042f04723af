// Sound that is heard in another order or writing than it is stored in: made of bytes of our own and stretches of the
// stored file, which is never altered.

/** How samples are written otherwise in the stored file: the bytes of each turned round, or eight bits with a sign. */
export interface Rewriting {
  /** Bytes a sample. */
  readonly width: number
  readonly way: 'turned' | 'signed'
}

/** Bytes of our own, or a stretch of the stored file; `rewriting` counts its samples from `from`. */
export type Part =
  | Uint8Array
  | {
      readonly start: number
      readonly end: number
      readonly rewriting?: Rewriting & { readonly from: number }
    }

export interface Heard {
  readonly type: string
  readonly size: number
  /** Which parts bytes `start` to `end` lie in, in order; `end` is not included. */
  parts(start: number, end: number): Part[]
}

function lengthOf(part: Part): number {
  return part instanceof Uint8Array ? part.length : part.end - part.start
}

export function made(type: string, all: readonly Part[]): Heard {
  return {
    type,
    size: all.reduce((sum, part) => sum + lengthOf(part), 0),
    parts(start, end) {
      let before = 0
      return all.flatMap((part): Part[] => {
        const from = Math.max(0, start - before)
        const to = Math.min(lengthOf(part), end - before)
        before += lengthOf(part)
        if (from >= to) return []
        return part instanceof Uint8Array
          ? [part.subarray(from, to)]
          : [{ ...part, start: part.start + from, end: part.start + to }]
      })
    },
  }
}

/** Whole samples are read at a time, so that a stretch may begin and end inside one. */
const mostAtOnce = 240 * 1024

export interface StoredBytes {
  read(start: number, end: number): Promise<Uint8Array>
  stream(start: number, end: number): AsyncIterable<Uint8Array>
}

/** The bytes of these parts, in order, in pieces. */
export async function* readParts(parts: readonly Part[], stored: StoredBytes): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part
    else if (part.rewriting === undefined) yield* stored.stream(part.start, part.end)
    else yield* rewritten(part.start, part.end, part.rewriting, stored)
  }
}

async function* rewritten(
  start: number,
  end: number,
  { width, way, from }: Rewriting & { readonly from: number },
  stored: StoredBytes,
): AsyncGenerator<Uint8Array> {
  const whole = mostAtOnce - (mostAtOnce % width)
  for (let at = start - ((start - from) % width); at < end; at += whole) {
    const until = Math.min(at + whole, end + ((width - ((end - from) % width)) % width))
    const bytes = new Uint8Array(await stored.read(at, until))
    if (way === 'signed')
      for (let place = 0; place < bytes.length; place += 1) bytes[place] = (bytes[place] ?? 0) ^ 0x80
    else
      for (let place = 0; place + width <= bytes.length; place += width) bytes.subarray(place, place + width).reverse()
    yield bytes.subarray(Math.max(0, start - at), Math.min(bytes.length, end - at))
  }
}
