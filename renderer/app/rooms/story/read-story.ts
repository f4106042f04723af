// A story with its marks, as the archive reads it out.
import type { ArchiveClient } from '../../../../shared/contract/index.ts'

export type ReadStory = Awaited<ReturnType<ArchiveClient['story']['read']>>
