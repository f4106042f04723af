// Mixed work, killed at any moment and opened again: whoever works next first looks whether all that was kept is there.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { compiledOnce } from './compiled-once.ts'
import { Claims, type SaidOfWork } from './mixed-claims.ts'
import type { MixedWork } from './mixed-driver.ts'
import { inMixedWorld, type MixedWorld } from './mixed-world.ts'
import type { Try } from './told.ts'

const driver = path.join(import.meta.dirname, 'mixed-driver.ts')
/** So long after it was opened at most it is killed: about twenty pieces of work. */
const longestMs = 700
/** After so many deaths another copy is taken, so that what was given out does not pile up. */
const livesOfACopy = 25

/** So long after it was begun, whatever it does; so long after it opened; or then, as soon as it says that it has kept something. */
export interface Death {
  readonly when: 'begun' | 'opened' | 'kept'
  readonly ms: number
}

/** So many, spread over the time of its work: every other one at its next word, and every ninth while it opens, or looks. */
export const deathsAt = (kills: number): Death[] =>
  Array.from({ length: kills }, (_, at) => {
    const ms = (at * 0.618_034 * longestMs) % longestMs
    if (at % 9 === 8) return { when: 'begun', ms: ms + 200 }
    return { when: at % 2 === 1 ? 'kept' : 'opened', ms }
  })

interface Life {
  readonly said: readonly SaidOfWork[]
  /** Whether it died before it had ended by itself. */
  readonly died: boolean
}

/** Lets it work, and kills it then. */
async function live(work: MixedWork, death: Death | null): Promise<Life> {
  const args = [driver, JSON.stringify(work)]
  const child = spawn(process.execPath, args, { env: compiledOnce, stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  const said: SaidOfWork[] = []
  const kill = (after: number): void => void setTimeout(() => child.kill('SIGKILL'), after).unref()
  if (death?.when === 'begun') kill(death.ms)
  let openedAt = Number.POSITIVE_INFINITY
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as SaidOfWork
    said.push(told)
    if (told.looked !== undefined) openedAt = performance.now()
    if (told.looked !== undefined && death?.when === 'opened') kill(death.ms)
    if (told.kept !== undefined && death?.when === 'kept' && performance.now() >= openedAt + death.ms)
      child.kill('SIGKILL')
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

/** Lets it die these deaths. `isBad`: it says that it has kept before it has, which must be seen to lose. */
export async function killMixed(world: MixedWorld, deaths: readonly Death[], isBad = false): Promise<KilledMixed> {
  const tries: Try[] = []
  const failed: string[] = []
  let kept = 0
  for (let done = 0; done < deaths.length;) {
    const dataFolder = await world.copy('copy')
    const claims = new Claims()
    let name = ''
    for (let at = 0; at <= livesOfACopy && done <= deaths.length; at += 1) {
      // The last one only looks.
      const isLast = at === livesOfACopy || done === deaths.length
      const death = isLast ? null : (deaths[done] ?? null)
      const most = isLast ? 0 : 10_000
      const { said, died } = await live({ dataFolder, seed: done, most, isBad }, death)
      const wrong = said.flatMap((line) => [...claims.hear(line), ...(line.wrong ?? [])])
      wrong.push(...said.flatMap(({ broken }) => (broken === undefined ? [] : [broken])))
      if (isLast === died) wrong.push(died ? 'it died by itself' : 'it did not die')
      failed.push(...said.flatMap((line) => (line.failed === undefined ? [] : [line.failed.join(' ')])))
      // What is lost is seen by the next one, and was the death of the one before.
      if (at > 0) tries.push({ name, wrong })
      else if (wrong.length > 0) tries.push({ name: 'before any', wrong })
      name = `${done}, ${death?.when ?? 'never'}, ${Math.round(death?.ms ?? 0)} ms`
      if (!isLast) done += 1
      else if (at < livesOfACopy) return { tries, kept: kept + claims.kept, failed }
    }
    kept += claims.kept
  }
  return { tries, kept, failed }
}

if (process.argv[1] === import.meta.filename) {
  const deaths = deathsAt(Number(process.argv[2]))
  const killed = await inMixedWorld((world) => killMixed(world, deaths, process.argv[3] === 'bad'))
  process.stdout.write(`${JSON.stringify(killed, null, 1)}\n`)
}
