// A process whose every step on the disk is written down: it makes an archive, or works on in one, and says into a file of
// the same disk what it has been told is kept.
import { appendFileSync } from 'node:fs'
import path from 'node:path'
import { settings } from '../../electron/archive/store/connection.ts'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { bringIn, passphrase } from '../support/archive.ts'
import { makeHere, noise } from './journey.ts'
import type { SaidOfWork } from './mixed-claims.ts'
import { diceOf, oftenDone, workOnce } from './mixed-driver.ts'
import { kindOf, workNames, type AtWork } from './mixed-work.ts'
import { idsOf, startMixed } from './mixed-world.ts'

export interface PowerWork {
  readonly do: 'make' | 'work'
  readonly dataFolder: string
  readonly seed: number
  readonly most: number
  /** What must never be done: SQLite does not wait for the disk. */
  readonly isUnsynced: boolean
}

export const saidName = 'said'
/** Where one is made: in a folder that nothing else is kept in, and that is not there yet. */
export const newArchive = (dataFolder: string): string => path.join(dataFolder, 'hers', 'archive')

if (process.argv[1] === import.meta.filename) {
  const work = JSON.parse(process.argv[2] ?? '{}') as PowerWork
  const said = path.join(work.dataFolder, saidName)
  const say = (line: SaidOfWork): void => appendFileSync(said, `${JSON.stringify(line)}\n`)
  if (work.isUnsynced)
    for (const setting of settings) if (setting[0] === 'synchronous') Object.assign(setting, { 1: 'OFF', 2: 0 })
  const archive = await startMixed(work.dataFolder)
  const { client, folder } = archive
  try {
    if (work.do === 'make') {
      await makeHere(client, newArchive(work.dataFolder))
      say({ made: true })
      say({ kept: ['bringIn', '0'] })
      for (let all = 1; all <= work.most; all += 1) {
        say({ tries: ['bringIn', String(all)] })
        const bytes = Buffer.concat([wavHead(16_000, 16_000), noise.subarray(all * 2_000, all * 2_000 + 32_000)])
        const [line] = await bringIn(client, [{ name: `sound-${all}.wav`, bytes }])
        if (line?.testimony == null) throw new Error(`the story was not kept: ${line?.failure ?? line?.result}`)
        say({ kept: ['bringIn', String(all)] })
      }
    } else {
      const at: AtWork = { archive, dataFolder: work.dataFolder, ids: await idsOf(work.dataFolder) }
      await client.door.open({ folder, passphrase })
      for (const name of workNames) say({ kept: [name, await kindOf(name).read(at)] })
      const dice = diceOf(work.seed)
      for (let done = 0; done < work.most; done += 1) {
        // Every kind once, then at random; locked and opened again now and then, which empties the log.
        const name = workNames[done] ?? oftenDone[dice(oftenDone.length)] ?? 'write'
        await workOnce(at, name, done, say)
        if (done % 30 !== 29) continue
        await client.door.lock({})
        await client.door.open({ folder, passphrase })
      }
    }
  } catch (error) {
    say({ broken: String(error) })
  }
  await archive.close()
  for (const error of archive.broken) say({ broken: String(error) })
  say({ done: true })
  process.exit(0)
}
