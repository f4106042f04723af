// Mixed work, killed at any moment and opened again: whoever works next first looks whether all that was kept is there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Claims, type SaidOfWork } from './mixed-claims.ts'
import type { MixedWork } from './mixed-driver.ts'
import { mixedWorld } from './mixed-world.ts'
import type { Try } from './told.ts'

const driver = path.join(import.meta.dirname, 'mixed-driver.ts')
/** So long after it was opened at most it is killed: about twenty pieces of work. */
const longestMs = 700
/** After so many deaths another copy is taken, so that what was given out does not pile up. */
const livesOfACopy = 25

interface Life {
  readonly said: readonly SaidOfWork[]
  /** Whether it died before it had ended by itself. */
  readonly died: boolean
}

/** Lets it work and kills it `ms` after it has opened; below zero, so long after it was begun, whatever it does. */
async function live(work: MixedWork, ms: number | null): Promise<Life> {
  const child = spawn(process.execPath, [driver, JSON.stringify(work)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const said: SaidOfWork[] = []
  const kill = (after: number): void => void setTimeout(() => child.kill('SIGKILL'), after).unref()
  if (ms !== null && ms < 0) kill(-ms)
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as SaidOfWork
    said.push(told)
    if (told.looked !== undefined && ms !== null && ms >= 0) kill(ms)
  }
  await gone
  return { said, died: !said.some(({ done }) => done) }
}

export interface KilledMixed {
  readonly tries: readonly Try[]
  /** How often something was said to be kept. */
  readonly kept: number
  /** What each piece of work failed with, though nothing was wrong with the disk. */
  readonly failed: readonly string[]
}

/** Kills it so many times. `isBad`: it says that it has kept before it has, which must be seen to lose. */
export async function killMixed(kills: number, isBad = false): Promise<KilledMixed> {
  const world = await mixedWorld()
  const tries: Try[] = []
  const failed: string[] = []
  let kept = 0
  try {
    for (let done = 0; done < kills;) {
      const dataFolder = await world.copy('copy')
      const claims = new Claims()
      let name = ''
      for (let at = 0; at <= livesOfACopy && done <= kills; at += 1) {
        // The last one only looks.
        const isLast = at === livesOfACopy || done === kills
        const ms = (done * 0.618_034 * longestMs) % longestMs
        // Every ninth while it opens, or looks.
        const after = isLast ? null : done % 9 === 8 ? -(ms + 200) : ms
        const most = isLast ? 0 : 10_000
        const { said, died } = await live({ dataFolder, seed: done, most, isBad }, after)
        const wrong = said.flatMap((line) => [...claims.hear(line), ...(line.wrong ?? [])])
        wrong.push(...said.flatMap(({ broken }) => (broken === undefined ? [] : [broken])))
        if (isLast === died) wrong.push(died ? 'it died by itself' : 'it did not die')
        failed.push(...said.flatMap((line) => (line.failed === undefined ? [] : [line.failed.join(' ')])))
        // What is lost is seen by the next one, and was the death of the one before.
        if (at > 0) tries.push({ name, wrong })
        else if (wrong.length > 0) tries.push({ name: 'before any', wrong })
        name = `${done}, ${Math.round(ms)} ms`
        if (!isLast) done += 1
        else if (at < livesOfACopy) return { tries, kept: kept + claims.kept, failed }
      }
      kept += claims.kept
    }
    return { tries, kept, failed }
  } finally {
    await world.remove()
  }
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(
    `${JSON.stringify(await killMixed(Number(process.argv[2]), process.argv[3] === 'bad'), null, 1)}\n`,
  )
