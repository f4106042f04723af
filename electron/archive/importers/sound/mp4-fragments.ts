// MP4 that was written while it was recorded: its sound lies in fragments, each with tables of its own.
import { bytesAt, type Bytes } from './bytes.ts'
import { boxesIn, inside, type Box } from './mp4-boxes.ts'
import type { RandomAccess } from './index.ts'

const mostFragment = 1024 * 1024
/** Nobody records a fragment with more frames. */
const mostSamples = 1_000_000

/** The time of the track's samples in all fragments, in its own units. */
export async function fragmentTime(
  access: RandomAccess,
  fragments: readonly { readonly at: number; readonly length: number }[],
  moov: Bytes,
  track: Box,
): Promise<number> {
  const header = inside(moov, track, ['tkhd'])
  if (header === null) return 0
  const number = moov.view.getUint32(header.start + (moov.bytes[header.start] === 1 ? 20 : 12))
  const extend = boxesIn(moov, 0, moov.bytes.length).find(({ name }) => name === 'mvex')
  const defaults = extend === undefined ? [] : boxesIn(moov, extend.start, extend.end)
  const own = defaults.find(
    ({ name, start, end }) => name === 'trex' && end - start >= 16 && moov.view.getUint32(start + 4) === number,
  )
  const usual = own === undefined ? 0 : moov.view.getUint32(own.start + 12)
  let time = 0
  for (const { at, length } of fragments) {
    const bytes = await bytesAt(access, at, Math.min(length, mostFragment))
    for (const part of boxesIn(bytes, 0, bytes.bytes.length))
      if (part.name === 'traf') time += partTime(bytes, part, number, usual)
  }
  return time
}

function partTime(bytes: Bytes, part: Box, number: number, usual: number): number {
  const boxes = boxesIn(bytes, part.start, part.end)
  const header = boxes.find(({ name }) => name === 'tfhd')
  const { view } = bytes
  if (header === undefined || header.end - header.start < 8 || view.getUint32(header.start + 4) !== number) return 0
  const flags = view.getUint32(header.start)
  const before = 8 + ((flags & 1) === 0 ? 0 : 8) + ((flags & 2) === 0 ? 0 : 4)
  const hasOwn = (flags & 8) !== 0 && header.start + before + 4 <= header.end
  const each = hasOwn ? view.getUint32(header.start + before) : usual
  return boxes.reduce((sum, box) => (box.name === 'trun' ? sum + runTime(bytes, box, each) : sum), 0)
}

function runTime({ view }: Bytes, { start, end }: Box, each: number): number {
  if (end - start < 8) return 0
  const flags = view.getUint32(start)
  const samples = Math.min(view.getUint32(start + 4), mostSamples)
  if ((flags & 0x100) === 0) return samples * each
  const width = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length
  let at = start + 8 + ((flags & 1) === 0 ? 0 : 4) + ((flags & 4) === 0 ? 0 : 4)
  let time = 0
  for (let sample = 0; sample < samples && at + 4 <= end; sample++, at += width) time += view.getUint32(at)
  return time
}
