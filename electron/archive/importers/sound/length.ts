// How long a sound file says it is, in bytes, so that one whose end is missing is told apart from a whole one.
import type { ImportedSound } from '../../../../shared/domain/imported.ts'
import type { RandomAccess } from './index.ts'

// A live recorder writes this where it does not know the length yet.
const unknownLength = 0xffff_ffff

/** The offset at which the file should end, or null where its format does not say or says it elsewhere (mp3, flac). */
export async function soundDeclaredEnd(format: ImportedSound['format'], access: RandomAccess): Promise<number | null> {
  if (format === 'wav') return wavEnd(access)
  if (format === 'ogg') return lastPageEnd(access)
  if (format === 'webm') return segmentEnd(access)
  return format === 'm4a' ? boxesEnd(access) : null
}

async function wavEnd(access: RandomAccess): Promise<number | null> {
  let at = 12
  while (at + 8 <= access.size) {
    const head = await access.read(at, at + 8)
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    const length = view.getUint32(4, true)
    const name = String.fromCharCode(...head.subarray(0, 4))
    if (name === 'data') return length === unknownLength || length === 0 ? null : at + 8 + length
    at += 8 + length + (length % 2)
  }
  return null
}

async function boxesEnd(access: RandomAccess): Promise<number | null> {
  let at = 0
  while (at + 8 <= access.size) {
    const head = await access.read(at, Math.min(at + 16, access.size))
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
    let length = view.getUint32(0)
    if (length === 1 && head.length >= 16) length = Number(view.getBigUint64(8))
    if (length < 8) return null
    at += length
  }
  return at
}

// An Ogg page is at most 65,307 bytes (RFC 3533), so its last one begins within this.
const longestPage = 65_307

async function lastPageEnd(access: RandomAccess): Promise<number | null> {
  const from = Math.max(0, access.size - 2 * longestPage)
  const bytes = await access.read(from, access.size)
  for (let at = bytes.length - 27; at >= 0; at--) {
    if (
      bytes[at] !== 0x4f ||
      bytes[at + 1] !== 0x67 ||
      bytes[at + 2] !== 0x67 ||
      bytes[at + 3] !== 0x53 ||
      bytes[at + 4] !== 0
    )
      continue
    const segments = bytes[at + 26] ?? 0
    const table = bytes.subarray(at + 27, at + 27 + segments)
    return table.length < segments
      ? access.size + 1
      : from + at + 27 + segments + table.reduce((sum, size) => sum + size, 0)
  }
  return null
}

async function segmentEnd(access: RandomAccess): Promise<number | null> {
  const head = await access.read(0, Math.min(access.size, 4096))
  for (let at = 0; at + 12 <= head.length; at++) {
    if (head[at] !== 0x18 || head[at + 1] !== 0x53 || head[at + 2] !== 0x80 || head[at + 3] !== 0x67) continue
    const first = head[at + 4] ?? 0
    const width = Math.clz32(first) - 23
    if (width > 8) return null
    let length = first & (0xff >> width)
    let unknown = length === 0xff >> width
    for (let i = 1; i < width; i++) {
      const byte = head[at + 4 + i] ?? 0
      unknown &&= byte === 0xff
      length = length * 256 + byte
    }
    return unknown ? null : at + 4 + width + length
  }
  return null
}
