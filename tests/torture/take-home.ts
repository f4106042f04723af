// A process that takes her story away and dies at a given point of it, or takes it whole and says how many there are.
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsPassed } from './kill-points.ts'
import { herPassphrase } from '../archive/her-passphrase.ts'

interface Work {
  readonly what: 'openFormats' | 'makeCopy'
  readonly dataFolder: string
  readonly folder: string
  readonly out: string
  readonly narrator: string
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const { client, close } = await startProcess(work.dataFolder)
await client.door.open({ folder: work.folder, passphrase })
await client.herSession.handOver({ narrator: work.narrator, passphrase: herPassphrase })
await dieAt(work.dieAt)
const stream =
  work.what === 'makeCopy'
    ? client.takeHome.makeCopy({
        narrator: work.narrator,
        parent: work.out,
        name: 'taken',
        passphrase: herPassphrase,
      })
    : client.takeHome.openFormats({ narrator: work.narrator, parent: work.out, name: 'taken' })
for await (const step of stream) void step
process.stdout.write(String(pointsPassed()))
await close()
