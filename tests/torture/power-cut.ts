// Power cuts: an archive is made and worked in while a shim writes down every step on the disk. Then the disk is laid down
// as it may lie after a cut at any of these steps, opened, and compared with what had been said to be kept by then.
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { passphrase, type TestArchive } from '../support/archive.ts'
import { compiledOnce } from './compiled-once.ts'
import { PowerCutDisk, readDiskLog, type DiskStep } from './disk-log.ts'
import type { DiskShim } from './disk-shim.ts'
import { makeHere } from './journey.ts'
import { Claims, type SaidOfWork } from './mixed-claims.ts'
import { diceOf } from './mixed-driver.ts'
import { lookAll, wrongInside } from './mixed-work.ts'
import { idsOf, inMixedWorld, startMixed, type MixedWorld } from './mixed-world.ts'
import { newArchive, saidName, type PowerWork } from './power-driver.ts'
import type { Try } from './told.ts'

const driver = path.join(import.meta.dirname, 'power-driver.ts')

interface Recorded {
  readonly place: string
  /** How it lay before. */
  readonly before: string
  readonly steps: readonly DiskStep[]
}

/** Lets it work in `place` under the shim. The disk is played back in the same place, since archives know their places. */
async function recordSteps(shim: DiskShim, base: string, work: PowerWork): Promise<Recorded> {
  const place = work.dataFolder
  const before = path.join(base, 'before')
  await rm(before, { recursive: true, force: true })
  spawnSync('cp', ['-r', place, before])
  const log = path.join(base, 'log')
  await rm(log, { force: true })
  const { status, stderr } = spawnSync(process.execPath, [driver, JSON.stringify(work)], {
    env: { ...compiledOnce, ...shim.environment(place, log) },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the recording ended with ${status}: ${stderr}`)
  await rename(place, path.join(base, `worked-${work.seed}`))
  return { place, before, steps: readDiskLog(log) }
}

/** What was said in one step, where it was said into the file for it. */
class Hearing {
  readonly #claims = new Claims()
  readonly #said: string
  readonly #files = new Set<number>()
  made = false
  readonly wrong: string[] = []

  constructor(said: string) {
    this.#said = said
  }

  get claims(): Claims {
    return this.#claims
  }

  /** Whether this step belongs to the file, which is no part of the disk that is cut. */
  step({ what, file, one }: DiskStep): boolean {
    const isOpening = what === 1 && one.toString('utf8') === this.#said
    if (isOpening) this.#files.add(file)
    if (!this.#files.has(file) || what > 5) return false
    if (what === 5) this.#files.delete(file)
    if (what !== 2) return true
    const line = JSON.parse(one.toString('utf8')) as SaidOfWork
    this.#claims.hear(line)
    this.made ||= line.made === true
    if (line.broken !== undefined) this.wrong.push(line.broken)
    if (line.failed !== undefined) this.wrong.push(`it failed by itself: ${line.failed.join(' ')}`)
    return true
  }
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  )

async function lookAfter(
  archive: TestArchive,
  place: string,
  hearing: Hearing,
  what: PowerWork['do'],
): Promise<string[]> {
  const { client } = archive
  const folder = what === 'make' ? newArchive(place) : archive.folder
  const code = await codeOf(client.door.open({ folder, passphrase }))
  if (what === 'make' && !hearing.made) {
    // Nothing was promised yet: it opens, or it can be made.
    const made = code === 'none' ? 'none' : await codeOf(makeHere(client, folder))
    return made === 'none' ? [] : [`it opens with ${code}, and is made with ${made}`]
  }
  if (code !== 'none') return [`it does not open: ${code}`]
  if (what === 'make') {
    const wrong = hearing.claims.lost({ bringIn: String((await client.shelf.choices({})).all) })
    for await (const step of client.care.check({}))
      if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
    return wrong
  }
  const at = { archive, dataFolder: place, ids: await idsOf(place) }
  return [...hearing.claims.lost(await lookAll(at)), ...(await wrongInside(at))]
}

/** By turns: how much of what was not synced is there all the same, and whether it comes when it is next said that something is kept. */
const kinds = [
  { chance: 0, isAtWord: false },
  { chance: 0.5, isAtWord: false },
  { chance: 0, isAtWord: true },
  { chance: 0.9, isAtWord: false },
] as const
/** And once when all is done: what nobody ever synced is not there. */
const atItsEnd = kinds[0]

async function cutAt(recorded: Recorded, what: PowerWork['do'], cuts: number, seed: number): Promise<Try[]> {
  const { place, steps } = recorded
  const disk = new PowerCutDisk(place, recorded.before)
  const hearing = new Hearing(path.join(place, saidName))
  const dice = diceOf(seed)
  const spread = Array.from({ length: cuts }, (_, at) => Math.floor(((at + dice(1_000) / 1_000) * steps.length) / cuts))
  const chosen = [...spread, steps.length - 1]
  const tries: Try[] = []
  for (const [at, step] of steps.entries()) {
    const before = hearing.claims.kept
    if (!hearing.step(step)) disk.step(step)
    const isWord = hearing.claims.kept > before || at === steps.length - 1
    while ((chosen[0] ?? steps.length) <= at) {
      const { chance, isAtWord } = (chosen.length > 1 ? kinds[tries.length % kinds.length] : undefined) ?? atItsEnd
      if (isAtWord && !isWord) break
      chosen.shift()
      await rm(place, { recursive: true, force: true })
      await mkdir(place)
      disk.layDown(place, chance, dice)
      const archive = await startMixed(place)
      const wrong = await lookAfter(archive, place, hearing, what).catch((error: unknown) => [String(error)])
      await archive.close().catch((error: unknown) => wrong.push(`it does not close: ${String(error)}`))
      wrong.push(...archive.broken.map(String), ...hearing.wrong)
      tries.push({ name: `${what}, step ${at} of ${steps.length}, ${chance * 100} % of the rest`, wrong })
    }
  }
  return tries
}

export interface CutPower {
  readonly tries: readonly Try[]
  /** How often something was said to be kept that could have been lost. */
  readonly steps: number
}

/** What is recorded: how many stories or pieces of work, and how often the power is cut in it, besides at its end. */
export interface Cuts {
  readonly what: PowerWork['do']
  readonly most: number
  readonly cuts: number
}

/** A sixth of the cuts while an archive is made for the first time, the others in mixed work. */
export const cutsOf = (cuts: number): readonly Cuts[] => [
  { what: 'make', most: 5, cuts: Math.ceil(cuts / 6) },
  { what: 'work', most: 120, cuts: cuts - Math.ceil(cuts / 6) },
]

export async function cutPower(
  shim: DiskShim,
  world: MixedWorld,
  all: readonly Cuts[],
  isUnsynced = false,
): Promise<CutPower> {
  const base = await mkdtemp(path.join(tmpdir(), 'firsthand-power-'))
  const seed = all.reduce((sum, { cuts }) => sum + cuts, 0)
  const tries: Try[] = []
  let steps = 0
  try {
    for (const { what, most, cuts } of all) {
      const dataFolder = what === 'make' ? path.join(base, 'made') : await world.copy('power')
      await mkdir(dataFolder, { recursive: true })
      const recorded = await recordSteps(shim, base, { do: what, dataFolder, seed, most, isUnsynced })
      steps += recorded.steps.length
      tries.push(...(await cutAt(recorded, what, cuts, seed)))
      await rm(path.join(base, `worked-${seed}`), { recursive: true })
    }
    return { tries, steps }
  } finally {
    await rm(base, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { buildDiskShim } = await import('./disk-shim.ts')
  const shim = buildDiskShim()
  if (shim === null) throw new Error('there is no shim here')
  const cuts = cutsOf(Number(process.argv[2]))
  const cut = await inMixedWorld((world) => cutPower(shim, world, cuts, process.argv[3] === 'bad'))
  shim.remove()
  process.stdout.write(`${JSON.stringify(cut, null, 1)}\n`)
}
