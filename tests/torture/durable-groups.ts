// The groups of `npm run torture` that ask whether what was said to be kept is there: after kills, power cuts, and on disks
// that fail or are full.
import { buildDiskShim, type DiskShim } from './disk-shim.ts'
import { goldens, goldenKey } from '../migrations/golden.ts'
import { stopMigration } from '../migrations/stopped.ts'
import { isFull } from './full.ts'
import { canFillDisk } from './full-disk.ts'
import { workOnFullDisk } from './full-work.ts'
import { deathsAt, killMixed } from './mixed-kill.ts'
import { inMixedWorld, type MixedWorld } from './mixed-world.ts'
import { countNth, failNth, spreadOver } from './nth-op.ts'
import { cutPower, cutsOf } from './power-cut.ts'
import { removeKilled } from './remove-killed.ts'
import { told, type Tortured } from './told.ts'

// How often, with `--full` and without it.
const killsOfWork = isFull ? 1_000 : 30
const cutsOfPower = isFull ? 500 : 48
const failuresOfDisks = isFull ? 1_000 : 40
const sizesOfDisks = isFull ? 200 : 24
/** Every so many of the points at which somebody is removed, and so many of the last ones. */
const removals = isFull ? { inEvery: 1, last: 0 } : { inEvery: 15, last: 6 }

async function tortureMixed(world: MixedWorld): Promise<Tortured> {
  const { tries, kept, failed } = await killMixed(world, deathsAt(killsOfWork))
  // Its control: what says that it is kept before it is kept must be seen to lose.
  const bad = await killMixed(world, deathsAt(6), true)
  const missed = bad.tries.some(({ wrong }) => wrong.length > 0) ? [] : ['work that was said before it was kept']
  if (kept < killsOfWork * 3) missed.push(`only ${kept} pieces of work were kept`)
  // A take that died before its first sound has nothing to finish.
  const unforeseen = failed.filter((one) => one !== 'record nothingInside')
  if (unforeseen.length > 0) missed.push(`work that failed by itself: ${unforeseen[0]}`)
  return told('kill.mixed', tries, missed)
}

const noShim = 'there is no C compiler here for what stands between the program and the disk'

async function withShim(
  name: string,
  work: (shim: DiskShim, world: MixedWorld) => Promise<Tortured>,
): Promise<Tortured> {
  const shim = buildDiskShim()
  if (shim === null) return told(name, [], [noShim])
  try {
    return await inMixedWorld((world) => work(shim, world))
  } finally {
    shim.remove()
  }
}

const torturePower = (): Promise<Tortured> =>
  withShim('power.cut', async (shim, world) => {
    const { tries } = await cutPower(shim, world, cutsOf(cutsOfPower))
    // Its control: a database that does not wait for the disk loses.
    const unsynced = await cutPower(shim, world, cutsOf(12), true)
    const lost = unsynced.tries.filter(({ wrong }) => wrong.length > 0).length
    return told('power.cut', tries, lost > 3 ? [] : [`a database that does not wait lost ${lost} times`])
  })

const tortureNth = (): Promise<Tortured> =>
  withShim('nth.op', async (shim, world) => {
    const points = await countNth(shim, world)
    const { tries, struck, shown, codes } = await failNth(shim, world, spreadOver(points, failuresOfDisks))
    process.stderr.write(`nth.op: ${struck} struck, ${shown} shown, ${JSON.stringify(codes)}\n`)
    // Its controls: nearly every one strikes and most are shown; work that is said too early is seen to be lost.
    const missed: string[] = []
    if (struck < tries.length * 0.9) missed.push(`only ${struck} struck`)
    if (shown < struck / 2) missed.push(`only ${shown} were shown`)
    const bad = await failNth(shim, world, spreadOver(points, 20), true)
    if (bad.tries.every(({ wrong }) => wrong.length === 0)) missed.push('work that was said before it was kept')
    return told('nth.op', tries, missed)
  })

async function tortureFullWork(): Promise<Tortured> {
  if (!canFillDisk()) return told('disk.fullWork', [], ['no small disk can be mounted here'])
  const sizes = Array.from({ length: sizesOfDisks }, (_, at) => Math.round((at * 4_800) / sizesOfDisks))
  const { tried, refused, wrong } = await inMixedWorld((world) => workOnFullDisk(world, sizes))
  const tries = [
    ...wrong.map((one) => ({ name: 'size', wrong: [one] })),
    ...Array.from({ length: Math.max(0, tried - wrong.length) }, () => ({ name: 'size', wrong: [] })),
  ]
  // Its control: a disk that never refused anything was not full, and one that refused everything had no room.
  const missed = refused > tried / 2 && refused < tried ? [] : [`${refused} of ${tried} were full`]
  return told('disk.fullWork', tries, missed)
}

async function tortureMigrations(): Promise<Tortured> {
  const key = await goldenKey()
  const tries = goldens.flatMap((version) => stopMigration(version, key, () => true))
  const bad = goldens.flatMap((version) => stopMigration(version, key, (statement) => statement === 6, true))
  const seen = bad.filter(({ wrong }) => wrong.length > 0).length
  return told('migrate.statements', tries, seen > bad.length / 2 ? [] : [`only ${seen} without a transaction`])
}

async function tortureRemoving(): Promise<Tortured> {
  const { tries, isOld, isNew } = await removeKilled(removals.inEvery, removals.last)
  const missed = isOld > 0 && isNew > 0 ? [] : ['the points lie on one side']
  return told('remove.member', tries, missed)
}

export const durableGroups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'kill.mixed': () => inMixedWorld(tortureMixed),
  'power.cut': torturePower,
  'nth.op': tortureNth,
  'disk.fullWork': tortureFullWork,
  'migrate.statements': tortureMigrations,
  'remove.member': tortureRemoving,
}
