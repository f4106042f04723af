// A file of decisions, handed to the archive in pieces and read there.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

const pieceBytes = 1024 * 1024

export type ReadPack = Awaited<ReturnType<ArchiveClient['takeHome']['readDecisions']>>
export type Conflict = ReadPack['conflicts'][number]

export async function handDecisions(archive: ArchiveClient, chosen: Blob): Promise<ReadPack> {
  const { file } = await archive.takeHome.beginDecisions({})
  for (let at = 0; at < chosen.size; at += pieceBytes) {
    const bytes = new Uint8Array(await chosen.slice(at, at + pieceBytes).arrayBuffer())
    await archive.takeHome.appendDecisions({ file, bytes })
  }
  return archive.takeHome.readDecisions({ file })
}
