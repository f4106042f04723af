// What is not begun while a recording needs what is left of the disk: whatever writes more than a few words.
import type { ArchiveContract } from '../../../../shared/contract/index.ts'

type Calls = { readonly [C in keyof ArchiveContract]?: readonly (keyof ArchiveContract[C])[] }

const begins = {
  bringIn: ['begin', 'openFile', 'paste', 'keep'],
  evidence: ['begin'],
  excerpts: ['giveOut'],
  sound: ['plan'],
  readings: ['begin', 'speak'],
  transcribing: ['transcribe'],
  // What puts sound into a recording, or takes it out, writes the recording once more; what is sealed, every page.
  herSession: ['beginAnswer', 'seal', 'sealWithSound', 'unseal', 'forgetPassphrase'],
  erase: ['beginSound'],
  takeHome: ['openFormats', 'makeCopy', 'packDecisions', 'beginDecisions'],
  recording: ['finish'],
  // A new archive key writes the whole database once more.
  members: ['remove'],
  backup: ['make'],
} as const satisfies Calls

export function needsRoom(concept: string, method: string): boolean {
  const named: readonly string[] | undefined = Object.hasOwn(begins, concept)
    ? begins[concept as keyof typeof begins]
    : undefined
  return named?.includes(method) ?? false
}
