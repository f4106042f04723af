// Puts a file of the archive together again from its pieces, each compared with what the list says of it.
import { open } from 'node:fs/promises'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { BackedUpFile } from '../../files/backup/generation-file.ts'
import { pieceLength, type PieceReader } from '../../files/backup/medium.ts'

/**
 * Writes `file` to `target`, synced, and tells how many bytes are done; gives whether all of it is as it was. A piece that is not
 * is written as far as it can be read, so that what lies around it stays in its place. Null as target only compares.
 */
export async function* assemble(
  file: BackedUpFile,
  pieces: readonly string[],
  reader: PieceReader,
  target: string | null,
  signal: AbortSignal,
): AsyncGenerator<number, boolean> {
  const handle = target === null ? null : await open(target, 'wx', 0o600)
  let isWhole = true
  try {
    for (const [at, place] of file.pieces.entries()) {
      if (signal.aborted) throw new Failure('cancelled')
      const length = Math.min(pieceLength, file.size - at * pieceLength)
      const found = await reader.read(pieces[place] ?? '')
      const fits = found?.bytes.length === length
      isWhole &&= found?.whole === true && fits
      const bytes = found !== null && fits ? found.bytes : Buffer.alloc(length)
      for (let written = 0; handle !== null && written < length;)
        written += (await handle.write(bytes, written, length - written, at * pieceLength + written)).bytesWritten
      yield length
    }
    await handle?.sync()
    return isWhole
  } finally {
    await handle?.close()
  }
}
