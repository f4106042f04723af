// The sound of a sealed passage, as a WAV in pieces: only in her session, only with her key open. Nothing of it is opened
// before it is asked for, and nothing deciphered is kept.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import type { FoundMedia } from '../../open-process.ts'
import type { Session } from '../../session.ts'
import { sealedPartsOf } from '../../store/sealed-sound.ts'
import { narratorOf } from '../../store/stories.ts'
import { readerOfPart } from './sealed-file.ts'
import { wavHeadOf } from '../sound-anew/wav-head.ts'

const longestPiece = 1024 * 1024

/**
 * Null where there is no such passage. Throws Failure mediaMissing for whoever is not the narrator whose it is, noPassphrase
 * while her key is not open.
 */
export function sealedSoundMedia(session: Session, passage: string): FoundMedia | null {
  const parts = sealedPartsOf(session.database, passage)
  const [first] = parts
  if (first === undefined) return null
  const keyNow = (): OpenNarratorKey => {
    const { actor, database } = session
    if (actor.role !== 'narrator' || narratorOf(database, first.testimony) !== actor.narrator)
      throw new Failure('mediaMissing')
    if (actor.key === null || parts.some(({ key }) => key !== actor.key?.id)) throw new Failure('noPassphrase')
    return actor.key
  }
  keyNow()
  const frame = first.format.readUInt16LE(12)
  const length = parts.reduce((sum, part) => sum + (part.end - part.start) * frame, 0)
  const head = wavHeadOf(first.format, length)
  return {
    size: head.length + length,
    type: 'audio/wav',
    async *read(start, end) {
      if (start < head.length) yield head.subarray(start, Math.min(end, head.length))
      let at = head.length
      for (const part of parts) {
        const read = readerOfPart(session, part, keyNow)
        const until = at + (part.end - part.start) * frame
        for (let from = Math.max(start, at); from < Math.min(end, until);) {
          const frames = {
            start: part.start + Math.floor((from - at) / frame),
            end: part.start + Math.ceil((Math.min(end, until, from + longestPiece) - at) / frame),
          }
          const bytes = await read(frames)
          const first = at + (frames.start - part.start) * frame
          const last = Math.min(end, first + bytes.length)
          yield bytes.subarray(from - first, last - first)
          from = last
        }
        at = until
      }
    },
  }
}
