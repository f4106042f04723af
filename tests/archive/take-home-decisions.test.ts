// What she decides in her copy comes home: taken whole, hers where both changed, refused where it is not hers.
import { Encrypter } from 'age-encryption'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { readDecisionsFile, writeDecisions } from '../../electron/archive/features/take-home/decisions-file.ts'
import { makeNarratorKey } from '../../electron/archive/vault/narrator-key.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { readArchive } from '../../electron/archive/store/archive-row.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import path from 'node:path'
import {
  answer,
  drain,
  evidence,
  herCanary,
  herPassphrase,
  makeHome,
  openCopy,
  pack,
  readPack,
  rewrite,
  takeCopy,
  withHer,
  type Home,
} from './take-home-world.ts'
import { codeOf } from './temporary-folder.ts'

let world: Home
let folder = ''
let copy: TestArchive
let passages: readonly string[] = []

beforeEach(async () => {
  world = await makeHome()
  const { story } = await world.home.client.story.read({ testimony: world.testimony })
  passages = story.passages.map(({ id }) => id)
  folder = await takeCopy(world)
  copy = await openCopy(folder)
})
afterEach(async () => {
  await copy.close()
  await world.home.close()
})

const at = (index: number) => passages[index] ?? ''

async function textOf(client: ArchiveClient, passage: string): Promise<string> {
  const { story } = await client.story.read({ testimony: world.testimony })
  return story.passages.find(({ id }) => id === passage)?.text ?? ''
}

function spanOf(text: string, words: string, passage: string) {
  const start = text.indexOf(words)
  return { passage, start, end: start + words.length, startMs: null, endMs: null }
}

async function labelled(client: ArchiveClient, passage: string, words: string, on: string) {
  const { marks } = await client.marks.label({
    testimony: world.testimony,
    spans: [spanOf(await textOf(client, passage), on, passage)],
    words,
    language: 'en',
    meaning: '',
    assertedBy: 'narrator',
    stance: 'mine',
    colour: 3,
  })
  return marks
}

test('everything she changed, marked, said and decided is there', async () => {
  const { testimony, narrator, home } = world
  const { client } = copy
  await rewrite(client, testimony, at(3), 'We walked to the river and waited until morning.')
  await labelled(client, at(2), 'courage', 'came at night')
  await client.story.retitle({ testimony, title: 'The key', titleBy: 'narrator' })
  await client.writing.putSection({ testimony, section: null, passage: at(1), heading: 'Leaving' })
  await answer(client, testimony, 'website', 'no')
  await client.consent.reviewed({ testimony, evidence })
  await client.herSession.look({ testimony, passage: at(2), look: 'right', on: true })
  await client.herSession.chooseColour({ colour: 5 })
  const { answer: said } = await client.herSession.beginAnswer({ testimony, passage: at(2), type: 'audio/wav' })
  await client.herSession.appendAnswer({ testimony, answer: said, bytes: toneWav(1, 8_000, 330) })
  await client.herSession.finishAnswer({ testimony, answer: said, durationMs: 1_000 })
  const bytes = await pack(copy, narrator)

  const read = await readPack(home.client, bytes)
  expect(read).toMatchObject({ changedPassages: 1, marks: 1, entries: 2, spoken: 1, conflicts: [] })
  expect((await home.client.story.read({ testimony })).story.testimony.title).not.toBe('The key')
  expect(await home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })).toEqual({
    testimonies: [testimony],
  })

  const [there, here] = [await client.story.read({ testimony }), await home.client.story.read({ testimony })]
  expect(here.story.passages).toEqual(there.story.passages)
  expect(here.marks).toEqual(there.marks)
  expect(here.story.testimony.title).toBe('The key')
  const beside = await home.client.writing.beside({ testimony })
  expect(beside.sections).toMatchObject([{ passage: at(1), heading: 'Leaving' }])
  expect(beside.spokenAnswers).toMatchObject([{ passage: at(2), durationMs: 1_000 }])
  expect(beside.herVersion).toBe(true)
  const { revisions } = await home.client.writing.revisions({ testimony })
  expect(revisions[0]).toMatchObject({ number: 2, authorRole: 'narrator' })
  const { entries } = await home.client.consent.read({ testimony })
  expect(entries.map(({ kind, answer: given, certainty }) => [kind, given, certainty])).toEqual([
    ['consent', 'no', 'signed'],
    ['reviewed', null, 'signed'],
  ])
  const { looks } = await home.client.herSession.progress({ testimony })
  expect(looks).toMatchObject([{ passage: at(2), look: 'right' }])
  const found = await drain(home.client.care.check({}))
  expect(found.at(-1)).toMatchObject({ kind: 'checked', findings: [], entries: 2 })
  const sound = await home.process.media.find('media', beside.spokenAnswers[0]?.media ?? '', '')
  expect(sound.size).toBe(toneWav(1, 8_000, 330).length)

  expect(await codeOf(readPack(home.client, bytes))).toBe('takenAlready')
})

test('where both changed the same, hers is taken, and what stands here stays only where she says so', async () => {
  const { testimony, narrator, home } = world
  await rewrite(copy.client, testimony, at(1), 'I kept the key myself.')
  await rewrite(copy.client, testimony, at(3), 'Hers only.')
  await rewrite(home.client, testimony, at(1), 'She kept a key.')
  await rewrite(home.client, testimony, at(0), 'What happened then, please?')
  await copy.client.story.retitle({ testimony, title: 'Her title', titleBy: 'narrator' })
  await home.client.story.retitle({ testimony, title: 'Working title', titleBy: 'archivist' })
  const read = await readPack(home.client, await pack(copy, narrator))
  expect(read.conflicts.map(({ kind, here, hers }) => [kind, here, hers]).toSorted()).toEqual([
    ['title', 'Working title', 'Her title'],
    ['words', 'She kept a key.', 'I kept the key myself.'],
  ])
  const title = read.conflicts.find(({ kind }) => kind === 'title')?.id ?? ''
  await home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [title] })
  const { story } = await home.client.story.read({ testimony })
  expect(story.testimony.title).toBe('Working title')
  expect(story.passages.map(({ text }) => text)).toEqual([
    'What happened then, please?',
    'I kept the key myself.',
    'My brother Yusuf came at night with bread.',
    'Hers only.',
  ])
  // What stood here is not lost: it is a revision.
  const before = await home.client.writing.at({ testimony, revision: story.testimony.revision - 1 })
  expect(before.passages[1]?.text).toBe('She kept a key.')
})

test('a conflict that is another by the time it is taken is shown again first', async () => {
  const { testimony, narrator, home } = world
  await rewrite(copy.client, testimony, at(1), 'Hers.')
  const read = await readPack(home.client, await pack(copy, narrator))
  await rewrite(home.client, testimony, at(1), 'Changed while she looked.')
  const { pack: id } = read
  expect(await codeOf(home.client.takeHome.takeDecisions({ pack: id, keepHere: [] }))).toBe('changedMeanwhile')
  expect(await textOf(home.client, at(1))).toBe('Changed while she looked.')
  await home.client.takeHome.leaveDecisions({ pack: id })
  expect(await codeOf(home.client.takeHome.takeDecisions({ pack: id, keepHere: [] }))).toBe('notFound')
})

test('what was taken out here meanwhile stays out of the words that she brings', async () => {
  const { testimony, narrator, home } = world
  const redact = (words: string, passage: string, text: string) =>
    home.client.marks.takeOut({
      testimony,
      spans: [spanOf(text, words, passage)],
      thing: 'name',
      reach: 'circle',
      way: 'removed',
      replacement: '',
      why: '',
    })
  await rewrite(copy.client, testimony, at(2), 'Yusuf, my brother, came. Bread he had, Yusuf.')
  await rewrite(copy.client, testimony, at(3), 'Nothing of it is said any more.')
  await redact('Yusuf', at(2), await textOf(home.client, at(2)))
  await redact('the river', at(3), await textOf(home.client, at(3)))
  const read = await readPack(home.client, await pack(copy, narrator))
  await home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  const { marks } = await home.client.story.read({ testimony })
  const ranges = marks.redactions.flatMap((one) => one.ranges)
  expect(ranges.filter(({ passage }) => passage === at(2)).map(({ quote }) => quote)).toEqual(['Yusuf', 'Yusuf'])
  const lost = ranges.find(({ passage }) => passage === at(3))
  expect(lost).toMatchObject({ start: 0, end: 'Nothing of it is said any more.'.length, unresolved: true })
})

describe('consent', () => {
  const website = async (client: ArchiveClient) =>
    (await client.consent.read({ testimony: world.testimony })).wholeStory.find(({ use }) => use === 'website')

  test('her no from the copy closes what was opened here since', async () => {
    await answer(copy.client, world.testimony, 'website', 'no')
    await answer(world.home.client, world.testimony, 'website', 'yes')
    const read = await readPack(world.home.client, await pack(copy, world.narrator))
    await world.home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
    expect(await website(world.home.client)).toMatchObject({ open: false, because: 'no' })
  })

  test('a yes from the copy does not open what she closed here since', async () => {
    await answer(world.home.client, world.testimony, 'website', 'no')
    await answer(copy.client, world.testimony, 'website', 'yes')
    await answer(copy.client, world.testimony, 'teaching', 'yes')
    const read = await readPack(world.home.client, await pack(copy, world.narrator))
    await world.home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
    expect(await website(world.home.client)).toMatchObject({ open: false, because: 'no' })
    const { wholeStory } = await world.home.client.consent.read({ testimony: world.testimony })
    expect(wholeStory.find(({ use }) => use === 'teaching')).toMatchObject({ open: true })
  })
})

test('a passage that she sealed in the copy gives nothing here any more, and her key opens it', async () => {
  const { testimony, narrator, home } = world
  await labelled(copy.client, at(1), 'home', herCanary)
  await copy.client.herSession.seal({ testimony, passages: [at(1)] })
  // Here it stands in the past by now, and in what somebody proposes.
  await home.client.writing.suggest({ testimony, passage: at(1), after: `The ${herCanary}.`, why: '' })
  await rewrite(home.client, testimony, at(1), 'Other words.')
  const read = await readPack(home.client, await pack(copy, narrator))
  expect(read.conflicts).toMatchObject([{ kind: 'words', here: 'Other words.', hers: '' }])
  await home.client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  expect(JSON.stringify(await home.client.story.read({ testimony }))).not.toContain(herCanary)
  const { key } = await openWithPassphrase(home.folder, normalisePassphrase(passphrase))
  await withHer(world, async () => {
    expect(await home.client.herSession.readSealed({ testimony, passage: at(1) })).toMatchObject({
      text: expect.stringContaining(herCanary) as string,
    })
  })
  await home.client.door.lock({})
  const database = openDatabase(path.join(home.folder, 'archive.db'), key, 'open')
  const archive = new ArchiveDatabase(database)
  const rows = archive
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .flatMap(({ name }) => archive.all<Record<string, unknown>>(`SELECT * FROM ${name}`))
  archive.close()
  const plain = rows
    .map((row) =>
      Object.values(row)
        .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
        .join(' '),
    )
    .join('\n')
  expect(plain).not.toContain(herCanary)
  expect(plain).toContain('Yusuf')
})

test('a second file is compared with the first one, and an older one does not undo it', async () => {
  const { testimony, narrator, home } = world
  await rewrite(copy.client, testimony, at(1), 'First.')
  const first = await pack(copy, narrator, 'one')
  const one = await readPack(home.client, first)
  await home.client.takeHome.takeDecisions({ pack: one.pack, keepHere: [] })
  await rewrite(copy.client, testimony, at(1), 'Second.')
  await withHer(world, () => rewrite(home.client, testimony, at(0), 'Asked again?'))
  const unsent = await pack(copy, narrator, 'two')
  await rewrite(copy.client, testimony, at(1), 'Third.')
  const two = await readPack(home.client, await pack(copy, narrator, 'three'))
  expect(two.conflicts).toEqual([])
  await home.client.takeHome.takeDecisions({ pack: two.pack, keepHere: [] })
  const { story } = await home.client.story.read({ testimony })
  expect(story.passages.slice(0, 2).map(({ text }) => text)).toEqual(['Asked again?', 'Third.'])
  expect(await codeOf(readPack(home.client, unsent))).toBe('takenAlready')
})

describe('what is not hers', () => {
  async function opened(bytes: Uint8Array) {
    const session = await homeDatabase()
    return readDecisionsFile(bytes, session.mediaIdentity)
  }
  async function homeDatabase() {
    await world.home.client.door.lock({})
    const { key } = await openWithPassphrase(world.home.folder, normalisePassphrase(passphrase))
    const database = openDatabase(path.join(world.home.folder, 'archive.db'), key, 'open')
    const about = readArchive(new ArchiveDatabase(database))
    database.close()
    await world.home.client.door.open({ folder: world.home.folder, passphrase })
    return about
  }
  const unchanged = async (code: string) => {
    expect(code).not.toBe('none')
    expect(await textOf(world.home.client, at(1))).toContain(herCanary)
  }

  test('a file signed with a key that she has done away with since is not taken', async () => {
    const { home, narrator, testimony } = world
    await rewrite(copy.client, testimony, at(1), 'Hers.')
    const bytes = await pack(copy, narrator)
    await withHer(world, () => home.client.herSession.forgetPassphrase({ passphrase: herPassphrase }))
    expect(await codeOf(readPack(home.client, bytes))).toBe('signatureWrong')
    await withHer(world, () => Promise.resolve())
    expect(await codeOf(readPack(home.client, bytes))).toBe('signatureWrong')
  })

  test('a forged, a foreign, an empty and a truncated file are each told for what they are', async () => {
    const { home, narrator, testimony } = world
    await rewrite(copy.client, testimony, at(1), 'Hers.')
    const bytes = await pack(copy, narrator)
    const about = await homeDatabase()
    const { decisions, sounds } = await opened(bytes)
    const { open: stranger } = await makeNarratorKey(narrator, Buffer.from('somebody else'), argonFloor, systemRandom)
    const forged = await writeDecisions(decisions, sounds, stranger, about.mediaRecipient)
    expect(await codeOf(readPack(home.client, forged))).toBe('signatureWrong')
    const foreignWorld = await makeHome()
    try {
      expect(await codeOf(readPack(foreignWorld.home.client, bytes))).toBe('otherArchive')
    } finally {
      await foreignWorld.home.close()
    }
    const elsewhere = await writeDecisions(
      { ...decisions, archive: 'otherarchive00' },
      sounds,
      stranger,
      about.mediaRecipient,
    )
    expect(await codeOf(readPack(home.client, elsewhere))).toBe('otherArchive')
    for (const length of [0, 1, 100, bytes.length - 1])
      expect(await codeOf(readPack(home.client, bytes.slice(0, length)))).toBe('notHerFile')
    const encrypter = new Encrypter()
    encrypter.addRecipient(about.mediaRecipient)
    expect(await codeOf(readPack(home.client, await encrypter.encrypt('hello')))).toBe('notHerFile')
    await unchanged('checked')
  })

  test('200 changed bytes: none is taken', { timeout: 60_000 }, async () => {
    const { home, narrator, testimony } = world
    await rewrite(copy.client, testimony, at(1), 'Hers.')
    await answer(copy.client, testimony, 'website', 'yes')
    const bytes = await pack(copy, narrator)
    const codes = new Set<string>()
    for (let turn = 0; turn < 200; turn += 1) {
      const changed = new Uint8Array(bytes)
      const place = Math.floor((turn * (bytes.length - 1)) / 199)
      changed[place] = (changed[place] ?? 0) ^ (1 << (turn % 8))
      codes.add(await codeOf(readPack(home.client, changed)))
    }
    expect([...codes].filter((code) => !['notHerFile', 'otherArchive'].includes(code))).toEqual([])
    await unchanged('checked')
    expect((await readPack(home.client, bytes)).entries).toBe(1)
  })

  test('200 changed contents, sealed rightly but not signed by her: none is taken', { timeout: 60_000 }, async () => {
    const { home, narrator, testimony } = world
    await rewrite(copy.client, testimony, at(1), 'Hers.')
    await answer(copy.client, testimony, 'website', 'no')
    const bytes = await pack(copy, narrator)
    const about = await homeDatabase()
    const plain = Buffer.from(await decrypt(bytes, about.mediaIdentity))
    const codes = new Set<string>()
    for (let turn = 0; turn < 200; turn += 1) {
      const changed = Buffer.from(plain)
      const place = Math.floor((turn * (plain.length - 1)) / 199)
      changed[place] = (changed[place] ?? 0) ^ (1 << (turn % 7))
      const encrypter = new Encrypter()
      encrypter.addRecipient(about.mediaRecipient)
      codes.add(await codeOf(readPack(home.client, await encrypter.encrypt(changed))))
    }
    expect(
      [...codes].filter(
        (code) => !['notHerFile', 'signatureWrong', 'otherArchive', 'newerVersion', 'fileTooLarge'].includes(code),
      ),
    ).toEqual([])
    expect(codes.has('signatureWrong')).toBe(true)
    await unchanged('checked')
  })
})

async function decrypt(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(bytes)
}

test('packing needs her passphrase, and a copy', async () => {
  const { narrator, home } = world
  const asked = { narrator, parent: folder, name: 'x' }
  expect(await codeOf(copy.client.takeHome.packDecisions({ ...asked, passphrase: 'not her words' }))).toBe(
    'wrongPassphrase',
  )
  await withHer(world, async () => {
    expect(await codeOf(home.client.takeHome.packDecisions({ ...asked, passphrase: herPassphrase }))).toBe('notFound')
  })
})
