// Where a program keeps a user's data on each system, the same places as in the window.
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where archives are kept unless another folder is chosen. */
export function dataFolder(): string {
  const { env, platform } = process
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Firsthand')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Firsthand')
  const given = env['XDG_DATA_HOME']
  return join(given !== undefined && given.startsWith('/') ? given : join(homedir(), '.local', 'share'), 'firsthand')
}
