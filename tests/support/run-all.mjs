// npm test: build, types, lint, every unit test, every end-to-end test but the long ones. The last line says how many
// passed and failed. `--only unit` or `--only e2e` runs a half; `--walks REGEXP` the end-to-end tests so named or tagged.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { buildWhenNeeded } from '../../electron/start/build.mjs'
import { ownEnvironment, ownNode, root, run, tools } from '../../electron/start/programs.mjs'
import { findChromium } from './chromium.mjs'

const given = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const walks = given('--walks')
const only = walks === undefined ? given('--only') : 'e2e'
const folder = mkdtempSync(join(tmpdir(), 'firsthand-tests-'))
const sum = { passed: 0, failed: 0, skipped: 0 }
/** Said again at the end, where nobody overlooks it. */
const stumbled = []

function add(passed, failed, skipped) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

/** One check that passes or fails as a whole. */
function addOne(name, good) {
  process.stdout.write(`${good ? 'passed' : 'FAILED'}: ${name}\n`)
  add(good ? 1 : 0, good ? 0 : 1, 0)
  if (!good) stumbled.push(`failed: ${name}`)
}

/** Adds what a runner reports; one that ended badly without a failed test has itself failed. */
function addReport(name, code, file, read) {
  let outcome = null
  try {
    outcome = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    process.stdout.write(`${name}: no report (${error.message})\n`)
  }
  if (outcome !== null) {
    add(outcome.passed, outcome.failed, outcome.skipped)
    stumbled.push(...outcome.failures.map((one) => `failed: ${one}`))
    stumbled.push(...outcome.secondTry.map((one) => `passed at the second try only: ${one}`))
  }
  if (outcome === null || (code !== 0 && outcome.failed === 0) || outcome.passed + outcome.failed === 0) {
    addOne(`${name} ran to its end`, false)
  }
}

async function unit() {
  const [types, lint] = await Promise.all([
    run(ownNode, [tools.tsc, '-b']),
    run(ownNode, [tools.oxlint, '--type-aware']),
  ])
  addOne('types', types.code === 0)
  addOne('lint', lint.code === 0)
  const outcome = join(folder, 'unit.json')
  const reporter = join(root, 'tests', 'support', 'outcome-reporter.mjs')
  // Tried once more and named, as the end-to-end tests are; what counts losses has no second try.
  const parameters = [tools.vitest, 'run', '--retry=1', '--reporter=default', `--reporter=${reporter}`]
  const { code } = await run(ownNode, parameters, {
    environment: ownEnvironment({ FIRSTHAND_OUTCOME: outcome }),
  })
  addReport('unit tests', code, outcome, (kept) => kept)
}

const firstLine = (message) => stripVTControlCharacters(message || 'no error given').split('\n')[0]

/** Of Playwright's report: a line for each test of that status, with the first line of what was wrong. */
function endedAs(status, suites) {
  return suites.flatMap((suite) => [
    ...endedAs(status, suite.suites || []),
    ...suite.specs.flatMap((spec) =>
      spec.tests
        .filter((one) => one.status === status)
        .map((one) => `${spec.file}: ${spec.title}: ${firstLine(one.results[0]?.error?.message)}`),
    ),
  ])
}

async function endToEnd() {
  const place = join(root, 'tests', 'e2e')
  const has = existsSync(place) && readdirSync(place).some((name) => /\.(spec|test)\.tsx?$/.test(name))
  if (!has) return
  const chromium = await findChromium()
  if (chromium === null) return addOne('a Chromium for the end-to-end tests', false)
  process.stdout.write(`end-to-end tests with ${chromium}\n`)
  const report = join(folder, 'playwright.json')
  // NOTE: torture counts what stumbles, and its control is a walk that fails: neither is tried again.
  const chosen = walks === undefined ? ['--grep-invert', '@long'] : ['--grep', walks, '--retries=0']
  const { code } = await run(ownNode, [tools.playwright, 'test', ...chosen, '--reporter=list,json'], {
    environment: ownEnvironment({ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  })
  addReport('end-to-end tests', code, report, ({ stats, errors, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
    failures: [...endedAs('unexpected', suites), ...errors.map(({ message }) => `end-to-end: ${firstLine(message)}`)],
    secondTry: endedAs('flaky', suites),
  }))
}

async function all() {
  const built = await buildWhenNeeded()
  addOne('build', built)
  if (only !== 'e2e') await unit()
  if (built && only !== 'unit') await endToEnd()
}

try {
  await all()
} catch (error) {
  process.stdout.write(`${error.stack}\n`)
  add(0, 1, 0)
}
for (const line of stumbled) process.stdout.write(`${line}\n`)
rmSync(folder, { recursive: true, force: true })
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)
