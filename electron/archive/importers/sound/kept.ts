// Sound in files that no browser opens, described from its head alone; it is kept as it is, and heard where it holds plain
// samples. A length that is not told is 0.
import type { ImportedSound, ImportNotice } from '../../../../shared/domain/imported.ts'
import { readAiff } from './aiff.ts'
import { readAmr } from './amr.ts'
import { readAsf } from './asf.ts'
import { readAu } from './au.ts'
import { bytesAt, type Bytes } from './bytes.ts'
import { readCaf } from './caf.ts'
import { described, type Described } from './described.ts'
import { isPlayable } from './playable.ts'
import { readW64 } from './w64.ts'
import type { RandomAccess } from './index.ts'

type Reader = (access: RandomAccess, head: Bytes) => Described | Promise<Described>

const readers: readonly (readonly [begins: string, at: number, reader: Reader])[] = [
  ['AIFF', 8, readAiff],
  ['AIFC', 8, readAiff],
  ['MAC ', 0, (_access, head) => readMonkeys(head)],
  ['wvpk', 0, (_access, head) => readWavPack(head)],
  ['MP+', 0, (_access, head) => readMusepack7(head)],
  ['MPCK', 0, (_access, head) => readMusepack8(head)],
  ['DSD ', 0, readDsf],
  ['caff', 0, readCaf],
  ['.snd', 0, readAu],
  ['riff', 0, readW64],
  ['#!AMR', 0, readAmr],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 0, readAsf],
]

/**
 * Null where it is none of these kinds.
 * @throws Failure `nothingInside` for a film without sound.
 */
export async function readKept(access: RandomAccess): Promise<ImportedSound | null> {
  const head = await bytesAt(access, 0, 512)
  const reader = readers.find(([begins, at]) => head.name(at, begins.length) === begins)?.[2]
  if (reader === undefined) return null
  const { isCut, hasPicture: _, ...described } = await reader(access, head)
  const notices: ImportNotice[] = isPlayable(described.format, described.codec) ? [] : ['soundNotPlayable']
  return { ...described, notices: isCut ? ['soundCutShort', ...notices] : notices }
}

function u32(head: Bytes, at: number, isLittle = true): number {
  return at + 4 <= head.bytes.length ? head.view.getUint32(at, isLittle) : 0
}
function u16(head: Bytes, at: number, isLittle = true): number {
  return at + 2 <= head.bytes.length ? head.view.getUint16(at, isLittle) : 0
}

/** Monkey's Audio; its head has another layout before version 3.98. */
function readMonkeys(head: Bytes): Described {
  const version = u16(head, 4)
  const isOld = version < 3980
  const at = isOld ? 6 : u32(head, 8)
  const perFrame = isOld ? (version >= 3950 ? 73_728 * 4 : version >= 3900 ? 73_728 : 9_216) : u32(head, at + 4)
  const last = u32(head, isOld ? 28 : at + 8)
  const frames = u32(head, isOld ? 24 : at + 12)
  const channels = u16(head, isOld ? 10 : at + 18)
  const rate = u32(head, isOld ? 12 : at + 20)
  // NOTE: a rate or a count out of reason means that the layout is not the one its version says: nothing is told then.
  if (channels === 0 || channels > 32 || rate < 1_000 || rate > 1e6 || last > perFrame)
    return described('ape', 'ape', 0, 0, 0)
  return described('ape', 'ape', frames === 0 ? 0 : ((frames - 1) * perFrame + last) / rate, channels, rate)
}

const wavPackRates = [
  6_000, 8_000, 9_600, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000, 192_000,
]

function readWavPack(head: Bytes): Described {
  const flags = u32(head, 24)
  const rate = wavPackRates[(flags >>> 23) & 15] ?? 0
  const samples = u32(head, 12)
  const seconds = samples === 0xffff_ffff ? 0 : samples / rate
  return described('wv', 'wavpack', seconds, (flags & 4) === 0 ? 2 : 1, rate)
}

const musepackRates = [44_100, 48_000, 37_800, 32_000]

function readMusepack7(head: Bytes): Described {
  const rate = musepackRates[(head.bytes[10] ?? 0) & 3] ?? 44_100
  return described('mpc', 'musepack', (u32(head, 4) * 1_152) / rate, 2, rate)
}

/** Its stream head is a packet `SH`: a checksum, a version, how many samples, how many of them silent, then its shape. */
function readMusepack8(head: Bytes): Described {
  let at = 4
  const number = (): number => {
    let value = 0
    for (let bytes = 0; bytes < 8; bytes++) {
      const byte = head.bytes[at++] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    return value
  }
  for (let packets = 0; packets < 8 && at + 3 < head.bytes.length; packets++) {
    const begin = at
    const key = head.name(at, 2)
    at += 2
    const length = number()
    if (key === 'SH') {
      at += 5
      const samples = number() - number()
      const rate = musepackRates[(head.bytes[at] ?? 0) >> 5] ?? 0
      return described('mpc', 'musepack', samples / rate, ((head.bytes[at + 1] ?? 0) >> 4) + 1, rate)
    }
    at = begin + Math.max(3, length)
  }
  return described('mpc', 'musepack', 0, 0, 0)
}

async function readDsf(access: RandomAccess, head: Bytes): Promise<Described> {
  const rate = u32(head, 56)
  const samples = u32(head, 64) + u32(head, 68) * 2 ** 32
  const channels = u32(head, 52)
  const data = await bytesAt(access, 80, 12)
  if (data.name(0, 4) !== 'data') return described('dsf', 'dsd', samples / rate, channels, rate)
  const length = u32(data, 4) + u32(data, 8) * 2 ** 32 - 12
  const there = Math.min(length, access.size - 92)
  const inData = (there * 8) / channels
  // NOTE: the count leaves the padding of the last block out; one that is further off than that is wrong.
  const isCount = samples <= inData && samples > inData - 8 * 4_096
  return described('dsf', 'dsd', (isCount ? samples : inData) / rate, channels, rate, there < length)
}
