// A program of the tests' own around the archive process, to be killed, watched and starved. What it is to do comes as
// one argument of JSON; what it has done goes out as lines of JSON, the last of them `done` or a failure's code.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Failure } from '../../shared/contract/failure.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { backUp } from '../support/backup.ts'
import { bringStoryIn, exportName, giveOut, makeHere, markAndAllow, noise, renderNoise, signOff } from './journey.ts'
import { dieAt, pointsPassed } from './kill-points.ts'
import { writeOn } from './write-on.ts'

export interface Work {
  readonly do: 'make' | 'open' | 'keep' | 'giveOut' | 'giveOutBadly' | 'journey' | 'write' | 'writeBadly' | 'backUp'
  readonly dataFolder: string
  readonly folder: string
  /** Where exports go. */
  readonly out: string
  readonly excerpt: string
  /** The point to die at, from 1; 0 for none. */
  readonly dieAt: number
  /** Waits at every step until a line comes in. */
  readonly stopAtSteps: boolean
}

const work = JSON.parse(process.argv[2] ?? '{}') as Work
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

async function step(name: string): Promise<void> {
  say({ step: name })
  if (work.stopAtSteps) await lines.next()
}

const archive = await startProcess(work.dataFolder)
const { client } = archive

/** What must never be done: the folder first, under its own name, and the row at the end. */
async function giveOutBadly(): Promise<void> {
  const target = path.join(work.out, exportName)
  await mkdir(target)
  for (const name of ['index.html', 'manifest.json']) await writeFile(path.join(target, name), 'words of hers')
}

async function journey(): Promise<void> {
  say({ paperKey: (await makeHere(client, work.folder)).paperKey })
  await step('made')
  const { batch } = await client.bringIn.begin({})
  const { file } = await client.bringIn.openFile({ batch, name: 'half.wav', size: 1 })
  await client.bringIn.append({ batch, file, bytes: Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE'), noise]) })
  await step('half handed over')
  await client.bringIn.forget({ batch })
  const testimony = await bringStoryIn(client)
  await step('brought in')
  const excerpt = await markAndAllow(client, testimony)
  await step('marked and allowed')
  await renderNoise(client, excerpt, () => step('half rendered'))
  await signOff(client, excerpt)
  await step('signed off')
  await giveOut(client, excerpt, work.out)
  await step('given out')
  await client.door.lock({})
  await step('locked')
}

async function run(): Promise<void> {
  if (work.do === 'journey') return journey()
  if (work.do === 'make') {
    const { paperKey, check } = await client.door.create({
      folder: work.folder,
      passphrase,
      archivist: 'Ana',
      language: 'en',
    })
    say({ paperKey })
    await dieAt(work.dieAt)
    await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
    return
  }
  await client.door.open({ folder: work.folder, passphrase })
  if (work.do === 'open') return step('open')
  if (work.do === 'keep') {
    await bringStoryIn(client)
    return
  }
  if (work.do === 'write' || work.do === 'writeBadly')
    return writeOn(client, work.do === 'writeBadly', (count) => say({ step: String(count) }))
  if (work.do === 'backUp') {
    say({ step: 'backing up' })
    await backUp(client, work.out)
    return
  }
  await dieAt(work.dieAt)
  say({ step: 'giving' })
  if (work.do === 'giveOut') await giveOut(client, work.excerpt, work.out)
  else await giveOutBadly()
}

try {
  await run()
  say({ done: true, points: pointsPassed() })
} catch (error) {
  say({ failed: error instanceof Failure ? error.code : String(error) })
}
await archive.close().catch((error: unknown) => say({ failed: String(error) }))
process.exit(0)
