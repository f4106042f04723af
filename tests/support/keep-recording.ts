// A process that records in an archive that is open, locks it, and records on until there is a line of input.
import { createInterface } from 'node:readline'
import { untilSpent } from '../../electron/archive/until-spent.ts'
import { passphrase, startProcess } from './archive.ts'
import { beginTake, openWindow } from './recorder.ts'

const work = JSON.parse(process.argv[2] ?? '{}') as { readonly dataFolder: string; readonly folder: string }
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const { client, process: archive } = await startProcess(work.dataFolder)
untilSpent(archive, { spent: () => undefined })
await client.door.open({ folder: work.folder, passphrase })
const { take } = await beginTake(client)
const window = await openWindow(archive)
await window.sendSeconds(take, 0, 2)
await archive.lock()
await window.sendSeconds(take, 2, 4)
process.stdout.write('locked\n')
await lines.next()
process.exit(0)
