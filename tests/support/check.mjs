// npm run check: everything that must hold before a change is kept, the quick things first.
import { ownNode, run, tools } from '../../electron/start/programs.mjs'

const checks = [
  ['types', [tools.tsc, '-b']],
  ['lint', [tools.oxlint, '--type-aware']],
  ['dead code', [tools.knip]],
  ['format', [tools.oxfmt, '--check']],
  ['schema', ['electron/archive/store/write-schema.ts', '--check']],
  ['unit tests', [tools.vitest, 'run']],
]

const failed = []
for (const [name, parameters] of checks) {
  process.stdout.write(`== ${name}\n`)
  const { code } = await run(ownNode, parameters)
  if (code !== 0) failed.push(name)
}
process.stdout.write(failed.length === 0 ? 'everything holds\n' : `does not hold: ${failed.join(', ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1
