// What the archive says of backups, as the screens hold it.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import type { Say } from '../../words/say.tsx'

type Told<N extends 'make' | 'check' | 'restore' | 'repair'> =
  ReturnType<ArchiveClient['backup'][N]> extends AsyncIterable<infer T> ? T : never
export type Made = Extract<Told<'make'>, { kind: 'made' }>
export type Checked = Extract<Told<'check'>, { kind: 'checked' }>
export type Restored = Extract<Told<'restore'>, { kind: 'restored' }>
export type Repaired = Extract<Told<'repair'>, { kind: 'repaired' }>
export type Generation = Awaited<ReturnType<ArchiveClient['backup']['look']>>['generations'][number]
export type BackupState = Awaited<ReturnType<ArchiveClient['backup']['state']>>

export function inMegabytes(say: Say, bytes: number): string {
  return say('backup.size', {
    size: bytes < 10_000_000 ? Math.ceil(bytes / 100_000) / 10 : Math.round(bytes / 1_000_000),
  })
}
