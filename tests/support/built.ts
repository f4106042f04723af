// The built program: made once where it is not there yet.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const repository = join(import.meta.dirname, '../..')

/** Runs a tool of the repository's own; throws with what it said where it fails. */
export function runTool(name: string, args: readonly string[]): void {
  const script = process.platform === 'win32' ? `${name}.cmd` : name
  execFileSync(join(repository, 'node_modules/.bin', script), args, {
    cwd: repository,
    stdio: 'pipe',
    shell: process.platform === 'win32',
  })
}

/** Where the program that the tests use is built: `FIRSTHAND_BUILT`, or `out` where it is not said. */
export const builtFolder = resolve(repository, process.env['FIRSTHAND_BUILT'] ?? 'out')

/** The folder of the built program. */
export function builtProgram(): string {
  const entries = [
    'main/index.js',
    'main/archive.js',
    'main/transcriber.js',
    'main/browser.js',
    'preload/index.cjs',
    'renderer/index.html',
  ]
  if (!entries.every((entry) => existsSync(join(builtFolder, entry))))
    runTool('electron-vite', ['build', '--outDir', builtFolder])
  return builtFolder
}
