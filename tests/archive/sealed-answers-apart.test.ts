// What she said aloud and is sealed, where something else comes in between: passages split since, sound that is damaged or gone,
// an older program that left it open, a backup, and what she takes with her in open formats.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { backUp, repairIt, restoreTo } from '../support/backup.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { soundOf } from '../support/recorder.ts'
import { sayAloud } from '../support/say-aloud.ts'
import { split } from '../support/split-and-join.ts'
import { checkWhole, mediaIn, whole } from './erase-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'
import { drain } from './take-home-world.ts'
import { toldAloud } from './told-aloud.ts'

const opened: TestArchive[] = []
afterEach(async () => {
  for (const archive of opened.splice(0)) await archive.close()
})

async function told() {
  const archive = await makeArchive()
  opened.push(archive)
  const { client } = archive
  const { testimony, narrator, passages } = await toldAloud(client)
  const sealed = async () => (await client.herSession.sealedAnswers({ testimony })).answers
  const open = async () => (await client.writing.beside({ testimony })).spokenAnswers
  const hers = () => client.herSession.handOver({ narrator, passphrase: herPassphrase })
  return { archive, client, folder: archive.folder, testimony, narrator, passages, sealed, open, hers }
}

async function withDatabase(folder: string, sql: string): Promise<void> {
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  database.exec(sql)
  database.close()
}

test('said of a passage before it was split, it is sealed with either half, and open when neither is sealed', async () => {
  const { archive, client, testimony, passages, sealed, open } = await told()
  const first = passages[0] ?? ''
  await client.writing.keep({
    testimony,
    base: (await client.story.read({ testimony })).story.testimony.revision,
    change: {
      turns: null,
      passages: (await client.story.read({ testimony })).story.passages
        .filter(({ id }) => id === first)
        .map((one) => ({ ...one, text: 'One two.' })),
      marks: [],
      lineage: [],
    },
  })
  const said = await sayAloud(client, testimony, first)
  const half = await split(client, testimony, first, 'splitoffsplitoff')
  await client.herSession.seal({ testimony, passages: [half] })
  expect(await sealed(), 'shown where it was said').toMatchObject([{ id: said.answer, passage: first }])
  await client.herSession.seal({ testimony, passages: [first] })
  await client.herSession.unseal({ testimony, passages: [half] })
  expect(await open(), 'it is about the other half too').toEqual([])
  await client.herSession.unseal({ testimony, passages: [first] })
  const [again] = await open()
  expect(again).toMatchObject({ id: said.answer, passage: first })
  expect((await soundOf(archive, 'media', again?.media ?? '')).equals(said.bytes)).toBe(true)
})

test('of what is damaged the rest is sealed; what is gone is passed by, and closed when it is there again', async () => {
  const { archive, client, folder, testimony, passages, sealed, open, hers } = await told()
  const [, second = '', third = ''] = passages
  const said = await sayAloud(client, testimony, second)
  const gone = await sayAloud(client, testimony, third)
  await client.door.lock({})
  const file = path.join(folder, 'media', said.media ?? '')
  const damaged = readFileSync(file)
  damaged.fill(7, 70_000, 70_100) // in the second chunk of 64 KiB
  writeFileSync(file, damaged)
  const away = path.join(folder, 'media', gone.media ?? '')
  const bytes = readFileSync(away)
  rmSync(away)
  await client.door.open({ folder, passphrase })
  await hers()
  await client.herSession.seal({ testimony, passages: [second, third] })
  expect(await sealed()).toMatchObject([{ id: said.answer }])
  expect(await open()).toMatchObject([{ id: gone.answer }])
  const right = Buffer.from(said.bytes)
  right.fill(0, 65_536, 131_072)
  expect((await soundOf(archive, 'offRecord', said.answer)).equals(right)).toBe(true)
  await client.door.lock({})
  writeFileSync(away, bytes)
  await client.door.open({ folder, passphrase })
  expect(await open()).toEqual([])
  expect(await checkWhole(client)).toEqual(whole)
  expect(mediaIn(folder)).toHaveLength(3)
  await hers()
  expect((await soundOf(archive, 'offRecord', gone.answer)).equals(gone.bytes)).toBe(true)
})

test('what an older program left open beside a sealed passage is sealed at the next opening', async () => {
  const { archive, client, folder, testimony, passages, sealed, open, hers } = await told()
  const [first = '', second = ''] = passages
  const said = await sayAloud(client, testimony, first)
  await client.herSession.seal({ testimony, passages: [second] })
  await client.door.lock({})
  await withDatabase(folder, `UPDATE spoken_answers SET passage = '${second}'`)
  const found = async () =>
    (await everythingKept(folder, [], null)).some((one) => one.includes(said.bytes.subarray(70_000, 70_064)))
  expect(await found(), 'the control').toBe(true)
  await client.door.open({ folder, passphrase })
  expect(await open()).toEqual([])
  await client.door.lock({})
  expect(await found()).toBe(false)
  await client.door.open({ folder, passphrase })
  await hers()
  expect(await sealed()).toMatchObject([{ id: said.answer, passage: second }])
  expect((await soundOf(archive, 'offRecord', said.answer)).equals(said.bytes)).toBe(true)
})

test('where its file is damaged the passage opens without it, and her key stays until she throws it away', async () => {
  const { client, folder, testimony, passages, sealed, open } = await told()
  const [, second = ''] = passages
  const said = await sayAloud(client, testimony, second)
  await client.herSession.seal({ testimony, passages: [second] })
  const file = path.join(folder, 'media', mediaIn(folder).find((name) => name.endsWith('.hers')) ?? '')
  const damaged = readFileSync(file)
  damaged.fill(7, 1_000, 1_100)
  writeFileSync(file, damaged)
  const before = mediaIn(folder)
  expect(await codeOf(client.herSession.forgetPassphrase({ passphrase: herPassphrase }))).toBe('sealedSoundDamaged')
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('')
  await client.herSession.unseal({ testimony, passages: [second] })
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
  expect(await codeOf(client.herSession.unseal({ testimony, passages: [second] }))).toBe('sealedSoundDamaged')
  expect([await open(), mediaIn(folder)]).toEqual([[], before])
  expect(await sealed()).toMatchObject([{ id: said.answer }])
  await client.herSession.dropAnswer({ testimony, answer: said.answer })
  expect(mediaIn(folder)).toHaveLength(1)
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
})

test('what was sealed to a key that is gone stays closed, and keeps nothing closed that was said since', async () => {
  const { archive, client, testimony, passages, sealed, open } = await told()
  const [, second = ''] = passages
  const lost = await sayAloud(client, testimony, second)
  await client.herSession.seal({ testimony, passages: [second] })
  await client.herSession.forgetPassphrase({ passphrase: null })
  const another = 'copper window garden seventeen bicycle stars'
  await client.herSession.setPassphrase({ passphrase: another })
  const said = await sayAloud(client, testimony, second)
  expect(await sealed()).toMatchObject([
    { id: lost.answer, durationMs: null },
    { id: said.answer, durationMs: 12_345 },
  ])
  expect((await soundOf(archive, 'offRecord', said.answer)).equals(said.bytes)).toBe(true)
  expect(await codeOf(archive.process.media.find('offRecord', lost.answer, ''))).toBe('noPassphrase')
  await client.herSession.forgetPassphrase({ passphrase: another })
  expect(await open()).toMatchObject([{ id: said.answer }])
  expect(await sealed()).toMatchObject([{ id: lost.answer }])
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('')
  await client.herSession.dropAnswer({ testimony, answer: lost.answer })
  expect(await sealed()).toEqual([])
})

test('a backup holds it as it lies; restored she hears it, and nothing is complained of', async () => {
  const { client, narrator, testimony, passages } = await told()
  const [, second = ''] = passages
  const said = await sayAloud(client, testimony, second)
  await client.herSession.seal({ testimony, passages: [second] })
  await client.herSession.leave({ passphrase })
  const made = await backUp(client, temporaryFolder())
  expect(await repairIt(client)).toMatchObject({ kind: 'repaired' })
  const other = await startProcess(temporaryFolder())
  opened.push(other)
  const into = path.join(other.dataFolder, 'come back')
  expect(await restoreTo(other.client, made, into)).toMatchObject({ damaged: [] })
  await other.client.door.open({ folder: into, passphrase })
  expect(await checkWhole(other.client)).toEqual(whole)
  await other.client.herSession.handOver({ narrator, passphrase: herPassphrase })
  expect((await soundOf(other, 'offRecord', said.answer)).equals(said.bytes)).toBe(true)
})

test('in open formats there is nothing of it, with her key open or not', async () => {
  const { client, narrator, testimony, passages, hers } = await told()
  const [first = '', second = ''] = passages
  const said = await sayAloud(client, testimony, second)
  const stays = await sayAloud(client, testimony, first)
  await client.herSession.seal({ testimony, passages: [second] })
  const written = async (): Promise<boolean[]> => {
    const parent = temporaryFolder()
    await drain(client.takeHome.openFormats({ narrator, parent, name: 'hers' }))
    const files = readdirSync(parent, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)))
    return [stays, said].map(({ bytes, answer }) =>
      files.some((one) => one.includes(bytes.subarray(70_000, 70_064)) || one.includes(answer)),
    )
  }
  expect(await written(), 'the first is the control').toEqual([true, false])
  await client.herSession.leave({ passphrase })
  expect(await written()).toEqual([true, false])
  await hers()
  expect(await written()).toEqual([true, false])
})
