// Installs what the project needs, once and after every change of package-lock.json. Runs on an old Node and an old npm.
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cleanEnvironment, ownNode, root, run } from './programs.mjs'

const installed = join(root, 'node_modules', '.package-lock.json')

function isInstalled() {
  if (!existsSync(installed) || !existsSync(ownNode)) return false
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/**
 * npm as it was started, else as the system finds it.
 * NOTE: with the Node that npm itself runs on, never with the project's own, which npm ci takes away to install anew.
 */
function npm(parameters) {
  const environment = cleanEnvironment()
  const script = process.env.npm_execpath
  if (script && /\.[cm]?js$/.test(script)) {
    return run(process.env.npm_node_execpath || process.execPath, [script].concat(parameters), { environment })
  }
  return run('npm', parameters, { environment, shell: process.platform === 'win32' })
}

function giveUp(sentence) {
  // what is half installed must not pass for installed the next time
  rmSync(installed, { force: true })
  process.stderr.write('\n' + sentence + '\n')
  process.exit(1)
}

if (!isInstalled()) {
  process.stdout.write('Firsthand: installing its parts with npm ci; this takes a minute, once.\n')
  // NOTE: scripts off, then one script by name: an npm before 11 does not know `allowScripts` and would compile the
  // database, which comes ready-made, with a Python that may not be there.
  const parts = await npm(['ci', '--ignore-scripts'])
  if (parts.code !== 0) {
    giveUp(
      'npm ci failed; its reason is above. See that the npm registry can be reached and the disk has 2 GB free, delete the folder node_modules, and start again.',
    )
  }
  const node = await npm(['rebuild', 'node', '--ignore-scripts=false', '--foreground-scripts'])
  if (node.code !== 0 || !existsSync(ownNode)) {
    giveUp(
      'Node 24 could not be installed; the reason is above. See that the npm registry can be reached, then start again.',
    )
  }
}
