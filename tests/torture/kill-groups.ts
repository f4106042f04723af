// The groups of `npm run torture` that kill what leaves in a folder of its own, at its points; and that try what is wrong.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { setPaperKey } from '../../electron/archive/vault/keyring-change.ts'
import { createKeyring, openWithPaperKey } from '../../electron/archive/vault/keyring.ts'
import { systemRandom as random } from '../../electron/archive/vault/random.ts'
import { isFull } from './full.ts'
import { tortureErasing } from './kill-erase.ts'
import { killLeaving, leavingUnnoticed, leavingWorld } from './kill-leaving.ts'
import { leavings } from './leavings.ts'
import { countTaking, killTaking, takingUnnoticed, takingWorld } from './kill-take-home.ts'
import { openedByWrong } from './wrong-secrets.ts'
import { told, type Tortured, type Try } from './told.ts'

// How often, with `--full` and without it: every point at which her story is taken home, or the last ones, where it gets its
// name, and every so many of those before.
const takings = isFull ? { inEvery: 1, last: 0 } : { inEvery: 5, last: 20 }
// Every point of a list; and of what leaves after it on the same way, with `--full` and without it, every so many.
const inEveryPaper = isFull ? 1 : 4
const wrongSecrets = 5_000

async function tortureLeaving(): Promise<Tortured> {
  const world = await leavingWorld()
  try {
    const tries: Try[] = []
    const missed = await leavingUnnoticed(world)
    let from = 1
    for (const one of leavings) {
      const end = world.ends[one]
      const sides = new Set<boolean>()
      for (let point = end; point >= from; point -= one === 'list' ? 1 : inEveryPaper) {
        const { hasLeft, wrong } = await killLeaving(world, point)
        sides.add(hasLeft)
        tries.push({ name: `${one}, point ${point - from + 1} of ${end - from + 1}`, wrong })
      }
      if (sides.size < 2) missed.push(`${one}: the points lie on one side`)
      from = end + 1
    }
    return told('kill.leaving', tries, missed)
  } finally {
    await world.remove()
  }
}

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
        if ((point - 1) % takings.inEvery !== 0 && point <= points - takings.last) continue
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

async function tortureSecrets(): Promise<Tortured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-secrets-'))
  try {
    const made = await createKeyring({ folder, passphrase: Buffer.from('words'), parameters: argonFloor, random })
    const paperKey = random(32)
    await setPaperKey({ folder, key: made.key, paperKey, random })
    const opened = await openedByWrong(folder, paperKey, wrongSecrets)
    const tries = Array.from({ length: 2 * wrongSecrets }, (_, at) => ({
      name: 'a secret',
      wrong: at < opened ? ['it opens'] : [],
    }))
    // Its control: the right one opens.
    const isRight = await openWithPaperKey(folder, paperKey).then(
      ({ key }) => key.equals(made.key),
      () => false,
    )
    return told('keyring.wrongSecrets', tries, isRight ? [] : ['the right one'])
  } finally {
    await rm(folder, { recursive: true })
  }
}

export const killGroups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'kill.leaving': tortureLeaving,
  'kill.takeHome': tortureTaking,
  'kill.erase': tortureErasing,
  'keyring.wrongSecrets': tortureSecrets,
}
