#!/usr/bin/env node
// Opens an archive, or a backup of one, without the rest of the program, and writes everything in it in open formats: for
// the day when Firsthand is gone. FORMAT.md beside this says how an archive is written, for whoever has to do it again.
import { parseArgs } from 'node:util'
import { askingAt } from './asking.ts'
import { rescue } from './run.ts'
import { wordsFor } from './words/words.ts'

const system = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || ''

function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { language: { type: 'string' }, backup: { type: 'string' } },
    })
    const [from, to] = positionals
    const backup = Number(values.backup ?? '1')
    const isRight = from !== undefined && to !== undefined && positionals.length === 2
    if (!isRight || !Number.isInteger(backup) || backup < 1) return { language: values.language, rest: null }
    return { language: values.language, rest: { from, to, backup } }
  } catch {
    return { language: undefined, rest: null }
  }
}

const { language, rest } = asked()
const words = wordsFor(language ?? system)
if (rest === null) {
  process.stderr.write(`${words.usage}\n`)
  process.exit(2)
}
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort())
const asking = askingAt(process.stdin, process.stdout, stop.signal)
process.exitCode = await rescue({ ...rest, words, asking, signal: stop.signal, now: () => new Date() })
asking.close()
