// npm test: build, types, lint, every unit test, every end-to-end test but the long ones. The last line says how many
// passed and failed. `--only unit` or `--only e2e` runs a half; `--walks REGEXP` the end-to-end tests so named or tagged.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenNeeded } from '../../electron/start/build.mjs'
import { ownEnvironment, ownNode, root, run, tools } from '../../electron/start/programs.mjs'
import { findChromium } from './chromium.mjs'

const given = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined)
const walks = given('--walks')
const only = walks === undefined ? given('--only') : 'e2e'
const folder = mkdtempSync(join(tmpdir(), 'firsthand-tests-'))
const sum = { passed: 0, failed: 0, skipped: 0 }

function add(passed, failed, skipped) {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}

/** One check that passes or fails as a whole. */
function addOne(name, good) {
  process.stdout.write(`${good ? 'passed' : 'FAILED'}: ${name}\n`)
  add(good ? 1 : 0, good ? 0 : 1, 0)
}

/** Adds what a runner reports; one that ended badly without a failed test has itself failed. */
function addReport(name, code, file, read) {
  let counted = null
  try {
    counted = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    process.stdout.write(`${name}: no report (${error.message})\n`)
  }
  if (counted !== null) add(counted.passed, counted.failed, counted.skipped)
  if (counted === null || (code !== 0 && counted.failed === 0) || counted.passed + counted.failed === 0) {
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
  const report = join(folder, 'vitest.json')
  const { code } = await run(ownNode, [
    tools.vitest,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  addReport('unit tests', code, report, (result) => ({
    passed: result.numPassedTests,
    // a file that could not even be read has no test that failed
    failed:
      result.numFailedTests +
      result.testResults.filter(
        (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
      ).length,
    skipped: result.numPendingTests + (result.numTodoTests || 0),
  }))
}

/** Of Playwright's report: nobody is to overlook what stumbles. */
function atTheSecondTry(suites) {
  return suites.flatMap((suite) => [
    ...atTheSecondTry(suite.suites || []),
    ...suite.specs
      .filter((spec) => spec.tests.some((one) => one.status === 'flaky'))
      .map((spec) => `${spec.file}: ${spec.title}`),
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
  const chosen = walks === undefined ? ['--grep-invert', '@long'] : ['--grep', walks]
  const { code } = await run(ownNode, [tools.playwright, 'test', ...chosen, '--reporter=list,json'], {
    environment: ownEnvironment({ CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  })
  addReport('end-to-end tests', code, report, ({ stats, errors, suites }) => {
    for (const title of atTheSecondTry(suites)) process.stdout.write(`passed at the second try only: ${title}\n`)
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
      skipped: stats.skipped,
    }
  })
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
rmSync(folder, { recursive: true, force: true })
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)
