// A process that looks at everything in a mixed archive, says what it found, and works on at random until it is killed.
// Each piece of work is foretold, and said again when the archive has answered that it is kept.
import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../shared/contract/failure.ts'
import { passphrase } from '../support/archive.ts'
import type { SaidOfWork } from './mixed-claims.ts'
import { idsOf, startMixed } from './mixed-world.ts'
import { kindOf, lookAll, workNames, wrongInside, type AtWork } from './mixed-work.ts'

export interface MixedWork {
  readonly dataFolder: string
  readonly seed: number
  /** How many pieces of work; it ends by itself then. */
  readonly most: number
  /** What must never be done: says that it is kept before it is. */
  readonly isBad: boolean
}

const say = (line: SaidOfWork): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

/** So long after it was said it is done, where it is said too early. */
const badDelayMs = 20

/** Numbers that look random and are the same for the same seed. */
export function diceOf(seed: number): (below: number) => number {
  let state = Math.imul(seed + 1, 0x9e37_79b1) | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Short work is done more often, so that about as much time goes to each kind. */
export const oftenDone = workNames.flatMap((name) => {
  const isShort = ['write', 'label', 'takeOut', 'answer', 'title', 'bringIn'].includes(name)
  return isShort ? [name, name, name] : [name]
})

/** Does one piece of work; `tell` hears before and after it. Gives the code that it failed with, or null. */
export async function workOnce(
  at: AtWork,
  name: (typeof workNames)[number],
  count: number,
  tell: (line: SaidOfWork) => void,
  isBad = false,
): Promise<string | null> {
  const kind = kindOf(name)
  try {
    const next = kind.next(await kind.read(at), count)
    if (next === null) return null
    tell({ tries: [name, next] })
    if (isBad) {
      tell({ kept: [name, next] })
      await setTimeout(badDelayMs)
    }
    await kind.run(at, next)
    if (!isBad) tell({ kept: [name, name === 'backUp' ? await kind.read(at) : next] })
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    tell({ failed: [name, code] })
    return error instanceof Failure || code !== '' ? code : 'unknown'
  }
}

if (process.argv[1] === import.meta.filename) {
  const work = JSON.parse(process.argv[2] ?? '{}') as MixedWork
  const archive = await startMixed(work.dataFolder)
  try {
    await archive.client.door.open({ folder: archive.folder, passphrase })
    const at: AtWork = { archive, dataFolder: work.dataFolder, ids: await idsOf(work.dataFolder) }
    say({ looked: await lookAll(at), wrong: await wrongInside(at) })
    const dice = diceOf(work.seed)
    for (let done = 0; done < work.most; done += 1) {
      const name = oftenDone[dice(oftenDone.length)] ?? 'write'
      await workOnce(at, name, work.seed * 1_000 + done, say, work.isBad)
      for (const error of archive.broken.splice(0)) say({ broken: String(error) })
    }
  } catch (error) {
    say({ broken: String(error) })
  }
  await archive.close().catch((error: unknown) => say({ broken: String(error) }))
  say({ done: true })
  process.exit(0)
}
