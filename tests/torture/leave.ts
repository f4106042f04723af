// A process that lets everything leave that leaves in a folder of its own or on paper, one after another, and dies at a
// given point of it, or does all of it and says at which point each was done.
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsSoFar } from './kill-points.ts'
import { leavings, type Leaving } from './leavings.ts'

interface Work {
  readonly dataFolder: string
  readonly folder: string
  readonly out: string
  readonly narrator: string
  readonly disclosure: string
  readonly dieAt: number
}

const { dataFolder, folder, out, narrator, disclosure, dieAt: point } = JSON.parse(process.argv[2] ?? '{}') as Work
const { client, close } = await startProcess(dataFolder)
await client.door.open({ folder, passphrase })
const her = { narrator, language: 'en', contact: 'Ana, on Mondays' }
const letter = { disclosure, from: 'Ana', why: '' }
const leave: Readonly<Record<Leaving, () => Promise<unknown>>> = {
  list: () => client.catalogue.save({ reach: 'readers', language: 'en', parentFolder: out, folderName: 'list' }),
  receipt: () => client.receipt.save({ ...her, parentFolder: out, folderName: 'receipt' }),
  recall: () =>
    client.recall.save({
      ...letter,
      parts: ['letter', 'file', 'replacement'],
      parentFolder: out,
      folderName: 'recall',
    }),
  receiptPrinted: () => client.receipt.printed(her),
  letterPrinted: () => client.recall.printed(letter),
}
const ends: number[] = []
await dieAt(point)
for (const one of leavings) {
  await leave[one]()
  ends.push(pointsSoFar())
}
process.stdout.write(JSON.stringify(ends))
await close()
