// Hostile sounds handed to an archive in a process of its own, watched from outside: none may end it or hold it up.
import { fork } from 'node:child_process'
import { join } from 'node:path'

export interface HostileSounds {
  readonly tried: number
  /** How many were taken for sound that can be kept. */
  readonly kept: number
  readonly slowestMs: number
  readonly wrong: readonly { readonly name: string; readonly wrong: readonly string[] }[]
}

/** Nothing may hold the archive up for longer. */
const longestMs = 10_000
/** Making the archive and handing over the first whole sounds. */
const startMs = 60_000

type Said =
  | { kind: 'begun'; at: number }
  | { kind: 'done'; at: number; wrong: string[]; kept: boolean }
  | { kind: 'end'; wrong: string[] }

/** Variants `from` to `until`, `until` not included; after one that ended or held up the process it goes on in a new one. */
export async function handHostileSounds(from: number, until: number, fault = 'none'): Promise<HostileSounds> {
  const wrong: { name: string; wrong: readonly string[] }[] = []
  let kept = 0
  let slowestMs = 0
  let next = from
  while (next < until) {
    const ended = await new Promise<'whole' | 'hung' | 'gone'>((resolve, reject) => {
      const child = fork(join(import.meta.dirname, 'sound-taken-in.ts'), [String(next), String(until), fault])
      let begunAt = performance.now()
      let isWhole = false
      let hasBegun = false
      let watch = setTimeout(() => hung(), startMs)
      function hung(): void {
        resolve('hung')
        child.kill('SIGKILL')
      }
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
        if (said.wrong.length > 0) wrong.push({ name: `variant ${said.at}`, wrong: said.wrong })
      })
      child.on('exit', (code) => {
        clearTimeout(watch)
        // NOTE: whoever ends before anything was handed over says nothing about what is hostile.
        if (hasBegun) resolve(isWhole && code === 0 ? 'whole' : 'gone')
        else reject(new Error('the archive could not be made'))
      })
    })
    if (ended === 'whole') break
    wrong.push({
      name: `variant ${next}`,
      wrong: [ended === 'hung' ? 'it held the archive up' : 'it ended the archive'],
    })
    next += 1
  }
  return { tried: until - from, kept, slowestMs, wrong }
}
