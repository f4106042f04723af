// Writes schema.sql beside this file; with --check compares it and ends with 1 at the first difference.
import { readFileSync, writeFileSync } from 'node:fs'
import { migrations } from '../migrations/index.ts'
import { schemaText } from './schema-text.ts'

const file = new URL('schema.sql', import.meta.url)
const text = schemaText(migrations)

if (process.argv.includes('--check')) {
  const kept = readFileSync(file, 'utf8').split('\n')
  const line = text.split('\n').findIndex((made, at) => made !== kept[at])
  if (line >= 0 || kept.length !== text.split('\n').length) {
    process.stderr.write(`schema.sql differs at line ${line + 1}: run \`npm run schema\`\n`)
    process.exitCode = 1
  }
} else {
  writeFileSync(file, text)
}
