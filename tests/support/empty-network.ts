// A program in a network with nothing in it, every call of which is looked at by strace. Linux, where both are there.
import { spawnSync } from 'node:child_process'

/** A namespace with nothing in it but its own loopback, so that 127.0.0.1 can be listened on. */
export const alone = ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', '-']

/** Whether namespaces are here, and the tracer that `watched` starts. */
export const canWatchWith = (watched: readonly string[]): boolean =>
  spawnSync('unshare', [...alone.slice(1), ...watched, 'true'], { timeout: 10_000 }).status === 0

/** Runs `script`, which may try to speak, for a third of a second. */
export function tryToSpeak(watched: readonly string[], script: string): void {
  const [program, ...args] = [
    ...alone,
    ...watched,
    process.execPath,
    '-e',
    `${script}; setTimeout(() => process.exit(), 300)`,
  ]
  spawnSync(program, args, { timeout: 10_000 })
}
