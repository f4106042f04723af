// What the archive says of erasing, as the screens hold it.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type What = Awaited<ReturnType<ArchiveClient['erase']['what']>>
export type Counts = What['counts']
export type Outside = What['outside']
export type Backups = What['backups']
type Told = ReturnType<ArchiveClient['erase']['erase']> extends AsyncIterable<infer T> ? T : never
export type Working = Extract<Told, { kind: 'working' }>
export type Erased = Extract<Told, { kind: 'erased' }>

/** Who is at the window: the same is said to her of herself, and to an archivist of her. */
export type Who = 'archivist' | 'her'
