// The sound of passages that she opens again: back into the recording, sample by sample. What another passage that stays
// sealed keeps silent too is handed on to that one, and what was erased meanwhile does not come back.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { destroyMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { recordingFile } from '../../store/recordings.ts'
import { sealedPartsIn, sealedStretchesIn, type SealedPart, type SealedStretch } from '../../store/sealed-sound.ts'
import { framesOf, shared, without, type Frames } from '../sound-anew/frames.ts'
import { samplesIn, wholeFramesOf } from '../sound-anew/plain-samples.ts'
import { writeAgain, type Change } from '../sound-anew/write-again.ts'
import { readerOfPart, writeSealedFile, type ReadFrames } from './sealed-file.ts'
import { discardWritten, type Written } from './seal-away.ts'

function erasedIn(archive: ReadableArchive, recording: string): { startMs: number; endMs: number }[] {
  return archive.all(
    "SELECT start_ms AS startMs, end_ms AS endMs FROM tombstones WHERE kind = 'stretch' AND target = ?",
    [recording],
  )
}

function publicHalf(archive: ReadableArchive, key: string): Buffer {
  const row = archive.get<{ half: Buffer }>('SELECT sealing_public AS half FROM narrator_keys WHERE id = ?', [key])
  if (row === undefined) throw new Failure('notFound')
  return row.half
}

interface HandedOn {
  readonly to: SealedStretch
  readonly frames: Frames
  readonly read: ReadFrames
  readonly format: Buffer
}

/** What becomes of the frames of one part. */
function sorted(
  part: SealedPart,
  read: ReadFrames,
  staying: readonly { readonly to: SealedStretch; readonly frames: Frames }[],
  erased: readonly Frames[],
): { readonly back: Change[]; readonly on: HandedOn[] } {
  let left = without(part, erased)
  const on: HandedOn[] = []
  for (const { to, frames } of staying) {
    for (const one of left) {
      const common = shared(one, frames)
      if (common !== null) on.push({ to, frames: common, read, format: part.format })
    }
    left = left.flatMap((one) => without(one, [frames]))
  }
  return { back: left.map((frames) => ({ frames, with: read })), on }
}

/**
 * Writes the recordings of these passages with their sound in it again. Throws Failure sealed where it was sealed to another
 * key, mediaDamaged, mediaMissing, diskFull, checkFailed, cancelled; then nothing of it is left.
 */
export async function putBack(
  session: Session,
  stretches: readonly SealedStretch[],
  key: OpenNarratorKey,
  signal: AbortSignal,
): Promise<Written[]> {
  const written: Written[] = []
  const leaving = new Set(stretches.map(({ passage }) => passage))
  try {
    for (const recording of new Set(stretches.map((stretch) => stretch.recording)))
      written.push(await putBackInto(session, recording, leaving, key, signal))
    return written
  } catch (error) {
    await discardWritten(session, written)
    throw error
  }
}

async function putBackInto(
  session: Session,
  recording: string,
  leaving: ReadonlySet<string>,
  key: OpenNarratorKey,
  signal: AbortSignal,
): Promise<Written> {
  const { database } = session
  const media = recordingFile(database, recording)?.media ?? ''
  const parts = sealedPartsIn(database, recording).filter(({ passage }) => leaving.has(passage))
  if (parts.some((part) => part.key !== key.id)) throw new Failure('sealed')
  if (parts.length === 0) return { recording, media, stored: null, as: null, parts: [] }
  const reader = await session.reader(media)
  const samples = await samplesIn(reader)
  if (samples === null) throw new Failure('mediaDamaged')
  const { rate, frame, format } = samples
  if (parts.some((part) => !part.format.equals(format))) throw new Failure('mediaDamaged')
  const count = wholeFramesOf(samples)
  const staying = sealedStretchesIn(database, recording)
    .filter(({ passage }) => !leaving.has(passage))
    .map((to) => ({ to, frames: framesOf(to, rate, count) }))
  const erased = erasedIn(database, recording).map((stretch) => framesOf(stretch, rate, count))
  const made = parts.map((part) =>
    sorted(
      part,
      readerOfPart(session, part, () => key),
      staying,
      erased,
    ),
  )
  const handedOn: SealedPart[] = []
  try {
    for (const { to, frames, read, format: of } of made.flatMap(({ on }) => on)) {
      const file = await writeSealedFile(session, publicHalf(database, to.key), frame, frames, read, signal)
      const { testimony, passage } = to
      handedOn.push({ id: session.newId(), testimony, passage, recording, file, key: to.key, ...frames, format: of })
    }
    const changes = made.flatMap(({ back }) => back)
    const stored =
      changes.length === 0 ? null : await writeAgain(session, reader, samples, changes, () => undefined, signal)
    return { recording, media, stored, as: null, parts: handedOn }
  } catch (error) {
    for (const { file } of handedOn) await destroyMedia(session.folder, file)
    throw error
  }
}
