// A file of samples that opens to a narrator's key and to no other, written with the public half of it alone: records as a
// take has them, the first of which says only that it is one.
import { createHash, randomBytes } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure, isNoFile, knownFailure } from '../../as-failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { destroyMedia, mediaFile, mediaFolder } from '../../files/media.ts'
import { partName } from '../../files/take-names.ts'
import { headLength, jsonPayload, openRecord, readSound, sealRecord, soundPayload } from '../../files/take-record.ts'
import { syncFolder } from '../../files/write-durably.ts'
import { newId } from '../../vault/random.ts'
import type { Session } from '../../session.ts'
import type { SealedPart } from '../../store/sealed-sound.ts'
import type { Frames } from '../sound-anew/frames.ts'

/** Bytes of samples in a record, no more than so many; whole frames. */
export const mostInRecord = 256 * 1024

const framesInRecord = (frame: number): number => Math.max(1, Math.floor(mostInRecord / frame))

/** Samples of a recording, from one frame to before another. */
export type ReadFrames = (frames: Frames) => Promise<Buffer>

/**
 * Writes these frames, reads them again from the disk as they lie there, and gives the file's name; no row names it yet.
 * What was read is wiped. Throws Failure diskFull, checkFailed, cancelled, what `read` throws; then nothing of it is left.
 *
 * @param frame bytes of one sample of every channel
 */
export async function writeSealedFile(
  session: Session,
  sealingPublic: Buffer,
  frame: number,
  { start, end }: Frames,
  read: ReadFrames,
  signal: AbortSignal,
): Promise<string> {
  const name = partName(newId(session.surroundings.random), 1, 'hers')
  const file = mediaFile(session.folder, name)
  const hash = createHash('sha256')
  let handle: FileHandle | null = null
  try {
    handle = await open(file, 'wx', 0o600)
    const put = async (record: Buffer): Promise<void> => {
      hash.update(record)
      await handle?.writeFile(record)
    }
    const common = { gaps: 0, at: 0 }
    await put(
      sealRecord({ ...common, type: 'part', sequence: 0, position: 0, payload: jsonPayload({}) }, sealingPublic),
    )
    const step = framesInRecord(frame)
    for (let at = start, sequence = 1; at < end; at += step, sequence += 1) {
      if (signal.aborted) throw new Failure('cancelled')
      const until = Math.min(end, at + step)
      const bytes = await read({ start: at, end: until })
      if (bytes.length !== (until - at) * frame) throw new Failure('mediaDamaged')
      const payload = soundPayload(until - at, bytes)
      bytes.fill(0)
      await put(sealRecord({ ...common, type: 'sound', sequence, position: at - start, payload }, sealingPublic))
      payload.fill(0)
    }
    await handle.sync()
    await handle.close()
    handle = null
    await syncFolder(mediaFolder(session.folder))
    await checkAsWritten(file, hash.digest())
    return name
  } catch (error) {
    await handle?.close().catch(() => undefined)
    await destroyMedia(session.folder, name)
    throw knownFailure(error) ?? error
  }
}

async function checkAsWritten(file: string, written: Buffer): Promise<void> {
  const hash = createHash('sha256')
  const handle = await open(file, 'r')
  try {
    for await (const piece of handle.createReadStream({ autoClose: false })) hash.update(piece as Uint8Array)
  } finally {
    await handle.close()
  }
  if (!hash.digest().equals(written)) throw new Failure('checkFailed')
}

/** Of a record with so many bytes of samples, as it lies in the file. */
function lengthOnDisk(bytes: number): number {
  return headLength + sealRecordAdds + bytes
}
/** NOTE: measured once from a record as it is written, so that it cannot differ from how records are. */
const sealRecordAdds =
  sealRecord(
    { type: 'sound', gaps: 0, sequence: 1, at: 0, position: 0, payload: soundPayload(0, Buffer.alloc(0)) },
    randomBytes(32),
  ).length - headLength
const firstLength = sealRecord(
  { type: 'part', gaps: 0, sequence: 0, at: 0, position: 0, payload: jsonPayload({}) },
  randomBytes(32),
).length

/** Frames in a file of their own, `end` not included. */
interface Lying {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** These frames, of `frame` bytes, cut where the records of the file are. */
export function recordsOf(part: Pick<Lying, 'start'>, frame: number, { start, end }: Frames): Frames[] {
  const step = framesInRecord(frame)
  const cut: Frames[] = []
  for (let at = start; at < end;) {
    const until = Math.min(end, part.start + (Math.floor((at - part.start) / step) + 1) * step)
    cut.push({ start: at, end: until })
    at = until
  }
  return cut
}

/** Reads frames of a part, counted as in its recording; they lie within it. As `readerOfSealed`. */
export function readerOfPart(session: Session, part: SealedPart, keyNow: () => OpenNarratorKey): ReadFrames {
  return readerOfSealed(session, part, part.format.readUInt16LE(12), keyNow)
}

/**
 * Reads frames of `frame` bytes; they lie within what the file holds. Nothing deciphered is kept. Throws Failure mediaMissing,
 * mediaDamaged, and what `keyNow` throws.
 */
export function readerOfSealed(
  session: Session,
  part: Lying,
  frame: number,
  keyNow: () => OpenNarratorKey,
): ReadFrames {
  const step = framesInRecord(frame)
  const record = async (handle: FileHandle, number: number): Promise<Buffer> => {
    const frames = Math.min(step, part.end - part.start - number * step)
    const sealed = Buffer.alloc(lengthOnDisk(frames * frame) - headLength)
    const { bytesRead } = await handle.read(
      sealed,
      0,
      sealed.length,
      firstLength + number * lengthOnDisk(step * frame) + headLength,
    )
    const { sealingPublic, sealingSecret } = keyNow()
    const opened = bytesRead === sealed.length ? openRecord(sealed, sealingPublic, sealingSecret) : null
    if (opened?.type !== 'sound' || opened.sequence !== number + 1) throw new Failure('mediaDamaged')
    return readSound(opened.payload).bytes
  }
  return async ({ start, end }) => {
    const wanted = Buffer.alloc((end - start) * frame)
    const handle = await open(mediaFile(session.folder, part.file), 'r').catch((error: unknown) => {
      // NOTE: what cannot be opened for now is not lost, and nobody may put silence in its place.
      throw isNoFile(error) ? new Failure('mediaMissing') : asFailure(error)
    })
    try {
      for (const { start: at, end: until } of recordsOf(part, frame, { start, end })) {
        const number = Math.floor((at - part.start) / step)
        const first = part.start + number * step
        const bytes = await record(handle, number)
        bytes.copy(wanted, (at - start) * frame, (at - first) * frame, (until - first) * frame)
        bytes.fill(0)
      }
      return wanted
    } finally {
      await handle.close()
    }
  }
}
