// The walks through the whole app that `npm test` has no time for (tests/e2e/long.ts), in a real browser.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { builtProgram, repository } from '../support/built.ts'
import { told, type Tortured, type Try } from './told.ts'

/** One that is taken again as the control. */
const controlWalk = 'her rooms in es, with words of twice the size'

/** Takes the walks whose tag or title matches; a try for each that got to its end or did not. */
function walk(chosen: string, built: string): Try[] {
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(repository, 'tests', 'support', 'run-all.mjs'), '--walks', chosen],
    {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, FIRSTHAND_BUILT: built },
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1 << 26,
    },
  )
  return [...stdout.matchAll(/^ +([✓✘]|ok|x) +\d+ (.*)$/gmu)].map(([, sign, title]) => ({
    name: title ?? '',
    wrong: sign === '✓' || sign === 'ok' ? [] : ['did not get to its end'],
  }))
}

export function tortureLongWalks(): Promise<Tortured> {
  const built = builtProgram()
  const tries = walk('@long', built)
  // Its control: pages without their style sheets do not hold what a screen is looked at for.
  const bare = mkdtempSync(path.join(repository, 'out-bare-'))
  try {
    cpSync(built, bare, { recursive: true })
    const assets = path.join(bare, 'renderer', 'assets')
    for (const name of readdirSync(assets)) if (name.endsWith('.css')) rmSync(path.join(assets, name))
    const [walked, ...more] = walk(controlWalk, bare)
    const isSeen = walked !== undefined && walked.wrong.length > 0 && more.length === 0
    return Promise.resolve(told('walks.long', tries, isSeen ? [] : ['pages without style']))
  } finally {
    rmSync(bare, { recursive: true, force: true })
  }
}
