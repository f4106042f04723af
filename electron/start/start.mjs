// npm start: the app in its own window; in the user's browser only where there is no display or no Electron runtime.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWhenNeeded } from './build.mjs'
import { fetchRuntime, findRuntime } from './electron-runtime.mjs'
import { ownEnvironment, ownNode, root } from './programs.mjs'

/** Runs a program as if it were this one: its words, its exit code, and the signals that end it. */
function become(command, parameters) {
  const child = spawn(command, parameters, { cwd: root, env: ownEnvironment(), stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`Firsthand could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (code !== 0) process.stderr.write(`Firsthand ended with ${signal || `code ${code}`}.\n`)
    process.exit(code === null ? 1 : code)
  })
}

function openInBrowser(reason) {
  process.stdout.write(`${reason}: opening in your browser instead.\n`)
  become(ownNode, [join(root, 'out', 'main', 'browser.js')])
}

async function start() {
  if (!(await buildWhenNeeded())) process.exit(1)
  const { platform, env } = process
  const hasDisplay = platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
  if (!hasDisplay) return openInBrowser('There is no display')
  const runtime = findRuntime() || (await fetchRuntime())
  if (runtime === null) return openInBrowser("Electron's runtime could not be fetched (no network)")
  return become(runtime, ['.'])
}

await start()
