// Lets this process die, by SIGKILL to itself, at the n-th thing that it does to the disk: every call of node:fs/promises,
// every handle's write, in the middle of it too, and every statement and transaction of the database.
import fs, { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import SQLite from 'better-sqlite3-multiple-ciphers'

type Method = (this: unknown, ...args: never[]) => unknown

let counting = false
let passed = 0
let deadly = Number.POSITIVE_INFINITY

/** One point; dies here when it is the chosen one. True where it would have been in the middle of the next thing. */
function point(): boolean {
  if (!counting) return false
  passed += 1
  if (passed === deadly) process.kill(process.pid, 'SIGKILL')
  return passed + 1 === deadly
}

function wrap(owner: object, name: string, around: (original: Method) => Method): void {
  const original = Reflect.get(owner, name) as Method
  Object.defineProperty(owner, name, { value: around(original), configurable: true, writable: true })
}

/** Dies before it. */
const before = (original: Method): Method =>
  function (this: unknown, ...args) {
    point()
    return Reflect.apply(original, this, args)
  }

/** Two points: before it, and when half of the bytes are written. */
const torn = (original: Method): Method =>
  async function (this: unknown, ...args) {
    const [bytes] = args as unknown[]
    const tornHere = point() && bytes instanceof Uint8Array
    if (tornHere) await Reflect.apply(original, this, [bytes.subarray(0, bytes.length / 2) as never])
    point()
    return Reflect.apply(original, this, args)
  }

/** Counts from here on, and dies at point `at` (from 1); 0 only counts. */
export async function dieAt(at: number): Promise<void> {
  for (const name of ['open', 'mkdir', 'rename', 'rm', 'writeFile', 'readdir', 'unlink']) wrap(fs, name, before)
  syncBuiltinESMExports()
  const handle = await open(process.execPath, 'r')
  const handles = Object.getPrototypeOf(handle) as object
  await handle.close()
  wrap(handles, 'writeFile', torn)
  for (const name of ['sync', 'datasync', 'truncate', 'close', 'write']) wrap(handles, name, before)
  const memory = new SQLite(':memory:')
  wrap(Object.getPrototypeOf(memory.prepare("SELECT 1 WHERE 1 = 'x'")) as object, 'run', before)
  memory.close()
  // A transaction ends with its COMMIT: a point on either side of it.
  wrap(
    SQLite.prototype as object,
    'transaction',
    (original) =>
      function (this: unknown, ...args) {
        const made = Reflect.apply(original, this, args) as { immediate: Method; exclusive: Method }
        const around =
          (run: Method): Method =>
          (...given) => {
            point()
            const result = run(...given)
            point()
            return result
          }
        return { immediate: around(made.immediate), exclusive: around(made.exclusive) }
      },
  )
  deadly = at === 0 ? Number.POSITIVE_INFINITY : at
  counting = true
}

/** How many points there were until now; goes on counting. */
export function pointsSoFar(): number {
  return passed
}

/** Stops counting; gives how many points there were. */
export function pointsPassed(): number {
  counting = false
  return passed
}
