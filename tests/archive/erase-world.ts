// What an erasure leaves, byte by byte, with every key in hand.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { everythingKept } from '../support/everything-kept.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { herPassphrase } from '../contract/role-world.ts'

/** A word as it may stand somewhere, and the end of it: an index shares beginnings. */
function needlesOf(word: string): Buffer[] {
  const ways = [word, word.toLowerCase(), word.slice(3), word.toLowerCase().slice(3)]
  return ways.flatMap((one) => [
    Buffer.from(one),
    Buffer.from(one, 'utf16le'),
    Buffer.from(one, 'utf16le').swap16(),
    Buffer.from(Buffer.from(one).toString('base64').replace(/=+$/, '').slice(0, -1)),
  ])
}

/** What stands anywhere in a closed archive: pages and log deciphered, unused space and all, media, files. */
export async function lookInto(folder: string) {
  const kept = await everythingKept(folder, [], herPassphrase)
  const has = (needle: Buffer): boolean => kept.some((one) => one.includes(needle))
  return {
    words: (words: readonly string[]): string[] => words.filter((word) => needlesOf(word).some(has)),
    sounds: (sounds: readonly Uint8Array[]): number => sounds.filter((sound) => has(Buffer.from(sound))).length,
  }
}

export const mediaIn = (folder: string): string[] => readdirSync(path.join(folder, 'media')).toSorted()

type Asked = Parameters<ArchiveClient['erase']['erase']>[0]
type Told = ReturnType<ArchiveClient['erase']['erase']> extends AsyncIterable<infer T> ? T : never
export type Erased = Extract<Told, { kind: 'erased' }>

/** Erases to the end, and gives what was said of it. */
export async function eraseAll(client: ArchiveClient, asked: Asked): Promise<Erased> {
  for await (const step of client.erase.erase(asked)) if (step.kind === 'erased') return step
  throw new Error('it ended without saying what was erased')
}

export async function checkWhole(client: ArchiveClient): Promise<unknown> {
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') return { findings: step.findings, faults: step.faults, damaged: step.damaged }
  return null
}
