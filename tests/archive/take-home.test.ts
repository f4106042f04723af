// She takes her story with her: open formats on a stick, and a copy that holds nothing of anybody else.
import { readFile } from 'node:fs/promises'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openManifest } from '../../shared/formats/open-manifest.ts'
import { openTestimony } from '../../shared/formats/open-testimony.ts'
import { migrations } from '../../electron/archive/migrations/index.ts'
import { goingTables, notGoing } from '../../electron/archive/features/take-home/copy-rows.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { mediaNames, readMedia } from '../../electron/archive/store/media-rows.ts'
import { migrate } from '../../electron/archive/store/migrate.ts'
import { readArchive } from '../../electron/archive/store/archive-row.ts'
import { openMedia } from '../../electron/archive/files/media.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'
import {
  answer,
  drain,
  everyFile,
  herCanary,
  herPassphrase,
  makeHome,
  openCopy,
  otherCanary,
  takeCopy,
  withHer,
  type Home,
} from './take-home-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let world: Home
beforeEach(async () => {
  world = await makeHome()
})
afterEach(() => world.home.close())

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** Everything that could tell of the other narrator. */
async function othersSigns({ home, other, otherNarrator }: Home): Promise<string[]> {
  const { story } = await home.client.story.read({ testimony: other })
  return [
    otherCanary,
    'Otherman',
    'Samira',
    other,
    otherNarrator,
    ...story.passages.map(({ id }) => id),
    ...story.turns.map(({ id }) => id),
    ...story.speakers.map(({ id }) => id),
  ]
}

test('open formats hold all of hers, whole and readable, and nothing of anybody else', async () => {
  const { home, narrator, testimony } = world
  const { client } = home
  const { story } = await client.story.read({ testimony })
  const [, second, third] = story.passages
  const yusuf = third?.text.indexOf('Yusuf') ?? -1
  await client.marks.takeOut({
    testimony,
    spans: [{ passage: third?.id ?? '', start: yusuf, end: yusuf + 5, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'circle',
    way: 'removed',
    replacement: '',
    why: 'he is in danger',
  })
  await client.writing.putSection({ testimony, section: null, passage: second?.id ?? '', heading: 'The <key>' })
  await client.writing.putWordsAbout({
    testimony,
    wordsAbout: null,
    kind: 'note',
    language: 'en',
    text: 'Tired that day',
  })
  await answer(client, testimony, 'website', 'no')
  await answer(client, world.other, 'website', 'yes')
  const parent = temporaryFolder()
  const steps = await drain(client.takeHome.openFormats({ narrator, parent, name: 'My story' }))
  const done = steps.at(-1)
  expect(done).toMatchObject({ kind: 'done', missing: 0 })
  const folder = path.join(parent, 'My story')
  expect(readdirSync(parent)).toEqual(['My story'])

  const files = await everyFile(folder)
  const manifest = openManifest.parse(JSON.parse(decode(await readFile(path.join(folder, 'manifest.json')))))
  expect(manifest.files.map((file) => path.join(folder, file.path)).toSorted()).toEqual(
    files.filter((file) => path.basename(file) !== 'manifest.json').toSorted(),
  )
  for (const file of manifest.files) expect(sha256(await readFile(path.join(folder, file.path)))).toBe(file.sha256)
  expect(done).toMatchObject({ files: files.length })

  const named = (name: string) => files.find((file) => path.basename(file) === name) ?? ''
  const json = openTestimony.parse(JSON.parse(decode(await readFile(named('story.json')))))
  expect(json.passages.map(({ text }) => text)).toEqual(story.passages.map(({ text }) => text))
  expect(json.redactions[0]).toMatchObject({ why: 'he is in danger' })
  expect(json.decisions).toHaveLength(1)
  expect(json.wordsAbout[0]).toMatchObject({ text: 'Tired that day', author: 'Ana' })
  expect(JSON.stringify(json)).not.toContain('"sequence"')
  expect(decode(await readFile(named('transcript.txt')))).toContain(herCanary)
  const page = decode(await readFile(named('transcript.html')))
  expect(page).toContain('The &lt;key&gt;')
  expect(page).not.toMatch(/<script|https?:\/\/|src=/)
  expect(decode(await readFile(named('captions.vtt')))).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:01\.000\n<v /)
  expect(await readFile(named('recording 1.wav'))).toEqual(toneWav(5, 8_000, 440))
  expect(decode(await readFile(named('README.txt')))).toContain('transcript.html')

  const all = (await Promise.all(files.map((file) => readFile(file))))
    .map((bytes) => bytes.toString('latin1'))
    .join('\n')
  const signs = await othersSigns(world)
  expect(signs.filter((sign) => all.includes(sign) || files.some((file) => file.includes(sign)))).toEqual([])
  expect(all).toContain(herCanary) // the scan finds what is there
})

test('a taking that is cancelled or cannot be written leaves nothing', async () => {
  const { home, narrator } = world
  const parent = temporaryFolder()
  const stop = new AbortController()
  for await (const step of home.client.takeHome.openFormats({ narrator, parent, name: 'gone' }, stop.signal)) {
    if (step.kind === 'working') break
  }
  await expect.poll(() => readdirSync(parent)).toEqual([])
  expect(
    await codeOf(drain(home.client.takeHome.openFormats({ narrator, parent: path.join(parent, 'no'), name: 'x' }))),
  ).toBe('folderMissing')
  await drain(home.client.takeHome.openFormats({ narrator, parent, name: 'there' }))
  expect(await codeOf(drain(home.client.takeHome.openFormats({ narrator, parent, name: 'there' })))).toBe('folderTaken')
  expect(readdirSync(parent)).toEqual(['there'])
})

test('a sealed passage goes out in words only where her key is open', async () => {
  const { home, narrator, testimony } = world
  const { story } = await home.client.story.read({ testimony })
  const sealed = story.passages[1]?.id ?? ''
  const parent = temporaryFolder()
  await withHer(world, async () => {
    await home.client.herSession.seal({ testimony, passages: [sealed] })
    await drain(home.client.takeHome.openFormats({ narrator, parent, name: 'hers' }))
  })
  await drain(home.client.takeHome.openFormats({ narrator, parent, name: 'archivist' }))
  const text = async (name: string) =>
    (await Promise.all((await everyFile(path.join(parent, name))).map((file) => readFile(file, 'utf8')))).join('\n')
  expect(await text('hers')).toContain(herCanary)
  expect(await text('archivist')).not.toContain(herCanary)
  expect(await text('archivist')).toContain('sealed: only her passphrase opens it')
})

test('every table is said to go or to stay', () => {
  const database = openDatabase(path.join(temporaryFolder(), 'x.db'), Buffer.alloc(32, 7), 'create')
  migrate(database, migrations, '2026-01-01T00:00:00.000Z')
  const tables = database
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'passage_words_%'",
    )
    .pluck()
    .all() as string[]
  database.close()
  expect([...goingTables, ...notGoing].toSorted()).toEqual(tables.toSorted())
})

test('her copy opens with her passphrase into her own session, and holds nothing of anybody else', async () => {
  const { home, testimony } = world
  await answer(home.client, testimony, 'website', 'yes')
  await answer(home.client, world.other, 'website', 'yes')
  await home.client.excerpts.addRecipient({ name: `${otherCanary} press`, language: 'en' })
  for (const [of, words] of [
    [testimony, 'bread'],
    [world.other, otherCanary],
  ] as const) {
    const { story } = await home.client.story.read({ testimony: of })
    const [, passage] = story.passages
    await home.client.marks.label({
      testimony: of,
      spans: [{ passage: passage?.id ?? '', start: 0, end: 1, startMs: null, endMs: null }],
      words,
      language: 'en',
      meaning: '',
      assertedBy: 'police',
      stance: 'none',
      colour: 2,
    })
  }
  await withHer(world, async () => {
    await answer(home.client, testimony, 'teaching', 'no')
    const { answer: said } = await home.client.herSession.beginAnswer({ testimony, passage: null, type: 'audio/wav' })
    await home.client.herSession.appendAnswer({ testimony, answer: said, bytes: toneWav(1, 8_000, 220) })
    await home.client.herSession.finishAnswer({ testimony, answer: said, durationMs: 1_000 })
  })
  const before = await home.client.story.read({ testimony })
  const folder = await takeCopy(world)
  expect(await codeOf(openWithPassphrase(folder, normalisePassphrase(passphrase)))).toBe('wrongPassphrase')

  const copy = await openCopy(folder)
  const { client } = copy
  expect(await client.door.state({})).toMatchObject({ state: 'open', role: 'narrator' })
  const about = await client.herSession.about({})
  expect(about).toMatchObject({ isCopy: true, keyOpen: true, narrator: world.narrator })
  const { story, marks } = await client.story.read({ testimony })
  expect(story.passages).toEqual(before.story.passages)
  expect(marks).toEqual(before.marks)
  expect(marks.labels).toHaveLength(1)
  const { entries } = await client.consent.read({ testimony })
  expect(entries.map(({ use, answer: said, certainty }) => [use, said, certainty])).toEqual([
    ['website', 'yes', 'attested'],
    ['teaching', 'no', 'signed'],
  ])
  expect((await client.writing.beside({ testimony })).spokenAnswers).toHaveLength(1)
  expect(copy.broken).toEqual([])
  await copy.close()

  // Its own bytes, its decrypted rows and its decrypted sound.
  const signs = await othersSigns(world)
  const { key } = await openWithPassphrase(folder, normalisePassphrase(herPassphrase))
  const plain = await plainOf(folder, key)
  const raw = (await Promise.all((await everyFile(folder)).map((file) => readFile(file))))
    .map((bytes) => bytes.toString('latin1'))
    .join('\n')
  expect(signs.filter((sign) => plain.includes(sign) || raw.includes(sign))).toEqual([])
  // Controls: what is hers is found in the clear rows, and nothing of it in the raw bytes.
  expect(plain).toContain(herCanary)
  expect(raw).not.toContain(herCanary)
  expect(plain).toContain(
    Buffer.from(toneWav(5, 8_000, 440))
      .subarray(1_000, 1_400)
      .toString('latin1'),
  )
})

/** Every row of every table as text, and every media file, deciphered. */
async function plainOf(folder: string, key: Buffer): Promise<string> {
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  const archive = new ArchiveDatabase(database)
  const tables = archive.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
  const parts = tables.flatMap(({ name }) =>
    archive
      .all<Record<string, unknown>>(`SELECT * FROM ${name}`)
      .flatMap((row) =>
        Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))),
      ),
  )
  const { mediaIdentity } = readArchive(archive)
  for (const media of mediaNames(archive)) {
    const reader = await openMedia(folder, media, readMedia(archive, media).header, mediaIdentity)
    parts.push((await reader.read(0, reader.size)).toString('latin1'))
    await reader.close()
  }
  archive.close()
  return parts.join('\n')
}

test('a copy needs her own passphrase, and a place that is free', async () => {
  const { home, narrator } = world
  const folder = path.join(temporaryFolder(), 'copy')
  const make = (given: string, at: string) =>
    codeOf(
      drain(
        home.client.takeHome.makeCopy({
          narrator,
          parent: path.dirname(at),
          name: path.basename(at),
          passphrase: given,
        }),
      ),
    )
  expect(await make(herPassphrase, folder)).toBe('onlyNarrator')
  await home.client.herSession.handOver({ narrator, passphrase: null })
  expect(await make(herPassphrase, folder)).toBe('noPassphrase')
  await home.client.herSession.setPassphrase({ passphrase: herPassphrase })
  expect(await make('wrong words of somebody else', folder)).toBe('wrongPassphrase')
  expect(await make(herPassphrase, home.folder)).toBe('archiveHere')
  expect(existsSync(folder)).toBe(false)
  expect(await make(herPassphrase, folder)).toBe('none')
  expect(readdirSync(path.dirname(folder))).toEqual(['copy'])
  expect(readdirSync(folder).toSorted()).toEqual(['archive.db', 'keyring', 'keyring.previous', 'media'])
})
