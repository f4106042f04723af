// A page on which rows were moved keeps pieces of them where nothing lies any more, whatever is deleted later; written anew,
// it keeps nothing.
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { pagesOf } from '../support/deciphered-pages.ts'
import { diceFrom } from '../support/dice.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('nothing of what was deleted is left in any page, once all are written anew', () => {
  const key = randomBytes(32)
  const file = path.join(temporaryFolder(), 'archive.db')
  const opened = openDatabase(file, Buffer.from(key), 'create')
  opened.exec('CREATE TABLE told (place INTEGER NOT NULL PRIMARY KEY, words TEXT NOT NULL) STRICT')
  const archive = new ArchiveDatabase(opened)
  const below = diceFrom(7)
  const words = (nth: number) => `canary${nth}x${'w'.repeat(below(below(10) === 0 ? 9_000 : 700))}`
  const places: number[] = []
  for (let turn = 0; turn < 14; turn += 1)
    archive.transaction((writable) => {
      for (let more = 0; more < 40; more += 1) {
        const place = below(1e9) * 64 + (places.length % 64)
        writable.run('INSERT OR REPLACE INTO told VALUES (?, ?)', [place, words(places.length)])
        places.push(place)
        for (let change = 0; change < 3; change += 1) {
          const nth = below(places.length)
          writable.run('UPDATE told SET words = ? WHERE place = ?', [words(nth), places[nth] ?? 0])
        }
      }
    })
  const gone = places.flatMap((place, nth) => (nth % 2 === 0 ? [{ place, nth }] : []))
  archive.transaction((writable) => {
    for (const { place } of gone) writable.run('DELETE FROM told WHERE place = ?', [place])
  })
  archive.emptyLog()
  archive.close()
  const found = (): number => {
    const all = Buffer.concat(pagesOf(file, key))
    return gone.filter(({ nth }) => all.includes(`canary${nth}x`)).length
  }
  // The control: deleting, with secure_delete and an empty log, is not enough.
  expect(found()).toBeGreaterThan(0)
  const again = new ArchiveDatabase(openDatabase(file, Buffer.from(key), 'open'))
  again.rewritePages()
  const left = again.get<{ n: number }>('SELECT count(*) AS n FROM told')?.n
  again.close()
  expect(found()).toBe(0)
  expect(left).toBe(places.length - gone.length)
})
