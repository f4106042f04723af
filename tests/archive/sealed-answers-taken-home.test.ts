// What she said aloud about passages that are sealed here or in a copy of hers: sealed at home when her decisions are taken, all
// at once and never in the clear on the way; opened there it stays sealed at home until she opens it.
import path from 'node:path'
import { Decrypter } from 'age-encryption'
import { afterEach, expect, test, vi } from 'vitest'
import { Session } from '../../electron/archive/session.ts'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { killedAtSave } from '../support/killed-at-save.ts'
import { soundOf } from '../support/recorder.ts'
import { noise, sayAloud } from '../support/say-aloud.ts'
import { checkWhole, eraseAll, mediaIn, whole } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'
import { readPack } from './take-home-world.ts'
import { bringHome, closeAll, home, inHerCopy, openedToo, openTo, type Told } from './taken-home.ts'

afterEach(closeAll)

const piece = (bytes: Buffer) => bytes.subarray(70_000, 70_064)

/** Which of these stand anywhere in the archive, with every archivist's key in hand. It is closed for it. */
async function found({ client, folder }: TestArchive, sounds: readonly Buffer[]): Promise<boolean[]> {
  await client.door.lock({})
  const kept = await everythingKept(folder, [], null)
  await client.door.open({ folder, passphrase })
  return sounds.map((bytes) => kept.some((one) => one.includes(piece(bytes))))
}

/** What whoever holds the keys of the archive reads in a file of decisions. */
async function insideOf({ client, folder }: TestArchive, file: Buffer): Promise<Buffer> {
  await client.door.lock({})
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  const row = new ArchiveDatabase(database).get<{ identity: string }>('SELECT media_identity AS identity FROM archive')
  database.close()
  await client.door.open({ folder, passphrase })
  const decrypter = new Decrypter()
  decrypter.addIdentity(row?.identity ?? '')
  return Buffer.from(await decrypter.decrypt(Uint8Array.from(file)))
}

async function heardBy({ client }: TestArchive, told: Told) {
  await openTo(client, told)
  const { answers } = await client.herSession.sealedAnswers({ testimony: told.testimony })
  return answers
}

const openOnes = async ({ client }: TestArchive, { testimony }: Told) =>
  (await client.writing.beside({ testimony })).spokenAnswers

test('what she sealed and said in her copy comes home sealed, and was in no file in the clear', async () => {
  const { archive, told } = await home()
  const { client, folder } = archive
  const { testimony, passages } = told
  const [, second = '', third = ''] = passages
  const before = await sayAloud(client, testimony, second)
  const stays = await sayAloud(client, testimony, third)
  const [there, sealedThere, openThere] = [noise(300_000), noise(300_000), noise(300_000)]
  const file = await inHerCopy(archive, told, async (copy) => {
    expect(await openOnes(copy, told)).toHaveLength(2)
    await sayAloud(copy.client, testimony, second, there)
    await copy.client.herSession.seal({ testimony, passages: [second] })
    await sayAloud(copy.client, testimony, second, sealedThere)
    await sayAloud(copy.client, testimony, third, openThere)
    expect((await copy.client.herSession.sealedAnswers({ testimony })).answers).toHaveLength(3)
  })
  await client.herSession.leave({ passphrase })
  const inside = await insideOf(archive, file)
  expect([there, sealedThere, openThere].map((bytes) => inside.includes(piece(bytes)))).toEqual([false, false, true])
  expect(await found(archive, [before.bytes, stays.bytes]), 'the control').toEqual([true, true])
  expect((await bringHome(client, file)).taken).toMatchObject({ testimonies: [testimony] })
  expect(await openOnes(archive, told)).toMatchObject([{ id: stays.answer }, { passage: third }])
  expect(await checkWhole(client)).toEqual(whole)
  expect(await found(archive, [before.bytes, there, sealedThere, stays.bytes, openThere])).toEqual([
    false,
    false,
    false,
    true,
    true,
  ])
  const answers = await heardBy(archive, told)
  expect(answers.map(({ passage, durationMs }) => [passage, durationMs])).toEqual([
    [second, 12_345],
    [second, 12_345],
    [second, 12_345],
  ])
  const heard = await Promise.all(answers.map(({ id }) => soundOf(archive, 'offRecord', id)))
  expect(heard.map((bytes, at) => bytes.equals([before.bytes, there, sealedThere][at] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
    true,
  ])
  await client.herSession.unseal({ testimony, passages: [second] })
  expect(await openOnes(archive, told)).toHaveLength(5)
  expect(mediaIn(folder), 'the recording, and a file each').toHaveLength(6)
})

test('her copy has what is sealed, as it lies; opened there it stays sealed at home until she opens it', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages } = told
  const [, second = '', third = ''] = passages
  const said = await sayAloud(client, testimony, second)
  const gone = await sayAloud(client, testimony, third)
  await client.herSession.seal({ testimony, passages: [second, third] })
  const file = await inHerCopy(archive, told, async (copy) => {
    expect((await soundOf(copy, 'offRecord', said.answer)).equals(said.bytes)).toBe(true)
    await copy.client.herSession.unseal({ testimony, passages: [second] })
    expect(await openOnes(copy, told)).toMatchObject([{ id: said.answer }])
    await copy.client.herSession.dropAnswer({ testimony, answer: gone.answer })
  })
  await client.herSession.leave({ passphrase })
  expect((await bringHome(client, file)).taken).toEqual({ testimonies: [testimony], soundOpen: 1, soundStillSealed: 1 })
  const { story } = await client.story.read({ testimony })
  expect(story.passages.map(({ text }) => text)).toEqual(['One.', 'Two?', '', 'Four?'])
  expect(await openOnes(archive, told)).toEqual([])
  expect(await found(archive, [said.bytes])).toEqual([false])
  expect(await heardBy(archive, told), 'what she threw away there is gone').toMatchObject([{ id: said.answer }])
  await client.herSession.unseal({ testimony, passages: [second] })
  const [again] = await openOnes(archive, told)
  expect((await soundOf(archive, 'media', again?.media ?? '')).equals(said.bytes)).toBe(true)
})

test('said in her copy of a passage that is sealed at home meanwhile, it is sealed when it comes', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages } = told
  const [, second = ''] = passages
  const there = noise(300_000)
  const file = await inHerCopy(archive, told, (copy) => sayAloud(copy.client, testimony, second, there))
  await client.herSession.seal({ testimony, passages: [second] })
  await client.herSession.leave({ passphrase })
  await bringHome(client, file)
  expect(await openOnes(archive, told)).toEqual([])
  expect(await found(archive, [there])).toEqual([false])
  const [answer] = await heardBy(archive, told)
  expect((await soundOf(archive, 'offRecord', answer?.id ?? '')).equals(there)).toBe(true)
})

test('what she said about what was erased at home does not come back, sealed or not', async () => {
  const { archive, told } = await home()
  const { client, folder } = archive
  const { testimony, passages } = told
  const [, second = ''] = passages
  const file = await inHerCopy(archive, told, async (copy) => {
    await copy.client.herSession.seal({ testimony, passages: [second] })
    await sayAloud(copy.client, testimony, second)
  })
  await eraseAll(client, { kind: 'passages', testimony, passages: [second], sound: 'silence', knownBy: null })
  await client.herSession.leave({ passphrase })
  await bringHome(client, file)
  expect(await heardBy(archive, told)).toEqual([])
  expect(mediaIn(folder)).toHaveLength(1)
})

test('where keeping it fails nothing is taken and no file is left; then it is taken whole', async () => {
  const { archive, told } = await home()
  const { client, folder } = archive
  const { testimony, passages } = told
  const [, second = '', third = ''] = passages
  await sayAloud(client, testimony, second)
  const file = await inHerCopy(archive, told, async (copy) => {
    await sayAloud(copy.client, testimony, third)
    await copy.client.herSession.seal({ testimony, passages: [second] })
    await sayAloud(copy.client, testimony, second)
  })
  await client.herSession.leave({ passphrase })
  const before = mediaIn(folder)
  const { pack } = await readPack(client, Uint8Array.from(file))
  const save = vi.spyOn(Session.prototype, 'save').mockImplementationOnce(() => {
    expect(mediaIn(folder), 'one that was here, one sealed there, one open').toHaveLength(before.length + 3)
    throw new Failure('diskFull')
  })
  expect(await codeOf(client.takeHome.takeDecisions({ pack, keepHere: [] }))).toBe('diskFull')
  save.mockRestore()
  expect(mediaIn(folder)).toEqual(before)
  await client.takeHome.takeDecisions({ pack, keepHere: [] })
  expect(mediaIn(folder)).toHaveLength(4)
  expect(await heardBy(archive, told)).toHaveLength(2)
  expect(await openOnes(archive, told)).toMatchObject([{ passage: third }])
})

test('killed anywhere it is as before or sealed at home; and no file is left over', async () => {
  const { archive, told } = await home()
  const { client, folder } = archive
  const { testimony, passages } = told
  const [, second = ''] = passages
  const before = await sayAloud(client, testimony, second)
  const file = await inHerCopy(archive, told, async (copy) => {
    await copy.client.herSession.seal({ testimony, passages: [second] })
    await sayAloud(copy.client, testimony, second)
  })
  await client.herSession.leave({ passphrase })
  const copies = await killedAtSave(folder, () => bringHome(client, file))
  const states: unknown[] = []
  for (const into of copies) {
    const again = await startProcess(into)
    openedToo(again)
    await again.client.door.open({ folder: again.folder, passphrase })
    const open = await openOnes(again, told)
    expect(await checkWhole(again.client)).toEqual(whole)
    const isOpen = await found(again, [before.bytes])
    states.push([open.length, (await heardBy(again, told)).length, mediaIn(again.folder).length, ...isOpen])
  }
  expect(states).toEqual([
    [1, 0, 2, true],
    [0, 2, 3, false],
  ])
})
