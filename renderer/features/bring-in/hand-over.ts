// Hands one file to the archive, piece by piece, so that no file has to fit into memory.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

/** Bytes: the most that the contract takes at a time. */
const pieceSize = 1 << 20

/**
 * @param onBytes told after each piece how many bytes of it have arrived
 * @throws Failure from the archive; DOMException where the file can no longer be read
 */
export async function handOver(
  archive: ArchiveClient,
  batch: string,
  file: File,
  signal: AbortSignal,
  onBytes: (count: number) => void,
): Promise<void> {
  const opened = await archive.bringIn.openFile({ batch, name: file.name, size: file.size }, signal)
  for (let from = 0; from < file.size; from += pieceSize) {
    const bytes = new Uint8Array(await file.slice(from, from + pieceSize).arrayBuffer())
    await archive.bringIn.append({ batch, file: opened.file, bytes }, signal)
    onBytes(bytes.length)
  }
  await archive.bringIn.closeFile({ batch, file: opened.file }, signal)
}
