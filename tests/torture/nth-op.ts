// The n-th opening, writing, syncing or renaming on the disk fails, for n over everything that a making, a bringing up to
// date and each kind of work do to it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { DiskShim } from './disk-shim.ts'
import { compiledOnce } from './compiled-once.ts'
import { inMixedWorld, type MixedPlace } from './mixed-world.ts'
import { journeys, tryingName, type NthTried, type NthTry, type NthWork } from './nth-driver.ts'
import type { Try } from './told.ts'

const driver = path.join(import.meta.dirname, 'nth-driver.ts')
const counting = { at: 0, error: 'EIO', how: 'once' } as const
const errors = ['EIO', 'ENOSPC', 'EACCES'] as const

async function attemptAll(
  shim: DiskShim,
  { base, dataFolder }: MixedPlace,
  tries: readonly NthTry[],
  isBad = false,
): Promise<NthTried[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'firsthand-nth-'))
  try {
    const work: NthWork = { world: { base, dataFolder }, tries, isBad }
    const child = spawn(process.execPath, [driver, JSON.stringify(work)], {
      env: { ...compiledOnce, ...shim.environment(path.join(root, tryingName)), TMPDIR: root },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const gone = once(child, 'exit')
    const tried: NthTried[] = []
    for await (const line of createInterface({ input: child.stdout })) tried.push(JSON.parse(line) as NthTried)
    await gone
    return tried
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

export interface NthTold {
  readonly tries: readonly Try[]
  readonly struck: number
  /** Of those that struck, how many were shown to whoever was at work; the others harm nobody. */
  readonly shown: number
  /** How often each failure was shown. */
  readonly codes: Readonly<Record<string, number>>
}

type Point = Pick<NthTry, 'journey' | 'at'>

/** All things that can fail, in the order of the journeys. */
export async function countNth(shim: DiskShim, world: MixedPlace): Promise<Point[]> {
  const tries = journeys.map((journey) => ({ journey, ...counting }))
  const counted = await attemptAll(shim, world, tries)
  return journeys.flatMap((journey, index) =>
    Array.from({ length: counted[index]?.passed ?? 0 }, (_, at) => ({ journey, at: at + 1 })),
  )
}

/** So many of them, spread over all; where there are more than points, again with another failure. */
export const spreadOver = (all: readonly Point[], count: number): NthTry[] =>
  Array.from({ length: count }, (_, at): NthTry[] => {
    const round = Math.floor(at / all.length)
    const point = count < all.length ? Math.floor((at * all.length) / count) : at % all.length
    const error = errors[(at + round) % errors.length] ?? 'EIO'
    return all.slice(point, point + 1).map((one) => ({ ...one, error, how: (at + round) % 2 === 0 ? 'once' : 'on' }))
  }).flat()

/** Lets each of these fail, one at a time. */
export async function failNth(
  shim: DiskShim,
  world: MixedPlace,
  chosen: readonly NthTry[],
  isBad = false,
): Promise<NthTold> {
  const tried = await attemptAll(shim, world, chosen, isBad)
  const codes: Record<string, number> = {}
  for (const { shown } of tried) for (const code of shown) codes[code] = (codes[code] ?? 0) + 1
  const struck = tried.filter((one) => one.struck > 0)
  return {
    tries: chosen.map(({ journey, at, error, how }, index) => ({
      name: `${journey}, ${at}, ${error} ${how}`,
      wrong: tried[index]?.wrong ?? ['it died'],
    })),
    struck: struck.length,
    shown: struck.filter(({ shown }) => shown.length > 0).length,
    codes,
  }
}

if (process.argv[1] === import.meta.filename) {
  const { buildDiskShim } = await import('./disk-shim.ts')
  const shim = buildDiskShim()
  if (shim === null) throw new Error('there is no shim here')
  await inMixedWorld(async (world) => {
    const points = await countNth(shim, world)
    const chosen = spreadOver(points, Number(process.argv[2]))
    const { tries, ...rest } = await failNth(shim, world, chosen, process.argv[3] === 'bad')
    for (const { name, wrong } of tries) if (wrong.length > 0) process.stdout.write(`${name}: ${wrong.join('; ')}\n`)
    process.stdout.write(`${JSON.stringify({ tried: tries.length, points: points.length, ...rest })}\n`)
  })
  shim.remove()
}
