// The window that records is killed, or the host, or both, at any moment: what was said to be kept is there, at most two
// seconds of what the microphone gave are lost, the gap is marked, and the take is gone on with and finished.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Browser } from '@playwright/test'
import { findIn } from './known-sound.ts'
import { blockFrames, blockMs, marksOf, runsIn, type Run } from './tapped-sound.ts'
import {
  begun,
  copyOfData,
  openRecorder,
  passphrase,
  startBrowser,
  until,
  visit,
  type Heard,
  type Visited,
  type WindowWorld,
} from './window-world.ts'

export const deaths = ['crash', 'process', 'host', 'both'] as const
export type Death = (typeof deaths)[number]

export interface KillOfWindow {
  readonly death: Death
  /** After the first block that its microphone gave. */
  readonly ms: number
  /** The archive is locked when it happens. */
  readonly isLocked: boolean
  /** Runs in the page before anything of it: a window that is not as it should be. */
  readonly badly?: () => void
}

export interface KilledWindow {
  /** Of what the microphone gave before the death, in milliseconds. */
  readonly lostMs: number
  readonly keptMs: number
  readonly wrong: readonly string[]
}

const mostLostMs = 2_000
/** What the clocks of three processes and a look every 20 ms make up. */
const slackMs = 150

/** What must never be done: what was heard is held for four seconds before it is sent. */
export function holdSound(): void {
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (data) {
    const isSound = data instanceof Uint8Array && data.length > 5_000
    if (isSound) setTimeout(() => send.call(this, data), 4_000)
    else send.call(this, data)
  }
}

/** The renderers of this browser, which plays no other page. */
async function killRenderers(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[]
  }
  for (const { type, id } of processInfo) {
    if (type !== 'renderer') continue
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // it has gone by itself
    }
  }
}

async function die(death: Death, browser: Browser, heard: Heard, visited: Visited): Promise<void> {
  const crash = async (): Promise<void> => {
    const session = await heard.page.context().newCDPSession(heard.page)
    session.send('Page.crash').catch(() => undefined)
  }
  if (death === 'crash') await crash()
  if (death === 'process') await killRenderers(browser)
  if (death === 'both') await Promise.all([visited.host.kill(), killRenderers(browser)])
  if (death === 'host') await visited.host.kill()
}

/** What the program calls broken in the archive. */
async function broken({ client }: Visited): Promise<string[]> {
  const wrong: string[] = []
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') wrong.push(...step.findings.map(({ rule, count }) => `${count} ${rule}`))
  return wrong
}

async function goOn({ page, marks }: Heard): Promise<void> {
  // NOTE: one in which nothing was kept begins by itself; any other when somebody says so.
  const button = page.getByRole('button', { name: /^Go on/ })
  await Promise.race([button.click({ timeout: 20_000 }).catch(() => undefined), until('sound', () => marks.length > 0)])
  const from = marks.length
  await until('two seconds of sound after it', () => marks.length >= from + 2_200 / blockMs)
}

/** One life and death of it. */
export async function killWindow(
  world: WindowWorld,
  { death, ms, isLocked, badly }: KillOfWindow,
): Promise<KilledWindow> {
  const data = await copyOfData(world)
  const browser = await startBrowser(world)
  // Another one for the second window, whose microphone plays something else, so that they are told apart.
  const other = await startBrowser(world, 1)
  let visited = await visit(data)
  const wrong: string[] = []
  try {
    const { take, testimony } = await visited.client.recording.begin(begun)
    const first = await openRecorder(browser, visited, badly)
    await until('the first sound', () => first.marks.length > 0)
    if (isLocked) await visited.client.door.lock({})
    await new Promise((resolve) => setTimeout(resolve, ms))
    const [given, givenAt, saidMs] = [first.marks.length * blockMs, first.lastAt, visited.keptMs()]
    const diedAt = performance.now()
    await die(death, browser, first, visited)
    const awayFrom = performance.now()
    if (death === 'host' || death === 'both') {
      visited = await visit(data)
      const { takes } = await visited.client.recording.takes({})
      if (takes.length !== 1) wrong.push(`${takes.length} takes wait`)
      if ((takes[0]?.keptMs ?? 0) < saidMs) wrong.push(`${saidMs} ms were said, and ${takes[0]?.keptMs} ms are there`)
      await visited.client.recording.takeUp({ take })
    } else await until('the window is missed', () => performance.now() > awayFrom + 600)
    const second = await openRecorder(other, visited)
    await goOn(second)
    const awayMs = performance.now() - diedAt - second.marks.length * blockMs
    const stop = second.page.getByRole('button', { name: /^Stop here/ })
    await stop.click()
    await second.page.getByRole('heading', { name: 'It has stopped' }).waitFor()
    await new Promise((resolve) => setTimeout(resolve, 300)) // until its last blocks are told
    if ((await visited.client.door.state({})).state !== 'open')
      await visited.client.door.open({ folder: path.join(data, 'firsthand', 'Archive'), passphrase })
    let recording = ''
    for await (const step of visited.client.recording.finish({ take, offRecord: 'destroy' }))
      recording = step.recording ?? recording
    const { story } = await visited.client.story.read({ testimony })
    const sound = (await visited.read(`/media/${story.recordings[0]?.media ?? ''}`)).subarray(44)
    const kept = marksOf(sound)
    const runs = runsIn(kept, [first.marks, second.marks])
    if (runs === null) wrong.push('what is there is not what was heard, block for block')
    const [before = none, after = none] = runs ?? []
    const keptMs = before.length * blockMs
    // What its microphone gave until it died: what was told, and what had no time to be.
    const givenMs = given + Math.min(200, diedAt - givenAt)
    const lostMs = givenMs - (before.from + before.length) * blockMs
    if (lostMs > mostLostMs + slackMs) wrong.push(`${Math.round(lostMs)} ms lost before it died`)
    if (keptMs < saidMs) wrong.push(`${saidMs} ms were said to be kept, and ${keptMs} ms are there`)
    if (before.from * blockMs > 500 || after.from * blockMs > 500) wrong.push('its beginning is missing')
    if (after.length * blockMs < 2_000) wrong.push(`only ${after.length * blockMs} ms after it`)
    wrong.push(...unlike(world, sound, runs ?? []))
    const { gaps } = await visited.client.recording.about({ recording })
    wrong.push(...gapsThatAreWrong(gaps, keptMs, lostMs + awayMs))
    if ((await visited.client.recording.takes({})).takes.length > 0) wrong.push('it is a take still')
    wrong.push(...(await broken(visited)))
    return { lostMs: Math.round(lostMs), keptMs, wrong }
  } catch (error) {
    return { lostMs: 0, keptMs: 0, wrong: [...wrong, `unreadable: ${String(error)}`] }
  } finally {
    await browser.close().catch(() => undefined)
    await other.close().catch(() => undefined)
    await visited.leave()
    await rm(data, { recursive: true, force: true })
  }
}

const none: Run = { from: 0, length: 0 }

/** The middle of each run is looked for in what the microphone played. */
function unlike({ sources }: WindowWorld, sound: Buffer, runs: readonly Run[]): string[] {
  const wrong: string[] = []
  let from = 0
  for (const [of, { length }] of runs.entries()) {
    const middle = (from + Math.floor(length / 2)) * blockFrames
    const part = new Int16Array(blockFrames * 2)
    if (length >= 4) {
      for (let at = 0; at < part.length; at += 1) part[at] = sound.readInt16LE((middle + at) * 2)
      const found = findIn(sources[of]?.samples ?? part, part)
      if (found.likeness < 0.9) wrong.push(`its sound is ${found.likeness.toFixed(2)} like what was played`)
    }
    from += length
  }
  return wrong
}

/** Where nothing was kept before it, there is nothing that a gap could lie in. */
function gapsThatAreWrong(
  gaps: readonly { readonly atMs: number; readonly kind: string; readonly lastedMs: number | null }[],
  atMs: number,
  awayMs: number,
): string[] {
  const closed = gaps.filter(({ kind }) => kind === 'closed')
  if (atMs === 0) return closed.length > 1 ? [`${closed.length} gaps`] : []
  const [gap] = closed
  if (gap === undefined || closed.length > 1) return [`${closed.length} gaps are marked: ${JSON.stringify(gaps)}`]
  const wrong: string[] = []
  if (Math.abs(gap.atMs - atMs) > blockMs) wrong.push(`the gap is at ${gap.atMs} ms, and should be at ${atMs} ms`)
  if (Math.abs((gap.lastedMs ?? 0) - awayMs) > mostLostMs)
    wrong.push(`the gap lasted ${gap.lastedMs} ms, and should have lasted ${Math.round(awayMs)} ms`)
  return wrong
}

/** Whether a block that is missing in the midst, and one that nobody heard, are noticed. */
export function missesBlocks(): boolean {
  const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at)
  const heard = [upTo(0, 60), upTo(100, 160)]
  const isFine = runsIn([...upTo(2, 50), ...upTo(103, 150)], heard) !== null
  const isMissing = runsIn([...upTo(0, 20), ...upTo(21, 50), ...upTo(100, 150)], heard) === null
  const isOfNobody = runsIn([...upTo(0, 50), 999, ...upTo(100, 150)], heard) === null
  return isFine && isMissing && isOfNobody
}
