// The archive's features without a port, as they run inside the archive process.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Changes } from '../../electron/archive/features/care.ts'
import { Door } from '../../electron/archive/features/door/door.ts'
import type { OpenSession } from '../../electron/archive/session.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { passphrase } from './archive.ts'

export interface TestSession {
  readonly open: OpenSession
  close(): Promise<void>
}

/** A new archive, open; `close` removes it. */
export async function makeSession(): Promise<TestSession> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-'))
  const door = new Door(
    dataFolder,
    { now: () => new Date(), random: systemRandom },
    new Changes(),
    argonFloor,
    () => undefined,
  )
  const { create, confirmPaperKey } = door.handlers()
  const { signal } = new AbortController()
  const folder = path.join(dataFolder, 'archive')
  const { paperKey, check } = await create({ folder, passphrase, archivist: 'Ana', language: 'en' }, signal)
  await confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') }, signal)
  return {
    open: door.open,
    async close() {
      await door.lock()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
