// What can still be read of a damaged recording, as a recording of its own. The damaged one stays as it is.
import { Failure } from '../../../../shared/contract/failure.ts'
import { MediaWriter, openDamagedMedia, type StoredMedia } from '../../files/media.ts'
import { chunkLength } from '../../files/media-format.ts'
import type { Session } from '../../session.ts'
import { readMedia, insertMedia } from '../../store/media-rows.ts'
import { insertSaved, nextSitting, type RecordingToSave } from '../../store/repairs.ts'
import { insertRecording } from '../../store/stories.ts'

export interface Saved {
  /** Null where nothing of it can be read. */
  readonly recording: string | null
  readonly lostBytes: number
}

/**
 * Writes what can be read, with nothing (zeros) in the place of what cannot, so that everything keeps its time; tells how many bytes
 * are done. Throws Failure diskFull, cancelled; then nothing was kept.
 */
export async function* saveReadable(
  session: Session,
  damaged: RecordingToSave,
  signal: AbortSignal,
): AsyncGenerator<number, Saved> {
  const media = readMedia(session.database, damaged.media)
  let reader
  try {
    reader = await openDamagedMedia(session.folder, damaged.media, media.header, session.about.mediaIdentity)
  } catch (error) {
    if (error instanceof Failure && (error.code === 'mediaDamaged' || error.code === 'mediaMissing'))
      return { recording: null, lostBytes: media.size }
    throw error
  }
  const writer = await MediaWriter.begin(session.folder, session.about.mediaRecipient, session.surroundings.random)
  let isKept = false
  try {
    let lostBytes = 0
    for (let at = 0; at < media.size; at += chunkLength) {
      if (signal.aborted) throw new Failure('cancelled')
      const length = Math.min(chunkLength, media.size - at)
      const bytes = await reader.read(at, at + length).catch((error: unknown) => {
        if (error instanceof Failure && error.code === 'mediaDamaged') return Buffer.alloc(0)
        throw error
      })
      const missing = length - bytes.length
      lostBytes += missing
      const filled = missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)])
      await writer.append(at === 0 && missing > 0 ? withHead(filled, damaged, media.size) : filled)
      yield length
    }
    if (lostBytes >= media.size) return { recording: null, lostBytes }
    const stored = await writer.finish()
    isKept = true
    return { recording: keepSaved(session, damaged, stored, media.type, lostBytes), lostBytes }
  } finally {
    await reader.close()
    if (!isKept) await writer.discard()
  }
}

/** Its rows: a recording of the same story, as long as the damaged one. Gives its id. */
export function keepSaved(
  session: Session,
  damaged: RecordingToSave,
  stored: StoredMedia,
  type: string,
  lostBytes: number,
): string {
  const recording = session.newId()
  const { testimony, format, durationMs, channels, sampleRate } = damaged
  session.save(['story', 'shelf'], (archive) => {
    insertMedia(archive, { ...stored, kind: 'recording', type }, session.moment())
    const sitting = nextSitting(archive, testimony)
    const row = { id: recording, media: stored.name, sitting, format, durationMs, channels, sampleRate }
    insertRecording(archive, testimony, row)
    insertSaved(archive, { recording, from: damaged, lostBytes }, session.moment(), () => session.newId())
  })
  return recording
}

const wavHead = 44

/** A WAV file whose beginning is lost is still known by its row: how many channels, how many samples, how long. */
function withHead(bytes: Buffer, damaged: RecordingToSave, size: number): Buffer {
  const { format, channels, sampleRate, durationMs } = damaged
  const perSample = Math.round((size - wavHead) / Math.max(1, (durationMs / 1000) * sampleRate * channels))
  if (format !== 'wav' || bytes.length < wavHead || ![1, 2, 3, 4].includes(perSample)) return bytes
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(size - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(channels, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * channels * perSample, 28)
  bytes.writeUInt16LE(channels * perSample, 32)
  bytes.writeUInt16LE(perSample * 8, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(size - wavHead, 40)
  return bytes
}
