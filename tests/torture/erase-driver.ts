// Opens an archive and erases a passage of it, to be killed at a point: `erase-driver.ts <JSON>`. Says how many points there
// were where it was not.
import { readFile } from 'node:fs/promises'
import { handOver, type EncodedStory } from '../archive/encoded-story.ts'
import { eraseAll } from '../archive/erase-world.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { dieAt, pointsPassed } from './kill-points.ts'

export interface ErasingWork {
  readonly dataFolder: string
  readonly folder: string
  readonly asked: EncodedStory['asked']
  /** Where its recording is encoded: a file of the samples that it decodes to. */
  readonly handedOver: (Pick<EncodedStory, 'shape' | 'of'> & { readonly decoded: string }) | null
  /** From 1; 0 for none. */
  readonly dieAt: number
}

const work = JSON.parse(process.argv[2] ?? '{}') as ErasingWork
const { asked, handedOver } = work
const archive = await startProcess(work.dataFolder)
await archive.client.door.open({ folder: work.folder, passphrase })
const samples = handedOver === null ? null : await readFile(handedOver.decoded)
await dieAt(work.dieAt)
if (handedOver !== null && samples !== null)
  await handOver(archive.client, { asked, shape: handedOver.shape, of: handedOver.of }, samples)
await eraseAll(archive.client, asked)
process.stdout.write(String(pointsPassed()))
await archive.close()
process.exit(0)
