// What the archive says of drafts, as the screens hold it.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type DraftsState = Awaited<ReturnType<ArchiveClient['transcribing']['state']>>
export type Refused = NonNullable<DraftsState['refused']>
export type OpenDraft = Awaited<ReturnType<ArchiveClient['transcribing']['read']>>
export type DraftPassage = OpenDraft['passages'][number]
