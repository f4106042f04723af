// Ogg that holds something else than Opus or Vorbis, read by hand: what its first page holds, and its last one's place.
import { Failure } from '../../../../shared/contract/failure.ts'
import { bytesAt } from './bytes.ts'
import { described, type Described } from './described.ts'
import type { RandomAccess } from './index.ts'

const longestPage = 65_307

/** @throws Failure `nothingInside` for a film, `soundUnreadable` where no page can be read. */
export async function readOddOgg(access: RandomAccess): Promise<Described> {
  const head = await bytesAt(access, 0, 512)
  const first = 27 + (head.bytes[26] ?? 0)
  if (head.name(0, 4) !== 'OggS' || head.bytes.length < first + 64) throw new Failure('soundUnreadable')
  const tail = await bytesAt(access, Math.max(0, access.size - 2 * longestPage), 2 * longestPage)
  const serial = head.view.getUint32(14, true)
  let frames = 0
  for (let at = tail.bytes.length - 27; at >= 0 && frames === 0; at--) {
    if (tail.bytes[at] !== 0x4f || tail.name(at, 4) !== 'OggS' || tail.view.getUint32(at + 14, true) !== serial)
      continue
    const place = tail.view.getBigInt64(at + 6, true)
    if (place > 0n) frames = Number(place)
  }
  if (head.name(first, 8) === 'Speex   ') {
    const rate = head.view.getUint32(first + 36, true)
    return described('ogg', 'speex', frames / rate, head.view.getUint32(first + 48, true), rate)
  }
  if (head.name(first, 5) === '\x7fFLAC') {
    const info = head.view.getUint32(first + 27)
    return described('ogg', 'flac', frames / (info >>> 12), ((info >>> 9) & 7) + 1, info >>> 12)
  }
  throw new Failure(/^(?:.theora|fishead|BBCD|.video)/s.test(head.name(first, 8)) ? 'nothingInside' : 'soundUnreadable')
}
