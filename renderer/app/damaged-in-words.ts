// A damaged or missing file of the archive, or of a backup, in a sentence.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { Say } from '../words/say.tsx'

type Told = ReturnType<ArchiveClient['backup']['check']> extends AsyncIterable<infer T> ? T : never
export type DamagedFile = Extract<Told, { kind: 'checked' }>['damaged'][number]

export function damagedInWords(say: Say, { kind, title, sitting, missing }: DamagedFile): string {
  return say(`backup.file.${kind}`, { title: title ?? '', sitting: sitting ?? 1, missing: missing ? 'yes' : 'no' })
}
