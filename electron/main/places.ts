// Where things lie: archives in the person's data folder, the window's own leavings in a folder that is emptied.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'electron'

export interface Surroundings {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** What the system gives programs for their data: %APPDATA%, Application Support, ~/.config. */
  readonly appData: string
}

/** Where archives are kept unless another folder is chosen: FIRSTHAND_DATA, else the same place as in the browser host. */
export function dataFolder({ platform, env, home, appData }: Surroundings): string {
  if (env['FIRSTHAND_DATA']) return env['FIRSTHAND_DATA']
  if (platform !== 'linux') return join(appData, 'Firsthand')
  const given = env['XDG_DATA_HOME']
  return join(given !== undefined && given.startsWith('/') ? given : join(home, '.local', 'share'), 'firsthand')
}

/**
 * Where Chromium keeps what it insists on writing. The same at every start, because the single-instance lock lies in it;
 * on Linux in the session's own memory-backed folder where there is one.
 */
export function windowFolder({ platform, env, appData }: Surroundings): string {
  const runtime = env['XDG_RUNTIME_DIR']
  if (platform === 'linux' && runtime !== undefined && runtime.startsWith('/')) return join(runtime, 'firsthand-window')
  return join(appData, 'Firsthand-window')
}

/** Points every path that Chromium writes to into `folder`. Must be called before anything asks for them. */
export function setPlaces(app: Pick<App, 'setPath' | 'setAppLogsPath'>, folder: string): void {
  const inside = join(folder, 'session')
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  app.setPath('userData', folder)
  app.setPath('sessionData', inside)
  app.setPath('crashDumps', join(inside, 'crashes'))
  app.setAppLogsPath(join(inside, 'logs'))
}

/** Empties the window's folder, but for the lock of the running program. Only for the one that holds that lock. */
export function emptyWindowFolder(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^Singleton|^lockfile$/.test(name)) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
  mkdirSync(join(folder, 'session'), { recursive: true, mode: 0o700 })
}
