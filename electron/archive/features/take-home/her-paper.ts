// Her own paper in her copy: as at home it opens her keys, and there the door too.
import type { OpenNarratorKey } from '../../actor.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { paperInUse, putPaper, type PaperInUse } from '../../store/narrator-papers.ts'
import { setPaperKey } from '../../vault/keyring-change.ts'
import { paperOf } from '../../vault/narrator-paper.ts'
import type { RandomSource } from '../../vault/random.ts'

/** The caller zeroes `bytes`. */
export interface OpenPaper {
  readonly row: PaperInUse
  readonly bytes: Buffer
}

/** Null where she has none. */
export function openPaper(archive: ReadableArchive, narrator: string, key: OpenNarratorKey): OpenPaper | null {
  const row = paperInUse(archive, narrator)
  const bytes = row === null ? null : paperOf(key, row)
  return row === null || bytes === null ? null : { row, bytes }
}

/** After her keys: it opens them there. Done away with while the copy was being made, they take it with them. */
export function putPaperInCopy(into: WritableArchive, narrator: string, { row }: OpenPaper): void {
  if (keyInUse(into, narrator)?.key.id === row.key) putPaper(into, narrator, row)
}

/** From here on the paper opens the copy's door. `key` is the copy's archive key, and `now` ISO 8601. */
export async function openDoorWith(
  { bytes }: OpenPaper,
  door: { readonly folder: string; readonly key: Buffer; readonly random: RandomSource; readonly now: string },
): Promise<void> {
  await setPaperKey({ ...door, paperKey: bytes, now: Date.parse(door.now) })
}
