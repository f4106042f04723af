// The groups of `npm run torture` that kill what leaves in a folder of its own, at its points.
import { killLeaving, leavingUnnoticed, leavingWorld } from './kill-leaving.ts'
import { countTaking, killTaking, takingUnnoticed, takingWorld } from './kill-take-home.ts'
import { told, type Tortured, type Try } from './told.ts'

const isFull = process.argv.includes('--full')

async function tortureLeaving(): Promise<Tortured> {
  const world = await leavingWorld()
  try {
    const tries: Try[] = []
    let left = 0
    for (let point = 1; point <= world.points; point += 1) {
      const { hasLeft, wrong } = await killLeaving(world, point)
      left += hasLeft ? 1 : 0
      tries.push({ name: `point ${point}`, wrong })
    }
    const missed = await leavingUnnoticed(world)
    if (left === 0 || left === tries.length) missed.push('the points lie on one side')
    return told('kill.leaving', tries, missed)
  } finally {
    await world.remove()
  }
}

/** Every point with `--full`; without it the last ones, where it gets its name, and every so many of those before. */
const lastOnes = 20
const inEvery = 5

async function tortureTaking(): Promise<Tortured> {
  const world = await takingWorld()
  try {
    const tries: Try[] = []
    const missed: string[] = []
    for (const what of ['openFormats', 'makeCopy'] as const) {
      const points = await countTaking(world, what)
      let taken = 0
      let tried = 0
      for (let point = 1; point <= points; point += 1) {
        if (!isFull && point % inEvery !== 1 && point <= points - lastOnes) continue
        const { isTaken, wrong } = await killTaking(world, what, point)
        tried += 1
        taken += isTaken ? 1 : 0
        tries.push({ name: `${what}, point ${point} of ${points}`, wrong })
      }
      missed.push(...(await takingUnnoticed(world, what)).map((one) => `${what}: ${one}`))
      if (taken === 0 || taken === tried) missed.push(`${what}: the points lie on one side`)
    }
    return told('kill.takeHome', tries, missed)
  } finally {
    await world.remove()
  }
}

export const killGroups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'kill.leaving': tortureLeaving,
  'kill.takeHome': tortureTaking,
}
