// How long a sound file says it is, in bytes, so that one whose end is missing is told apart from a whole one.
import type { ImportedSound } from '../../../shared/domain/imported.ts'
import type { RandomAccess } from './sound.ts'

// A live recorder writes this where it does not know the length yet.
const unknownLength = 0xffff_ffff

/** The offset at which the file should end, or null where its format does not say (ogg, webm) or says it elsewhere. */
export async function soundDeclaredEnd(format: ImportedSound['format'], access: RandomAccess): Promise<number | null> {
  if (format === 'wav') return wavEnd(access)
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
