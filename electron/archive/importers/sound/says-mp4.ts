// What MP4 and QuickTime say: user data (©xyz is where, in ISO 6709), iTunes' list, Apple's keys, when it was made.
import { bytesAt, bytesOf } from './bytes.ts'
import { plainText } from './says-riff.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostBoxes = 2_000
const mostText = 4_096
const mostDepth = 6
/** Seconds from 1904, which this format counts from, to 1970. */
const from1904 = 2_082_844_800

interface Walk {
  readonly access: RandomAccess
  readonly says: Sayings
  /** Apple's keys, counted from 1. */
  readonly keys: string[]
  boxes: number
}

export async function sayingsOfMp4(access: RandomAccess, says: Sayings): Promise<void> {
  await walk({ access, says, keys: [], boxes: 0 }, 0, access.size, '', 0)
}

async function walk(state: Walk, at: number, end: number, inside: string, depth: number): Promise<void> {
  while (at + 8 <= end && (state.boxes += 1) < mostBoxes && !state.says.isFull) {
    const head = await bytesAt(state.access, at, 16)
    const name = head.name(4, 4).replace('\xa9', '©')
    const wide = head.view.getUint32(0) === 1 && head.bytes.length === 16
    const said = wide ? Number(head.view.getBigUint64(8)) : head.view.getUint32(0)
    const length = said === 0 ? end - at : said
    const start = at + (wide ? 16 : 8)
    if (length < start - at) return
    await box(state, name, start, Math.min(at + length, end), inside, depth)
    at += length
  }
}

async function box(
  state: Walk,
  name: string,
  start: number,
  end: number,
  inside: string,
  depth: number,
): Promise<void> {
  const { access, says } = state
  if (depth > mostDepth) return
  if (inside === 'ilst') return item(state, name, start, end)
  if (['moov', 'udta', 'trak', 'mdia', 'ilst'].includes(name)) return walk(state, start, end, name, depth + 1)
  if (name === 'meta') {
    // NOTE: QuickTime's has no version before its boxes, MP4's has.
    const head = await bytesAt(access, start, 8)
    return walk(state, head.name(4, 4) === 'hdlr' ? start : start + 4, end, name, depth + 1)
  }
  if (name === 'keys') return keys(state, start, end)
  if (name === 'mvhd') {
    const { bytes, view } = await bytesAt(access, start, 20)
    const seconds = bytes[0] === 1 ? Number(view.getBigUint64(4)) : view.getUint32(4)
    // Zero and 1970 are what is written by whoever does not say.
    if (seconds > from1904 + 86_400 && seconds < from1904 + 1e10)
      says.add(name, new Date((seconds - from1904) * 1000).toISOString())
    return
  }
  if (inside !== 'udta') return
  const { bytes } = await bytesAt(access, start, Math.min(end - start, mostText))
  // QuickTime: a length and a language before the text. 3GPP: a version and a language.
  const before = name.startsWith('©') ? 4 : name === 'loci' || /^(?:titl|auth|perf|dscp|cprt|albm)$/.test(name) ? 6 : 0
  const text = plainText(bytes.subarray(before)).split('\0')[0] ?? ''
  says.add(name, name === 'loci' ? [text, ...placeOf(bytes, before)].join(' ') : text)
}

/** 3GPP TS 26.244: after the name a role, then longitude and latitude in 16.16. */
function placeOf(bytes: Uint8Array, from: number): number[] {
  const end = bytes.indexOf(0, from)
  if (end === -1 || end + 10 > bytes.length) return []
  const { view } = bytesOf(bytes)
  return [view.getInt32(end + 6) / 65_536, view.getInt32(end + 2) / 65_536]
}

async function keys({ access, keys: named }: Walk, start: number, end: number): Promise<void> {
  let at = start + 8
  while (at + 8 <= end && named.length < 200) {
    const { view } = await bytesAt(access, at, 4)
    const length = view.getUint32(0)
    if (length < 8) return
    named.push(plainText((await bytesAt(access, at + 8, Math.min(length - 8, 200))).bytes))
    at += length
  }
}

/** An item holds its value in `data`; one of iTunes' own also holds the name of its field. */
async function item(state: Walk, name: string, start: number, end: number): Promise<void> {
  const { access, says } = state
  if (name === 'covr') return says.add(name, '')
  const [first = 0] = [...name].map((character) => character.charCodeAt(0)).slice(-1)
  let field = name.startsWith('\0') ? (state.keys[first - 1] ?? name) : name
  let at = start
  while (at + 8 <= end && (state.boxes += 1) < mostBoxes) {
    const head = await bytesAt(access, at, 16)
    const length = head.view.getUint32(0)
    if (length < 8) return
    const text = async (from: number): Promise<string> =>
      plainText((await bytesAt(access, at + from, Math.min(length - from, mostText))).bytes)
    if (head.name(4, 4) === 'name') field = await text(12)
    // Only what is marked as UTF-8: the others are numbers and pictures.
    else if (head.name(4, 4) === 'data' && head.bytes.length >= 12 && head.view.getUint32(8) === 1)
      says.add(field, await text(16))
    at += length
  }
}
