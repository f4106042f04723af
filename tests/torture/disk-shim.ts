// The shim between a program and the disk (`disk-shim.c`), built where there is a C compiler and an ordinary Linux.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface DiskShim {
  /** What a process gets to have everything below `root` go through it. `log`: a file that it writes all of it down in. */
  environment(root: string, log?: string): Readonly<Record<string, string>>
  remove(): void
}

/** Null where it cannot be built or preloaded: nothing can be said then. */
export function buildDiskShim(): DiskShim | null {
  if (process.platform !== 'linux') return null
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-shim-'))
  const library = path.join(folder, 'disk-shim.so')
  const source = path.join(import.meta.dirname, 'disk-shim.c')
  const built = spawnSync('cc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'])
  const environment = (root: string, log?: string) => ({
    LD_PRELOAD: library,
    FIRSTHAND_DISK_ROOT: root,
    // Or the disk would be asked in a way that nobody sees.
    UV_USE_IO_URING: '0',
    ...(log === undefined ? {} : { FIRSTHAND_DISK_LOG: log }),
  })
  const asks = "process.stdout.write(require('node:fs').readFileSync('/firsthand-disk/count', 'utf8'))"
  const tried =
    built.status === 0
      ? spawnSync(process.execPath, ['-e', asks], { env: { ...process.env, ...environment(folder) }, encoding: 'utf8' })
      : null
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  if (tried?.stdout === '0 0') return { environment, remove }
  remove()
  return null
}

/** What fails: the disk itself, for want of room, or because it is forbidden. */
export const errorNumbers = { EIO: 5, EACCES: 13, ENOSPC: 28 } as const

/** Inside a process that has the shim: from now on the `at`-th thing fails, or it and all after it. 0: none. */
export function letFail(at: number, error: keyof typeof errorNumbers, how: 'once' | 'on'): void {
  readFileSync(`/firsthand-disk/arm/${at}/${errorNumbers[error]}/${how}`)
}

/** How many things could have failed since then, and how many did. */
export function countOnDisk(): { readonly passed: number; readonly struck: number } {
  const [passed = 0, struck = 0] = readFileSync('/firsthand-disk/count', 'utf8').split(' ').map(Number)
  return { passed, struck }
}
