// How it is known that she decided, while it is being said.
import type { z } from 'zod'
import type { evidence, evidenceClip, evidenceFile } from '../../../shared/contract/shapes.ts'
import type { EvidenceKind } from '../../../shared/domain/consent/ledger.ts'

export type Evidence = z.infer<typeof evidence>
export type EvidenceClip = z.infer<typeof evidenceClip>
export type EvidenceFile = z.infer<typeof evidenceFile>

export interface EvidenceDraft {
  readonly kind: EvidenceKind | null
  readonly note: string
  readonly clip: EvidenceClip | null
  readonly files: readonly EvidenceFile[]
}

export const noEvidence: EvidenceDraft = { kind: null, note: '', clip: null, files: [] }

/** Evidence that can be kept; null while something of it is still to be said. What can be heard or seen needs no words. */
export function saidEvidence({ kind, note, clip, files }: EvidenceDraft): Evidence | null {
  if (kind === null || (note.trim() === '' && clip === null && files.length === 0)) return null
  return {
    kind,
    note: note.trim(),
    ...(clip === null ? {} : { clip }),
    ...(files.length === 0 ? {} : { files: [...files] }),
  }
}

/** What may be said of the next answer as well: a clip and a paper are of one answer alone. */
export function offeredAgain(draft: EvidenceDraft): EvidenceDraft {
  return draft.clip === null && draft.files.length === 0 ? draft : noEvidence
}
