// A process that takes an archivist's passphrase away and dies at a given point of it, or does it whole and says how many
// points there are.
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsPassed } from './kill-points.ts'

interface Work {
  readonly dataFolder: string
  readonly folder: string
  readonly member: string
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const { client, close } = await startProcess(work.dataFolder)
await client.door.open({ folder: work.folder, passphrase })
await dieAt(work.dieAt)
await client.members.remove({ opensWith: { kind: 'passphrase', words: passphrase }, member: work.member })
process.stdout.write(String(pointsPassed()))
await close()
