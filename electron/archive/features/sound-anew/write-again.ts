// A recording of plain samples, written again as it is but for some of its samples, and read again from the disk before it
// stands for the one before.
import { createHash } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import { destroyMedia, MediaWriter, openMedia, type MediaReader, type StoredMedia } from '../../files/media.ts'
import type { Session } from '../../session.ts'
import type { Frames } from './frames.ts'
import type { Samples } from './plain-samples.ts'

const piece = 1024 * 1024

/** Of some frames other samples, as long as those that stand there; silence where `with` is null. */
export interface Change {
  readonly frames: Frames
  readonly with: ((frames: Frames) => Promise<Buffer>) | null
}

type Tell = (bytes: number) => void

/**
 * Writes it; no row names it yet. Throws Failure diskFull, mediaDamaged, mediaMissing, checkFailed, cancelled; then nothing
 * of it is left.
 */
export async function writeAgain(
  session: Session,
  reader: MediaReader,
  samples: Samples,
  changes: readonly Change[],
  tell: Tell,
  signal: AbortSignal,
): Promise<StoredMedia> {
  const { folder, about, surroundings } = session
  const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
  let stored: StoredMedia
  const expected = createHash('sha256')
  try {
    for (let at = 0; at < reader.size;) {
      if (signal.aborted) throw new Failure('cancelled')
      const bytes = Buffer.from(await reader.read(at, Math.min(reader.size, at + piece)))
      for (const change of changes) await put(bytes, at, samples, change)
      expected.update(bytes)
      await writer.append(bytes)
      tell(bytes.length)
      at += bytes.length
      bytes.fill(0)
    }
    stored = await writer.finish()
  } catch (error) {
    await writer.discard()
    throw error
  }
  try {
    await check(session, stored, reader.size, expected.digest('hex'), (piece, from) =>
      areSilent(piece, from, samples, changes),
    )
    if (signal.aborted) throw new Failure('cancelled')
    return stored
  } catch (error) {
    await destroyMedia(folder, stored.name)
    throw error
  }
}

/** Whatever of the change lies in these bytes, which begin at byte `at` of the file. */
async function put(bytes: Buffer, at: number, { start, end, frame, silence }: Samples, change: Change): Promise<void> {
  const from = Math.max(at, start + change.frames.start * frame)
  const until = Math.min(at + bytes.length, end, start + change.frames.end * frame)
  if (until <= from) return
  if (change.with === null) {
    bytes.fill(silence, from - at, until - at)
    return
  }
  // Whole frames, of which a piece may hold only a part.
  const frames = { start: Math.floor((from - start) / frame), end: Math.ceil((until - start) / frame) }
  const samples = await change.with(frames)
  samples.copy(bytes, from - at, from - start - frames.start * frame, until - start - frames.start * frame)
  samples.fill(0)
}

/** Of a piece that begins at byte `from` of the written file. */
function areSilent(
  piece: Uint8Array,
  from: number,
  { start, end, frame, silence }: Samples,
  changes: readonly Change[],
): boolean {
  return changes.every(({ frames, with: instead }) => {
    if (instead !== null) return true
    const first = Math.max(0, start + frames.start * frame - from)
    const last = Math.min(end, start + frames.end * frame) - from
    return piece.subarray(first, Math.max(first, last)).every((byte) => byte === silence)
  })
}

async function check(
  { folder, about }: Session,
  stored: StoredMedia,
  size: number,
  expected: string,
  isRight: (piece: Uint8Array, from: number) => boolean,
): Promise<void> {
  const hash = createHash('sha256')
  let length = 0
  try {
    const reader = await openMedia(folder, stored.name, stored.header, about.mediaIdentity)
    try {
      for await (const bytes of reader.stream(0, reader.size)) {
        if (!isRight(bytes, length)) throw new Failure('checkFailed')
        hash.update(bytes)
        length += bytes.length
      }
    } finally {
      await reader.close()
    }
  } catch {
    throw new Failure('checkFailed')
  }
  if (length !== size || hash.digest('hex') !== expected) throw new Failure('checkFailed')
}
