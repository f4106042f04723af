// What she said off the record and the sound of what she sealed, for her copy: sealed to her key, which is in the copy too, so it goes as it lies here.
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure, isNoFile } from '../../as-failure.ts'
import { mediaFile, mediaFolder } from '../../files/media-writer.ts'
import { syncFolder, writeSynced } from '../../files/write-durably.ts'
import type { Session } from '../../session.ts'
import { herFilesAlone } from '../../store/sealed-sound.ts'

/**
 * Copies every file of it into the archive in `folder` that is not there yet, and adds its name to `copied`; gives how
 * many bytes each step wrote. Throws Failure mediaMissing, diskFull, diskFailing, cancelled.
 */
export async function* copyOffRecord(
  session: Session,
  narrator: string,
  folder: string,
  copied: Set<string>,
  signal: AbortSignal,
): AsyncGenerator<number> {
  await mkdir(mediaFolder(folder), { recursive: true, mode: 0o700 })
  for (;;) {
    const next = herFilesAlone(session.database, narrator).find((name) => !copied.has(name))
    if (next === undefined) break
    if (signal.aborted) throw new Failure('cancelled')
    const target = mediaFile(folder, next)
    const from = createReadStream(mediaFile(session.folder, next), { signal })
    try {
      await writeSynced(target, from)
    } catch (error) {
      await rm(target, { force: true })
      // She may have destroyed it meanwhile.
      if (!herFilesAlone(session.database, narrator).includes(next)) continue
      if (signal.aborted) throw new Failure('cancelled')
      if (isNoFile(error)) throw new Failure('mediaMissing')
      throw asFailure(error)
    }
    copied.add(next)
    yield from.bytesRead
  }
  await syncFolder(mediaFolder(folder))
}

/** What she destroyed while the copy was made is in no copy. */
export async function dropDestroyed(
  session: Session,
  narrator: string,
  folder: string,
  copied: ReadonlySet<string>,
): Promise<void> {
  const kept = new Set(herFilesAlone(session.database, narrator))
  for (const name of copied) if (!kept.has(name)) await rm(mediaFile(folder, name), { force: true })
}
