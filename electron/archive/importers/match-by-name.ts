// Sound and transcript that lie side by side under one name are one story; where the names leave a doubt, both stay alone.
import { sharedNameKey } from './file-names.ts'
import type { FileKind } from './recognise.ts'

export interface NamedFile {
  readonly id: string
  readonly name: string
  readonly kind: FileKind
}

/** A story's files, by id: a pair, or one of the two alone. */
export interface MatchedFiles {
  readonly transcript: string | null
  readonly sound: string | null
}

/** Pairs what agrees in name one to one, in the order in which the files were given; pictures and unknown files are left out. */
export function matchByName(files: readonly NamedFile[]): MatchedFiles[] {
  const groups = new Map<string, NamedFile[]>()
  for (const file of files) {
    if (file.kind === 'picture' || file.kind === 'unknown') continue
    const key = sharedNameKey(file.name)
    groups.set(key, [...(groups.get(key) ?? []), file])
  }
  const matched: MatchedFiles[] = []
  for (const group of groups.values()) {
    const sounds = group.filter((file) => file.kind === 'sound')
    const transcripts = group.filter((file) => file.kind !== 'sound')
    const [sound] = sounds
    const [transcript] = transcripts
    if (sounds.length === 1 && transcripts.length === 1)
      matched.push({ transcript: transcript?.id ?? null, sound: sound?.id ?? null })
    else
      for (const file of group)
        matched.push(
          file.kind === 'sound' ? { transcript: null, sound: file.id } : { transcript: file.id, sound: null },
        )
  }
  return matched
}
