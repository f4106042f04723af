// A process that records, to be killed: a second of known samples at a time, each said when it is on the disk. Or one that
// finishes a take and dies at a given point of it. What it is to do comes as one argument of JSON.
import { passphrase, startProcess } from '../support/archive.ts'
import { finish, openWindow, second } from '../support/recorder.ts'
import { dieAt, pointsPassed } from './kill-points.ts'

export interface RecordWork {
  readonly do: 'record' | 'recordBadly' | 'finish'
  readonly dataFolder: string
  readonly folder: string
  readonly take: string
  /** The point to die at, from 1; 0 for none. */
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as RecordWork
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const archive = await startProcess(work.dataFolder)
const { client } = archive
await client.door.open({ folder: work.folder, passphrase })

async function record(badly: boolean): Promise<void> {
  await client.recording.takeUp({ take: work.take })
  const window = await openWindow(archive.process)
  let held: Uint8Array[] = []
  for (let at = 0; ; at += 1) {
    say({ sending: at })
    if (badly) {
      // What must never be done: said when it is in memory, and kept twenty at a time.
      held.push(second(at))
      say({ kept: at })
      await new Promise((resolve) => setTimeout(resolve, 2))
      if (held.length < 20) continue
      for (const one of held) await window.send(work.take, one)
      held = []
    } else {
      await window.send(work.take, second(at))
      say({ kept: at })
    }
  }
}

if (work.do === 'finish') {
  await dieAt(work.dieAt)
  await finish(client, work.take, 'seal')
  say({ points: pointsPassed() })
  await archive.close()
  process.exit(0)
}
await record(work.do === 'recordBadly')
