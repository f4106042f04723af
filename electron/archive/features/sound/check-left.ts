// The last look, at a file where it lies outside: the very bytes that were checked, silent where something is taken out.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { SoundFormat } from '../../../../shared/domain/sound/sound-as.ts'
import { checkWritten } from './check.ts'
import { checkCopy } from './check-copy.ts'
import type { SoundToCheck } from './zones.ts'

/**
 * Throws Failure checkFailed where it is not so, or cannot be looked at.
 *
 * @param sha256 of what was checked against what it was made from, hex
 */
export async function checkLeft(sound: SoundToCheck, format: SoundFormat, file: string, sha256: string): Promise<void> {
  if (format === 'wav') return checkWritten(sound, file, sha256)
  const hash = createHash('sha256')
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
      hash.update(piece)
      yield piece
    }
  }
  await checkCopy(sound, format, pieces())
  if (hash.digest('hex') !== sha256) throw new Failure('checkFailed')
}
