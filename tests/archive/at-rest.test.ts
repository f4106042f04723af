// Canary words and sound through the whole journey: no file of the archive, of the data folder or of the temporary folder,
// none that is deleted but still open, holds any of it in any encoding, while it is open and after; and the same search
// finds every one of them in an unencrypted copy.
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import { describe, expect, test } from 'vitest'
import { passphrase } from '../support/archive.ts'
import { drive } from '../torture/drive.ts'
import { canaries, exportName, noise } from '../torture/journey.ts'
import { temporaryFolder } from './temporary-folder.ts'

interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

function utf16be(words: string): Buffer {
  return Buffer.from(words, 'utf16le').swap16()
}

/** Base64 of the words wherever they begin within a group of three: the letters that do not depend on what is around. */
function base64Forms(words: string): string[] {
  return [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), Buffer.from(words)]).toString('base64')
    return whole.slice(Math.ceil((offset * 4) / 3) + (offset > 0 ? 1 : 0), -4)
  })
}

function needlesFor(words: readonly string[]): Needle[] {
  const ofWords = words.flatMap((word) => [
    { name: `${word} in UTF-8`, bytes: Buffer.from(word) },
    { name: `${word} in lower case`, bytes: Buffer.from(word.toLowerCase()) },
    { name: `${word} in UTF-16LE`, bytes: Buffer.from(word, 'utf16le') },
    { name: `${word} in UTF-16BE`, bytes: utf16be(word) },
    ...base64Forms(word).map((form, at) => ({ name: `${word} in base64, offset ${at}`, bytes: Buffer.from(form) })),
  ])
  return ofWords
}

/** 16 samples each, at 20 places from one moment to another. */
function soundBetween(startMs: number, endMs: number): Needle[] {
  return Array.from({ length: 20 }, (_, place) => {
    const at = Math.floor(startMs + ((endMs - startMs - 1) * place) / 19) * 32
    return { name: `sound at ${at / 32} ms`, bytes: noise.subarray(at, at + 32) }
  })
}

/** Every file there is, and what the process has open although it was deleted. */
function filesOf(folders: readonly string[], pid: number | null): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => path.join(parentPath, name)),
  )
  const handles = `/proc/${pid ?? 0}/fd`
  if (pid === null || !existsSync(handles)) return files
  const deleted = readdirSync(handles).filter((handle) => {
    try {
      return readlinkSync(path.join(handles, handle)).endsWith(' (deleted)')
    } catch {
      return false
    }
  })
  return [...files, ...deleted.map((handle) => path.join(handles, handle))]
}

/** The names of the files too are searched: a title or a person must not be in one. */
function found(files: readonly string[], needles: readonly Needle[]): string[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file)
    return needles
      .filter((needle) => bytes.includes(needle.bytes) || path.basename(file).includes(needle.bytes.toString()))
      .map(({ name }) => `${path.basename(file)}: ${name}`)
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
      const files = filesOf([dataFolder, temporary], driven.pid)
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
    const exported = filesOf([path.join(out, exportName)], null)
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
    const hits = found(filesOf([folder], null), needles)
    const missed = needles.filter(({ name }) => !hits.some((hit) => hit.endsWith(`: ${name}`)))
    expect(missed.map(({ name }) => name)).toEqual([])
    // A file's name is searched as well, and a file that is open though deleted.
    rmSync(path.join(folder, 'sound.wav'))
    writeFileSync(path.join(folder, `${canaries.title}.txt`), '')
    expect(found(filesOf([folder], null), needles)).toContain(`${canaries.title}.txt: ${canaries.title} in UTF-8`)
  })

  test.skipIf(process.platform !== 'linux')('a deleted file that is still open is searched too (Linux)', async () => {
    const { open } = await import('node:fs/promises')
    const file = path.join(temporaryFolder(), 'draft')
    writeFileSync(file, canaries.story)
    const handle = await open(file, 'r')
    rmSync(file)
    expect(found(filesOf([], process.pid), needlesFor([canaries.story]))).toHaveLength(1 + 1)
    await handle.close()
  })
})
