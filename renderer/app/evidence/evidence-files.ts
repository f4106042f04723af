// Files of evidence: handed to the archive piece by piece, and found again by the ids that her answers name.
import type { z } from 'zod'
import type { evidence, evidenceTypes } from '../../../shared/contract/evidence.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { useAnswer } from '../archive.tsx'
import type { EvidenceFile } from './evidence-draft.ts'

export type EvidenceType = (typeof evidenceTypes)[number]
export type KeptFile = z.infer<typeof evidence.list.output>['files'][number]

/** As the archive takes them at most at a time. */
const pieceBytes = 1024 * 1024

const paperTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const satisfies readonly EvidenceType[]
export const papers = paperTypes.join(',')

/** Keeps a photograph or a scan. Throws Failure formatUnknown, fileEmpty, fileTooLarge. */
export async function keepPaper(archive: ArchiveClient, testimony: string, paper: File): Promise<EvidenceFile> {
  const type = paperTypes.find((one) => one === paper.type)
  if (type === undefined) throw new Failure('formatUnknown')
  const { file } = await archive.evidence.begin({ testimony, type })
  try {
    for (let at = 0; at < paper.size; at += pieceBytes) {
      const bytes = new Uint8Array(await paper.slice(at, at + pieceBytes).arrayBuffer())
      await archive.evidence.append({ testimony, file, bytes })
    }
    return await archive.evidence.finish({ testimony, file })
  } catch (thrown) {
    await archive.evidence.drop({ testimony, file }).catch(() => {})
    throw thrown
  }
}

/** The files of evidence that the archive has, by their ids; undefined while they are read. */
export function useKeptFiles(testimony: string, ids: readonly string[]): ReadonlyMap<string, KeptFile> | undefined {
  const { value } = useAnswer(
    ['consent'],
    async (archive, signal) => {
      if (ids.length === 0) return new Map<string, KeptFile>()
      const { files } = await archive.evidence.list({ testimony }, signal)
      return new Map(files.map((file) => [file.id, file]))
    },
    [testimony, ids.join(' ')],
    { keepOld: true },
  )
  return value
}
