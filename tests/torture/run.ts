// `npm run torture`: one JSON line a group; `-- --only NAME` runs the group of that name, or those that begin with it.
// Ends non-zero when anything was lost or a control did not fail.
import { groups } from './groups.ts'

const at = process.argv.indexOf('--only')
const only = at === -1 ? '' : (process.argv[at + 1] ?? '')
const chosen = Object.entries(groups).filter(([name]) => only === '' || name === only || name.startsWith(`${only}.`))
if (chosen.length === 0) {
  process.stderr.write(`There is no group named ${only}. Groups: ${Object.keys(groups).join(', ')}.\n`)
  process.exitCode = 1
}
for (const [, torture] of chosen) {
  const { name, tried, lost, control, controlFailed, wrong } = await torture()
  process.stdout.write(`${JSON.stringify({ name, tried, lost, control })}\n`)
  for (const line of wrong) process.stderr.write(`${name}: ${line}\n`)
  if (lost > 0 || tried === 0 || !controlFailed) process.exitCode = 1
}
