// Electron's own program: where it is, and fetching it on the first start. Nothing is remembered of a failed try.
import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { ownNode, root, run, tools } from './programs.mjs'

const home = join(root, 'node_modules', 'electron')
/** A network that is there answers within this time; the runtime (about 110 MB) may take longer. */
const answerMs = 5000
const fetchMs = 10 * 60 * 1000

/** The path of Electron's program, or null where it is not (wholly) there. */
export function findRuntime() {
  try {
    const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version
    if (
      readFileSync(join(home, 'dist', 'version'), 'utf8')
        .trim()
        .replace(/^v/, '') !== wanted
    )
      return null
    const program = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Tries once to fetch it; resolves to its path, or null. */
export async function fetchRuntime() {
  if (!(await isReachable())) return null
  process.stdout.write("Firsthand: fetching Electron's runtime, about 110 MB, once.\n")
  await run(ownNode, [tools.electronInstall], { quiet: true, limitMs: fetchMs })
  return findRuntime()
}

/** False when the place it comes from cannot be reached, so that a machine without a network does not wait. */
function isReachable() {
  const { env } = process
  if (env.HTTPS_PROXY || env.https_proxy || env.ELECTRON_GET_USE_PROXY || env.npm_config_https_proxy) return true
  const mirror = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com/'
  let place
  try {
    place = new URL(mirror)
  } catch {
    return true
  }
  return new Promise((resolve) => {
    const socket = connect({
      host: place.hostname,
      port: Number(place.port) || (place.protocol === 'http:' ? 80 : 443),
    })
    const settle = (reachable) => {
      clearTimeout(limit)
      socket.destroy()
      resolve(reachable)
    }
    const limit = setTimeout(() => settle(false), answerMs)
    socket.on('connect', () => settle(true))
    socket.on('error', () => settle(false))
  })
}
