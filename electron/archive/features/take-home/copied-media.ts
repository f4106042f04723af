// A recording deciphered and enciphered again for the copy, piece by piece: never readable on the disk.
import { Failure } from '../../../../shared/contract/failure.ts'
import { MediaWriter } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import { readMedia } from '../../store/media-rows.ts'
import type { CopiedMedia } from './copy-rows.ts'

/** Throws Failure mediaMissing, mediaDamaged, diskFull, cancelled. Gives how many bytes are done, and at last the file. */
export async function* copyMedia(
  session: Session,
  media: string,
  folder: string,
  recipient: string,
  signal: AbortSignal,
): AsyncGenerator<number, CopiedMedia> {
  const reader = await session.reader(media)
  const writer = await MediaWriter.begin(folder, recipient, session.surroundings.random)
  let finished = false
  try {
    for await (const piece of reader.stream(0, reader.size)) {
      if (signal.aborted) throw new Failure('cancelled')
      await writer.append(piece)
      yield piece.length
    }
    const stored = await writer.finish()
    finished = true
    if (stored.sha256 !== readMedia(session.database, media).sha256) throw new Failure('mediaDamaged')
    return stored
  } finally {
    if (!finished) await writer.discard()
  }
}
