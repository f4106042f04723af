// One rendering of a recording that is there as samples, in a process of its own: what is taken out replaced, written
// encrypted, read back and checked. Says how long it took and how much memory it had at most.
import { open } from 'node:fs/promises'
import { checkRendered, SoundAsItCame, wholeOf } from '../../electron/archive/features/sound/check.ts'
import { Rendering, type RenderingPlan } from '../../electron/archive/features/sound/rendering.ts'
import { createMediaKey, MediaWriter, openMedia } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'

interface Work {
  readonly wav: string
  readonly folder: string
  readonly plan: RenderingPlan
}

const { wav, folder, plan } = JSON.parse(process.argv[2] ?? '{}') as Work
const { recipient, identity } = await createMediaKey()
const started = performance.now()
const came = new SoundAsItCame(plan)
const rendering = await Rendering.begin(plan, await MediaWriter.begin(folder, recipient, systemRandom))
// In pieces of 1 MiB, as the window sends them: the next is made while one is dealt with.
const samples = await open(wav, 'r')
const length = 1024 * 1024
const places = [Buffer.alloc(length), Buffer.alloc(length)]
const read = (turn: number) => samples.read(places[turn % 2] ?? Buffer.alloc(length), 0, length, 44 + turn * length)
let coming = read(0)
for (let turn = 1; ; turn += 1) {
  const { bytesRead, buffer } = await coming
  if (bytesRead === 0) break
  coming = read(turn)
  const piece = buffer.subarray(0, bytesRead)
  came.take(piece)
  await rendering.append(0, piece)
}
await samples.close()
const stored = await rendering.finish()
const reader = await openMedia(folder, stored.name, stored.header, identity)
await checkRendered(plan, came, wholeOf(reader))
await reader.close()
const milliseconds = performance.now() - started
process.stdout.write(JSON.stringify({ milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 }))
