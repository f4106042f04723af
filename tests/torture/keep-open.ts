// A process that has an archive open, with sheets begun, and says so; on a line of input it locks and says that too.
import { createInterface } from 'node:readline'
import { passphrase, startProcess } from '../support/archive.ts'

interface Work {
  readonly dataFolder: string
  readonly folder: string
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
// NOTE: so much work that its raising is still under way when it is locked.
const { client, process: archive } = await startProcess(work.dataFolder, { argon: { passes: 32, memory: 64 * 1024 } })
const opensWith = { kind: 'passphrase', words: passphrase } as const
await client.door.open({ folder: work.folder, passphrase })
await client.members.beginShares({ opensWith, needed: 2, of: 3, language: 'en' })
process.stdout.write('open\n')
await lines.next()
await client.door.open({ folder: work.folder, passphrase }).catch(() => undefined)
await archive.lock()
process.stdout.write('locked\n')
await lines.next()
process.exit(0)
