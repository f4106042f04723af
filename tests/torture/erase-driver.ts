// Opens an archive and erases a passage of it, to be killed at a point: `erase-driver.ts <JSON>`. Says how many points there
// were where it was not.
import { eraseAll } from '../archive/erase-world.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsPassed } from './kill-points.ts'

export interface ErasingWork {
  readonly dataFolder: string
  readonly folder: string
  readonly testimony: string
  readonly passage: string
  /** From 1; 0 for none. */
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as ErasingWork
const { testimony, passage } = work
const archive = await startProcess(work.dataFolder)
await archive.client.door.open({ folder: work.folder, passphrase })
await dieAt(work.dieAt)
await eraseAll(archive.client, { kind: 'passages', testimony, passages: [passage], sound: 'silence', knownBy: null })
process.stdout.write(String(pointsPassed()))
await archive.close()
process.exit(0)
