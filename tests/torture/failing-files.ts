// Lets the n-th thing that touches one folder fail, as a stick does that is pulled out, full, or failing: opening, writing,
// syncing, renaming, removing, listing. From then on everything there fails (`out`), or only that one thing (`once`).
import fs, { open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import path from 'node:path'

type Method = (this: unknown, ...args: never[]) => unknown

export type Fault = 'out' | 'once' | 'full' | 'lying'

/** `make`: a new name, which takes room too. */
type Kind = 'write' | 'make' | 'other'

interface Plan {
  readonly folder: string
  readonly at: number
  readonly fault: Fault
  passed: number
  struck: boolean
}

let plan: Plan | null = null
let isWrapped = false
const ours = new WeakSet<object>()

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code })
}

/** Throws where this is the thing that fails. `lying`: a write that says that it was written, and was not. */
function point(kind: Kind): 'lie' | null {
  if (plan === null) return null
  plan.passed += 1
  const isWrite = kind !== 'other'
  if (plan.struck && plan.fault === 'out') throw failure('EIO')
  if (plan.struck && plan.fault === 'full' && isWrite) throw failure('ENOSPC')
  if (plan.struck || plan.passed < plan.at) return null
  if (plan.fault === 'full' && !isWrite) return null
  if (plan.fault === 'lying' && kind !== 'write') return null
  plan.struck = true
  if (plan.fault === 'lying') return 'lie'
  throw failure(plan.fault === 'full' ? 'ENOSPC' : 'EIO')
}

function isThere(place: unknown): boolean {
  return plan !== null && typeof place === 'string' && `${path.resolve(place)}${path.sep}`.startsWith(plan.folder)
}

async function wrapAll(): Promise<void> {
  if (isWrapped) return
  isWrapped = true
  const wrap = (owner: object, name: string, around: (original: Method) => Method): void => {
    const original = Reflect.get(owner, name) as Method
    Object.defineProperty(owner, name, { value: around(original), configurable: true, writable: true })
  }
  for (const name of ['mkdir', 'rename', 'rm', 'readdir', 'readFile', 'stat'])
    wrap(
      fs,
      name,
      (original) =>
        async function (this: unknown, ...args) {
          if (isThere(args[0])) point(name === 'mkdir' ? 'make' : 'other')
          return Reflect.apply(original, this, args)
        },
    )
  wrap(
    fs,
    'open',
    (original) =>
      async function (this: unknown, ...args) {
        const there = isThere(args[0])
        if (there) point(args[1] === ('wx' as never) ? 'make' : 'other')
        const handle = (await Reflect.apply(original, this, args)) as object
        if (there) ours.add(handle)
        return handle
      },
  )
  const handle = await open(process.execPath, 'r')
  const handles = Object.getPrototypeOf(handle) as object
  await handle.close()
  for (const name of ['writeFile', 'write', 'sync', 'read'])
    wrap(
      handles,
      name,
      (original) =>
        async function (this: unknown, ...args) {
          const kind = name === 'writeFile' || name === 'write' ? 'write' : 'other'
          if (!ours.has(this as object) || point(kind) === null) return Reflect.apply(original, this, args)
          const bytes: unknown = args[0]
          // What was never written: the same length, other bytes.
          const other = bytes instanceof Uint8Array ? Buffer.from(bytes).fill(0) : bytes
          return Reflect.apply(original, this, [other as never, ...args.slice(1)])
        },
    )
  syncBuiltinESMExports()
}

/** While `work` runs, the `at`-th thing under `folder` fails (from 1; 0 only counts). Gives how many there were. */
export async function whileFailing(
  folder: string,
  at: number,
  fault: Fault,
  work: () => Promise<void>,
): Promise<{ passed: number; struck: boolean }> {
  await wrapAll()
  const own: Plan = {
    folder: `${path.resolve(folder)}${path.sep}`,
    at: at === 0 ? Number.POSITIVE_INFINITY : at,
    fault,
    passed: 0,
    struck: false,
  }
  plan = own
  try {
    await work()
  } finally {
    plan = null
  }
  return { passed: own.passed, struck: own.struck }
}
