// WAV that holds something else than plain samples, read by hand: what it is, and for how long.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt, bytesOf, chunksOf, type Bytes } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

/** Registered format tags (RFC 2361). */
const codecNames: Readonly<Record<number, string>> = {
  0x02: 'adpcm-ms',
  0x11: 'adpcm-ima',
  0x31: 'gsm',
  0x50: 'mp2',
  0x55: 'mp3',
  0xff: 'aac',
}

/** Where the content of its `data` lies, as far as it is there; null where it has none. */
export async function wavData(access: RandomAccess): Promise<{ start: number; end: number; isCut: boolean } | null> {
  for await (const { name, at, length } of chunksOf(access, 12, true)) {
    if (name !== 'data') continue
    const isOpen = length === 0xffff_ffff || (length === 0 && at < access.size)
    const end = isOpen ? access.size : Math.min(access.size, at + length)
    return { start: Math.min(at, end), end, isCut: !isOpen && at + length > access.size }
  }
  return null
}

export async function isWithoutSamples(access: RandomAccess): Promise<boolean> {
  const data = await wavData(access)
  return data !== null && data.start === data.end
}

/** @throws Failure `nothingInside` for no samples, `soundUnreadable` where its head is broken. */
export async function readOddWav(access: RandomAccess): Promise<Described> {
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
  const { view } = bytesOf(format.bytes)
  const rate = view.getUint32(4, true)
  const perSecond = view.getUint32(8, true)
  const tag = view.getUint16(0, true)
  // NOTE: the count of frames tells exactly, but only of a whole file.
  const seconds = frames > 0 && !data.isCut ? frames / rate : (data.end - data.start) / perSecond
  return described('wav', codecNames[tag] ?? `wav-${tag}`, seconds, view.getUint16(2, true), rate, data.isCut)
}
