// Apple's Core Audio Format, read by hand: what it holds, for how long, and where its samples lie.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Samples } from './as-wav.ts'
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

const mostChunks = 100
const headLength = 12
/** Of a chunk that goes on to the end of its file. */
const untilTheEnd = 0xffff_ffff_ffff_ffffn
const editCount = 4
const isFloating = 1
const isLittle = 2
/** Bytes of a sample that is heard here. */
const widest = 4

interface Shape {
  readonly rate: number
  readonly codec: string
  readonly flags: number
  readonly bytesInPacket: number
  readonly framesInPacket: number
  readonly channels: number
  readonly bits: number
}

interface Read {
  readonly shape: Shape
  /** Frames that the packet table counts; null where there is none. */
  readonly counted: number | null
  readonly sound: { readonly start: number; readonly end: number; readonly isCut: boolean } | null
}

async function read(access: RandomAccess): Promise<Read | null> {
  let at = 8
  let shape: Shape | null = null
  let counted: number | null = null
  let sound: Read['sound'] = null
  for (let chunks = 0; chunks < mostChunks && at + headLength <= access.size; chunks += 1) {
    const head = await bytesAt(access, at, headLength)
    const said = head.view.getBigUint64(4)
    const start = at + headLength
    const length = said === untilTheEnd ? access.size - start : Number(said)
    const name = head.name(0, 4)
    const { bytes, view, name: text } = await bytesAt(access, start, 32)
    if (name === 'desc' && bytes.length === 32) {
      const [flags = 0, bytesInPacket = 0, framesInPacket = 0, channels = 0, bits = 0] = [12, 16, 20, 24, 28].map(
        (place) => view.getUint32(place),
      )
      shape = { rate: view.getFloat64(0), codec: text(8, 4), flags, bytesInPacket, framesInPacket, channels, bits }
    }
    if (name === 'pakt' && bytes.length >= 16) counted = Number(view.getBigUint64(8))
    if (name === 'data') {
      const end = start + length
      sound = { start: start + editCount, end: Math.min(end, access.size), isCut: end > access.size }
    }
    at = start + length
  }
  return shape === null ? null : { shape, counted, sound }
}

/** @throws Failure `soundUnreadable` where its head is broken, `nothingInside` for plain samples of which there is none. */
export async function readCaf(access: RandomAccess): Promise<Described> {
  const found = await read(access)
  if (found === null) throw new Failure('soundUnreadable')
  const { shape, counted, sound } = found
  const { rate, channels, bytesInPacket, framesInPacket } = shape
  const samples = samplesIn(found)
  const packets =
    sound === null || bytesInPacket === 0 ? null : Math.floor(Math.max(0, sound.end - sound.start) / bytesInPacket)
  if (samples !== null && packets === 0) throw new Failure('nothingInside')
  const frames = packets === null ? (counted ?? 0) : packets * framesInPacket
  const codec = samples === null ? shape.codec : 'pcm-in-wav'
  return described('caf', codec, frames / rate, channels, rate, sound?.isCut ?? false)
}

const laws: Readonly<Record<string, 'ulaw' | 'alaw'>> = { ulaw: 'ulaw', alaw: 'alaw' }

function samplesIn({ shape, sound }: Read): Samples | null {
  const { rate, codec, flags, bytesInPacket, framesInPacket, channels, bits } = shape
  const law = laws[codec]
  if (sound === null || (codec !== 'lpcm' && law === undefined)) return null
  if (channels < 1 || channels > 8 || !(rate >= 1) || rate > 768_000 || framesInPacket !== 1) return null
  const width = law === undefined ? Math.ceil(bits / 8) : 1
  const isFloat = law === undefined && (flags & isFloating) !== 0
  if (width < 1 || width > widest || (isFloat && width !== 4) || bytesInPacket !== channels * width) return null
  const way = width === 1 ? (law === undefined ? 'signed' : null) : (flags & isLittle) === 0 ? 'turned' : null
  const kind = law ?? (isFloat ? 'float' : 'integer')
  return { start: sound.start, end: sound.end, channels, sampleRate: Math.round(rate), width, kind, rewriting: way }
}

export async function cafSamples(access: RandomAccess): Promise<Samples | null> {
  const found = await read(access)
  return found === null ? null : samplesIn(found)
}
