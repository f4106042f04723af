// What came of the unit tests, as one JSON file: how many passed, failed and were skipped, what failed and why, and
// what passed at the second try only. Given to vitest with FIRSTHAND_OUTCOME naming the file.
import { writeFileSync } from 'node:fs'

/** The first line of what was wrong, which says it. */
const said = (errors) => String(errors?.[0]?.message ?? 'no error given').split('\n')[0]

export default class OutcomeReporter {
  onTestRunEnd(modules, unhandled) {
    const outcome = { passed: 0, failed: 0, skipped: 0, failures: [], secondTry: [] }
    const fails = (title, errors) => {
      outcome.failed += 1
      outcome.failures.push(`${title}: ${said(errors)}`)
    }
    for (const module of modules) {
      let failedHere = 0
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result()
        const title = `${module.relativeModuleId}: ${test.fullName}`
        if (state === 'failed') {
          failedHere += 1
          fails(title, errors)
        } else outcome[state === 'passed' ? 'passed' : 'skipped'] += 1
        if (test.diagnostic()?.flaky) outcome.secondTry.push(`${title}: ${said(errors)}`)
      }
      // a file that could not even be read has no test that failed
      if (module.state() === 'failed' && failedHere === 0) fails(module.relativeModuleId, module.errors())
    }
    for (const error of unhandled) fails('outside of any test', [error])
    writeFileSync(process.env.FIRSTHAND_OUTCOME, JSON.stringify(outcome))
  }
}
