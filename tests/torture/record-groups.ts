// The groups of `npm run torture` that record.
import { isFull } from './full.ts'
import { canFillDisk } from './full-disk.ts'
import { deaths, holdSound, killWindow, missesBlocks } from './kill-window.ts'
import { recordOnFullDisk } from './record-full-disk.ts'
import { hasRoomFor, recordLong } from './record-long.ts'
import { noticesAnother, recordInRealTime } from './record-ten-minutes.ts'
import { killFinishing, killRecorder, recordWorld } from './record.ts'
import { told, type Tortured, type Try } from './told.ts'
import { windowWorld } from './window-world.ts'

// How often and how long, with `--full` and without it.
const killsOfRecorder = isFull ? 200 : 60
const killsOfWindow = isFull ? 200 : 12
/** Seconds, in `record.eightHours`, which go by at full speed. */
const longestRecording = isFull ? 8 * 60 * 60 : 60 * 60
const sizesOfDisks = isFull ? 40 : 20
/** Seconds, in `record.tenMinutes`, which are those of a clock on the wall. */
const inRealTime = isFull ? 10 * 60 : 60

/** So long after its first second at most it is killed; a second is on the disk every few milliseconds. */
const longestRecordingMs = 400

async function tortureRecorder(): Promise<Tortured> {
  const empty = await recordWorld(0)
  const seconds = 3
  const whole = await recordWorld(seconds)
  try {
    const tries: Try[] = []
    const kills = killsOfRecorder
    let kept = 0
    for (let at = 0; at < kills; at += 1) {
      const ms = (at * 0.618_034 * longestRecordingMs) % longestRecordingMs
      const killed = await killRecorder(empty, ms)
      kept += killed.kept
      tries.push({ name: `${Math.round(ms)} ms`, wrong: killed.wrong })
    }
    const { points } = await killFinishing(whole, seconds, 0)
    let finished = 0
    for (let point = 1; point <= points; point += 1) {
      const killed = await killFinishing(whole, seconds, point)
      finished += killed.finished ? 1 : 0
      tries.push({ name: `finishing, point ${point}`, wrong: killed.wrong })
    }
    // Its controls: what says that it is kept before it is kept loses; points lie on both sides of the finishing.
    const missed: string[] = []
    let lost = 0
    for (const ms of [40, 80, 120]) lost += (await killRecorder(empty, ms, 'recordBadly')).lost
    if (lost === 0) missed.push('seconds that were said before they were kept')
    if (kept < kills * 5) missed.push(`only ${kept} seconds were kept`)
    if (finished === 0 || finished === points) missed.push('the points of finishing lie on one side')
    return told('kill.recorder', tries, missed)
  } finally {
    await empty.remove()
    await whole.remove()
  }
}

const mostGrowth = 50 * 1024 * 1024
/** Of what a page holds while it records, which is the last seconds of sound and nothing that grows. */
const mostHeld = 4 * 1024 * 1024

function tortureLongRecording(): Promise<Tortured> {
  if (!hasRoomFor(longestRecording))
    return Promise.resolve(told('record.eightHours', [], ['the disk has no room for it']))
  const long = recordLong(longestRecording)
  const wrong: string[] = []
  if (!long.isWhole) wrong.push('what is there is not what was sent')
  if (long.gaps > 0) wrong.push(`${long.gaps} gaps`)
  for (const [when, grew] of [
    ['recording', long.grewRecording],
    ['finishing', long.grewFinishing],
  ] as const)
    if (grew > mostGrowth) wrong.push(`memory grew by ${Math.round(grew / 1024 / 1024)} MiB while ${when}`)
  process.stderr.write(`record.eightHours: ${JSON.stringify(long)}\n`)
  const tries = Array.from({ length: longestRecording }, (_, at) => ({
    name: 'a second',
    wrong: at === 0 ? wrong : [],
  }))
  // Its control: one sample of one second that is another is another hash.
  return Promise.resolve(told('record.eightHours', tries, long.notices ? [] : ['a sample that was changed']))
}

function tortureFullRecording(): Promise<Tortured> {
  if (!canFillDisk()) return Promise.resolve(told('record.diskFull', [], ['no small disk can be mounted here']))
  const sizes = Array.from({ length: sizesOfDisks }, (_, at) => 20 + Math.round((at * 640) / sizesOfDisks))
  const { tried, refused, wrong } = recordOnFullDisk(sizes)
  const tries = [
    ...wrong.map((one) => ({ name: 'size', wrong: [one] })),
    ...Array.from({ length: tried - wrong.length }, () => ({ name: 'size', wrong: [] })),
  ]
  return Promise.resolve(
    told('record.diskFull', tries, refused > tried / 2 ? [] : [`only ${refused} of ${tried} were full`]),
  )
}

/** So long after its first sound at most it dies. */
const longestWindowMs = 6_000

async function tortureWindow(): Promise<Tortured> {
  const world = await windowWorld(30, 30)
  if (world === null) return told('kill.recorderWindow', [], ['there is no Chromium'])
  try {
    const tries: Try[] = []
    const kills = killsOfWindow
    let [mostLostMs, keptMs] = [0, 0]
    for (let at = 0; at < kills; at += 1) {
      const death = deaths[at % deaths.length] ?? 'crash'
      const ms = (at * 0.618_034 * longestWindowMs) % longestWindowMs
      const isLocked = at % 3 === 1
      const killed = await killWindow(world, { death, ms, isLocked })
      mostLostMs = Math.max(mostLostMs, killed.lostMs)
      keptMs += killed.keptMs
      tries.push({ name: `${death}${isLocked ? ', locked,' : ''} at ${Math.round(ms)} ms`, wrong: killed.wrong })
    }
    process.stderr.write(`kill.recorderWindow: ${mostLostMs} ms lost at the most, ${keptMs} ms kept before they died\n`)
    // Its controls: a window that holds what it hears loses more than two seconds; blocks that are missing are missed.
    const missed: string[] = []
    const held = await killWindow(world, { death: 'crash', ms: 5_000, isLocked: false, badly: holdSound })
    if (!held.wrong.some((one) => one.endsWith('lost before it died'))) missed.push('sound that was held')
    if (!missesBlocks()) missed.push('blocks that are missing')
    if (keptMs < kills * 500) missed.push(`only ${keptMs} ms were kept before they died`)
    return told('kill.recorderWindow', tries, missed)
  } finally {
    await world.remove()
  }
}

/** Seconds with a seam of a microphone that was starved. */
const mostUnlike = 30

async function tortureTenMinutes(): Promise<Tortured> {
  // Longer than it takes, so that no place of it is played twice.
  const world = await windowWorld(inRealTime + 60)
  if (world === null) return told('record.tenMinutes', [], ['there is no Chromium'])
  try {
    const found = await recordInRealTime(world, inRealTime)
    const wrong = [...found.wrong]
    // NOTE: a machine that has too much to do starves the browser's microphone itself. What it did not give is missing,
    // is marked, and is nobody else's loss.
    const starvedMs = found.gaps.reduce((sum, { kind, lastedMs }) => sum + (kind === 'asleep' ? (lastedMs ?? 0) : 0), 0)
    if (found.gaps.some(({ kind }) => kind !== 'asleep')) wrong.push(`gaps: ${JSON.stringify(found.gaps)}`)
    if (found.lostBlocks > 0) wrong.push(`${found.lostBlocks} blocks are missing at its end`)
    if (Math.abs(found.keptMs + starvedMs - found.tookMs) > 2_000)
      wrong.push(`${found.keptMs} ms and ${starvedMs} ms missing in ${found.tookMs} ms`)
    if (found.unlikeSeconds > (starvedMs > 0 ? mostUnlike : 0))
      wrong.push(`${found.unlikeSeconds} seconds are not what was played`)
    for (const whose of ['host', 'page'] as const) {
      const grew = found[whose].most - found[whose].before
      if (grew > mostGrowth) wrong.push(`memory of the ${whose} grew by ${Math.round(grew / 1024 / 1024)} MiB`)
    }
    const { before, most } = found.held
    if (most - before > mostHeld)
      wrong.push(`the page holds ${Math.round((most - before) / 1024)} KiB more than before`)
    process.stderr.write(`record.tenMinutes: ${JSON.stringify(found)}\n`)
    const tries = Array.from({ length: inRealTime }, (_, at) => ({ name: 'a second', wrong: at === 0 ? wrong : [] }))
    return told('record.tenMinutes', tries, noticesAnother(world) ? [] : ['a second that is another one'])
  } finally {
    await world.remove()
  }
}

export const recordGroups: Readonly<Record<string, () => Promise<Tortured>>> = {
  'kill.recorder': tortureRecorder,
  'kill.recorderWindow': tortureWindow,
  'record.eightHours': tortureLongRecording,
  'record.tenMinutes': tortureTenMinutes,
  'record.diskFull': tortureFullRecording,
}
