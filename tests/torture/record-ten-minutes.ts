// Ten minutes in real time by the real path: a fake microphone, the window that records, the host, the disk. Every block that
// the microphone gave is there, in its order; it sounds like what was played; neither the host nor the page grows.
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { childrenOf } from '../support/host.ts'
import { heldMemory } from './held-memory.ts'
import { findIn, likeness, sampleRate, type Found } from './known-sound.ts'
import { blockFrames, blockMs, marksOf, runsIn } from './tapped-sound.ts'
import { begun, copyOfData, openRecorder, startBrowser, until, visit, type WindowWorld } from './window-world.ts'

export interface RealTime {
  readonly keptMs: number
  /** By the clock on the wall, from the first block to the last. */
  readonly tookMs: number
  /** Blocks that the microphone gave before it was stopped, and that are not there. */
  readonly lostBlocks: number
  /** The least of all seconds with what was played there, and how many seconds were under 0.9. */
  readonly leastLikeness: number
  readonly unlikeSeconds: number
  readonly gaps: readonly { readonly kind: string; readonly lastedMs: number | null }[]
  /** Bytes that the processes have, once the browser has given its heaps their room, and at the most after that. */
  readonly host: Grown
  readonly page: Grown
  /** Bytes that the page and its worker hold when their garbage is collected, then and at the end. */
  readonly held: Grown
  readonly wrong: readonly string[]
}

interface Grown {
  readonly before: number
  readonly most: number
}

/** Bytes of memory that a process holds. Linux only; 0 elsewhere. */
function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

async function rendererPids(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: { type: string; id: number }[]
  }
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

/** How like each second of `heard` is to `source`, which it goes through from where its first second is found. */
function secondsAlike(source: Int16Array, heard: Int16Array): number[] {
  const alike: number[] = []
  let expected: number | null = null
  for (let from = 0; from + sampleRate <= heard.length; from += sampleRate) {
    const part = heard.subarray(from, from + sampleRate)
    if (expected !== null && expected + sampleRate > source.length) expected = null // it begins again there
    let found: Found =
      expected === null ? findIn(source, part) : { at: expected, likeness: likeness(source, part, expected) }
    // NOTE: a microphone that ran behind, or is a sample off, is found again near there.
    if (found.likeness < 0.9) found = findIn(source, part, found.at - sampleRate / 2, found.at + sampleRate / 2)
    if (found.likeness < 0.9) found = findIn(source, part)
    alike.push(found.likeness)
    expected = found.likeness < 0.9 ? null : found.at + sampleRate
  }
  return alike
}

export async function recordInRealTime(world: WindowWorld, seconds: number): Promise<RealTime> {
  const data = await copyOfData(world)
  const browser = await startBrowser(world)
  const visited = await visit(data)
  const { client, host } = visited
  try {
    const { take, testimony } = await client.recording.begin(begun)
    const heard = await openRecorder(browser, visited)
    await until('the first sound', () => heard.marks.length > 0)
    const began = performance.now()
    const pids = await rendererPids(browser)
    const page = (): number => pids.reduce((sum, pid) => sum + residentBytes(pid), 0)
    // The archive's process stands behind the one that was started.
    const hosts = (): number => [host.pid, ...childrenOf(host.pid)].reduce((sum, pid) => sum + residentBytes(pid), 0)
    const holds = await heldMemory(heard.page)
    // NOTE: in its second minute a browser still gives a page's heap some 40 MiB more room, whatever it holds.
    const warmMs = Math.min(150_000, seconds * 250)
    let heldBefore: number | null = null
    let before = { host: 0, page: 0 }
    let most = { host: 0, page: 0 }
    while (performance.now() < began + seconds * 1_000) {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      const now = { host: hosts(), page: page() }
      if (performance.now() < began + warmMs) before = now
      else {
        heldBefore ??= await holds.bytes()
        most = { host: Math.max(most.host, now.host), page: Math.max(most.page, now.page) }
      }
    }
    const held = { before: heldBefore ?? 0, most: await holds.bytes() }
    const atLeast = heard.marks.length
    await heard.page.getByRole('button', { name: /^Stop here/ }).click()
    const tookMs = performance.now() - began
    await heard.page.getByRole('heading', { name: 'It has stopped' }).waitFor()
    await new Promise((resolve) => setTimeout(resolve, 300)) // until its last blocks are told
    let recording = ''
    for await (const step of client.recording.finish({ take, offRecord: 'destroy' }))
      recording = step.recording ?? recording
    const { story } = await client.story.read({ testimony })
    const sound = (await visited.read(`/media/${story.recordings[0]?.media ?? ''}`)).subarray(44)
    const wrong: string[] = []
    if (holds.workers() === 0) wrong.push('nothing of the worker that reads the microphone is known')
    const runs = runsIn(marksOf(sound), [heard.marks])
    if (runs === null) wrong.push('what is there is not what was heard, block for block')
    const [run = { from: 0, length: 0 }] = runs ?? []
    if (run.from * blockMs > 500) wrong.push('its beginning is missing')
    const samples = new Int16Array(Math.floor(sound.length / 2))
    for (let at = 0; at < samples.length; at += 1) samples[at] = sound.readInt16LE(at * 2)
    const alike = secondsAlike(world.sources[0]?.samples ?? samples, samples)
    const { gaps } = await client.recording.about({ recording })
    return {
      keptMs: (samples.length * 1_000) / sampleRate,
      tookMs: Math.round(tookMs),
      lostBlocks: Math.max(0, atLeast - run.from - run.length),
      leastLikeness: Number(alike.reduce((least, one) => Math.min(least, one), 1).toFixed(3)),
      unlikeSeconds: alike.filter((one) => one < 0.9).length,
      gaps,
      host: { before: before.host, most: most.host },
      page: { before: before.page, most: most.page },
      held,
      wrong,
    }
  } finally {
    await browser.close()
    await visited.leave()
    await rm(data, { recursive: true, force: true })
  }
}

/** Whether a second that is another one is not found to be alike. */
export function noticesAnother({ sources }: WindowWorld): boolean {
  const source = sources[0]?.samples ?? new Int16Array()
  const part = source.slice(sampleRate, 2 * sampleRate)
  const isFound = findIn(source, part).at === sampleRate
  const other = part.map((sample, at) => (at % 2 === 0 ? -sample : (part[at + blockFrames] ?? 0)))
  return isFound && findIn(source, other).likeness < 0.9
}
