// A story told aloud, her copy of it, and what she decided there brought home.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, startProcess, type TestArchive } from '../support/archive.ts'
import { drain, readPack } from './take-home-world.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { toldAloud } from './told-aloud.ts'

const opened: TestArchive[] = []

/** Whatever `home` opened. */
export async function closeAll(): Promise<void> {
  for (const archive of opened.splice(0)) await archive.close()
}

/** Another one to be closed with them. */
export function openedToo(archive: TestArchive): void {
  opened.push(archive)
}

export type Told = Awaited<ReturnType<typeof toldAloud>>

export async function home(format: 'wav' | 'flac' = 'wav'): Promise<{ archive: TestArchive; told: Told }> {
  const archive = await makeArchive()
  opened.push(archive)
  return { archive, told: await toldAloud(archive.client, format) }
}

/** Her copy of what she has at this moment, at work; and the file of what she decided in it. */
export async function inHerCopy(
  { client }: TestArchive,
  { narrator }: Told,
  work: (copy: TestArchive, folder: string) => Promise<unknown>,
): Promise<Buffer> {
  const parent = temporaryFolder()
  await drain(client.takeHome.makeCopy({ narrator, parent, name: 'copy', passphrase: herPassphrase }))
  const copy = await startProcess(temporaryFolder())
  try {
    const folder = path.join(parent, 'copy')
    await copy.client.door.open({ folder, passphrase: herPassphrase })
    await work(copy, folder)
    const to = { narrator, parent: temporaryFolder(), name: 'back', passphrase: herPassphrase }
    return await readFile((await copy.client.takeHome.packDecisions(to)).file)
  } finally {
    await copy.close()
  }
}

export async function bringHome(client: ArchiveClient, bytes: Buffer) {
  const read = await readPack(client, Uint8Array.from(bytes))
  return { read, taken: await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] }) }
}

export async function openTo(client: ArchiveClient, { narrator }: Told): Promise<void> {
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
}
