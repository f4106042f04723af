// ID3, as MP3, AAC, WAV, AIFF and DSF carry it: versions 2.2 to 2.4 (id3.org), and version 1 at the end.
import { bytesAt, bytesOf } from './bytes.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostTag = 1024 * 1024
const mostFrames = 300

/** `at` is where the tag begins. */
export async function sayingsOfId3(access: RandomAccess, at: number, says: Sayings): Promise<void> {
  const head = await bytesAt(access, at, 10)
  if (head.name(0, 3) !== 'ID3') return
  const version = head.bytes[3] ?? 0
  const flags = head.bytes[5] ?? 0
  const length = sevenBits(head.bytes, 6)
  if (version < 2 || version > 4) return
  let { bytes } = await bytesAt(access, at + 10, Math.min(length, mostTag))
  if ((flags & 0x80) !== 0) bytes = withoutStuffing(bytes)
  const { view, name } = bytesOf(bytes)
  const headLength = version === 2 ? 6 : 10
  let frame = (flags & 0x40) === 0 || version === 2 ? 0 : version === 4 ? sevenBits(bytes, 0) : view.getUint32(0) + 4
  for (let count = 0; count < mostFrames && frame + headLength < bytes.length; count++) {
    const id = name(frame, version === 2 ? 3 : 4)
    if (!/^[A-Z0-9]{3,4}$/.test(id)) return
    const size =
      version === 2
        ? view.getUint16(frame + 3) * 256 + view.getUint8(frame + 5)
        : version === 4
          ? sevenBits(bytes, frame + 4)
          : view.getUint32(frame + 4)
    const content = bytes.subarray(frame + headLength, frame + headLength + size)
    frame += headLength + size
    sayFrame(id, content, says)
  }
}

function sayFrame(id: string, content: Uint8Array, says: Sayings): void {
  if (id === 'APIC' || id === 'PIC') return says.add(id, '')
  const parts = (from: number): string[] => textOf(content[0] ?? 0, content.subarray(from)).split('\0')
  // What somebody named herself: a T, and as many X as the version has room for.
  if (/^TX{2,3}$/.test(id)) {
    const [field = '', ...values] = parts(1)
    return says.add(field, isNamed(field) ? `${field}: ${values.join(' ')}` : values.join(' '))
  }
  if (id.startsWith('T')) return says.add(id, parts(1).join(' '))
  // A language of three letters stands between the encoding and the text.
  if (id === 'COMM' || id === 'COM' || id === 'USLT' || id === 'ULT') return says.add('note', parts(4).join(' '))
  if (id.startsWith('W')) return says.add('note', textOf(0, content))
  if (id === 'GEOB' || id === 'PRIV' || id === 'UFID' || id === 'GEO' || id === 'UFI')
    says.add('note', `${id}: ${textOf(0, content.subarray(0, 300))}`)
}

const isNamed = (field: string): boolean => field !== '' && !/date|location|artist|title/i.test(field)

/** Encodings of ID3: 0 Latin-1, 1 UTF-16 with a mark, 2 UTF-16 big-endian, 3 UTF-8. */
function textOf(encoding: number, bytes: Uint8Array): string {
  const some = bytes.subarray(0, 4_096)
  if (encoding === 3) return new TextDecoder('utf-8').decode(some)
  if (encoding === 2) return new TextDecoder('utf-16be').decode(some)
  if (encoding !== 1) return new TextDecoder('latin1').decode(some)
  const isBig = some[0] === 0xfe && some[1] === 0xff
  return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(some)
}

function sevenBits(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, place) => sum * 128 + ((bytes[at + place] ?? 0) & 0x7f), 0)
}

/** ID3 puts a zero after each 0xFF where a decoder might take it for sound. */
function withoutStuffing(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, at) => !(byte === 0 && bytes[at - 1] === 0xff))
}

/** The last 128 bytes: title, artist, album, year, a comment. */
export async function sayingsOfId3v1(access: RandomAccess, says: Sayings): Promise<void> {
  if (access.size < 128) return
  const { bytes, name } = await bytesAt(access, access.size - 128, 128)
  if (name(0, 3) !== 'TAG') return
  const fields = [
    ['title', 3, 30],
    ['artist', 33, 30],
    ['album', 63, 30],
    ['year', 93, 4],
    ['note', 97, 30],
  ] as const
  for (const [field, at, length] of fields) {
    const [said = ''] = new TextDecoder('latin1').decode(bytes.subarray(at, at + length)).split('\0')
    says.add(field, said)
  }
}
