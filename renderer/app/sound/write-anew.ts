// Before silence can stand in a recording that is encoded, this window decodes all of it and hands the samples over; the
// archive puts the silence in, and keeps nothing of it until everything goes at once.
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { bytesOfDecoded, type DecodedShape } from '../../../shared/domain/sound/sample-kinds.ts'
import { askWorker, mediaAddress } from './ask-worker.ts'

/** A recording of which the archive needs the samples. */
export interface ToDecode {
  readonly recording: string
  readonly media: string
  readonly durationMs: number
}

/** With these, the window could not decode it after all. */
export const undecoded: readonly FailureCode[] = ['soundUnreadable', 'checkFailed', 'badInput']

/** A WAV counts its bytes in 32 bits. */
const mostBytes = 0xffff_ff00

/** Rejects with `soundUnreadable` where it cannot be decoded here, or would be longer than a WAV can be; `cancelled`. */
async function shapeOf({ media, durationMs }: ToDecode, signal: AbortSignal): Promise<DecodedShape | null> {
  let told = ''
  const hear = async (bytes: Uint8Array): Promise<void> => void (told += new TextDecoder().decode(bytes))
  await askWorker({ kind: 'shape', address: mediaAddress(media), durationMs }, hear, () => {}, signal)
  const shape = JSON.parse(told) as DecodedShape
  return bytesOfDecoded(shape) > mostBytes ? null : shape
}

/**
 * How many bytes all of them have as samples; null where one cannot be decoded, as far as its beginning says. Rejects with
 * `cancelled`.
 */
export async function roomFor(all: readonly ToDecode[], signal: AbortSignal): Promise<number | null> {
  let bytes = 0
  for (const one of all) {
    const shape = await shapeOf(one, signal).catch(() => null)
    signal.throwIfAborted()
    if (shape === null) return null
    bytes += bytesOfDecoded(shape)
  }
  return bytes
}

interface Passages {
  readonly testimony: string
  readonly passages: readonly string[]
  /** Nothing is silenced yet: their sound is to be sealed. */
  readonly isWhole?: boolean
}

/**
 * Rejects with `soundUnreadable` or `checkFailed` where one of them cannot be written anew, `cancelled`, or what the
 * archive says.
 *
 * @param tell how much is done, in bytes
 */
export async function writeAnew(
  archive: ArchiveClient,
  { testimony, passages, isWhole = false }: Passages,
  all: readonly ToDecode[],
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const wanted: { readonly one: ToDecode; readonly shape: DecodedShape }[] = []
  for (const one of all) {
    const shape = await shapeOf(one, signal)
    if (shape === null) throw new Failure('soundUnreadable')
    wanted.push({ one, shape })
  }
  const total = wanted.reduce((sum, { shape }) => sum + bytesOfDecoded(shape), 0)
  let done = 0
  tell(done, total)
  for (const { one, shape } of wanted) {
    const of = { testimony, recording: one.recording }
    await archive.erase.beginSound({ ...of, passages: [...passages], isWhole, ...shape }, signal)
    const hand = async (bytes: Uint8Array): Promise<void> => {
      await archive.erase.appendSound({ ...of, bytes }, signal)
      tell((done += bytes.length), total)
    }
    await askWorker({ kind: 'whole', address: mediaAddress(one.media), shape }, hand, () => {}, signal)
    await archive.erase.finishSound(of, signal)
  }
}

/**
 * What was handed over and not taken. NOTE: without a signal: what was cancelled has to be cleared away all the same.
 */
export async function abandonAnew(archive: ArchiveClient, testimony: string, all: readonly ToDecode[]): Promise<void> {
  for (const { recording } of all) await archive.erase.abandonSound({ testimony, recording }).catch(() => {})
}
