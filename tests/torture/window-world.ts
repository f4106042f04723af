// The built host in a process of its own, a Chromium whose microphone plays a known sound, and the window that records. The
// window with the archive is played by this process, over a WebSocket of its own.
import { execFile, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { contract, type ArchiveClient } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { webSocketChannel } from '../../shared/rpc/web-socket.ts'
import { findChromium } from '../support/chromium.mjs'
import { startHostFor, type StartedHost } from '../support/host.ts'
import { knownSound, writeSound } from './known-sound.ts'
import { tapMicrophone } from './tapped-sound.ts'

// NOTE: nothing of the archive process is brought in here, because end-to-end tests bring this in.
export const passphrase = 'lantern orbit velvet canyon mirror pepper'
/** What is begun with: somebody new, who said yes. */
export const begun = {
  story: { narrator: null, narratorName: 'Amaranta', title: 'The night shift', language: 'en' },
  agreed: { kind: 'inPerson', note: 'She said yes' },
  codec: 'pcm',
  sampleRate: 48_000,
  channels: 1,
} as const

const runProgram = promisify(execFile)
const support = path.join(import.meta.dirname, '..', 'support')

export interface WindowWorld {
  readonly folder: string
  /** What a microphone plays, again and again: each like no other. */
  readonly sources: readonly { readonly file: string; readonly samples: Int16Array }[]
  readonly chromiumPath: string
  remove(): Promise<void>
}

/** Builds what is to be built; null where there is no Chromium. */
export async function windowWorld(...sourcesSeconds: readonly number[]): Promise<WindowWorld | null> {
  // In a process of its own, because what it says is no line of ours.
  const build = `const { buildWhenNeeded } = await import(${JSON.stringify(path.join(support, '../../electron/start/build.mjs'))}); if (!(await buildWhenNeeded())) process.exit(1)`
  if (process.env['FIRSTHAND_BUILT'] === undefined)
    execFileSync(process.execPath, ['--input-type=module', '-e', build], { stdio: ['ignore', 'ignore', 'inherit'] })
  const chromiumPath = await findChromium()
  if (chromiumPath === null) return null
  const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-window-'))
  await runProgram(process.execPath, [path.join(support, 'prepare-archive.ts'), path.join(folder, 'data'), passphrase])
  const sources = sourcesSeconds.map((seconds, seed) => {
    const samples = knownSound(seconds, 7 + seed)
    const file = path.join(folder, `source-${seed}.wav`)
    writeSound(file, samples)
    return { file, samples }
  })
  return { folder, sources, chromiumPath, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** A copy of the prepared archive's data folder. */
export async function copyOfData(world: WindowWorld): Promise<string> {
  const data = await mkdtemp(path.join(world.folder, 'try-'))
  await cp(path.join(world.folder, 'data'), data, { recursive: true })
  return data
}

/** `source`: which of them its microphone plays. */
export function startBrowser(world: WindowWorld, source = 0): Promise<Browser> {
  return chromium.launch({
    executablePath: world.chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${world.sources[source]?.file ?? ''}`,
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}

export interface Visited {
  readonly host: StartedHost
  readonly origin: string
  readonly cookie: { readonly name: string; readonly value: string }
  readonly client: ArchiveClient
  /** What the recorder last said was kept, in milliseconds. */
  keptMs(): number
  /** Bytes at an address of the host, as a page gets them. */
  read(address: string): Promise<Buffer>
  leave(): Promise<void>
}

/** Starts the host and comes in as the one window with the archive; opens it. */
export async function visit(data: string): Promise<Visited> {
  const host = await startHostFor(data)
  const { origin } = new URL(host.address)
  const entered = await fetch(host.address, { redirect: 'manual' })
  const [name = '', value = ''] = (entered.headers.getSetCookie()[0]?.split(';')[0] ?? '').split(/=(.*)/s)
  const Cookie = `${name}=${value}`
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/rpc`, { headers: { Origin: origin, Cookie } })
  socket.on('error', () => undefined) // the host is killed at times
  const client = connect(contract, webSocketChannel(socket as unknown as Parameters<typeof webSocketChannel>[0]))
  await once(socket, 'open')
  await client.door.open({ folder: path.join(data, 'firsthand', 'Archive'), passphrase })
  let kept = 0
  void (async () => {
    for await (const state of client.recorder.state({})) if (state.state !== 'stopped') kept = state.keptMs
  })().catch(() => undefined)
  return {
    host,
    origin,
    cookie: { name, value },
    client,
    keptMs: () => kept,
    read: async (address) =>
      Buffer.from(await (await fetch(`${origin}${address}`, { headers: { Cookie } })).arrayBuffer()),
    async leave() {
      socket.terminate()
      await host.close()
    },
  }
}

/** What a window that records heard, as it told it itself. */
export interface Heard {
  readonly page: Page
  /** A mark for each block. */
  readonly marks: number[]
  /** When the last of them were told, of `performance.now()`. */
  lastAt: number
}

/** Opens the window that records, in a context of its own; `before` runs in it first. */
export async function openRecorder(
  browser: Browser,
  { origin, cookie }: Visited,
  before: (() => void) | null = null,
): Promise<Heard> {
  const context: BrowserContext = await browser.newContext()
  await context.addCookies([{ ...cookie, url: origin }])
  const page = await context.newPage()
  const heard: Heard = { page, marks: [], lastAt: 0 }
  await page.exposeFunction('blocksHeard', (from: number, marks: number[]) => {
    for (const [at, mark] of marks.entries()) heard.marks[from + at] = mark
    heard.lastAt = performance.now()
  })
  await page.addInitScript(tapMicrophone)
  if (before !== null) await page.addInitScript(before)
  await page.goto(`${origin}/recorder.html`)
  return heard
}

/** Waits until something is so, looking every 20 ms; throws with `what` after so many milliseconds. */
export async function until(what: string, is: () => boolean, ms = 30_000): Promise<void> {
  const end = performance.now() + ms
  while (!is()) {
    if (performance.now() > end) throw new Error(`it never came: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
