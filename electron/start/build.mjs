// Builds the app when what was built is missing or older than what it was built from.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNode, root, run, tools } from './programs.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]
const outputs = [
  'out/main/index.js',
  'out/main/archive.js',
  'out/main/transcriber.js',
  'out/main/browser.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
]
const stampFolder = join(root, 'node_modules', '.cache', 'firsthand')
const stamp = join(stampFolder, 'built')

/** The newest time in a file or folder, in milliseconds; a folder's own time tells of what was taken away. */
function newest(place) {
  if (!existsSync(place)) return 0
  const own = statSync(place)
  if (!own.isDirectory()) return own.mtimeMs
  return readdirSync(place).reduce((latest, name) => Math.max(latest, newest(join(place, name))), own.mtimeMs)
}

function isBuilt() {
  if (!existsSync(stamp) || !outputs.every((file) => existsSync(join(root, file)))) return false
  return statSync(stamp).mtimeMs >= sources.reduce((latest, name) => Math.max(latest, newest(join(root, name))), 0)
}

/** Resolves to true when the app is built and current; says why where it is not. */
export async function buildWhenNeeded() {
  if (isBuilt()) return true
  process.stdout.write('Firsthand: building.\n')
  rmSync(stamp, { force: true })
  const began = new Date()
  const { code, output } = await run(ownNode, [tools.electronVite, 'build'], { quiet: true })
  if (code !== 0) {
    process.stderr.write(output + '\nThe build failed; its reason is above.\n')
    return false
  }
  const missing = outputs.filter((file) => !existsSync(join(root, file)))
  if (missing.length > 0) {
    process.stderr.write('The build made no ' + missing.join(', ') + '.\n')
    return false
  }
  mkdirSync(stampFolder, { recursive: true })
  writeFileSync(stamp, '')
  // the time at which it began, so that what was changed meanwhile is built the next time
  utimesSync(stamp, began, began)
  return true
}
