// The groups of `npm run torture`, each with a control that must fail or the run is void.
import { backUpWithFault, backupWorld, fillSticks, killBackingUp, noticesHalf } from './backup-faults.ts'
import { countPoints, killAfter, killAtPoint, signedOffWorld, unnoticed } from './give-out.ts'
import { gatesThatDiffer } from './gate.ts'
import { canFillDisk, fullDisk } from './full-disk.ts'
import { isFull } from './full.ts'
import { killGroups } from './kill-groups.ts'
import { hostileGroups } from './hostile-groups.ts'
import { killMaking } from './make.ts'
import { killWriting, writingWorld } from './write.ts'
import { recordGroups } from './record-groups.ts'
import { sealedGroups } from './sealed-groups.ts'
import { durableGroups } from './durable-groups.ts'
import { editsThatBreak } from './range-edits.ts'
import { tortureFullTests } from './full-tests.ts'
import { tortureLongWalks } from './long-walks.ts'
import { tortureRescue } from './rescue.ts'
import { hasSounds } from './sound-folder.ts'
import { handHostileSounds } from './sound-hostile.ts'
import { told, type Tortured, type Try } from './told.ts'
import { compareAnswers, rulesLeftOut, withoutRule } from '../domain/answers-at-random.ts'

// How often, with `--full` and without it.
const killsOfGivingOut = isFull ? 200 : 60
const msBetweenKills = isFull ? 1 : 5
const killsOfWriting = isFull ? 300 : 100
const sizesToMake = isFull ? 80 : 30
const sizesToKeep = isFull ? 120 : 40
const sequencesOfEdits = 10_000
const randomExcerpts = 10_000
const randomLedgers = 100_000
const hostileSounds = isFull ? 10_000 : 600
/** Every so many of the places at which a backup can fail. */
const inEveryFault = isFull ? 1 : 4
const killsOfBackups = isFull ? 20 : 8
const sizesOfSticks = isFull ? 100 : 30
const damagedPages = 150

async function tortureGiveOut(): Promise<Tortured> {
  const world = await signedOffWorld()
  try {
    const points = await countPoints(world)
    const tries: Try[] = []
    for (let point = 1; point <= points; point += 1)
      tries.push({ name: `point ${point}`, ...(await killAtPoint(world, point)) })
    // The rest at moments, from outside: the giving out takes some 100 ms.
    for (let at = 0; tries.length < killsOfGivingOut; at += msBetweenKills)
      tries.push({ name: `${at} ms`, ...(await killAfter(world, at)) })
    const missed = await unnoticed(world)
    for (const point of [2, 3]) {
      if ((await killAtPoint(world, point, 'giveOutBadly')).wrong.length === 0) missed.push('the folder before its row')
    }
    return told('kill.giveOut', tries, missed)
  } finally {
    await world.remove()
  }
}

async function tortureMake(): Promise<Tortured> {
  const { points, opens } = await killMaking(0)
  const tries: Try[] = []
  let opened = 0
  for (let point = 1; point <= points; point += 1) {
    const killed = await killMaking(point)
    if (killed.opens) opened += 1
    tries.push({ name: `point ${point}`, ...killed })
  }
  // Its control: some of the points must come before the archive counts and some after, and one that is left alone opens.
  const missed = opens && opened > 0 && opened < points ? [] : ['the points lie on one side']
  return told('kill.make', tries, missed)
}

/** It keeps a change every few milliseconds; so long after the first one at most it is killed. */
const longestWritingMs = 120

async function tortureWriting(): Promise<Tortured> {
  const world = await writingWorld()
  try {
    const tries: Try[] = []
    let kept = 0
    for (let at = 0; at < killsOfWriting; at += 1) {
      // Spread over the whole time, in steps of a fraction of it that never come to the same twice.
      const ms = (at * 0.618_034 * longestWritingMs) % longestWritingMs
      const killed = await killWriting(world, ms)
      kept += killed.kept
      tries.push({ name: `${Math.round(ms)} ms`, wrong: killed.wrong })
    }
    // Its control: what says that it is kept before it is kept must be seen to lose.
    let lost = 0
    for (const ms of [20, 40, 60, 80]) lost += (await killWriting(world, ms, 'writeBadly')).lost
    const missed = lost > 0 ? [] : ['changes that were said before they were kept']
    return told('kill.writing', tries, kept > killsOfWriting ? missed : [...missed, `only ${kept} changes were kept`])
  } finally {
    await world.remove()
  }
}

async function tortureFullDisk(): Promise<Tortured> {
  if (!canFillDisk()) return told('disk.full', [], ['no small disk can be mounted here'])
  const upTo = (most: number, count: number): number[] =>
    Array.from({ length: count }, (_, at) => Math.round((at * most) / count))
  const { tried, refused, wrong } = fullDisk({
    making: upTo(320, sizesToMake).map((kib) => kib + 4),
    keeping: upTo(1_440, sizesToKeep),
  })
  const tries = [
    ...wrong.map((one) => ({ name: 'size', wrong: [one] })),
    ...Array.from({ length: tried - wrong.length }, () => ({ name: 'size', wrong: [] })),
  ]
  // Its control: a disk that never refused anything was not full.
  return told('disk.full', tries, refused > tried / 2 ? [] : [`only ${refused} of ${tried} were full`])
}

async function tortureRanges(): Promise<Tortured> {
  const { wrong, unmovedWrong } = await editsThatBreak(sequencesOfEdits)
  const tries = Array.from({ length: sequencesOfEdits }, (_, at) => ({
    name: `sequence ${at}`,
    wrong: wrong.get(at) ?? [],
  }))
  // Its control: ranges that nobody takes along break in most sequences.
  return told('ranges.edits', tries, unmovedWrong > 0.2 ? [] : ['ranges that stay where they were'])
}

async function tortureGate(): Promise<Tortured> {
  const { first, wrong, unnoticedTies } = gatesThatDiffer(randomExcerpts)
  const tries = Array.from({ length: randomExcerpts }, (_, at) => {
    const differs = wrong.get(first + at)
    return { name: `seed ${first + at}`, wrong: differs === undefined ? [] : [differs] }
  })
  // Its control: a gate that is told of no ties lets go what must stay.
  return told('gate.random', tries, unnoticedTies > 0 ? [] : ['a gate without ties'])
}

/** Another one than that of the test, which asks as many. */
const seedOfAnswers = 7

function tortureAnswers(): Promise<Tortured> {
  const { differences, said, first } = compareAnswers(randomLedgers, seedOfAnswers)
  const tries = Array.from({ length: randomLedgers }, (_, at) => ({
    name: 'a ledger',
    wrong: at < differences ? [first ?? ''] : [],
  }))
  // Its control: each rule that is left out must be missed, and all three answers given often.
  const missed = rulesLeftOut.filter((rule) => compareAnswers(3_000, 2, withoutRule(rule)).differences === 0)
  const rare = Object.entries(said).filter(([, often]) => often < randomLedgers / 10)
  return Promise.resolve(told('consent.answers', tries, [...missed, ...rare.map(([answer]) => `few are ${answer}`)]))
}

async function tortureSounds(): Promise<Tortured> {
  if (!hasSounds) return told('sound.hostile', [], ['../shared/data/audio is not here'])
  const { tried, kept, slowestMs, wrong } = await handHostileSounds(0, hostileSounds)
  process.stderr.write(`sound.hostile: ${kept} were kept, the slowest took ${Math.round(slowestMs)} ms\n`)
  const fine = Array.from({ length: tried - wrong.length }, () => ({ name: 'a sound', wrong: [] }))
  // Its controls: an archive that stands still, and a file that stays behind, must both be seen.
  const missed: string[] = []
  for (const [fault, count] of [
    ['hang', 1],
    ['stray', 3],
  ] as const) {
    const seen = await handHostileSounds(0, 3, fault)
    if (seen.wrong.length < count) missed.push(fault)
  }
  return told('sound.hostile', [...wrong, ...fine], missed)
}

async function tortureBackups(): Promise<Tortured> {
  const world = await backupWorld()
  try {
    const tries: Try[] = []
    let struck = 0
    for (const fault of ['out', 'once', 'full', 'lying'] as const) {
      const { passed } = await backUpWithFault(world, 0, fault)
      for (let at = 1; at <= passed; at += inEveryFault) {
        const tried = await backUpWithFault(world, at, fault)
        struck += tried.struck ? 1 : 0
        tries.push({ name: `${fault} at ${at}`, wrong: tried.wrong })
      }
    }
    for (let at = 0; at < killsOfBackups; at += 1)
      tries.push({ name: `killed at ${at * 9} ms`, wrong: await killBackingUp(world, at * 9) })
    // Its controls: most of the faults strike, some sticks are too small and some are not, and what is half is noticed.
    const missed = (await noticesHalf(world)) ? [] : ['a backup that counts before its pieces are there']
    if (struck < tries.length / 2) missed.push(`only ${struck} faults struck`)
    if (canFillDisk()) {
      const filled = fillSticks(
        Array.from({ length: sizesOfSticks }, (_, at) => Math.round((at * 12_000) / sizesOfSticks)),
      )
      tries.push(...filled.wrong.map((one) => ({ name: 'size', wrong: [one] })))
      for (let at = filled.wrong.length; at < filled.tried; at += 1) tries.push({ name: 'size', wrong: [] })
      if (filled.refused === 0 || filled.refused === filled.tried) missed.push(`${filled.refused} sticks were full`)
    }
    return told('backup.faults', tries, missed)
  } finally {
    await world.remove()
  }
}

export const groups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'kill.giveOut': tortureGiveOut,
  'kill.make': tortureMake,
  'kill.writing': tortureWriting,
  ...killGroups,
  'disk.full': tortureFullDisk,
  ...recordGroups,
  ...sealedGroups,
  'ranges.edits': tortureRanges,
  'consent.answers': tortureAnswers,
  'gate.random': tortureGate,
  'sound.hostile': tortureSounds,
  ...hostileGroups,
  'backup.faults': tortureBackups,
  ...durableGroups,
  'walks.long': tortureLongWalks,
  'tests.full': tortureFullTests,
  'rescue.damage': () => tortureRescue(damagedPages),
}
