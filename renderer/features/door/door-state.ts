// What the archive says at the door.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type DoorState = Awaited<ReturnType<ArchiveClient['door']['state']>>
