// The sound of passages that are being sealed: written to files that open to her key alone, and out of the recording that
// stands for the one before. Nothing of it counts until the rows are written, all at once.
import { Failure } from '../../../../shared/contract/failure.ts'
import { destroyMedia, openMedia, type MediaReader, type StoredMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import type { Gone } from '../../store/erase/gone.ts'
import { replaceSound, type WrittenAs } from '../../store/erase/recordings.ts'
import { recordingFile } from '../../store/recordings.ts'
import {
  insertSealedPart,
  insertSealedStretch,
  sealedPartsIn,
  type SealedPart,
  type SealedStretch,
} from '../../store/sealed-sound.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { framesOf, without, type Frames } from '../sound-anew/frames.ts'
import { keptSound } from '../sound-anew/kept-sound.ts'
import { samplesIn, wholeFramesOf, type Samples } from '../sound-anew/plain-samples.ts'
import { writeAgain } from '../sound-anew/write-again.ts'
import { writeSealedFile } from './sealed-file.ts'
import type { Place } from './where.ts'

/** One recording, ready to be replaced. */
export interface Written {
  readonly recording: string
  /** The file that it was written from. */
  readonly media: string
  /** Null where nothing of it changes. */
  readonly stored: StoredMedia | null
  readonly as: WrittenAs | null
  readonly parts: readonly SealedPart[]
}

interface Source {
  readonly reader: MediaReader
  readonly samples: Samples
  readonly as: WrittenAs | null
  /** What the window decoded lies in a file of its own until this is over. */
  close(): Promise<void>
}

/** Throws Failure soundUnreadable for what the window would have had to decode and did not; mediaDamaged. */
async function sourceOf(session: Session, recording: string, handedOver: HandedOver): Promise<Source> {
  const kept = await keptSound(session, recording)
  if (kept === null || kept.kind === 'damaged') throw new Failure('mediaDamaged')
  if (kept.kind === 'plain') {
    const reader = await session.reader(kept.media)
    const samples = await samplesIn(reader)
    if (samples === null) throw new Failure('mediaDamaged')
    return { reader, samples, as: null, close: () => Promise.resolve() }
  }
  const decoded = handedOver.take(session, recording, kept.media, [])
  if (decoded === null) throw new Failure('soundUnreadable')
  const { name, header } = decoded.stored
  const discard = () => destroyMedia(session.folder, name)
  try {
    const reader = await openMedia(session.folder, name, header, session.about.mediaIdentity)
    const close = async (): Promise<void> => {
      await reader.close()
      await discard()
    }
    const samples = await samplesIn(reader)
    if (samples !== null) return { reader, samples, as: decoded.as, close }
    await close()
  } catch (error) {
    await discard()
    throw error
  }
  throw new Failure('mediaDamaged')
}

/** Which frames of a recording each passage takes: those that no other has taken. */
function shares(session: Session, recording: string, places: readonly Place[], samples: Samples) {
  const count = wholeFramesOf(samples)
  const taken: Frames[] = [...sealedPartsIn(session.database, recording)]
  return places.flatMap(({ passage, stretch }) => {
    const own = without(framesOf(stretch, samples.rate, count), taken)
    taken.push(...own)
    return own.map((frames) => ({ passage, frames }))
  })
}

/** Throws Failure soundUnreadable, mediaDamaged, mediaMissing, diskFull, checkFailed, cancelled; then nothing of it is left. */
export async function sealAway(
  session: Session,
  testimony: string,
  places: readonly Place[],
  key: NarratorKey,
  handedOver: HandedOver,
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Written[]> {
  const written: Written[] = []
  const byRecording = Map.groupBy(places, ({ recording }) => recording)
  try {
    for (const [recording, own] of byRecording) {
      const media = recordingFile(session.database, recording)?.media ?? ''
      const source = await sourceOf(session, recording, handedOver)
      const parts: SealedPart[] = []
      try {
        const { reader, samples } = source
        const read = ({ start, end }: Frames) =>
          reader.read(samples.start + start * samples.frame, samples.start + end * samples.frame)
        for (const { passage, frames } of shares(session, recording, own, samples)) {
          const file = await writeSealedFile(session, key.sealingPublic, samples.frame, frames, read, signal)
          const { format } = samples
          parts.push({ id: session.newId(), testimony, passage, recording, file, key: key.id, ...frames, format })
        }
        const changes = parts.map(({ start, end }) => ({ frames: { start, end }, with: null }))
        let done = 0
        const told = (bytes: number): void => tell((done += bytes), reader.size)
        const stored = parts.length === 0 ? null : await writeAgain(session, reader, samples, changes, told, signal)
        written.push({ recording, media, stored, as: source.as, parts })
      } catch (error) {
        for (const { file } of parts) await destroyMedia(session.folder, file)
        throw error
      } finally {
        await source.close()
      }
    }
    return written
  } catch (error) {
    await discardWritten(session, written)
    throw error
  }
}

/** What was written for nothing. What cannot be destroyed now is a stray at the next opening. */
export async function discardWritten(session: Session, written: readonly Written[]): Promise<void> {
  for (const { stored, parts } of written) {
    if (stored !== null) await destroyMedia(session.folder, stored.name)
    for (const { file } of parts) await destroyMedia(session.folder, file)
  }
}

/** The rows of it. Throws Failure changedMeanwhile where a recording is another one by now. */
export function keepWritten(
  archive: WritableArchive,
  { recording, media, stored, as, parts }: Written,
  stretches: readonly SealedStretch[],
  at: string,
  gone: Gone,
): void {
  const now = archive.get<{ media: string }>('SELECT media FROM recordings WHERE id = ?', [recording])
  if (now?.media !== media) throw new Failure('changedMeanwhile')
  for (const stretch of stretches) if (stretch.recording === recording) insertSealedStretch(archive, stretch)
  for (const part of parts) insertSealedPart(archive, part)
  if (stored !== null) replaceSound(archive, recording, stored, as, at, gone)
}
