// A recording stand-in for the `electron` module: every call is written down, every listener kept, and nothing happens.
// NOTE: what it stands in for is typed by the real electron.d.ts, so a handed-in part must have the real part's shape.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  App,
  BrowserWindow,
  MessageChannelMain,
  PowerMonitor,
  PowerSaveBlocker,
  Session,
  SystemPreferences,
  UtilityProcess,
  WebContents,
} from 'electron'

export interface Recorded {
  /** What was called: `app.enableSandbox`, `session.setProxy`. */
  readonly call: string
  readonly args: readonly unknown[]
}

type Listener = (...args: never[]) => unknown

export class Recorder {
  readonly calls: Recorded[] = []
  readonly #listeners = new Map<string, Listener[]>()

  note(call: string, args: readonly unknown[]): void {
    this.calls.push({ call, args })
  }

  /** The arguments of each call of that name, in order. */
  of(call: string): Array<readonly unknown[]> {
    return this.calls.filter((recorded) => recorded.call === call).map((recorded) => recorded.args)
  }

  /** The arguments of the one call of that name; throws where there was none or more than one. */
  one(call: string): readonly unknown[] {
    const found = this.of(call)
    if (found.length !== 1) throw new Error(`${call} was called ${found.length} times`)
    return found[0] ?? []
  }

  /** Lets an event happen on a part; returns how many listened. */
  fire(part: string, event: string, ...args: unknown[]): number {
    const listeners = this.#listeners.get(`${part} ${event}`) ?? []
    for (const listener of listeners) listener(...(args as never[]))
    return listeners.length
  }

  /** An event whose default can be prevented, fired; returns whether every default was. */
  prevented(part: string, event: string, details: object = {}, ...args: unknown[]): boolean {
    let stopped = false
    this.fire(part, event, { ...details, preventDefault: () => (stopped = true) }, ...args)
    return stopped
  }

  /** A part that records. `given` answers where an answer is needed; every other member is a recorded function. */
  part<T extends object>(name: string, given: Partial<T> = {}): T {
    const listen = (event: string, listener: Listener): T => {
      this.note(`${name}.on`, [event])
      const key = `${name} ${event}`
      this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener])
      return part
    }
    const part: T = new Proxy({} as T, {
      get: (_target, property) => {
        if (typeof property === 'symbol' || property === 'then') return undefined
        if (property === 'on' || property === 'once') return listen
        const answer: unknown = given[property as keyof T]
        if (answer !== undefined && typeof answer !== 'function') return answer
        return (...args: unknown[]): unknown => {
          this.note(`${name}.${property}`, args)
          return typeof answer === 'function' ? (answer as (...args: unknown[]) => unknown)(...args) : undefined
        }
      },
    })
    return part
  }
}

export interface Circumstances {
  readonly packaged: boolean
  readonly firstInstance: boolean
}

/** The parts of `electron` that the shell imports, all recording into `recorder`. */
export function electronStandIn(recorder: Recorder, { packaged, firstInstance }: Circumstances) {
  const folder = mkdtempSync(join(tmpdir(), 'firsthand-shell-'))
  let windows = 0
  let ports = 0
  const own = recorder.part<Session>('session', {
    webRequest: recorder.part('webRequest'),
    protocol: recorder.part('ownProtocol'),
    setProxy: () => Promise.resolve(),
  })
  const app = recorder.part<App>('app', {
    isPackaged: packaged,
    commandLine: recorder.part('commandLine'),
    getPath: () => folder,
    requestSingleInstanceLock: () => firstInstance,
    whenReady: () => Promise.resolve(),
  })
  class Port {
    readonly name = `port${(ports += 1)}`
    readonly part = recorder.part<MessageChannelMain['port1']>(this.name)
    on = this.part.on
    start = this.part.start
    close = this.part.close
    postMessage = this.part.postMessage
  }
  return {
    app,
    BrowserWindow: function (options: unknown): BrowserWindow {
      const name = `window${(windows += 1)}`
      recorder.note(`new ${name}`, [options])
      return recorder.part<BrowserWindow>(name, {
        webContents: recorder.part<WebContents>(`${name}.contents`),
        isMinimized: () => true,
        loadURL: () => Promise.resolve(),
      })
    },
    Menu: recorder.part('Menu'),
    MessageChannelMain: function () {
      return { port1: new Port(), port2: new Port() }
    },
    powerMonitor: recorder.part<PowerMonitor>('powerMonitor'),
    powerSaveBlocker: recorder.part<PowerSaveBlocker>('powerSaveBlocker', { start: () => 7 }),
    protocol: recorder.part('protocol'),
    session: recorder.part('Sessions', { fromPartition: () => own }),
    systemPreferences: recorder.part<SystemPreferences>('systemPreferences'),
    utilityProcess: recorder.part('utilityProcess', { fork: () => recorder.part<UtilityProcess>('child') }),
    folder,
  }
}
