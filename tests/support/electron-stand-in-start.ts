// Starts the shell's own entry with the recording stand-in in place of electron, and cleans up behind it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { electronStandIn, Recorder } from './electron-stand-in.ts'

export interface Circumstances {
  readonly packaged?: boolean
  readonly firstInstance?: boolean
  /** Whether the built pages are missing. */
  readonly failing?: boolean
  /** A file that a crash left in the window's folder. */
  readonly left?: string
  /** Arguments of the command line. */
  readonly given?: readonly string[]
}

export interface Started {
  readonly recorder: Recorder
  /** What the stand-in gives as the person's folders. */
  readonly folder: string
  readonly windowFolder: string
  /** The place of the first call of that name among all calls, or -1. */
  at(call: string): number
}

const realArguments = [...process.argv]
let folders: string[] = []

/** Resolves when the shell has loaded a window's page or has ended. */
export async function startShell({
  packaged = true,
  firstInstance = true,
  failing = false,
  left = '',
  given = [],
}: Circumstances = {}): Promise<Started> {
  vi.resetModules()
  const recorder = new Recorder()
  const electron = electronStandIn(recorder, { packaged, firstInstance })
  const { folder } = electron
  const windowFolder = join(folder, 'firsthand-window')
  folders.push(folder)
  if (left !== '') {
    mkdirSync(windowFolder)
    writeFileSync(join(windowFolder, left), 'left behind')
  }
  process.argv = [...realArguments.slice(0, 2), ...given]
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'))
  vi.stubEnv('FIRSTHAND_DATA', '')
  vi.doMock('electron', () => electron)
  // The built pages are not part of this.
  vi.doMock('../../electron/main/pages.ts', () => ({
    listPages: () => {
      if (failing) throw new Error('no pages')
      return new Map()
    },
    answerPage: () => new Response(null),
  }))
  await import('../../electron/main/index.ts')
  await vi.waitFor(() => {
    if (recorder.of('app.exit').length === 0 && recorder.of('window1.loadURL').length === 0) throw new Error('not yet')
  })
  return {
    recorder,
    folder,
    windowFolder,
    at: (call) => recorder.calls.findIndex((recorded) => recorded.call === call),
  }
}

export function cleanUpShell(): void {
  process.argv = [...realArguments]
  vi.unstubAllEnvs()
  vi.doUnmock('electron')
  vi.doUnmock('../../electron/main/pages.ts')
  vi.useRealTimers()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders = []
}
