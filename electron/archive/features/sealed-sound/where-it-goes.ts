// Where sealed sound goes when it is opened again: into its recording. Where that is damaged, into what was saved of it, which
// is done now where nobody did it yet; where nothing of it can be read, into silence as long as it was. The damaged one stays.
import { Failure } from '../../../../shared/contract/failure.ts'
import { destroyMedia, MediaWriter } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import { readMedia } from '../../store/media-rows.ts'
import { recordingFile } from '../../store/recordings.ts'
import { recordingOf, type RecordingToSave } from '../../store/repairs.ts'
import type { SealedPart } from '../../store/sealed-sound.ts'
import { keepSaved, saveReadable } from '../backup/save-readable.ts'
import { silentByteOf } from '../sound-anew/plain-samples.ts'
import { wavHeadOf } from '../sound-anew/wav-head.ts'

export interface Target {
  readonly recording: string
  readonly media: string
}

/**
 * One after another, for as long as whoever asks cannot write there; what is saved on the way stays. Throws Failure notFound
 * where there is no such recording, diskFull, cancelled.
 *
 * @param part any one that was taken out of it: it knows what its samples are like
 */
export async function* targetsOf(
  session: Session,
  recording: string,
  part: SealedPart,
  signal: AbortSignal,
): AsyncGenerator<Target> {
  const { database } = session
  let last = rowOf(session, recording)
  for (;;) {
    yield { recording: last.id, media: last.media }
    if (last.saved === null) break
    last = rowOf(session, last.saved)
  }
  const saved = last.id === recording ? await readableOf(session, last, signal) : null
  if (saved !== null) {
    last = rowOf(session, saved)
    yield { recording: saved, media: last.media }
  }
  const silent = await silentInstead(session, last, part, signal)
  yield { recording: silent, media: recordingFile(database, silent)?.media ?? '' }
}

function rowOf({ database }: Session, recording: string): RecordingToSave {
  const row = recordingOf(database, recordingFile(database, recording)?.media ?? '')
  if (row === null) throw new Failure('notFound')
  return row
}

async function readableOf(session: Session, damaged: RecordingToSave, signal: AbortSignal): Promise<string | null> {
  const saving = saveReadable(session, damaged, signal)
  for (;;) {
    const next = await saving.next()
    if (next.done === true) return next.value.recording
  }
}

const piece = 1024 * 1024

async function silentInstead(
  session: Session,
  damaged: RecordingToSave,
  { format, end }: SealedPart,
  signal: AbortSignal,
): Promise<string> {
  const { folder, about, surroundings } = session
  const frame = format.readUInt16LE(12)
  const frames = Math.max(end, Math.round((damaged.durationMs * format.readUInt32LE(4)) / 1000))
  const silence = Buffer.alloc(piece, silentByteOf(format) ?? 0)
  const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
  let stored
  try {
    await writer.append(wavHeadOf(format, frames * frame))
    for (let left = frames * frame; left > 0; left -= piece) {
      if (signal.aborted) throw new Failure('cancelled')
      await writer.append(silence.subarray(0, Math.min(left, piece)))
    }
    stored = await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
  try {
    const { type, size } = readMedia(session.database, damaged.media)
    return keepSaved(session, damaged, stored, type, size)
  } catch (error) {
    await destroyMedia(folder, stored.name)
    throw error
  }
}
