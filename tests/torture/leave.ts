// A process that saves a list of what is here and dies at a given point of it, or saves it whole and says how many there are.
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsPassed } from './kill-points.ts'

interface Work {
  readonly dataFolder: string
  readonly folder: string
  readonly out: string
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const { client, close } = await startProcess(work.dataFolder)
await client.door.open({ folder: work.folder, passphrase })
await dieAt(work.dieAt)
await client.catalogue.save({ reach: 'readers', language: 'en', parentFolder: work.out, folderName: 'list' })
process.stdout.write(String(pointsPassed()))
await close()
