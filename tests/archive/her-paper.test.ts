// Her own paper: with it she sets another passphrase where she has forgotten hers, and her keys stay the same.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { keyInUse, keysOf } from '../../electron/archive/store/narrator-keys.ts'
import { paperInUse, type PaperInUse } from '../../electron/archive/store/narrator-papers.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { openSealed } from '../../electron/archive/vault/narrator-key.ts'
import { openWithPaper } from '../../electron/archive/vault/narrator-paper.ts'
import { readPaperKey } from '../../electron/archive/vault/paper-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import type { Row } from '../../electron/rescue/database/tables.ts'
import { openHerKey } from '../../electron/rescue/seals.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { pagesOf } from '../support/deciphered-pages.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { drain, herPassphrase, openCopy } from './take-home-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const other = 'copper window garden seventeen bicycle stars'
const told = 'I sold oranges there for years.'
let archive: TestArchive
let ofArchive: Buffer | null
let hers: { narrator: string; testimony: string; sealed: string }

async function addHer(name: string) {
  const text = new TextEncoder().encode(`${name}: ${told}\n\nAna: Where was it?\n`)
  const [line] = await bringIn(archive.client, [{ name: `${name}.txt`, bytes: text }])
  const { story } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
  return {
    narrator: story.narrator.id,
    testimony: story.testimony.id,
    sealed: story.passages.find((passage) => passage.text === told)?.id ?? '',
  }
}

beforeEach(async () => {
  ofArchive = null
  archive = await makeArchive()
  hers = await addHer('Mara')
  await handOver()
  await archive.client.herSession.setPassphrase({ passphrase: herPassphrase })
  await archive.client.herSession.seal({ testimony: hers.testimony, passages: [hers.sealed] })
})
afterEach(() => archive.close())

const handOver = (narrator = hers.narrator) => archive.client.herSession.handOver({ narrator, passphrase: null })
const leave = () => archive.client.herSession.leave({ passphrase })
const reads = async () =>
  (await archive.client.herSession.readSealed({ testimony: hers.testimony, passage: hers.sealed })).text
const opensWith = (words: string, client = archive.client) =>
  client.herSession.openWithPaper({ words, passphrase: other })

/** At her window: the words of a new paper, some of them typed back. */
async function makePaper(typed = herPassphrase): Promise<string> {
  const { herSession } = archive.client
  const { paperKey, check } = await herSession.beginPaper({ passphrase: typed, language: 'en' })
  expect(await herSession.confirmPaper({ words: check.map((at) => paperKey[at] ?? '') })).toEqual({ right: true })
  return paperKey.join(' ')
}

const archiveKey = async () =>
  (ofArchive ??= (await openWithPassphrase(archive.folder, normalisePassphrase(passphrase))).key)

/** What the rows hold, read with the archive's own key while it is locked. */
async function rows<T>(read: (database: ArchiveDatabase) => T): Promise<T> {
  await archive.client.door.lock({})
  const database = openDatabase(path.join(archive.folder, 'archive.db'), await archiveKey(), 'open')
  const kept = read(new ArchiveDatabase(database))
  database.close()
  await archive.client.door.open({ folder: archive.folder, passphrase })
  await handOver()
  return kept
}

async function stands(...pieces: readonly Buffer[]): Promise<boolean> {
  const key = await archiveKey()
  return readdirSync(archive.folder)
    .filter((name) => name.startsWith('archive.db'))
    .some((name) =>
      pagesOf(path.join(archive.folder, name), key).some((page) => pieces.some((bytes) => page.includes(bytes))),
    )
}
/** Middle pieces, which no two papers share. */
const piecesOf = ({ wrapped, own }: PaperInUse) => [wrapped.subarray(40, 72), own.subarray(32, 64)]

const answerYes = (use: 'readingRoom' | 'website') =>
  archive.client.consent.answer({
    testimony: hers.testimony,
    evidence: { kind: 'inPerson', note: '' },
    scope: { kind: 'testimony' },
    use,
    answer: 'yes',
    conditions: plainConditions,
    cardLanguage: 'en',
    cardVersion: 1,
  })

test('counts once some of it is typed back at this window; then it opens what she sealed, with the same keys, and that it did is kept', async () => {
  const { herSession, consent } = archive.client
  await answerYes('website')
  await expect(herSession.beginPaper({ passphrase: other, language: 'en' })).rejects.toMatchObject({
    code: 'wrongPassphrase',
  })
  const { paperKey, check } = await herSession.beginPaper({ passphrase: herPassphrase, language: 'es' })
  const right = check.map((at) => paperKey[at] ?? '')
  expect(await herSession.confirmPaper({ words: right.with(1, 'zorro') })).toEqual({ right: false })
  await expect(opensWith(paperKey.join(' '))).rejects.toMatchObject({ code: 'noPaper' })
  await leave()
  await handOver()
  await expect(herSession.confirmPaper({ words: right })).rejects.toMatchObject({ code: 'notFound' })
  const words = await makePaper()

  expect(await herSession.about({})).toMatchObject({ hasPaper: true, keyOpen: false })
  await expect(reads()).rejects.toMatchObject({ code: 'noPassphrase' })
  await opensWith(words)
  expect(await reads()).toBe(told)
  await answerYes('readingRoom')
  const { entries, papersUsed, keysForgotten } = await consent.read({ testimony: hers.testimony })
  expect(entries.map(({ certainty, signature }) => [certainty, signature])).toEqual([
    ['signed', 'holds'],
    ['signed', 'holds'],
  ])
  expect([papersUsed.length, keysForgotten]).toEqual([1, []])
  const moments = [entries[0]?.at, papersUsed[0], entries[1]?.at]
  expect(moments.toSorted()).toEqual(moments)
  // The passphrase that was forgotten opens nothing any more; the new one and the paper do, and go on after a change.
  await expect(herSession.openKey({ passphrase: herPassphrase })).rejects.toMatchObject({ code: 'wrongPassphrase' })
  await herSession.changePassphrase({ old: other, passphrase: herPassphrase })
  await opensWith(words)
  expect(await reads()).toBe(told)
  const signedWith = await rows((database) => [
    database.all('SELECT DISTINCT key FROM ledger_signatures').length,
    keysOf(database, hers.narrator).length,
  ])
  expect(signedWith).toEqual([1, 1])
  // Erased with all that is hers, that it was used goes too.
  await leave()
  await drain(archive.client.erase.erase({ kind: 'narrator', narrator: hers.narrator, knownBy: 'inPerson' }))
  await archive.client.door.lock({})
  const tables = ['narrator_papers', 'narrator_papers_used', 'narrator_keys']
  const database = openDatabase(path.join(archive.folder, 'archive.db'), await archiveKey(), 'open')
  expect(tables.map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0, 0])
  database.close()
})

test('another one, one word wrong, the paper of the archive and that of somebody else open nothing', async () => {
  const { client } = archive
  const first = await makePaper()
  const replaced = await rows((database) => paperInUse(database, hers.narrator))
  if (replaced === null) throw new Error('her paper is kept')
  expect(await stands(...piecesOf(replaced))).toBe(true)
  const second = await makePaper()
  expect(await stands(...piecesOf(replaced))).toBe(false)
  await expect(opensWith(first)).rejects.toMatchObject({ code: 'notHerPaper' })

  const wrong = second.split(' ').with(6, 'abondon').join(' ')
  await expect(opensWith(wrong)).rejects.toMatchObject({ code: 'wrongPaperKey' })
  const { unknown } = await client.door.lookAtPaperWords({ words: wrong })
  expect(unknown).toEqual([{ place: 7, near: ['abandon'] }])

  await leave()
  const opensNow = { kind: 'passphrase', words: passphrase } as const
  const ofDoor = await client.door.beginNewPaperKey({ opensWith: opensNow, language: 'en' })
  await client.door.confirmNewPaperKey({ words: ofDoor.check.map((at) => ofDoor.paperKey[at] ?? '') })
  const else_ = await addHer('Ines')
  await handOver(else_.narrator)
  await client.herSession.setPassphrase({ passphrase: other })
  const ofElse = await makePaper(other)
  await leave()
  await handOver()
  await expect(opensWith(ofDoor.paperKey.join(' '))).rejects.toMatchObject({ code: 'archivesPaper' })
  await expect(opensWith(ofElse)).rejects.toMatchObject({ code: 'notHerPaper' })
  await expect(client.herSession.openWithPaper({ words: second, passphrase: 'orange market' })).rejects.toMatchObject({
    code: 'weakPassphrase',
  })
  expect(await client.herSession.about({})).toMatchObject({ hasPaper: true, keyOpen: false })
  await opensWith(second)
  expect(await reads()).toBe(told)
})

test('with the archive key and every row it opens nothing; it goes with her passphrase, and no byte stays', async () => {
  const words = await makePaper()
  const [kept, paper, box, ofKey, ofPaper] = await rows((database) => [
    keyInUse(database, hers.narrator),
    paperInUse(database, hers.narrator),
    database.get<{ box: Buffer }>('SELECT box FROM seals')?.box,
    database.get<Row>('SELECT * FROM narrator_keys'),
    database.get<Row>('SELECT * FROM narrator_papers'),
  ])
  if (kept === null || paper === null || box === undefined || ofKey === undefined) throw new Error('her keys are kept')
  const bytes = readPaperKey(words)
  // Whatever 32 bytes there are in the rows, and the archive key.
  const inRows = [paper.wrapped, paper.own, kept.wrapping.wrapped, kept.key.signingPublic, kept.key.sealingPublic]
  const guesses = [...inRows, await archiveKey()].flatMap((row) =>
    Array.from({ length: row.length - 31 }, (_, at) => row.subarray(at, at + 32)),
  )
  expect(guesses.some((guess) => openWithPaper(kept.key, paper, guess) !== null)).toBe(false)
  expect(await stands(bytes)).toBe(false)
  // Bound to whose key it is: what somebody else's key stands in the place of does not open.
  const elsewhere = { ...kept.key, narrator: 'somebodyelse0000' }
  expect(openWithPaper(elsewhere, paper, bytes)).toBeNull()
  const opened = openWithPaper(kept.key, paper, bytes)
  expect(opened !== null && openSealed(opened, box)?.toString('utf8')).toContain(told)
  // The exporter that stands alone takes it where it takes her passphrase.
  const sealing = { narrator: hers.narrator, name: 'Mara', row: ofKey, paper: ofPaper }
  const wrong = words.split(' ').toReversed().join(' ')
  expect((await openHerKey(sealing, words)).signingSecret).toEqual(opened?.signingSecret)
  await expect(openHerKey(sealing, wrong)).rejects.toMatchObject({ code: 'wrongPassphrase' })

  await archive.client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  expect(await stands(...piecesOf(paper))).toBe(false)
  expect(await archive.client.herSession.about({})).toMatchObject({ hasPassphrase: false, hasPaper: false })
  await expect(opensWith(words)).rejects.toMatchObject({ code: 'noPassphrase' })
})

test('opens the door of her copy, and her keys there; no paper is made there', async () => {
  const { takeHome } = archive.client
  const words = await makePaper()
  const parent = temporaryFolder()
  await drain(takeHome.makeCopy({ narrator: hers.narrator, parent, name: 'copy', passphrase: herPassphrase }))
  const folder = path.join(parent, 'copy')
  const copy = await openCopy(folder)
  const { door, herSession } = copy.client
  await expect(herSession.beginPaper({ passphrase: herPassphrase, language: 'en' })).rejects.toMatchObject({
    code: 'paperAtHome',
  })
  await door.lock({})
  await door.openWithPaperKey({ folder, words })
  expect(await herSession.about({})).toMatchObject({ hasPaper: true, keyOpen: false })
  await opensWith(words, copy.client)
  const { text } = await herSession.readSealed({ testimony: hers.testimony, passage: hers.sealed })
  expect(text).toBe(told)
  await door.lock({})
  await expect(door.open({ folder, passphrase: herPassphrase })).rejects.toMatchObject({ code: 'wrongPassphrase' })
  await door.open({ folder, passphrase: other })
  expect(await herSession.about({})).toMatchObject({ keyOpen: true })
  expect(copy.broken).toEqual([])
  await copy.close()
})
