// Pages of the database that are not as they were written: none of it is taken for what was kept.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { newDatabase } from './new-database.ts'
import { codeOf } from './temporary-folder.ts'

const page = 4096

/** A database of many pages, closed. */
function filled() {
  const { file, database, open } = newDatabase()
  database.exec('CREATE TABLE words (word TEXT) STRICT')
  const insert = database.prepare('INSERT INTO words VALUES (?)')
  for (let at = 0; at < 200; at += 1) insert.run(`${at} `.repeat(100))
  database.close()
  const readEverything = (): void => {
    const archive = new ArchiveDatabase(open())
    try {
      archive.all('SELECT * FROM words')
    } finally {
      archive.close()
    }
  }
  return { file, good: readFileSync(file), readEverything }
}

test('a byte altered in any page is noticed', async () => {
  const { file, good, readEverything } = filled()
  const pages = good.length / page
  expect(pages).toBeGreaterThan(10)
  const seen = new Set<string>()
  for (let damaged = 0; damaged < pages; damaged += 1) {
    for (const within of [0, 1000, 4050]) {
      const bytes = Buffer.from(good)
      const at = damaged * page + within
      bytes[at] = (bytes[at] ?? 0) ^ 4
      writeFileSync(file, bytes)
      seen.add(await codeOf(readEverything))
    }
  }
  expect([...seen]).toEqual(['pageDamaged'])
  writeFileSync(file, good)
  expect(await codeOf(readEverything)).toBe('none')
})

test('pages that were swapped, left out or put in, and a file that was cut short, are noticed', async () => {
  const { file, good, readEverything } = filled()
  const pages = Array.from({ length: good.length / page }, (_, at) => good.subarray(at * page, (at + 1) * page))
  const last = pages.length - 1
  const said = async (made: readonly Buffer[]): Promise<string> => {
    writeFileSync(file, Buffer.concat(made))
    return codeOf(readEverything)
  }
  const seen = new Set<string>()
  for (let at = 3; at < last; at += 1) {
    const swapped = pages.with(at, pages[at + 1] ?? good).with(at + 1, pages[at] ?? good)
    seen.add(await said(swapped))
    seen.add(await said(pages.with(at, pages[3 + ((at - 1) % (last - 3))] ?? good)))
    seen.add(await said(pages.toSpliced(at, 1)))
    seen.add(await said(pages.slice(0, at)))
  }
  for (const length of [0, 100, page - 1, page + 7, good.length - 1]) seen.add(await said([good.subarray(0, length)]))
  expect([...seen]).toEqual(['pageDamaged'])
  expect(await said(pages)).toBe('none')
})
