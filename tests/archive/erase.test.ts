// What is erased is nowhere: not in a page, used or unused, nor in the log, an index, a recording, a draft or a file; and
// what was not erased is there as before.
import { cpSync, existsSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { addPerson, evidence, type Person } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { backUp, restoreTo } from '../support/backup.ts'
import { checkWhole, eraseAll, gone, lookInto, mediaIn, stays, toldStory, whole } from './erase-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  vi.restoreAllMocks()
  await archive?.close()
  archive = null
})

async function reopened(before: TestArchive, folder = before.folder): Promise<TestArchive> {
  const again = await startProcess(before.dataFolder)
  await again.client.door.open({ folder, passphrase })
  return { ...again, folder }
}

test('a passage: words, marks, past, drafts and sound are nowhere, and the rest is as it was', async () => {
  archive = await makeArchive()
  const told = await toldStory(archive.client)
  const { testimony, passage, passages, lost, kept } = told
  await archive.process.close()
  // The control: all of it stands somewhere now.
  const control = await lookInto(archive.folder)
  expect(control.words([...gone, ...stays])).toEqual([...gone, ...stays])
  expect(control.sounds([...lost, ...kept])).toBe(7)
  archive = { ...archive, ...(await reopened(archive)) }
  const { client } = archive
  const asked = { kind: 'passages', testimony, passages: [passage] } as const
  const what = await client.erase.what(asked)
  expect(what).toMatchObject({
    counts: { passages: 1, marks: 3, excerpts: 1, suggestions: 1 },
    mustSay: false,
    sound: { canSilence: true },
  })
  const before = mediaIn(archive.folder)
  await eraseAll(client, { ...asked, sound: 'silence', knownBy: null })
  const { story } = await client.story.read({ testimony })
  expect(story.passages.map(({ id }) => id)).toEqual(passages.filter((id) => id !== passage))
  expect(story.recordings[0]).toMatchObject({ id: told.recording.id, durationMs: told.recording.durationMs })
  expect(await checkWhole(client)).toEqual(whole)
  await archive.process.close()
  const left = await lookInto(archive.folder)
  expect(left.words([...gone, ...stays])).toEqual([...stays])
  expect(left.sounds(lost)).toBe(0)
  expect(left.sounds(kept)).toBe(4)
  const after = mediaIn(archive.folder)
  expect(after.length).toBe(before.length)
  expect(after.filter((name) => before.includes(name))).toEqual([])
})

/** Takes back what was given out of it; gives the words of what was noted of that. */
async function noteRecall(client: ArchiveClient, { testimony, disclosure, word }: Person): Promise<readonly string[]> {
  const card = { cardLanguage: 'en', cardVersion: 1 } as const
  const withdrawn = {
    use: 'teaching',
    answer: 'withdrawn',
    conditions: { ...plainConditions, recipients: [] },
  } as const
  await client.consent.answer({ testimony, evidence, scope: { kind: 'testimony' }, ...withdrawn, ...card })
  await client.recall.begin({ disclosure })
  const on = new Date().toISOString().slice(0, 10)
  await client.recall.step({ disclosure, kind: 'refused', on, note: word('heard') })
  await client.recall.lift({ what: disclosure, lifted: true, note: word('lifted') })
  return [word('heard'), word('lifted')]
}

test('a narrator: everything of hers is nowhere, and everything of somebody else is as it was', async () => {
  archive = await makeArchive()
  const her = await addPerson(archive.client, 'Amaranta')
  const other = await addPerson(archive.client, 'Zuleika')
  const [hers, others] = [
    [...her.words, ...(await noteRecall(archive.client, her))],
    [...other.words, ...(await noteRecall(archive.client, other))],
  ]
  await archive.process.close()
  // The control.
  const control = await lookInto(archive.folder)
  expect(control.words([...hers, ...others])).toEqual([...hers, ...others])
  archive = { ...archive, ...(await reopened(archive)) }
  const { client } = archive
  const target = { kind: 'narrator', narrator: her.narrator } as const
  const what = await client.erase.what(target)
  expect(what).toMatchObject({ mustSay: true, counts: { stories: 1, recordings: 1 } })
  expect(what.outside.copies.map(({ disclosure }) => disclosure)).toEqual([her.disclosure])
  expect(await codeOf(eraseAll(client, { ...target, knownBy: null }))).toBe('hersToDecide')
  const erased = await eraseAll(client, { ...target, knownBy: 'inPerson' })
  expect(erased.counts).toEqual(what.counts)
  // The ledger can still be checked, and goes on; what is outside is asked back.
  expect(await checkWhole(client)).toEqual(whole)
  await client.consent.reviewed({ testimony: other.testimony, evidence })
  expect(await checkWhole(client)).toEqual(whole)
  const { disclosures } = await client.givenOut.list({})
  expect(disclosures.find(({ id }) => id === her.disclosure)).toMatchObject({ title: '', closedSince: 1 })
  const recall = await client.recall.begin({ disclosure: her.disclosure })
  // What was heard stays, and nothing that was noted of it.
  expect(recall.state).toBe('refused')
  expect(
    (await client.recall.letter({ disclosure: her.disclosure, from: 'Ana', why: '' })).blocks.length,
  ).toBeGreaterThan(2)
  await archive.process.close()
  const left = await lookInto(archive.folder)
  expect(left.words([...hers, 'Amaranta'])).toEqual([])
  expect(left.words(others)).toEqual(others)
  const files = mediaIn(archive.folder)
  expect([her.recording.media, her.answerMedia].filter((name) => files.includes(name))).toEqual([])
  expect(files).toContain(other.recording.media)
})

test('an old backup does not bring it back once a newer one lies beside it', async () => {
  archive = await makeArchive()
  const { testimony, passage, lost, kept } = await toldStory(archive.client)
  const { client } = archive
  const folder = path.join(temporaryFolder(), 'stick')
  const old = await backUp(client, folder)
  const asked = { kind: 'passages', testimony, passages: [passage] } as const
  expect((await client.erase.what(asked)).backups).toMatchObject([{ madeAt: old.madeAt, seen: true, goesAfter: 3 }])
  await eraseAll(client, { ...asked, sound: 'silence', knownBy: null })
  // The control: nothing beside it knows of the erasure yet.
  const places = temporaryFolder()
  const restored = async (name: string) => {
    const into = path.join(places, name)
    await client.door.lock({})
    const { kind } = await restoreTo(client, old, into)
    expect(kind).toBe('restored')
    await client.door.open({ folder: into, passphrase })
    const { story } = await client.story.read({ testimony })
    await client.door.lock({})
    return { into, there: story.passages.some(({ id }) => id === passage) }
  }
  const alone = await restored('alone')
  expect(alone.there).toBe(true)
  await client.door.open({ folder: archive.folder, passphrase })
  await backUp(client, folder)
  const beside = await restored('beside')
  expect(beside.there).toBe(false)
  const left = await lookInto(beside.into)
  expect(left.words([...gone, ...stays])).toEqual([...stays])
  expect(left.sounds(lost)).toBe(0)
  expect(left.sounds(kept)).toBe(4)
})

test('killed at any step it is as it was, or erased when it is opened again', async () => {
  archive = await makeArchive()
  const { testimony, passage } = await toldStory(archive.client)
  const places = temporaryFolder()
  const copies: string[] = []
  const keep = (): void => {
    const into = path.join(places, `at-${copies.length}`)
    cpSync(archive?.folder ?? '', into, { recursive: true })
    copies.push(into)
  }
  const around = (name: 'transaction' | 'rewritePages') => {
    const real = ArchiveDatabase.prototype[name] as (this: ArchiveDatabase, work?: unknown) => unknown
    vi.spyOn(ArchiveDatabase.prototype, name).mockImplementation(function (this: ArchiveDatabase, work?: unknown) {
      keep()
      const result = real.call(this, work)
      keep()
      return result as never
    })
  }
  for (const name of ['transaction', 'rewritePages'] as const) around(name)
  await eraseAll(archive.client, { kind: 'passages', testimony, passages: [passage], sound: 'silence', knownBy: null })
  vi.restoreAllMocks()
  await archive.process.close()
  expect(copies.length).toBeGreaterThan(5)
  // FIRSTHAND_EVERY_KILL looks into each of them, and so does `npm run torture`, with a process that is killed.
  const some = [copies[0], copies[1]].flatMap((folder) => folder ?? [])
  const looked = process.env['FIRSTHAND_EVERY_KILL'] === '1' ? copies : some
  let [asBefore, erased] = [0, 0]
  for (const folder of looked) {
    expect(existsSync(path.join(folder, 'archive.db'))).toBe(true)
    const again = await startProcess(archive.dataFolder)
    await again.client.door.open({ folder, passphrase })
    const { story } = await again.client.story.read({ testimony })
    await again.close()
    const isThere = story.passages.some(({ id }) => id === passage)
    expect((await lookInto(folder)).words(gone)).toEqual(isThere ? gone : [])
    if (isThere) asBefore += 1
    else erased += 1
  }
  expect(asBefore).toBeGreaterThan(0)
  expect(erased).toBeGreaterThan(0)
})
