// What else a sound file says: when, where, by whom and with what it was recorded, what it is called, its pictures.
// It is for one look at bringing in; nothing of it is kept but in the file itself. Read by hand, within hard limits.
import type { SoundSaying } from '../../../../shared/domain/imported.ts'
import { bounded } from './bounds.ts'
import { bytesAt } from './bytes.ts'
import { sayingsOfApe, sayingsOfAsf } from './says-ape-asf.ts'
import { sayingsOfId3, sayingsOfId3v1 } from './says-id3.ts'
import { sayingsOfMp4 } from './says-mp4.ts'
import { sayingsOfAiff, sayingsOfCaf, sayingsOfRiff } from './says-riff.ts'
import { sayingsOfFlac, sayingsOfOgg } from './says-vorbis.ts'
import { sayingsOfWebm } from './says-webm.ts'
import { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

/** Broken tags end the reading; what was read before them is given. Nothing is thrown. */
export async function readSayings(source: RandomAccess): Promise<readonly SoundSaying[]> {
  const access = bounded(source)
  const says = new Sayings()
  for (const reader of readers) {
    if (says.isFull) break
    await reader(access, says).catch(() => undefined)
  }
  return says.list()
}

type Reader = (access: RandomAccess, says: Sayings) => Promise<void>

const readers: readonly Reader[] = [
  async (access, says) => {
    const head = await bytesAt(access, 0, 32)
    if (head.name(0, 3) === 'ID3') return sayingsOfId3(access, 0, says)
    if (head.name(0, 4) === 'RIFF' || head.name(0, 4) === 'RF64') return sayingsOfRiff(access, says)
    if (head.name(0, 4) === 'FORM') return sayingsOfAiff(access, says)
    if (head.name(0, 4) === 'fLaC') return sayingsOfFlac(access, says)
    if (head.name(0, 4) === 'OggS') return sayingsOfOgg(access, says)
    if (head.name(0, 4) === '\x1a\x45\xdf\xa3') return sayingsOfWebm(access, says)
    if (head.name(0, 4) === 'caff') return sayingsOfCaf(access, says)
    if (head.name(0, 4) === '\x30\x26\xb2\x75') return sayingsOfAsf(access, says)
    if (head.name(0, 4) === 'DSD ' && head.bytes.length >= 28)
      return sayingsOfId3(access, Number(head.view.getBigUint64(20, true)), says)
    if (/^(?:ftyp|moov|mdat|wide|free|skip)$/.test(head.name(4, 4))) return sayingsOfMp4(access, says)
  },
  sayingsOfApe,
  sayingsOfId3v1,
]
