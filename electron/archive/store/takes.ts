// Takes as rows: sittings that are being recorded, or were and are not in their story yet, each with a key of its own.
import { Failure } from '../../../shared/contract/failure.ts'
import type { takeCodecs } from '../../../shared/contract/recording.ts'
import type { ReadableArchive, WritableArchive } from './archive-database.ts'

export type TakeCodec = (typeof takeCodecs)[number]

/** How sound is kept: samples a second of `pcm`; of `opus` always 48 kHz. */
export interface SoundShape {
  readonly codec: TakeCodec
  readonly sampleRate: number
  readonly channels: number
}

export interface TakeRow extends SoundShape {
  readonly id: string
  readonly testimony: string
  readonly sitting: number
  /** The name of its file among the media, without an ending. */
  readonly file: string
  readonly publicKey: Buffer
  readonly beganAt: string
}

const columns =
  'id, testimony, sitting, file, public_key AS publicKey, codec, sample_rate AS sampleRate, channels, began_at AS beganAt'

export function insertTake(archive: WritableArchive, take: TakeRow, secretKey: Buffer): void {
  archive.run(
    'INSERT INTO takes (id, testimony, sitting, file, public_key, secret_key, codec, sample_rate, channels, began_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      take.id,
      take.testimony,
      take.sitting,
      take.file,
      take.publicKey,
      secretKey,
      take.codec,
      take.sampleRate,
      take.channels,
      take.beganAt,
    ],
  )
}

/** Throws Failure notFound. */
export function readTake(archive: ReadableArchive, id: string): TakeRow {
  const row = archive.get<TakeRow>(`SELECT ${columns} FROM takes WHERE id = ?`, [id])
  if (row === undefined) throw new Failure('notFound')
  return row
}

/** Its secret key; the caller zeroes it. Throws Failure notFound. */
export function takeSecret(archive: ReadableArchive, id: string): Buffer {
  const row = archive.get<{ secret: Buffer }>('SELECT secret_key AS secret FROM takes WHERE id = ?', [id])
  if (row === undefined) throw new Failure('notFound')
  return row.secret
}

export interface ListedTake extends TakeRow {
  readonly title: string
  readonly narratorName: string
}

/** The oldest first. */
export function listTakes(archive: ReadableArchive): ListedTake[] {
  return archive.all<ListedTake>(
    `SELECT ${columns
      .split(', ')
      .map((column) => `k.${column}`)
      .join(', ')}, t.title, n.name AS narratorName
     FROM takes k JOIN testimonies t ON t.id = k.testimony JOIN narrators n ON n.id = t.narrator
     ORDER BY k.began_at, k.id`,
  )
}

/** With it goes its key: what is left of the sound opens to nothing. The caller empties the log. */
export function deleteTake(archive: WritableArchive, id: string): void {
  archive.run('DELETE FROM takes WHERE id = ?', [id])
}

/** The number of the next sitting of a story. */
export function nextSitting(archive: ReadableArchive, testimony: string): number {
  const row = archive.get<{ last: number }>(
    `SELECT max(
       (SELECT coalesce(max(sitting), 0) FROM recordings WHERE testimony = :testimony),
       (SELECT coalesce(max(sitting), 0) FROM takes WHERE testimony = :testimony)) AS last`,
    { testimony },
  )
  return (row?.last ?? 0) + 1
}

/** The names of the files of every take, without their endings. */
export function takeFiles(archive: ReadableArchive): Set<string> {
  return new Set(archive.all<{ file: string }>('SELECT file FROM takes').map(({ file }) => file))
}
