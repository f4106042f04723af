// Putting a take into its story: its sound becomes a master like any other, its gaps and marks become rows, and what it
// was kept in is destroyed. Until the one transaction there is the take, and after it the recording.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Recording } from '../../../../shared/domain/story.ts'
import { mediaFolder, MediaWriter, type StoredMedia } from '../../files/media.ts'
import { takeFile } from '../../files/take-names.ts'
import type { Session } from '../../session.ts'
import { insertGaps, insertRecordingMarks } from '../../store/gaps.ts'
import { insertMedia } from '../../store/media-rows.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { insertOffRecord } from '../../store/off-record.ts'
import { insertRecording, narratorOf } from '../../store/stories.ts'
import { deleteTake, readTake, takeSecret, type TakeRow } from '../../store/takes.ts'
import { masterHead } from './master-head.ts'
import { destroyFiles, sealedParts, sealUndecided, takeBytes } from './off-record-parts.ts'
import { OggOpus, skippedFrames } from './ogg-opus.ts'
import { bytesMissing, freeBytes } from './room.ts'
import { packetsIn } from './sound-frames.ts'
import { frameRate, readTaken, type Taken } from './taken.ts'
import type { OffRecordChoice } from './take-under-way.ts'

/** Told how far it is, 0 to 1. */
type Progress = (done: number) => void

/** How much of the time reading takes before anything is written. */
const firstReading = 0.3

interface Keys {
  readonly publicKey: Buffer
  readonly secretKey: Buffer
}

/** Writes the master; it is on the disk, and no row names it yet. Throws Failure diskFull, mediaDamaged; the signal's reason. */
async function writeMaster(
  session: Session,
  take: TakeRow,
  keys: Keys,
  taken: Taken,
  progress: Progress,
  signal: AbortSignal,
): Promise<StoredMedia> {
  const { folder, about, surroundings } = session
  const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
  try {
    const ogg = take.codec === 'opus' ? new OggOpus() : null
    await writer.append(ogg === null ? masterHead(take, taken.bytes) : ogg.begin(take.channels))
    const again = await readTaken(
      takeFile(folder, take.file),
      keys,
      take,
      async (bytes, read) => {
        await writer.append(ogg === null ? bytes : ogg.add((packetsIn(bytes) ?? []).map((one) => Uint8Array.from(one))))
        progress(firstReading + (1 - firstReading) * Math.min(1, read / Math.max(1, taken.end)))
      },
      signal,
    )
    // NOTE: the length stands in the head, so a disk that reads otherwise the second time makes no master.
    if (again.bytes !== taken.bytes) throw new Failure('mediaDamaged')
    if (ogg !== null) await writer.append(ogg.end())
    signal.throwIfAborted()
    return await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
}

function herKey({ database }: Session, { testimony }: TakeRow): string | null {
  return keyInUse(database, narratorOf(database, testimony))?.key.id ?? null
}

function recordingOf(session: Session, take: TakeRow, taken: Taken, media: StoredMedia): Recording {
  const frames = take.codec === 'opus' ? Math.max(1, taken.frames - skippedFrames) : taken.frames
  return {
    id: session.newId(),
    media: media.name,
    sitting: take.sitting,
    format: take.codec === 'opus' ? 'ogg' : 'wav',
    durationMs: (frames * 1000) / frameRate(take),
    channels: take.channels,
    sampleRate: frameRate(take),
  }
}

/**
 * Gives the id of the recording. Throws Failure notFound, diskFull, nothingInside where no sound was kept, mediaMissing,
 * mediaDamaged; the signal's reason.
 */
export async function finishTake(
  session: Session,
  id: string,
  offRecord: OffRecordChoice,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const { database, folder } = session
  const take = readTake(database, id)
  const file = takeFile(folder, take.file)
  const secretKey = takeSecret(database, id)
  const keys = { publicKey: take.publicKey, secretKey }
  let written: StoredMedia | null = null
  try {
    const whole = await takeBytes(file)
    if (whole === 0) throw new Failure('mediaMissing')
    const look = (_bytes: Buffer, read: number) => {
      progress((firstReading * Math.min(read, whole)) / whole)
      return Promise.resolve()
    }
    const taken = await readTaken(file, keys, take, look, signal)
    if (taken.frames === 0) throw new Failure('nothingInside')
    const free = await freeBytes(folder).catch(() => Infinity)
    if (bytesMissing(free, taken.bytes) > 0) throw new Failure('diskFull')
    written = await writeMaster(session, take, keys, taken, progress, signal)
    if (offRecord === 'seal') await sealUndecided(folder, take.file)
    const parts = await sealedParts(folder, take, secretKey, herKey(session, take), () => session.newId())
    signal.throwIfAborted()
    const media = written
    const recording = recordingOf(session, take, taken, media)
    session.save(['shelf', 'story'], (archive) => {
      readTake(archive, id)
      const type = take.codec === 'opus' ? 'audio/ogg' : 'audio/wav'
      insertMedia(archive, { ...media, kind: 'recording', type }, session.moment())
      insertRecording(archive, take.testimony, recording)
      insertGaps(archive, recording.id, taken.gaps)
      insertRecordingMarks(archive, recording.id, taken.marks)
      for (const part of parts) insertOffRecord(archive, part)
      deleteTake(archive, id)
    })
    written = null
    // Its key is gone with its row; what is left of it is settled at the next opening where this is interrupted.
    database.emptyLog()
    await destroyFiles(folder, take.file, file, new Set(parts.map(({ file: name }) => name)))
    return recording.id
  } finally {
    secretKey.fill(0)
    if (written !== null) await rm(path.join(mediaFolder(folder), written.name), { force: true })
  }
}

/** Nothing of it is left but what she had sealed, which stays hers. Throws Failure notFound. */
export async function destroyTake(session: Session, id: string): Promise<void> {
  const { database, folder } = session
  const take = readTake(database, id)
  const secretKey = takeSecret(database, id)
  const parts = await sealedParts(folder, take, secretKey, herKey(session, take), () => session.newId()).finally(() =>
    secretKey.fill(0),
  )
  session.save(['shelf', 'story'], (archive) => {
    for (const part of parts) insertOffRecord(archive, part)
    deleteTake(archive, id)
  })
  database.emptyLog()
  const kept = new Set(parts.map(({ file }) => file))
  await destroyFiles(folder, take.file, takeFile(folder, take.file), kept)
}
