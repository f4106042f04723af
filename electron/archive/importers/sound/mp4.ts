// MP4 and QuickTime (ISO 14496-12), read by hand: the first track of sound, and how much of it is in the file. Its tables
// are only ever read as far as they are there, never counted to what they say.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { boxesIn, inside, type Box } from './mp4-boxes.ts'
import { soundOfEntry } from './mp4-entry.ts'
import { fragmentTime } from './mp4-fragments.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

/** Everything that is not sound, of three hours, is some 10 MB. */
const mostMoov = 16 * 1024 * 1024
const mostBoxes = 500_000
const mostEntries = 4_000_000

/** @throws Failure `nothingInside` for a film without sound, `soundUnreadable` where what describes it is not there. */
export async function readMp4(access: RandomAccess): Promise<Described> {
  let moov: Bytes | null = null
  const fragments: { readonly at: number; readonly length: number }[] = []
  let at = 0
  for (let boxes = 0; at + 8 <= access.size && boxes < mostBoxes; boxes++) {
    const head = await bytesAt(access, at, 16)
    const isWide = head.view.getUint32(0) === 1 && head.bytes.length === 16
    const said = isWide ? Number(head.view.getBigUint64(8)) : head.view.getUint32(0)
    const length = said === 0 ? access.size - at : said
    if (length < 8) break
    const start = at + (isWide ? 16 : 8)
    if (head.name(4, 4) === 'moov') moov ??= await bytesAt(access, start, Math.min(at + length - start, mostMoov))
    if (head.name(4, 4) === 'moof') fragments.push({ at: start, length: at + length - start })
    at += length
  }
  if (moov === null) {
    if (await isCutRecording(access)) return described('m4a', withoutIndex, 0, 0, 0, true)
    throw new Failure('soundUnreadable')
  }
  const tracks = boxesIn(moov, 0, moov.bytes.length).filter(({ name }) => name === 'trak')
  const kinds = tracks.map((track) => kindOf(moov, track))
  const track = tracks[kinds.indexOf('soun')]
  const hasPicture = kinds.includes('vide')
  if (track === undefined) throw new Failure(hasPicture ? 'nothingInside' : 'soundUnreadable')
  const sound = soundOfEntry(moov, inside(moov, track, ['mdia', 'minf', 'stbl', 'stsd']))
  const header = inside(moov, track, ['mdia', 'mdhd'])
  if (sound === null || header === null) throw new Failure('soundUnreadable')
  const scale = u32(moov, header.start + (moov.bytes[header.start] === 1 ? 20 : 12))
  const end = at > access.size
  const table = timeInTable(moov, track, sound.frameBytes, end ? access.size : null)
  const inFragments = fragments.length === 0 ? 0 : await fragmentTime(access, fragments, moov, track)
  const seconds = (table.time + inFragments) / scale
  const shown = end ? 0 : shownSeconds(moov, track)
  const isShorter = shown > 0 && shown < seconds
  return described(
    'm4a',
    sound.codec,
    isShorter ? shown : seconds,
    sound.channels,
    sound.rate || scale,
    end || table.isCut,
    hasPicture,
  )
}

/** Of sound whose end is missing and, with it, everything that says what is where. */
export const withoutIndex = 'without-index'

/** A recorder of sound alone writes what it holds at the end: where that is missing, what is there cannot be told apart. */
async function isCutRecording(access: RandomAccess): Promise<boolean> {
  const { name, view, bytes } = await bytesAt(access, 0, 12)
  if (bytes.length < 12 || name(4, 4) !== 'ftyp' || !['M4A ', 'M4B '].includes(name(8, 4))) return false
  let at = view.getUint32(0)
  for (let boxes = 0; boxes < 20 && at >= 8 && at + 8 <= access.size; boxes++) {
    const box = await bytesAt(access, at, 16)
    const isWide = box.view.getUint32(0) === 1 && box.bytes.length === 16
    const said = isWide ? Number(box.view.getBigUint64(8)) : box.view.getUint32(0)
    if (box.name(4, 4) === 'mdat') return said === 0 || at + said >= access.size
    if (said < 8) return false
    at += said
  }
  return false
}

function u32({ bytes, view }: Bytes, at: number): number {
  return at >= 0 && at + 4 <= bytes.length ? view.getUint32(at) : 0
}

function kindOf(moov: Bytes, track: Box): string {
  const handler = inside(moov, track, ['mdia', 'hdlr'])
  return handler === null ? '' : moov.name(handler.start + 8, 4)
}

/** What an edit list shows of it, in seconds; 0 where it has none. */
function shownSeconds(moov: Bytes, track: Box): number {
  const list = inside(moov, track, ['edts', 'elst'])
  const header = boxesIn(moov, 0, moov.bytes.length).find(({ name }) => name === 'mvhd')
  if (list === null || header === undefined || moov.bytes[list.start] !== 0) return 0
  const scale = u32(moov, header.start + (moov.bytes[header.start] === 1 ? 20 : 12))
  const { count, at } = entriesOf(moov, list, 12)
  let units = 0
  for (let entry = 0; entry < count; entry++) units += u32(moov, at + 12 * entry)
  return scale === 0 ? 0 : units / scale
}

function entriesOf(moov: Bytes, box: Box | null, width: number): { count: number; at: number } {
  if (box === null) return { count: 0, at: 0 }
  const there = Math.max(0, Math.floor((box.end - box.start - 8) / width))
  return { count: Math.min(u32(moov, box.start + 4), there, mostEntries), at: box.start + 8 }
}

/** The time of all samples, or of those that are whole before `until` where the file ends too early. */
function timeInTable(moov: Bytes, track: Box, frameBytes: number, until: number | null) {
  const table = (name: string): Box | null => inside(moov, track, ['mdia', 'minf', 'stbl', name])
  const times = entriesOf(moov, table('stts'), 8)
  let left = until === null ? Number.POSITIVE_INFINITY : samplesBefore(moov, table, frameBytes, until)
  let time = 0
  let isCut = false
  for (let entry = 0; entry < times.count; entry++) {
    const samples = u32(moov, times.at + 8 * entry)
    const heard = Math.min(samples, left)
    isCut ||= heard < samples
    time += heard * u32(moov, times.at + 8 * entry + 4)
    left -= heard
  }
  return { time, isCut }
}

/** How many samples from the beginning are in the file, which ends at `until`. */
function samplesBefore(moov: Bytes, table: (name: string) => Box | null, frameBytes: number, until: number): number {
  const wide = table('co64')
  const places = entriesOf(moov, wide ?? table('stco'), wide === null ? 4 : 8)
  const runs = entriesOf(moov, table('stsc'), 12)
  const sizes = table('stsz')
  const same = frameBytes > 0 ? frameBytes : sizes === null ? 0 : u32(moov, sizes.start + 4)
  const sizeOf = (sample: number): number => (sizes === null ? 0 : u32(moov, sizes.start + 12 + 4 * sample))
  let samples = 0
  let run = 0
  for (let chunk = 0; chunk < places.count; chunk++) {
    while (run + 1 < runs.count && u32(moov, runs.at + 12 * (run + 1)) <= chunk + 1) run++
    const many = u32(moov, runs.at + 12 * run + 4)
    const place = places.at + (wide === null ? 4 : 8) * chunk
    let at = wide === null ? u32(moov, place) : u32(moov, place) * 2 ** 32 + u32(moov, place + 4)
    if (same > 0) {
      const whole = Math.min(many, Math.max(0, Math.floor((until - at) / same)))
      samples += whole
      if (whole < many) return samples
      continue
    }
    for (let one = 0; one < many; one++, samples++) {
      at += sizeOf(samples)
      if (at > until || sizes === null || sizes.start + 12 + 4 * samples >= sizes.end) return samples
    }
  }
  return samples
}
