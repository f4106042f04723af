// What a sound file says of itself: its kind, its length, its shape. Nothing is decoded, and its extension is not believed.
// NOTE: read by hand, every reader within what it is given: a general demuxer, handed files that were made to break it,
// counted to four thousand million or never came back.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { ImportedSound, ImportNotice } from '../../../../shared/domain/imported.ts'
import { readAac } from './aac.ts'
import { bounded } from './bounds.ts'
import { bytesAt } from './bytes.ts'
import type { Described } from './described.ts'
import { isFlac, readFlac } from './flac.ts'
import { readKept } from './kept.ts'
import { readMp3 } from './mp3.ts'
import { readMp4, withoutIndex } from './mp4.ts'
import { readOgg } from './ogg.ts'
import { isPlayable } from './playable.ts'
import { readWav } from './wav.ts'
import { readWebm } from './webm.ts'

/** Bytes that are read where they are wanted; `end` is not included. */
export interface RandomAccess {
  readonly size: number
  read(start: number, end: number): Promise<Uint8Array>
}

/**
 * What no browser plays is described from its head; the notice `soundNotPlayable` says so.
 * @throws Failure `fileEmpty` for no bytes, `formatUnknown` for what is none of our formats, `nothingInside` for a film or
 *   a file without sound, `soundUnreadable` for one of them that is broken, or takes too much to be read.
 */
export async function readSound(source: Uint8Array | RandomAccess): Promise<ImportedSound> {
  const access = bounded(source instanceof Uint8Array ? fromBytes(source) : source)
  if (access.size === 0) throw new Failure('fileEmpty')
  try {
    if (await isFlac(access)) return await readFlac(access)
    const kept = await readKept(access)
    if (kept !== null) return kept
    const sound = await readPlayed(access)
    // A length is what makes it sound that can be gone through.
    if (sound.codec !== withoutIndex && (sound.durationMs === 0 || sound.channels === 0 || sound.sampleRate === 0))
      throw new Failure('soundUnreadable')
    return withNotices(sound)
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('soundUnreadable')
  }
}

async function readPlayed(access: RandomAccess): Promise<Described> {
  const { name } = await bytesAt(access, 0, 16)
  const first = name(0, 4)
  if ((first === 'RIFF' || first === 'RF64') && name(8, 4) === 'WAVE') return readWav(access)
  if (first === 'OggS') return readOgg(access)
  if (first === '\x1a\x45\xdf\xa3') return readWebm(access)
  if (/^(?:ftyp|moov|mdat|wide|free|skip)$/.test(name(4, 4))) return readMp4(access)
  const framed = (await readMp3(access)) ?? (await readAac(access))
  if (framed === null) throw new Failure(first.startsWith('ID3') ? 'soundUnreadable' : 'formatUnknown')
  return framed
}

function withNotices({ isCut, hasPicture, ...sound }: Described): ImportedSound {
  const notices: ImportNotice[] = []
  if (isCut) notices.push('soundCutShort')
  if (hasPicture) notices.push('pictureLeftOut')
  if (!isPlayable(sound.format, sound.codec)) notices.push('soundNotPlayable')
  return { ...sound, notices }
}

function fromBytes(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) }
}
