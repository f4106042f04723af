// The built app as `npm start` serves it to a browser, started in a process of its own, with a data folder of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { builtFolder } from './built.ts'

export interface StartedHost {
  readonly address: string
  readonly pid: number
  /** Ends it as a person would (SIGTERM) and waits until it has gone. */
  close(): Promise<void>
  /** Ends it at once (SIGKILL). */
  kill(): Promise<void>
}

/** The built app; `environment` is added to the process's own. */
export async function startHostFor(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedHost> {
  return started([path.join(builtFolder, 'main', 'browser.js')], {
    XDG_DATA_HOME: dataFolder,
    APPDATA: dataFolder,
    FIRSTHAND_NO_BROWSER: '1',
    ...environment,
  })
}

export interface ClockHost extends StartedHost {
  /** From now on it is this moment (ISO 8601) there; resolves when it is. */
  setClock(moment: string): Promise<void>
}

/** The app from its sources, at a moment that the test says; the built pages must be there. */
export async function startClockHost(dataFolder: string, moment: string): Promise<ClockHost> {
  const pages = path.join(builtFolder, 'renderer')
  const host = await started([path.join(import.meta.dirname, 'clock-host.ts'), dataFolder, pages, moment], {})
  return {
    ...host,
    async setClock(next) {
      host.say(`${next}\n`)
      await host.said(`it is ${next}`)
    },
  }
}

/** The archive's process stands behind the one that was started. Linux; elsewhere it ends by itself when that has gone. */
export function childrenOf(pid: number): number[] {
  try {
    return (readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').match(/\d+/g) ?? []).map(Number)
  } catch {
    return []
  }
}

/** NOTE: one that has ended and that nobody has asked after yet is there by name alone. */
function isThere(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

async function started(args: readonly string[], environment: Readonly<Record<string, string>>) {
  const host = spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const gone = once(host, 'exit')
  let printed = ''
  const waiting = new Set<() => void>()
  host.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    for (const look of waiting) look()
  })
  const found = (sought: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const match = sought.exec(printed)
        if (match === null) return
        waiting.delete(look)
        resolve(match[0])
      }
      waiting.add(look)
      look()
      void gone.then(() => reject(new Error(`the host ended before that: ${printed}`)))
    })
  const address = await found(/http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const behind = signal === 'SIGKILL' ? childrenOf(host.pid ?? 0) : []
    for (const child of behind) process.kill(child, signal)
    host.kill(signal)
    await gone
    while (behind.some(isThere)) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return {
    address,
    pid: host.pid ?? 0,
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    say: (line: string) => host.stdin.write(line),
    said: (words: string) => found(new RegExp(words.replaceAll('.', '\\.'))),
  }
}
