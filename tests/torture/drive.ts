// Starts the driver as a process of its own, hears what it says, and can let it go on or kill it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { compiledOnce } from './compiled-once.ts'
import type { Work } from './driver.ts'

export interface Said {
  readonly step?: string
  readonly done?: boolean
  readonly points?: number
  readonly failed?: string
  readonly paperKey?: readonly string[]
}

export interface Driven {
  readonly pid: number
  /** Every line, as it comes, until the process has gone. */
  readonly lines: AsyncIterable<Said>
  /** Lets it go on from a step. */
  goOn(): void
  /** SIGKILL, and gone when this resolves. */
  kill(): Promise<void>
}

export interface Surrounded {
  readonly environment?: Readonly<Record<string, string>>
  /** A command that runs the driver, such as `strace` or `bash -c '...; exec "$@"' -`. */
  readonly through?: readonly string[]
}

const driver = path.join(import.meta.dirname, 'driver.ts')

const nothing: Work = { do: 'open', dataFolder: '', folder: '', out: '', excerpt: '', dieAt: 0, stopAtSteps: false }

export function drive(
  asked: Partial<Work> & Pick<Work, 'do' | 'dataFolder' | 'folder'>,
  { environment = {}, through = [] }: Surrounded = {},
): Driven {
  const [program, ...args] = [...through, process.execPath, driver, JSON.stringify({ ...nothing, ...asked })]
  const around = { ...(through.length === 0 ? compiledOnce : process.env), ...environment }
  const child = spawn(program, args, { env: around, stdio: ['pipe', 'pipe', 'inherit'] })
  const gone = once(child, 'exit')
  child.stdin.on('error', () => undefined) // it may be dead by then
  const lines = createInterface({ input: child.stdout })
  return {
    pid: child.pid ?? 0,
    lines: {
      async *[Symbol.asyncIterator]() {
        for await (const line of lines) yield JSON.parse(line) as Said
        await gone
      },
    },
    goOn: () => void child.stdin.write('\n'),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** Runs it to its end; everything that it said. */
export async function driveToEnd(asked: Parameters<typeof drive>[0], surrounded: Surrounded = {}): Promise<Said[]> {
  const said: Said[] = []
  for await (const line of drive(asked, surrounded).lines) said.push(line)
  return said
}
