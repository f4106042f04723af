// The whole walk, made once for all groups that look at it: in a network namespace with nothing in it but its own loopback and
// under strace, where there are such; without, where there are not.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { findChromium } from '../support/chromium.mjs'
import { alone, canWatchWith } from '../support/empty-network.ts'
import type { Needle } from '../support/needles.ts'
import { callsOf, type Call } from './calls.ts'
import type { Moment } from './walk.ts'

export interface Walked {
  readonly open: Moment
  readonly locked: Moment
  readonly closed: Moment
  readonly needles: readonly Needle[]
  /** Its own folder; the copy that was given out and the sound of the microphone lie in it too. */
  readonly place: string
  /** Null where strace or namespaces are missing. */
  readonly calls: readonly Call[] | null
}

const traced =
  'trace=network,clone,clone3,fork,vfork,open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat'
// -D: the tracer stands aside; --seccomp-bpf: what is not looked at is as fast as ever.
export const watched = (report: string): string[] => [
  'strace',
  '-D',
  '-f',
  '--seccomp-bpf',
  '-qq',
  '-s',
  '200',
  '-e',
  traced,
  '-o',
  report,
]
async function walk(): Promise<Walked | null> {
  if ((await findChromium()) === null) return null
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-walk-'))
  process.once('exit', () => void spawnSync('rm', ['-rf', place]))
  const report = path.join(place, 'calls')
  const walker = path.join(import.meta.dirname, 'walk.ts')
  const around = canWatchWith(watched('/dev/null')) ? [...alone, ...watched(report)] : []
  const [program, ...args] = [...around, process.execPath, walker, place]
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const moments: Partial<Record<'open' | 'locked' | 'closed', Moment>> = {}
  for await (const line of createInterface({ input: child.stdout })) Object.assign(moments, JSON.parse(line))
  const { open, locked, closed } = moments
  if (open === undefined || locked === undefined || closed === undefined)
    throw new Error('the walk did not come to its end')
  const kept = JSON.parse(readFileSync(path.join(place, 'needles.json'), 'utf8')) as { name: string; bytes: string }[]
  await rm(path.join(place, 'needles.json'))
  return {
    open,
    locked,
    closed,
    place,
    needles: kept.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') })),
    calls: existsSync(report) ? callsOf(readFileSync(report, 'utf8')) : null,
  }
}

let once: Promise<Walked | null> | undefined
/** Null where there is no Chromium. Throws where the walk does not come to its end. */
export const walked = (): Promise<Walked | null> => (once ??= walk())
