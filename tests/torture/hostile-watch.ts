// Hostile things handed to a process of their own, watched from outside: none may end it, hold it up, or make it grow.
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Fault } from './hostile-child.ts'
import { told, type Tortured, type Try } from './told.ts'

export interface Handed {
  readonly tried: number
  /** How many were taken for something good. */
  readonly kept: number
  readonly slowestMs: number
  readonly grewMiB: number
  readonly wrong: readonly Try[]
}

export interface Bounds {
  /** Nothing may hold it up for longer. */
  readonly longestMs: number
  readonly mostMiB: number
}

/** Making what the things are handed to. */
const startMs = 90_000

type Said =
  | { kind: 'begun'; at: number }
  | { kind: 'done'; at: number; name: string; wrong: string[]; kept: boolean; grewKiB: number }
  | { kind: 'end'; wrong: string[] }

/** Things `from` to `until`, `until` not included; after one that ended or held up the process it goes on in a new one. */
export async function handHostile(
  whose: string,
  [from, until]: readonly [from: number, until: number],
  { longestMs, mostMiB }: Bounds,
  fault: Fault = 'none',
): Promise<Handed> {
  const wrong: Try[] = []
  let [kept, slowestMs, grewMiB, next] = [0, 0, 0, from]
  while (next < until) {
    const ended = await new Promise<'whole' | 'hung' | 'gone'>((resolve, reject) => {
      const scratch = mkdtempSync(path.join(tmpdir(), 'firsthand-hostile-'))
      const args = [whose, String(next), String(until), fault, scratch]
      const child = fork(path.join(import.meta.dirname, 'hostile-child.ts'), args, {
        execArgv: ['--max-old-space-size=2048'],
        // NOTE: so that what it leaves in the system's temporary folder goes with it.
        env: { ...process.env, TMPDIR: scratch },
      })
      let [begunAt, isWhole, hasBegun] = [performance.now(), false, false]
      const hung = (): void => {
        resolve('hung')
        child.kill('SIGKILL')
      }
      let watch = setTimeout(hung, startMs)
      child.on('message', (said: Said) => {
        clearTimeout(watch)
        if (said.kind === 'end') {
          isWhole = true
          if (said.wrong.length > 0) wrong.push({ name: 'the end', wrong: said.wrong })
          return
        }
        watch = setTimeout(hung, said.kind === 'begun' ? longestMs : startMs)
        next = said.at
        if (said.kind === 'begun') {
          hasBegun = true
          begunAt = performance.now()
          return
        }
        next += 1
        if (said.kept) kept += 1
        slowestMs = Math.max(slowestMs, performance.now() - begunAt)
        const mebibytes = Math.round(said.grewKiB / 1024)
        const tooMuch = mebibytes > mostMiB && grewMiB <= mostMiB ? [`it grew by ${mebibytes} MiB`] : []
        grewMiB = Math.max(grewMiB, mebibytes)
        const all = [...said.wrong, ...tooMuch]
        if (all.length > 0) wrong.push({ name: `${said.at} ${said.name}`, wrong: all })
      })
      child.on('exit', (code) => {
        clearTimeout(watch)
        rmSync(scratch, { recursive: true, force: true })
        // NOTE: whoever ends before anything was handed over says nothing about what is hostile.
        if (hasBegun) resolve(isWhole && code === 0 ? 'whole' : 'gone')
        else reject(new Error(`${whose}: nothing could be handed over`))
      })
    })
    if (ended === 'whole') break
    wrong.push({ name: `${next}`, wrong: [ended === 'hung' ? 'it held the process up' : 'it ended the process'] })
    next += 1
  }
  return { tried: until - from, kept, slowestMs, grewMiB, wrong }
}

/** A whole group: all of its things, and a control for each fault, which must be seen. */
export async function torturedBy(
  name: string,
  whose: string,
  count: number,
  bounds: Bounds,
  controls: readonly Fault[],
  /** How many things are taken at a time. */
  each = 1,
): Promise<Tortured> {
  const handed = await handHostile(whose, [0, count], bounds)
  const { kept, slowestMs, grewMiB, wrong } = handed
  process.stderr.write(
    `${name}: ${kept} of ${handed.tried} were kept, the slowest took ${Math.round(slowestMs)} ms, it grew by ${grewMiB} MiB\n`,
  )
  const missed: string[] = []
  for (const fault of controls) {
    const short = { ...bounds, longestMs: fault === 'hang' ? 5_000 : bounds.longestMs }
    const seen = await handHostile(whose, [0, 3], short, fault)
    if (seen.wrong.length === 0) missed.push(fault)
  }
  const fine = Array.from({ length: Math.max(0, count * each - wrong.length) }, () => ({ name: 'one', wrong: [] }))
  return told(name, [...wrong, ...fine], missed)
}
