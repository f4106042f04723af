// Finds a Chromium for the end-to-end tests, and fetches one where there is none.
import { existsSync } from 'node:fs'
import { ownEnvironment, ownNode, run, tools } from '../../electron/start/programs.mjs'

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const minutes = 60 * 1000

/** Where Playwright keeps its own, whether it is there or not. */
async function ofPlaywright() {
  const { output } = await run(ownNode, ['-p', "require('@playwright/test').chromium.executablePath()"], {
    quiet: true,
  })
  return output.trim()
}

/** The path of a Chromium, or null after saying what to do. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (existsSync(given)) return given
    process.stdout.write(`CHROMIUM_PATH names ${given}, and there is nothing.\n`)
    return null
  }
  const own = await ofPlaywright()
  const found = [own].concat(ofTheSystem).find((place) => place !== '' && existsSync(place))
  if (found) return found

  process.stdout.write('There is no Chromium: fetching one.\n')
  await run(ownNode, [tools.playwright, 'install', 'chromium'], { limitMs: 5 * minutes })
  if (existsSync(own)) return own
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write("Playwright's Chromium could not be fetched: installing the system's.\n")
    const quietly = { limitMs: 10 * minutes, environment: ownEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }) }
    await run('apt-get', ['update', '-q'], quietly)
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quietly)
    const installed = ofTheSystem.find((place) => existsSync(place))
    if (installed) return installed
  }
  process.stdout.write('The end-to-end tests need a Chromium: install one, or say where it is with CHROMIUM_PATH.\n')
  return null
}
