// How somebody wants the window: kept beside the archive's place, because a browser's or a window's own storage is wiped.
import { mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from 'zod'
import { preferences } from '../../../../shared/contract/door.ts'
import { writeDurably } from '../../files/write-durably.ts'

export type Preferences = z.infer<typeof preferences>

const fileName = 'preferences.json'

/** Null where there are none, or none that can be read: they are a convenience, and nothing hangs on them. */
export async function readPreferences(dataFolder: string): Promise<Preferences | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(path.join(dataFolder, fileName), 'utf8'))
    const read = preferences.safeParse(kept)
    // NOTE: keys of another version are no reason to lose the language: they are left out, and the rest is read.
    return read.success ? read.data : preferences.omit({ keys: true }).parse(kept)
  } catch {
    return null
  }
}

export async function keepPreferences(dataFolder: string, kept: Preferences): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  await writeDurably(path.join(dataFolder, fileName), Buffer.from(JSON.stringify(kept), 'utf8'))
}
