// APEv2, which Monkey's Audio, WavPack, Musepack and some MP3 carry at their end, and what Windows Media says of itself.
import { asfObjects, contentDescription, extendedDescription } from './asf.ts'
import { bytesAt } from './bytes.ts'
import { plainText } from './says-riff.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostTag = 1024 * 1024
const mostItems = 200

/** Its footer is the last 32 bytes, or stands before ID3v1. */
export async function sayingsOfApe(access: RandomAccess, says: Sayings): Promise<void> {
  for (const behind of [32, 160]) {
    if (access.size < behind) return
    const footer = await bytesAt(access, access.size - behind, 32)
    if (footer.name(0, 8) !== 'APETAGEX') continue
    const length = Math.min(footer.view.getUint32(12, true), mostTag, access.size - behind + 32)
    const count = Math.min(footer.view.getUint32(16, true), mostItems)
    const { bytes, view } = await bytesAt(access, access.size - behind + 32 - length, length)
    let at = 0
    for (let item = 0; item < count && at + 9 < bytes.length; item++) {
      const size = view.getUint32(at, true)
      const isBinary = (view.getUint32(at + 4, true) & 6) === 2
      const end = bytes.indexOf(0, at + 8)
      if (end === -1) return
      const field = plainText(bytes.subarray(at + 8, end))
      if (isBinary) says.add(/^cover art/i.test(field) ? 'picture' : 'note', field)
      else says.add(field, plainText(bytes.subarray(end + 1, end + 1 + Math.min(size, 4_096))))
      at = end + 1 + size
    }
    return
  }
}

export async function sayingsOfAsf(access: RandomAccess, says: Sayings): Promise<void> {
  for await (const { guid, object } of asfObjects(access)) {
    const { bytes, view } = object
    const text = (at: number, length: number): string =>
      new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.min(length, 4_096)))
    if (guid === contentDescription) {
      let at = 34
      for (const [place, field] of ['title', 'author', 'note', 'note', 'note'].entries()) {
        const length = view.getUint16(24 + 2 * place, true)
        says.add(field, text(at, length))
        at += length
      }
    }
    if (guid !== extendedDescription) continue
    let at = 26
    for (let item = 0; item < Math.min(view.getUint16(24, true), mostItems); item++) {
      const nameLength = view.getUint16(at, true)
      const field = text(at + 2, nameLength).replace(/\0/g, '')
      const kind = view.getUint16(at + 2 + nameLength, true)
      const length = view.getUint16(at + 4 + nameLength, true)
      if (field === 'WM/Picture') says.add('picture', '')
      else if (kind === 0) says.add(field, text(at + 6 + nameLength, length))
      at += 6 + nameLength + length
    }
  }
}
