// A sealed passage: with the archive's own key in hand its words are in no page, index block, log or file; and with hers
// everything comes back as it was.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import SQLite from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { pagesOf } from '../support/deciphered-pages.ts'
import { herPassphrase, labelWords } from '../contract/role-world.ts'
import { tries } from '../support/full.ts'

const secret = ['zanzibarquux', 'qqxenophon', 'wolkenkuckuck']
const told = `We met ${secret[0]} at the corner of ${secret[1]} before ${secret[2]} came.`

let archive: TestArchive
let testimony: string
let narrator: string
let passages: string[]
beforeEach(async () => {
  archive = await makeArchive()
  const text = `Mara: I sold oranges there for years.\n\nAna: Where was it?\n\nMara: ${told}\n\nAna: And then?\n\nMara: It rained, and I went home.\n`
  const [line] = await bringIn(archive.client, [{ name: 'mara.txt', bytes: new TextEncoder().encode(text) }])
  testimony = line?.testimony ?? ''
  const { story } = await archive.client.story.read({ testimony })
  narrator = story.narrator.id
  passages = story.passages.map(({ id }) => id)
})
afterEach(() => archive.close())

const within = (passage: string, words: string, text: string) => ({
  passage,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  startMs: null,
  endMs: null,
})
const textOf = async (passage: string) =>
  (await archive.client.story.read({ testimony })).story.passages.find(({ id }) => id === passage)?.text ?? ''
const holdingIt = async () =>
  (await archive.client.story.read({ testimony })).story.passages.find(({ text }) => text.includes(secret[0] ?? ''))
    ?.id ?? ''

/**
 * Where any of the words, or the end of one (an index shares beginnings), still stands: as UTF-8 or UTF-16, in the
 * deciphered file and log and in every other file of the archive.
 */
function found(key: Buffer): string[] {
  const ends = secret.map((word) => word.slice(3))
  const needles = [...secret, ...ends].flatMap((word) => [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
  ])
  const places = readdirSync(archive.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return places.flatMap(({ parentPath, name }) => {
    const file = path.join(parentPath, name)
    const pieces = name.startsWith('archive.db') ? pagesOf(file, key) : [readFileSync(file)]
    return pieces.flatMap((piece, at) => (needles.some((needle) => piece.includes(needle)) ? [`${name} ${at}`] : []))
  })
}

async function archiveKey(): Promise<Buffer> {
  return (await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))).key
}

/** The words are told, corrected, marked, suggested, and looked for: they stand wherever words can stand. */
async function spreadThem(): Promise<string> {
  const { client } = archive
  const passage = await holdingIt()
  const text = await textOf(passage)
  const [first = '', second = ''] = secret
  await client.marks.label({
    testimony,
    spans: [within(passage, first, text)],
    words: 'kin',
    meaning: '',
    ...labelWords,
  })
  await client.marks.takeOut({
    testimony,
    spans: [within(passage, second, text)],
    thing: 'place',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await client.marks.takeOut({
    testimony,
    spans: [within(passage, secret[2] ?? '', text), { ...within(passages[0] ?? '', 'I', 'I sold'), start: 0, end: 1 }],
    thing: 'name',
    reach: 'anyone',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await client.marks.tie({ testimony, passages: [passage, passages[0] ?? ''], kind: 'together', reason: 'so' })
  await client.marks.undo({ testimony })
  await client.marks.redo({ testimony })
  await client.writing.suggest({ testimony, passage, after: text.replace('corner', 'end'), why: 'heard so' })
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  // Written anew, so that it has a past.
  await client.writing.snapshot({ testimony, name: 'before' })
  const { story } = await client.story.read({ testimony })
  const before = story.passages.find(({ id }) => id === passage)
  if (before === undefined) throw new Error('the passage is not there')
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: {
      turns: null,
      passages: [{ ...before, text: `${before.text} Yes.`, wordTimes: [] }],
      marks: [...(await tieOver(`${before.text} Yes.`, passage))],
      lineage: [],
    },
  })
  return passage
}

/** The tie grows with its passage. */
async function tieOver(text: string, passage: string) {
  const { marks } = await archive.client.story.read({ testimony })
  return marks.ties.map(({ id, ranges }) => ({
    kind: 'tie' as const,
    mark: id,
    ranges: ranges.map((range) => (range.passage === passage ? { ...range, end: text.length, quote: text } : range)),
  }))
}

/** All rows that a seal may touch, as they are on the disk. */
async function rows(): Promise<Record<string, unknown[]>> {
  await archive.client.door.lock({})
  const key = await archiveKey()
  const database = openDatabase(path.join(archive.folder, 'archive.db'), key, 'open')
  const all = (sql: string) => database.prepare(sql).all()
  const read = {
    passages: all('SELECT * FROM passages ORDER BY id'),
    ranges: all('SELECT * FROM ranges ORDER BY id'),
    labels: all('SELECT * FROM labels ORDER BY id'),
    redactions: all('SELECT * FROM redactions ORDER BY id'),
    ties: all('SELECT * FROM ties ORDER BY id'),
    past: all('SELECT * FROM past_passages ORDER BY passage, until'),
    orders: all('SELECT * FROM past_orders ORDER BY until'),
    suggestions: all('SELECT * FROM suggestions ORDER BY id'),
    lineage: all('SELECT * FROM lineage ORDER BY sequence'),
    sections: all('SELECT * FROM sections ORDER BY id'),
    seals: all('SELECT id FROM seals'),
  }
  database.close()
  await archive.client.door.open({ folder: archive.folder, passphrase })
  await archive.client.herSession.handOver({ narrator, passphrase: herPassphrase })
  return read
}

describe('a sealed passage', () => {
  test('is in no page, block, log or file for whoever holds the archive key, and was before', async () => {
    const { client } = archive
    const passage = await spreadThem()
    const key = await archiveKey()
    expect(found(key).length).toBeGreaterThan(3) // the control
    await client.herSession.seal({ testimony, passages: [passage] })
    expect(found(key)).toEqual([])
    await client.herSession.leave({ passphrase })
    const { story, marks } = await client.story.read({ testimony })
    expect(story.passages.find(({ id }) => id === passage)).toMatchObject({ text: '', wordTimes: [] })
    expect(marks.seals.map((seal) => seal.passage)).toEqual([passage])
    expect(JSON.stringify([story, marks])).not.toMatch(new RegExp(secret.join('|')))
    for (const words of secret) {
      expect(await client.shelf.find({ words, language: '', role: 'anyone', count: 10 })).toEqual({
        hits: [],
        total: 0,
      })
    }
    // Nothing of an archivist's reads it: not an older revision, not what is beside it.
    const { revisions } = await client.writing.revisions({ testimony })
    for (const { number } of revisions) {
      expect(JSON.stringify(await client.writing.at({ testimony, revision: number }))).not.toContain(secret[0])
    }
    expect(JSON.stringify(await client.writing.beside({ testimony }))).not.toContain(secret[0])
    await expect(client.herSession.readSealed({ testimony, passage })).rejects.toMatchObject({ code: 'onlyNarrator' })
    await client.door.lock({})
    expect(found(key)).toEqual([])
    // A script with the archivist's passphrase reads every row there is.
    const database = openDatabase(path.join(archive.folder, 'archive.db'), await archiveKey(), 'open')
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    const everything = tables
      .filter((name) => name !== 'passage_words')
      .map((name) => JSON.stringify(database.prepare(`SELECT * FROM "${name}"`).raw().all()))
      .join('')
    database.close()
    expect(everything).toContain('oranges')
    for (const words of secret) expect(everything).not.toContain(words)
  })

  test('comes back exactly as it was, its marks and its past too', async () => {
    const { client } = archive
    const passage = await spreadThem()
    const before = await rows()
    expect(before['past']).not.toEqual([])
    expect(before['suggestions']).not.toEqual([])
    await client.herSession.seal({ testimony, passages: [passage] })
    await client.herSession.seal({ testimony, passages: [passage] }) // does nothing more
    expect(await client.herSession.readSealed({ testimony, passage })).toEqual({ text: expect.stringContaining(told) })
    const between = await rows()
    expect(between['labels']).toEqual([])
    expect(between['redactions']).toHaveLength(1)
    await client.herSession.unseal({ testimony, passages: [passage] })
    expect(await rows()).toEqual(before)
    const { hits } = await client.shelf.find({ words: secret[0] ?? '', language: '', role: 'anyone', count: 10 })
    expect(hits.map((hit) => hit.passage)).toEqual([passage])
    let checked: unknown
    await client.herSession.leave({ passphrase })
    for await (const step of client.care.check({})) checked = step
    expect(checked).toMatchObject({ kind: 'checked', findings: [] })
  })

  test('needs her key: to be sealed a passphrase, to be read or unsealed the key open', async () => {
    const { client } = archive
    const passage = await holdingIt()
    await client.herSession.handOver({ narrator, passphrase: null })
    const one = { testimony, passages: [passage] }
    await expect(client.herSession.seal(one)).rejects.toMatchObject({ code: 'noPassphrase' })
    await client.herSession.setPassphrase({ passphrase: herPassphrase })
    await expect(client.herSession.seal({ testimony, passages: [passage, '0123456789abcdef'] })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await textOf(passage)).toContain(secret[0]) // none or all
    await client.herSession.seal(one)
    await client.herSession.leave({ passphrase })
    await client.herSession.handOver({ narrator, passphrase: null })
    await expect(client.herSession.readSealed({ testimony, passage })).rejects.toMatchObject({ code: 'noPassphrase' })
    await expect(client.herSession.unseal(one)).rejects.toMatchObject({ code: 'noPassphrase' })
    await client.herSession.openKey({ passphrase: herPassphrase })
    await client.herSession.unseal(one)
    expect(await textOf(passage)).toContain(secret[0])
    await expect(client.herSession.unseal(one)).rejects.toMatchObject({ code: 'notFound' })
  })
})

test('whatever is sealed and unsealed, in whatever order, everything is as before', { timeout: 120_000 }, async () => {
  await spreadThem()
  const before = await rows()
  expect(tries(12, 4)).toBeGreaterThan(0)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(passages, { minLength: 1 }),
      fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }),
      async (chosen, keys) => {
        for (const passage of chosen) await archive.client.herSession.seal({ testimony, passages: [passage] })
        const order = chosen.toSorted((a, b) => (keys[passages.indexOf(a)] ?? 0) - (keys[passages.indexOf(b)] ?? 0))
        for (const passage of order) await archive.client.herSession.unseal({ testimony, passages: [passage] })
        expect(await rows()).toEqual(before)
      },
    ),
    { numRuns: tries(12, 4) },
  )
})

test('a passage that was split off takes its words out of the past of the other half as well', async () => {
  const { client } = archive
  const passage = await holdingIt()
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.writing.snapshot({ testimony, name: 'before' })
  const { story } = await client.story.read({ testimony })
  const whole = story.passages.find(({ id }) => id === passage)
  if (whole === undefined) throw new Error('the passage is not there')
  const at = whole.text.indexOf(secret[0] ?? '')
  const other = 'splitoffsplitoff'
  const turns = story.turns.map(({ id, speaker }) => ({
    id,
    speaker,
    passages: story.passages
      .filter(({ turn }) => turn === id)
      .flatMap((one) => (one.id === passage ? [passage, other] : [one.id])),
  }))
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: {
      turns,
      passages: [
        { ...whole, text: whole.text.slice(0, at), wordTimes: [] },
        { ...whole, id: other, text: whole.text.slice(at), wordTimes: [] },
      ],
      marks: [],
      lineage: [{ kind: 'split', passage, other, at }],
    },
  })
  const key = await archiveKey()
  expect(found(key)).not.toEqual([])
  const before = await rows()
  expect(before['past']).not.toEqual([])
  await client.herSession.seal({ testimony, passages: [other] })
  expect(found(key)).toEqual([])
  expect(await textOf(passage)).toBe(whole.text.slice(0, at))
  await client.herSession.unseal({ testimony, passages: [other] })
  expect(await rows()).toEqual(before)
})

test('the index keeps the words of what is taken out of it where it is not told otherwise', () => {
  const keeps = (setting: string): boolean => {
    const plain = new SQLite(':memory:')
    plain.exec(`CREATE VIRTUAL TABLE w USING fts5 (text, content = '');
      INSERT INTO w (w, rank) VALUES ('secure-delete', ${setting});
      INSERT INTO w (rowid, text) VALUES (1, 'xenophon'), (2, 'other');
      INSERT INTO w (w, rowid, text) VALUES ('delete', 1, 'xenophon')`)
    const blocks = plain.prepare('SELECT block FROM w_data').pluck().all() as Buffer[]
    plain.close()
    return blocks.some((block) => block.includes('xenophon'))
  }
  expect([keeps('0'), keeps('1')]).toEqual([true, false])
})

test('the bytes that an old passphrase would open are nowhere once it was changed, or done away with', async () => {
  const { client } = archive
  const key = await archiveKey()
  /** Her secret half as it is kept now. */
  const wrapped = async (): Promise<Buffer | null> => {
    await client.door.lock({})
    const database = openDatabase(path.join(archive.folder, 'archive.db'), await archiveKey(), 'open')
    const kept = database.prepare('SELECT wrapped FROM narrator_keys').pluck().get() as Buffer | null
    database.close()
    await client.door.open({ folder: archive.folder, passphrase })
    await client.herSession.handOver({ narrator, passphrase: null })
    return kept
  }
  const stands = (bytes: Buffer): boolean =>
    readdirSync(archive.folder)
      .filter((name) => name.startsWith('archive.db'))
      .some((name) =>
        pagesOf(path.join(archive.folder, name), key).some((page) => page.includes(bytes.subarray(24, 56))),
      )
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  const first = await wrapped()
  if (first === null) throw new Error('her key is kept')
  expect(stands(first)).toBe(true)
  const other = 'copper window garden seventeen bicycle stars'
  await client.herSession.changePassphrase({ old: herPassphrase, passphrase: other })
  expect(stands(first)).toBe(false)
  const second = await wrapped()
  if (second === null) throw new Error('her key is kept')
  expect(stands(second)).toBe(true)
  await client.herSession.forgetPassphrase({ passphrase: null })
  expect(stands(second)).toBe(false)
  expect(await wrapped()).toBeNull()
})
