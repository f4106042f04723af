// Backups: whole or not there, only what is new is copied, every byte is read back, and what comes back is the same.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { backUp, bringNoiseIn, filesUnder, opensWith, restoreTo, tryIt } from '../support/backup.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
let stick: string
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const pieceFiles = (root: string) => Object.keys(filesUnder(root)).filter((name) => name.startsWith('pieces'))
const archiveFiles = (folder: string) =>
  Object.fromEntries(Object.entries(filesUnder(folder)).filter(([name]) => !name.startsWith('archive.db-')))

async function onAnotherMachine(): Promise<TestArchive> {
  return startProcess(temporaryFolder())
}

async function everything({ client }: TestArchive) {
  const query = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 100 } as const
  const { cards } = await client.shelf.list(query)
  const stories = await Promise.all(cards.map(({ id }) => client.story.read({ testimony: id })))
  return { cards, stories }
}

test('what was backed up comes back the same, on a machine with nothing', async () => {
  stick = temporaryFolder()
  await bringNoiseIn(archive.client, 'the laundry')
  const before = await everything(archive)
  const made = await backUp(archive.client, stick)
  expect(made).toMatchObject({ there: 1, missing: 0, root: path.join(stick, 'Backup') })
  await archive.client.door.lock({})
  const there = archiveFiles(archive.folder)

  const other = await onAnotherMachine()
  const { generations } = await other.client.backup.look({ folder: stick })
  expect(generations).toEqual([{ id: made.generation, root: made.root, madeAt: made.madeAt }])
  const into = path.join(other.dataFolder, 'come back')
  const restored = await restoreTo(other.client, made, into)
  expect(restored).toMatchObject({ folder: into, damaged: [], newerUnread: false })
  const here = archiveFiles(into)
  expect(Object.keys(here)).toEqual(Object.keys(there))
  for (const name of Object.keys(here))
    if (name !== 'archive.db') expect([name, here[name]]).toEqual([name, there[name]])
  await other.client.door.open({ folder: into, passphrase })
  expect(await everything(other)).toEqual(before)
  for await (const step of other.client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
  // The same again: what is backed up there has the same files, byte for byte, but for the database, which was opened.
  const again = await backUp(other.client, stick)
  expect(again.there).toBe(2)
  expect(again.copied).toBeLessThan(made.bytes / 2)
  await other.close()
  expect(other.broken).toEqual([])
})

test('only what is new is copied, and the oldest goes once the new one counts', async () => {
  stick = temporaryFolder()
  const { client } = archive
  await bringNoiseIn(client, 'the laundry')
  await client.backup.plan({ keep: 2, remindAfterDays: 7 })
  const first = await backUp(client, stick)
  expect(first.copied).toBe(first.bytes)
  const second = await backUp(client, stick)
  // The row that says that there is a backup changes a few pages, in one piece or two.
  expect(second.copied).toBeLessThanOrEqual(2 * 1024 * 1024)
  await bringNoiseIn(client, 'the harbour', 4_096)
  const third = await backUp(client, stick)
  expect(third).toMatchObject({ there: 2 })
  const { generations } = await client.backup.look({ folder: stick })
  expect(generations.map(({ id }) => id)).toEqual([third.generation, second.generation])
  // Nothing lies there that neither of the two needs: taking one away again takes its own pieces.
  const withTwo = pieceFiles(third.root).length
  await client.backup.plan({ keep: 1, remindAfterDays: 7 })
  await backUp(client, stick)
  expect(pieceFiles(third.root).length).toBeLessThan(withTwo + 2)
  expect(
    (
      await tryIt(client, {
        ...third,
        generation: (await client.backup.look({ folder: stick })).generations[0]?.id ?? '',
      })
    ).damaged,
  ).toEqual([])
})

test('stopped on its way it does not count, and what is asked for next waits for it and is done', async () => {
  stick = temporaryFolder()
  const { client } = archive
  await bringNoiseIn(client, 'the laundry')
  const first = await backUp(client, stick)
  await bringNoiseIn(client, 'the harbour', 4_096)
  const stop = new AbortController()
  for await (const _ of client.backup.make({ folder: stick }, stop.signal)) break
  expect((await tryIt(client, first)).damaged).toEqual([])
  const { generations } = await client.backup.look({ folder: stick })
  expect(generations.map(({ id }) => id)).toEqual([first.generation])
  const second = await backUp(client, stick)
  expect([second.there, (await tryIt(client, second)).damaged]).toEqual([2, []])
})

test('a stick says no more than the archive folder does', async () => {
  stick = temporaryFolder()
  await bringNoiseIn(archive.client, 'kittiwakeholm')
  const made = await backUp(archive.client, stick)
  for (const name of Object.keys(filesUnder(made.root))) {
    expect(name).toMatch(/^(?:pieces[\\/][0-9a-f]{2}[\\/][0-9a-f]{62}|generations[\\/][0-9a-z]{26})$/)
    const bytes = readFileSync(path.join(made.root, name))
    for (const word of ['kittiwakeholm', 'Marisol', 'archive.db', 'media/', 'SQLite format'])
      expect(bytes.includes(Buffer.from(word)), word).toBe(false)
    if (process.platform !== 'win32') expect(statSync(path.join(made.root, name)).mode & 0o077).toBe(0)
  }
  // The control: the same search finds what is there.
  expect(readFileSync(path.join(made.root, 'generations', made.generation)).includes(Buffer.from('FHRBKP'))).toBe(true)
})

test('a flipped byte is named, in a recording and in the archive itself', async () => {
  stick = temporaryFolder()
  await bringNoiseIn(archive.client, 'the laundry')
  const made = await backUp(archive.client, stick)
  const own = await archive.client.backup.check({ root: made.root, generation: made.generation, opensWith })
  void own
  const flipped = async (name: string) => {
    const place = path.join(made.root, name)
    const bytes = readFileSync(place)
    const at = bytes.length >> 1
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(place, bytes)
    const tried = await tryIt(archive.client, made)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(place, bytes)
    return tried.damaged
  }
  const said = []
  for (const name of pieceFiles(made.root)) said.push(await flipped(name))
  expect(said.every((damaged) => damaged.length === 1)).toBe(true)
  const kinds = said.map(([damaged]) => damaged?.kind)
  expect(kinds).toContain('database')
  expect(kinds).toContain('recording')
  const recording = said.flat().find(({ kind }) => kind === 'recording')
  expect(recording).toMatchObject({ title: 'the laundry', sitting: 1, missing: false })
  expect((await tryIt(archive.client, made)).damaged).toEqual([])
  // The file of the backup itself: a changed byte anywhere, and it is no backup.
  const place = path.join(made.root, 'generations', made.generation)
  const whole = readFileSync(place)
  for (let at = 0; at < whole.length; at += 97) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(place, bytes)
    expect((await archive.client.backup.look({ folder: stick })).generations[0]?.madeAt ?? null).toBeNull()
    expect(await codeOf(tryIt(archive.client, made))).toBe('backupDamaged')
  }
  writeFileSync(place, whole)
})

test('with a damaged recording the rest comes back, and what is readable of it', async () => {
  stick = temporaryFolder()
  await bringNoiseIn(archive.client, 'the laundry')
  await bringNoiseIn(archive.client, 'the harbour', 4_096)
  const made = await backUp(archive.client, stick)
  await archive.client.door.lock({})
  const other = await onAnotherMachine()
  const titles: (string | null)[] = []
  for (const [at, name] of pieceFiles(made.root).entries()) {
    const place = path.join(made.root, name)
    const bytes = readFileSync(place)
    writeFileSync(
      place,
      Buffer.concat([bytes.subarray(0, 1000), Buffer.from([(bytes[1000] ?? 0) ^ 255]), bytes.subarray(1001)]),
    )
    const into = path.join(other.dataFolder, `try ${at}`)
    const code = await codeOf(
      restoreTo(other.client, made, into).then(({ damaged }) => titles.push(damaged[0]?.title ?? null)),
    )
    if (code === 'backupDamaged') expect(existsSync(into) ? readdirSync(into) : []).toEqual([])
    else {
      expect(code).toBe('none')
      await other.client.door.open({ folder: into, passphrase })
      const { cards } = await everything(other)
      expect(cards.length).toBe(2)
      await other.client.door.lock({})
    }
    writeFileSync(place, bytes)
  }
  expect(new Set(titles)).toEqual(new Set(['the laundry', 'the harbour']))
  await other.close()
})

test('a wrong passphrase, another archive, its own folder and a synced drive each have their own sentence', async () => {
  stick = temporaryFolder()
  const made = await backUp(archive.client, stick)
  const wrong = { kind: 'passphrase', words: 'nothing opens with this' } as const
  const asked = { root: made.root, generation: made.generation }
  const ask = async (steps: AsyncIterable<unknown>) => {
    for await (const step of steps) void step
  }
  expect(await codeOf(ask(archive.client.backup.check({ ...asked, opensWith: wrong })))).toBe('wrongPassphrase')
  expect(await codeOf(backUp(archive.client, archive.folder))).toBe('backupInside')
  expect(await codeOf(backUp(archive.client, path.join(archive.folder, 'media')))).toBe('backupInside')
  expect(await codeOf(archive.client.backup.look({ folder: archive.dataFolder }))).toBe('noBackupHere')
  const synced = path.join(temporaryFolder(), 'Dropbox')
  expect(await archive.client.backup.room({ folder: synced })).toMatchObject({ synced: 'Dropbox', there: 0 })
  const another = await makeArchive()
  expect(await codeOf(backUp(another.client, stick))).toBe('otherArchive')
  await another.close()
  await archive.client.door.lock({})
  const other = await onAnotherMachine()
  const into = path.join(other.dataFolder, 'here')
  expect(await codeOf(restoreTo(other.client, made, into, wrong))).toBe('wrongPassphrase')
  expect(existsSync(into) ? readdirSync(into) : []).toEqual([])
  expect(await codeOf(restoreTo(other.client, made, archive.folder))).toBe('archiveHere')
  await other.close()
})

test('it says when one is due, and can be put off for a week', async () => {
  let now = new Date('2026-11-01T10:00:00Z')
  const later = (days: number) => (now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000))
  const own = await makeArchive({ now: () => now })
  const { client } = own
  expect(await client.backup.state({})).toMatchObject({ last: null, workSince: false, due: false, keep: 3 })
  await bringNoiseIn(client, 'the laundry')
  expect(await client.backup.state({})).toMatchObject({ workSince: true, due: false })
  later(8)
  expect(await client.backup.state({})).toMatchObject({ workSince: true, due: true })
  await client.backup.putOff({})
  expect(await client.backup.state({})).toMatchObject({ due: false })
  later(8)
  expect(await client.backup.state({})).toMatchObject({ due: true })
  await backUp(client, temporaryFolder())
  expect(await client.backup.state({})).toMatchObject({ workSince: false, due: false })
  later(30)
  expect(await client.backup.state({})).toMatchObject({ due: false })
  await own.close()
})
