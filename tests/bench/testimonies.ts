// The real testimonies as files to bring in: one text file each, as an archivist would have them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'testimonies')

export interface TestimonyFile {
  readonly source: string
  readonly name: string
  readonly text: string
}

/** Null where the folder of real material is not there. */
export function testimonyFiles(): TestimonyFile[] | null {
  if (!existsSync(folder)) return null
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const { id, text } = JSON.parse(line) as { id: string; text: string }
          return { source: name.replace('.jsonl', ''), name: `${id}.txt`, text }
        }),
    )
}
