// Hands files over one after another, and says how far it has come and which could not be read.
import { Failure, type FailureCode } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { Going, NotRead } from './batch-state.ts'
import { handOver } from './hand-over.ts'

/** Failures of one file; any other one ends the whole. */
const ofOneFile: ReadonlySet<FailureCode> = new Set([
  'badInput',
  'fileEmpty',
  'fileTooLarge',
  'formatUnknown',
  'notText',
  'captionsBroken',
  'soundUnreadable',
  'nothingInside',
])

/** Every file costs something, however small: as much as so many bytes, for telling how far it has come. */
const costOfAFile = 64 << 10

export interface Told {
  going(going: Going): void
  notRead(file: NotRead): void
}

/**
 * Takes files from the front of `waiting` until there are none; more may be put there meanwhile.
 *
 * @throws Failure for what concerns more than one file, `cancelled` when `signal` fires
 */
export async function sendFiles(
  archive: ArchiveClient,
  batch: string,
  waiting: File[],
  signal: AbortSignal,
  told: Told,
): Promise<void> {
  const startedAt = performance.now()
  let filesDone = 0
  let bytesDone = 0
  const tell = (ofThisOne: number, size: number): void => {
    const bytesLeft = waiting.reduce((sum, file) => sum + costOfAFile + file.size, costOfAFile + size - ofThisOne)
    const bytes = bytesDone + ofThisOne
    told.going({
      done: filesDone,
      total: filesDone + waiting.length + 1,
      share: bytes / (bytes + bytesLeft),
      startedAt,
    })
  }
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const { name, size } = file
    let ofThisOne = 0
    tell(0, size)
    try {
      await handOver(archive, batch, file, signal, (count) => tell((ofThisOne += count), size))
    } catch (thrown) {
      if (signal.aborted) throw new Failure('cancelled')
      if (thrown instanceof Failure && !ofOneFile.has(thrown.code)) throw thrown
      told.notRead({ name, failure: thrown instanceof Failure ? thrown.code : null })
    }
    filesDone += 1
    bytesDone += costOfAFile + size
  }
}
