// Recordings in which sound is closed when her decisions are taken: what is encoded this window decodes before, each by itself,
// because of one that it cannot decode the words are taken all the same.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { codeOf } from '../../app/archive.tsx'
import { abandonAnew, undecoded, writeAnew } from '../../app/sound/write-anew.ts'
import type { ReadPack } from './hand-decisions.ts'

type ToDecode = NonNullable<ReadPack['toClose']>['toDecode']

/** Rejects with `cancelled`, or what the archive says. `tell`: how much of one of them is done, in bytes. */
export async function handSound(
  archive: ArchiveClient,
  all: ToDecode,
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const { testimony, passages, ...one } of all) {
    try {
      await writeAnew(archive, { testimony, passages, isWhole: true }, [one], tell, signal)
    } catch (thrown) {
      signal.throwIfAborted()
      if (!undecoded.includes(codeOf(thrown))) throw thrown
      await abandonAnew(archive, testimony, [one])
    }
  }
}

export async function abandonSound(archive: ArchiveClient, all: ToDecode): Promise<void> {
  for (const { testimony, ...one } of all) await abandonAnew(archive, testimony, [one])
}
