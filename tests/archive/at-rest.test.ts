// Canary words and sound through the whole journey: no file of the archive, of the data folder or of the temporary folder,
// none that is deleted but still open, holds any of it in any encoding, while it is open and after; and the same search
// finds every one of them in an unencrypted copy.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { describe, expect, test } from 'vitest'
import { passphrase } from '../support/archive.ts'
import { filesIn, found, openThoughDeleted } from '../support/disk-search.ts'
import { needlesFor, type Needle } from '../support/needles.ts'
import { drive } from '../torture/drive.ts'
import { canaries, exportName, noise } from '../torture/journey.ts'
import { leftWhileSorting } from '../torture/temporary-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** 16 samples each, at 20 places from one moment to another. */
function soundBetween(startMs: number, endMs: number): Needle[] {
  return Array.from({ length: 20 }, (_, place) => {
    const at = Math.floor(startMs + ((endMs - startMs - 1) * place) / 19) * 32
    return { name: `sound at ${at / 32} ms`, bytes: noise.subarray(at, at + 32) }
  })
}

const words = [...Object.values(canaries), passphrase]

describe('at rest', () => {
  test('nothing that was told is readable, at any step of the journey', { timeout: 60_000 }, async () => {
    const place = temporaryFolder()
    const [dataFolder, temporary, out] = ['data', 'temporary', 'out'].map((name) => path.join(place, name)) as [
      string,
      string,
      string,
    ]
    for (const folder of [dataFolder, temporary, out]) mkdirSync(folder)
    const folder = path.join(dataFolder, 'archive')
    const driven = drive(
      { do: 'journey', dataFolder, folder, out, stopAtSteps: true },
      { environment: { TMPDIR: temporary, SQLITE_TMPDIR: temporary } },
    )
    const kinds = new Set<string>()
    const steps: string[] = []
    let needles = [...needlesFor(words), ...soundBetween(0, 10_000)]
    for await (const { step, paperKey, done, failed } of driven.lines) {
      expect(failed).toBeUndefined()
      if (paperKey !== undefined)
        needles = [...needles, ...needlesFor([paperKey.join(' '), paperKey.slice(0, 3).join(' ')])]
      if (step === undefined) continue
      steps.push(step)
      const files = [...filesIn([dataFolder, temporary]), ...openThoughDeleted(driven.pid)]
      for (const file of files) kinds.add(/\.part$|-wal$/.exec(file)?.[0] ?? path.basename(path.dirname(file)))
      expect(found(files, needles), step).toEqual([])
      expect(done).toBeUndefined()
      driven.goOn()
    }
    expect(steps).toEqual([
      'made',
      'half handed over',
      'brought in',
      'marked and allowed',
      'half rendered',
      'signed off',
      'given out',
      'locked',
    ])
    // It was looked at while it was in use: the log, a recording, an unfinished one.
    expect([...kinds]).toEqual(expect.arrayContaining(['-wal', '.part', 'media', 'archive']))
    expect(readdirSync(temporary)).toEqual([])

    // What left holds the words that were meant to leave, and none of the others.
    const exported = filesIn([path.join(out, exportName)])
    const { story, label, meaning, takenOut, narrator, title, why, file, evidence } = canaries
    const left = (word: string) => found(exported, needlesFor([word])).filter((hit) => hit.includes(word))
    for (const word of [story, label, meaning]) expect(left(word), word).not.toEqual([])
    expect([takenOut, narrator, title, why, file, evidence, passphrase].flatMap(left)).toEqual([])
    expect(found(exported, soundBetween(5_100, 7_900))).toHaveLength(20)
    // What was taken out was spoken from 3 s to 3.5 s; before 2 s and after 8 s she allowed nothing.
    for (const [startMs, endMs] of [
      [3_000, 3_500],
      [0, 2_000],
      [8_000, 10_000],
    ] as const)
      expect(found(exported, soundBetween(startMs, endMs))).toEqual([])
  })

  test('and the same search finds all of it where it is not encrypted', () => {
    const folder = temporaryFolder()
    const needles = [...needlesFor(words), ...soundBetween(0, 10_000)]
    for (const encoding of ['UTF-8', 'UTF-16le', 'UTF-16be']) {
      const plain = new SQLite(path.join(folder, `${encoding}.db`))
      plain.pragma(`encoding = '${encoding}'`)
      plain.exec('CREATE TABLE passages (text TEXT)')
      for (const word of words)
        plain.prepare('INSERT INTO passages VALUES (?), (?)').run(`She said ${word} then.`, word.toLowerCase())
      plain.close()
    }
    const padded = words.flatMap((word) => ['', 'a', 'ab'].map((before) => `${before}${word}, and more`))
    writeFileSync(
      path.join(folder, 'draft.json'),
      JSON.stringify(padded.map((word) => Buffer.from(word).toString('base64'))),
    )
    writeFileSync(path.join(folder, 'sound.wav'), noise)
    const hits = found(filesIn([folder]), needles)
    const missed = needles.filter(({ name }) => !hits.some((hit) => hit.endsWith(`: ${name}`)))
    expect(missed.map(({ name }) => name)).toEqual([])
    // A file's name is searched as well, and a file that is open though deleted.
    rmSync(path.join(folder, 'sound.wav'))
    writeFileSync(path.join(folder, `${canaries.title}.txt`), '')
    expect(found(filesIn([folder]), needles)).toContain(`${canaries.title}.txt: ${canaries.title} in UTF-8`)
  })

  test.skipIf(process.platform !== 'linux')('a deleted file that is still open is searched too (Linux)', async () => {
    const { open } = await import('node:fs/promises')
    const file = path.join(temporaryFolder(), 'draft')
    writeFileSync(file, canaries.story)
    const handle = await open(file, 'r')
    rmSync(file)
    expect(found(openThoughDeleted(process.pid), needlesFor([canaries.story]))).toHaveLength(1 + 1)
    await handle.close()
  })

  test.skipIf(process.platform !== 'linux')(
    'without temp_store=MEMORY words are left beside a database that sorts (Linux)',
    () => {
      const folder = temporaryFolder()
      expect(leftWhileSorting(folder, canaries.story, 2)).toEqual([])
      expect(leftWhileSorting(folder, canaries.story, 0), 'the control').not.toEqual([])
    },
  )
})
