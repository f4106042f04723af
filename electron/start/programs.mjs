// Where the programs are that setting up, building and testing need, and how one is run.
// NOTE: this folder runs on whatever Node the machine has; it stays within ES2020.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The project's own Node 24. NOTE: never the Node of this process, which may be older than the database can bear. */
export const ownNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The script of a development tool, to be run with `ownNode`. */
export const tools = {
  electronInstall: join(root, 'node_modules', 'electron', 'install.js'),
  electronVite: join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
  knip: join(root, 'node_modules', 'knip', 'bin', 'knip.js'),
  oxfmt: join(root, 'node_modules', 'oxfmt', 'bin', 'oxfmt'),
  oxlint: join(root, 'node_modules', 'oxlint', 'bin', 'oxlint'),
  playwright: join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
  tsc: join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
  vitest: join(root, 'node_modules', 'vitest', 'vitest.mjs'),
}

/** The environment for a program: what would open a debugger or change what runs is left out. */
export function cleanEnvironment(more) {
  const environment = Object.assign({}, process.env, more)
  delete environment.NODE_OPTIONS
  delete environment.ELECTRON_RUN_AS_NODE
  return environment
}

/** The environment in which `node` is the project's own, also for what a tool starts in its turn. */
export function ownEnvironment(more) {
  const environment = cleanEnvironment(more)
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') || 'PATH'
  environment[name] = [dirname(ownNode), environment[name]].join(process.platform === 'win32' ? ';' : ':')
  return environment
}

/**
 * Runs a program in the project's folder until it ends. Resolves to `{ code, output }`: `code` is null when it could not
 * be started, was ended by a signal, or took longer than `limitMs`; `output` is what it said where `quiet`.
 */
export function run(command, parameters, options) {
  const { quiet = false, limitMs = 0, environment = ownEnvironment(), shell = false } = options || {}
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: environment,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell,
    })
    let output = ''
    if (quiet) {
      child.stdout.on('data', (piece) => {
        output += piece
      })
      child.stderr.on('data', (piece) => {
        output += piece
      })
    }
    const limit = limitMs > 0 ? setTimeout(() => child.kill('SIGKILL'), limitMs) : undefined
    const end = (code) => {
      clearTimeout(limit)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(null)
    })
    child.on('close', end)
  })
}
