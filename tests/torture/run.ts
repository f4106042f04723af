// `npm run torture`: one JSON line a group, and one of all of them. `-- --only NAME` runs the group of that name, or those
// that begin with it; `-- --full` tries all of everything. Ends non-zero when anything was lost, a control did not fail, or
// a group did not get to its end.
import { isFull } from './full.ts'
import { groups } from './groups.ts'
import { counted, isGood, summed, type Counted } from './summary.ts'

const at = process.argv.indexOf('--only')
const only = at === -1 ? '' : (process.argv[at + 1] ?? '')
const chosen = Object.entries(groups).filter(([name]) => only === '' || name === only || name.startsWith(`${only}.`))
if (chosen.length === 0)
  process.stderr.write(`There is no group named ${only}. Groups: ${Object.keys(groups).join(', ')}.\n`)

/** A group that takes longer is held up. */
const longestMs = (isFull ? 10 * 60 : 15) * 60_000
const begun = performance.now()
const all: Counted[] = []
for (const [name, torture] of chosen) {
  process.stderr.write(`${name} begins, ${all.length + 1} of ${chosen.length}\n`)
  const from = performance.now()
  const one = await counted(name, torture, longestMs)
  all.push(one)
  for (const line of one.wrong) process.stderr.write(`${name}: ${line}\n`)
  process.stderr.write(`${name} took ${Math.round((performance.now() - from) / 1_000)} s\n`)
  process.stdout.write(`${JSON.stringify(one.line)}\n`)
}
const summary = summed(all, (performance.now() - begun) / 60_000)
process.stdout.write(`${JSON.stringify(summary)}\n`)
// NOTE: a group that was held up may still be about; nothing waits for it.
process.exit(isGood(summary) ? 0 : 1)
