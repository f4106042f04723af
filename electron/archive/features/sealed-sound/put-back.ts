// The sound of passages that she opens again: back into the recording, sample by sample. What another passage that stays
// sealed keeps silent too is handed on to that one, and what was erased meanwhile does not come back.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { destroyMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { ReadableArchive } from '../../store/archive-database.ts'
import { sealedPartsIn, sealedStretchesIn, type SealedPart, type SealedStretch } from '../../store/sealed-sound.ts'
import { framesOf, shared, without, type Frames } from '../sound-anew/frames.ts'
import { samplesIn, silentByteOf, wholeFramesOf } from '../sound-anew/plain-samples.ts'
import { writeAgain, type Change } from '../sound-anew/write-again.ts'
import { discardWritten, type Written } from './seal-away.ts'
import { readerOfPart, recordsOf, writeSealedFile, type ReadFrames } from './sealed-file.ts'
import { targetsOf, type Target } from './where-it-goes.ts'

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

/** What becomes of sealed sound that cannot be read any more: nothing is opened, or there is silence where it was. */
export type Unreadable = 'refused' | 'silent'

/** Throws Failure sealedSoundDamaged where it cannot be read and that is refused. */
function readerOf(session: Session, part: SealedPart, key: OpenNarratorKey, unreadable: Unreadable): ReadFrames {
  const read = readerOfPart(session, part, () => key)
  const frame = part.format.readUInt16LE(12)
  const silence = silentByteOf(part.format) ?? 0
  const readable = (frames: Frames): Promise<Buffer> =>
    read(frames).catch((error: unknown) => {
      if (!isDamage(error)) throw error
      if (unreadable === 'refused') throw new Failure('sealedSoundDamaged')
      return Buffer.alloc((frames.end - frames.start) * frame, silence)
    })
  if (unreadable === 'refused') return readable
  // Record by record: of what lies beside a damaged one, nothing is lost.
  return async (frames) => Buffer.concat(await inOrder(recordsOf(part, frame, frames), readable))
}

async function inOrder<T, R>(all: readonly T[], one: (of: T) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const of of all) made.push(await one(of))
  return made
}

const isDamage = (error: unknown): boolean =>
  error instanceof Failure && (error.code === 'mediaDamaged' || error.code === 'mediaMissing')

/**
 * Writes the recordings of these passages with their sound in it again. Throws Failure sealed where it was sealed to another
 * key, sealedSoundDamaged, diskFull, checkFailed, cancelled; then nothing of it is left but what was saved of a damaged
 * recording on the way.
 */
export async function putBack(
  session: Session,
  stretches: readonly SealedStretch[],
  key: OpenNarratorKey,
  unreadable: Unreadable,
  signal: AbortSignal,
): Promise<Written[]> {
  const written: Written[] = []
  const leaving = new Set(stretches.map(({ passage }) => passage))
  try {
    for (const recording of new Set(stretches.map((stretch) => stretch.recording))) {
      const parts = sealedPartsIn(session.database, recording).filter(({ passage }) => leaving.has(passage))
      if (parts.some((part) => part.key !== key.id)) throw new Failure('sealed')
      const read = parts.map((part) => ({ part, read: readerOf(session, part, key, unreadable) }))
      written.push(...(await putBackSomewhere(session, recording, read, leaving, signal)))
    }
    return written
  } catch (error) {
    await discardWritten(session, written)
    throw error
  }
}

interface ReadPart {
  readonly part: SealedPart
  readonly read: ReadFrames
}

async function putBackSomewhere(
  session: Session,
  recording: string,
  parts: readonly ReadPart[],
  leaving: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Written[]> {
  const [first] = parts
  if (first === undefined) return []
  for await (const target of targetsOf(session, recording, first.part, signal)) {
    try {
      return [await putBackInto(session, recording, target, parts, leaving, signal)]
    } catch (error) {
      if (!isDamage(error)) throw error
    }
  }
  throw new Failure('mediaDamaged')
}

/** Throws Failure mediaDamaged, mediaMissing where it cannot be written into this one. */
async function putBackInto(
  session: Session,
  recording: string,
  target: Target,
  parts: readonly ReadPart[],
  leaving: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Written> {
  const { database } = session
  const reader = await session.reader(target.media)
  const samples = await samplesIn(reader)
  if (samples === null) throw new Failure('mediaDamaged')
  const { rate, frame, format } = samples
  if (parts.some(({ part }) => !part.format.equals(format))) throw new Failure('mediaDamaged')
  const count = wholeFramesOf(samples)
  const staying = sealedStretchesIn(database, recording)
    .filter(({ passage }) => !leaving.has(passage))
    .map((to) => ({ to, frames: framesOf(to, rate, count) }))
  const erased = [...new Set([recording, target.recording])]
    .flatMap((one) => erasedIn(database, one))
    .map((stretch) => framesOf(stretch, rate, count))
  const made = parts.map(({ part, read }) => sorted(part, read, staying, erased))
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
    return { ...target, stored, as: null, parts: handedOn }
  } catch (error) {
    for (const { file } of handedOn) await destroyMedia(session.folder, file)
    throw error
  }
}
