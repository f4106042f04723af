// What was said off the record in a take, in the files beside it: how long it is, whom it opens to, and what becomes of it.
import { rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { destroyFile } from '../../files/destroy-file.ts'
import { mediaFolder } from '../../files/media-writer.ts'
import { partsOf, type FoundPart } from '../../files/take-names.ts'
import { sealedRecords } from '../../files/take-reader.ts'
import { openRecord, soundBytesIn } from '../../files/take-record.ts'
import { syncFolder } from '../../files/write-durably.ts'
import type { OffRecordPart } from '../../store/off-record.ts'
import type { SoundShape, TakeRow } from '../../store/takes.ts'

/** Packets cannot be counted from outside: each record is a second. */
function lengthMs(shape: SoundShape, bytes: number, records: number): number {
  return shape.codec === 'pcm' ? (bytes * 1000) / (shape.sampleRate * shape.channels * 2) : records * 1000
}

/** How long a part is, in milliseconds, and its first record, which says whom it opens to. */
async function lookAt(file: string, shape: SoundShape): Promise<{ durationMs: number; first: Buffer | null }> {
  let first: Buffer | null = null
  let bytes = 0
  let records = 0
  for await (const { sealed } of sealedRecords(file)) {
    if (first === null) first = Buffer.from(sealed)
    else {
      bytes += soundBytesIn(sealed.length)
      records += 1
    }
  }
  return { durationMs: lengthMs(shape, bytes, records), first }
}

/** Milliseconds that nothing was decided about. */
export async function undecidedMs(folder: string, take: TakeRow): Promise<number> {
  let ms = 0
  for (const { name, decided } of await partsOf(folder, take.file))
    if (!decided) ms += (await lookAt(path.join(mediaFolder(folder), name), take)).durationMs
  return ms
}

/** Bytes of a take's sound, as they lie there. */
export async function takeBytes(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

/** From here on all of it is hers. */
export async function sealUndecided(folder: string, name: string): Promise<void> {
  const media = mediaFolder(folder)
  const undecided = (await partsOf(folder, name)).filter(({ decided }) => !decided)
  for (const part of undecided)
    await rename(path.join(media, part.name), path.join(media, part.name.replace(/\.off$/, '.hers')))
  if (undecided.length > 0) await syncFolder(media)
}

/**
 * What was sealed, as it is to be kept beside its story. What is empty is no part.
 *
 * @param herKey the key that it was sealed to where that is damaged in its file: hers now, or null
 */
export async function sealedParts(
  folder: string,
  take: TakeRow,
  secretKey: Buffer,
  herKey: string | null,
  newId: () => string,
): Promise<OffRecordPart[]> {
  const { testimony, codec, sampleRate, channels, publicKey } = take
  const parts: OffRecordPart[] = []
  for (const { name, decided } of await partsOf(folder, take.file)) {
    if (!decided) continue
    const { durationMs, first } = await lookAt(path.join(mediaFolder(folder), name), take)
    const record = first === null ? null : openRecord(first, publicKey, secretKey)
    const said = record?.type === 'part' ? (JSON.parse(record.payload.toString('utf8')) as { key: string }) : null
    const key = said?.key ?? herKey
    if (key === null || durationMs === 0) continue
    const at = record === null ? take.beganAt : new Date(record.at).toISOString()
    parts.push({ id: newId(), testimony, file: name, key, codec, sampleRate, channels, durationMs, at })
  }
  return parts
}

/** Destroys the files of a take, but for those that are kept. */
export async function destroyFiles(
  folder: string,
  take: string,
  file: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  await destroyFile(file)
  const parts: readonly FoundPart[] = await partsOf(folder, take)
  for (const { name } of parts) if (!kept.has(name)) await destroyFile(path.join(mediaFolder(folder), name))
}
