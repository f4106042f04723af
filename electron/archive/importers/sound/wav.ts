// WAV (RFC 2361, and RF64 of EBU Tech 3306), read by hand: what it holds, and for how long.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, chunksOf, type Bytes } from './bytes.ts'
import { described, type Described } from './described.ts'
import { readMp3 } from './mp3.ts'
import type { RandomAccess } from './index.ts'

/** Registered format tags of what is not plain samples. */
const codecNames: Readonly<Record<number, string>> = {
  0x02: 'adpcm-ms',
  0x06: 'alaw',
  0x07: 'ulaw',
  0x11: 'adpcm-ima',
  0x31: 'gsm',
  0x50: 'mp2',
  0x55: 'mp3',
  0xff: 'aac',
}
/** The tag then stands in the first bytes of a longer name. */
const extensible = 0xff_fe
const unknownLength = 0xffff_ffff

interface WavData {
  readonly start: number
  readonly end: number
  readonly isCut: boolean
}

/** Where the content of its `data` lies, as far as it is there; null where it has none. */
export async function wavData(access: RandomAccess): Promise<WavData | null> {
  let wide = unknownLength
  for await (const { name, at, length } of chunksOf(access, 12, true)) {
    if (name === 'ds64') {
      const { bytes, view } = await bytesAt(access, at, 16)
      if (bytes.length === 16) wide = Number(view.getBigUint64(8, true))
    }
    if (name !== 'data') continue
    const said = length === unknownLength ? wide : length
    const isOpen = said === unknownLength || (said === 0 && at < access.size)
    const end = isOpen ? access.size : Math.min(access.size, at + said)
    return { start: Math.min(at, end), end, isCut: !isOpen && at + said > access.size }
  }
  return null
}

/** @throws Failure `nothingInside` for no samples, `soundUnreadable` where its head is broken. */
export async function readWav(access: RandomAccess): Promise<Described> {
  let format: Bytes | null = null
  let frames = 0
  for await (const { name, at, length } of chunksOf(access, 12, true)) {
    if (name === 'fmt ') format = await bytesAt(access, at, Math.min(length, 64))
    if (name === 'fact' && length >= 4) frames = (await bytesAt(access, at, 4)).view.getUint32(0, true)
    if (name === 'data') break
  }
  const data = await wavData(access)
  if (format === null || format.bytes.length < 16 || data === null) throw new Failure('soundUnreadable')
  if (data.end === data.start) throw new Failure('nothingInside')
  const { view } = format
  const said = view.getUint16(0, true)
  const tag = said === extensible && format.bytes.length >= 26 ? view.getUint16(24, true) : said
  const channels = view.getUint16(2, true)
  const rate = view.getUint32(4, true)
  const bits = view.getUint16(14, true)
  const there = data.end - data.start
  const codec = tag === 1 ? (bits <= 8 ? 'pcm-u8' : `pcm-s${Math.ceil(bits / 8) * 8}`) : codecNames[tag]
  if (tag === 1 || tag === 3 || tag === 6 || tag === 7) {
    const width = view.getUint16(12, true) || channels * Math.ceil(bits / 8)
    const name = tag === 3 ? `pcm-f${bits}` : (codec ?? '')
    return described('wav', name, Math.floor(there / width) / rate, channels, rate, data.isCut)
  }
  if (tag === 0x55 && data.isCut) {
    const { start } = data
    const inner = { size: there, read: (from: number, to: number) => access.read(start + from, start + to) }
    const mp3 = await readMp3(inner)
    if (mp3 !== null) return { ...mp3, format: 'wav', isCut: true }
  }
  // NOTE: the count of frames tells exactly, but only of a whole file.
  const seconds = frames > 0 && !data.isCut ? frames / rate : there / view.getUint32(8, true)
  return described('wav', codec ?? `wav-${tag}`, seconds, channels, rate, data.isCut)
}
