// The unit tests that try a part of what could be tried (tests/support/full.ts), with all of it: some of them, or with
// `--full` each.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repository } from '../support/built.ts'
import { isFull } from './full.ts'
import { told, type Tortured } from './told.ts'

/** Every so many of the test files. */
const inEvery = isFull ? 1 : 2

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** The test files that take their numbers from there. */
function files(): string[] {
  const tests = path.join(repository, 'tests')
  return readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join(tests, name))
    .filter((file) => readFileSync(file, 'utf8').includes('support/full.ts'))
    .toSorted()
    .filter((_, at) => at % inEvery === 0)
}

function run(chosen: readonly string[], tries: 'all' | 'none'): Report['testResults'] {
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-full-'))
  const report = path.join(folder, 'report.json')
  const vitest = path.join(repository, 'node_modules', 'vitest', 'vitest.mjs')
  spawnSync(process.execPath, [vitest, 'run', ...chosen, '--reporter=json', `--outputFile.json=${report}`], {
    cwd: repository,
    env: { ...process.env, FIRSTHAND_TRIES: tries },
    stdio: 'ignore',
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  rmSync(folder, { recursive: true, force: true })
  return testResults
}

export function tortureFullTests(): Promise<Tortured> {
  const chosen = files()
  const tried = run(chosen, 'all').flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ name: fullName, wrong: status === 'passed' ? [] : ['failed'] })),
  )
  // Its control: a test that tries nothing must fail.
  const unnoticed = run(chosen, 'none').filter(({ status }) => status === 'passed')
  return Promise.resolve(
    told(
      'tests.full',
      tried,
      unnoticed.map(({ name }) => path.basename(name)),
    ),
  )
}
