// Opens the user's own browser. Where that does not work nothing is said: the address was printed.
import { spawn } from 'node:child_process'

const commands: Partial<Record<NodeJS.Platform, readonly [command: string, ...before: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** NOTE: the address is seen by other programs of this user for a moment, as an argument; its token works once. */
export function openBrowser(address: string): void {
  const [command, ...before] = commands[process.platform] ?? ['xdg-open']
  if (process.env['FIRSTHAND_NO_BROWSER'] === '1' || command === undefined) return
  const child = spawn(command, [...before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
