// Walks through everything with the built host and a Chromium whose folders are all known; looks at memory and at the disk
// while it is open and five seconds after Hide now, and says what it found in lines of JSON. `walk.ts <empty folder>`.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { readPaperKey } from '../../electron/archive/vault/paper-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { ownSwitches } from '../../electron/main/switches.ts'
import { findChromium } from '../support/chromium.mjs'
import { filesIn, found, openThoughDeleted } from '../support/disk-search.ts'
import { needlesFor, soundNeedles } from '../support/needles.ts'
import { startHostFor } from '../support/host.ts'
import { knownSound, writeSound } from './known-sound.ts'
import { familyOf, inMemory, nameOf, type Sought } from './memory-of.ts'
import { folderOf, hideNow, importedSeconds, newCanaries, walkThrough } from './whole-walk.ts'

const place = process.argv[2] ?? ''

/** What of the secrets stands in the memory of a process. */
export interface Remains {
  readonly pid: number
  readonly process: string
  readonly found: readonly { readonly name: string; readonly times: number }[]
}

export interface Moment {
  /** The names of everything that was sought in memory. */
  readonly secrets: readonly string[]
  /** The front and what stands behind it. */
  readonly ours: readonly Remains[]
  readonly browsers: readonly Remains[]
  /** Files with words or sound in them. */
  readonly disk: readonly string[]
}

const folders = ['data', 'temporary', 'home', 'profile', 'out', 'stick'] as const
const at = Object.fromEntries(folders.map((name) => [name, path.join(place, name)])) as Record<
  (typeof folders)[number],
  string
>
for (const folder of Object.values(at)) mkdirSync(folder)
const environment = {
  TMPDIR: at.temporary,
  SQLITE_TMPDIR: at.temporary,
  HOME: at.home,
  XDG_CONFIG_HOME: at.home,
  XDG_CACHE_HOME: at.home,
}
/** Everything that the program or the browser writes in but for what is given out, which is meant to be read. */
const written = [at.data, at.temporary, at.home, at.profile, at.stick]

const words = newCanaries()
const imported = knownSound(importedSeconds, 11)
const microphone = path.join(place, 'microphone.wav')
writeSound(microphone, knownSound(6, 12))
const host = await startHostFor(at.data, environment)
/** The switches of the window that is our own, which has no address of 127.0.0.1 to go to. */
const asTheShellWould = ownSwitches.map(([name, value]) =>
  name === 'host-resolver-rules'
    ? `--${name}=${value ?? ''}, EXCLUDE 127.0.0.1`
    : value === undefined
      ? `--${name}`
      : `--${name}=${value}`,
)
const context = await chromium.launchPersistentContext(at.profile, {
  executablePath: (await findChromium()) ?? '',
  // NOTE: as a person's own browser is: what processes share lies in memory, not in the folder for temporary files.
  ignoreDefaultArgs: ['--disable-dev-shm-usage'],
  env: { ...process.env, ...environment },
  args: [
    '--no-sandbox',
    ...asTheShellWould,
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${microphone}`,
    '--autoplay-policy=no-user-gesture-required',
  ],
})
const page = context.pages()[0] ?? (await context.newPage())
page.setDefaultTimeout(60_000)
await page.goto(host.address)
const { passphrase, paperKey, recorded } = await walkThrough({ page, words, imported, out: at.out, stick: at.stick })

const ours = familyOf(host.pid)
const browsers = familyOf(process.pid).filter((pid) => !ours.includes(pid) && pid !== process.pid)
const paper = readPaperKey(paperKey.join(' '))
const { key } = await openWithPassphrase(folderOf(at.data), normalisePassphrase(passphrase))
const sought: Sought[] = [
  ...secret('archive key', key),
  ...secret('paper key', paper),
  { name: 'three words of the paper key', bytes: Buffer.from(paperKey.slice(4, 7).join(' ')) },
  ...[['passphrase', passphrase] as const, ...Object.entries(words)].flatMap(([name, text]) => [
    { name: `${name} in UTF-8`, bytes: Buffer.from(text) },
    { name: `${name} in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
  ]),
]

function secret(name: string, bytes: Buffer): Sought[] {
  const hex = bytes.toString('hex')
  return [
    { name, bytes },
    { name: `${name} in hex`, bytes: Buffer.from(hex) },
    { name: `${name} in HEX`, bytes: Buffer.from(hex.toUpperCase()) },
  ]
}

const look = (pids: readonly number[]): Remains[] =>
  pids.flatMap((pid) => {
    const found = inMemory(pid, sought)
    try {
      return [{ pid, process: nameOf(pid), found: found.map(({ name, times }) => ({ name, times })) }]
    } catch {
      return [] // it has gone
    }
  })

const needles = [
  ...needlesFor([...Object.values(words), passphrase, paperKey.join(' '), paperKey.slice(4, 7).join(' ')]),
  ...soundNeedles('what was brought in', imported),
  ...soundNeedles('what was recorded', recorded),
]
const lookAtDisk = (pids: readonly number[]): string[] =>
  found([...filesIn(written), ...pids.flatMap(openThoughDeleted)], needles)

const secrets = sought.map(({ name }) => name)
function tell(moment: Omit<Moment, 'secrets'>, name: 'open' | 'locked' | 'closed'): void {
  process.stdout.write(`${JSON.stringify({ [name]: { secrets, ...moment } })}\n`)
}

const atRest = path.join(place, 'needles.json')
writeFileSync(atRest, JSON.stringify(needles.map(({ name, bytes }) => ({ name, bytes: bytes.toString('base64') }))))
tell({ ours: look(ours), browsers: look(browsers), disk: lookAtDisk([...ours, ...browsers]) }, 'open')
await hideNow(page)
await new Promise((resolve) => setTimeout(resolve, 5_000))
const now = familyOf(host.pid)
tell({ ours: look(now), browsers: look(browsers), disk: lookAtDisk([...now, ...browsers]) }, 'locked')
await context.close()
await host.close()
tell({ ours: [], browsers: [], disk: lookAtDisk([]) }, 'closed')
process.exit(0)
