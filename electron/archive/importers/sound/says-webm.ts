// What WebM and Matroska (RFC 9559) say: their title, their date, what wrote them, their tags and attached pictures.
import { bytesAt, type Bytes } from './bytes.ts'
import { ebmlNumber } from './ebml.ts'
import { plainText } from './says-riff.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostElements = 20_000
const mostText = 4_096
/** Milliseconds from 1970 to 2001, which this format counts from. */
const from2001 = 978_307_200_000

const containers = new Set([
  0x18538067, 0x1549a966, 0x1254c367, 0x7373, 0x67c8, 0x1941a469, 0x61a7, 0x1654ae6b, 0xae, 0x63c0,
])
const texts: Readonly<Record<number, string>> = {
  0x7ba9: 'title',
  0x4d80: 'muxingApp',
  0x5741: 'writingApp',
  0x536e: 'name',
  0x466e: 'name',
  0x467e: 'note',
}

export async function sayingsOfWebm(access: RandomAccess, says: Sayings): Promise<void> {
  let at = 0
  let field = ''
  for (let count = 0; count < mostElements && at < access.size && !says.isFull; count++) {
    const head = await bytesAt(access, at, 12)
    const id = ebmlNumber(head, 0, false)
    const size = id === null ? null : ebmlNumber(head, id.width, true)
    if (id === null || size === null) return
    const start = at + id.width + size.width
    // NOTE: a container is gone into, and so is a cluster of unknown size: what follows it is found by walking its blocks.
    const isInto = containers.has(id.value) || (id.value === 0x1f43b675 && !Number.isFinite(size.value))
    at = isInto ? start : start + size.value
    if (isInto) continue
    const read = async (): Promise<Bytes> => bytesAt(access, start, Math.min(size.value, mostText))
    const text = texts[id.value]
    if (text !== undefined) says.add(text, plainText((await read()).bytes))
    else if (id.value === 0x45a3) field = plainText((await read()).bytes)
    else if (id.value === 0x4487) says.add(field, plainText((await read()).bytes))
    else if (id.value === 0x4461 && size.value === 8) {
      const ms = Number((await read()).view.getBigInt64(0) / 1_000_000n) + from2001
      if (Math.abs(ms) < 8.64e15) says.add('date', new Date(ms).toISOString())
    } else if (id.value === 0x465c) says.add('picture', '')
  }
}
