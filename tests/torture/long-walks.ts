// The walks through the whole app that `npm test` has no time for (tests/e2e/long.ts), in a real browser: a part spread over
// them, or all with `--full`.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { builtProgram, repository } from '../support/built.ts'
import { isFull } from './full.ts'
import { told, type Tortured, type Try } from './told.ts'

/** Without `--full` every so many of them. */
const inEvery = 6

/** One that is taken again as the control. */
const controlWalk = 'her rooms in es, with words of twice the size'

/** A pattern that no walk matches but every `inEvery`th. */
function everySoMany(): string {
  const playwright = path.join(repository, 'node_modules', '@playwright', 'test', 'cli.js')
  const { stdout } = spawnSync(process.execPath, [playwright, 'test', '--list', '--grep', '@long'], {
    cwd: repository,
    encoding: 'utf8',
  })
  // A line each: the project, the file with its line, and the titles; the pattern is held against them with their tags.
  const all = [...stdout.matchAll(/^ +\[.+?\] › (\S+?):\d+:\d+ › (.*)$/gmu)].map(
    ([, file = '', titles = '']) => `${file} ${titles.replaceAll(' › ', ' ').replace(/ @long$/, '')} @long$`,
  )
  // NOTE: no walk at all would be a pattern that every test matches.
  if (all.length === 0) throw new Error('no walk is listed')
  return all
    .filter((_, at) => at % inEvery === 0)
    .map((one) => one.replaceAll(/[.*+?^{}()|[\]\\]/g, String.raw`\$&`))
    .join('|')
}

/** Takes the walks whose tag or title matches; a try for each that got to its end or did not. */
function walk(chosen: string, built: string, isControl = false): Try[] {
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
  const tries = [...stdout.matchAll(/^ +([✓✘]|ok|x) +\d+ (.*)$/gmu)].map(([, sign, title]) => ({
    name: title ?? '',
    wrong: sign === '✓' || sign === 'ok' ? [] : ['did not get to its end'],
  }))
  // Where, and what was seen there instead.
  if (!isControl && tries.some(({ wrong }) => wrong.length > 0)) process.stderr.write(stdout)
  return tries
}

export function tortureLongWalks(): Promise<Tortured> {
  const built = builtProgram()
  const tries = walk(isFull ? '@long' : everySoMany(), built)
  // Its control: pages without their style sheets do not hold what a screen is looked at for.
  const bare = mkdtempSync(path.join(repository, 'out-bare-'))
  try {
    cpSync(built, bare, { recursive: true })
    const assets = path.join(bare, 'renderer', 'assets')
    for (const name of readdirSync(assets)) if (name.endsWith('.css')) rmSync(path.join(assets, name))
    const [walked, ...more] = walk(controlWalk, bare, true)
    const isSeen = walked !== undefined && walked.wrong.length > 0 && more.length === 0
    return Promise.resolve(told('walks.long', tries, isSeen ? [] : ['pages without style']))
  } finally {
    rmSync(bare, { recursive: true, force: true })
  }
}
