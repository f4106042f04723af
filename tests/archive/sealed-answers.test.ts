// What she said aloud about a passage is sealed with it: for whoever holds every key of the archive it is in no file and no
// row, only she hears it, and with her key it comes back as it was.
import { statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { addPerson, herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { everythingKept } from '../support/everything-kept.ts'
import { killedAtSave } from '../support/killed-at-save.ts'
import { soundOf } from '../support/recorder.ts'
import { noise, sayAloud, type SaidAloud } from '../support/say-aloud.ts'
import { checkWhole, eraseAll, mediaIn, whole } from './erase-world.ts'
import { filesIn, rescueWith } from './rescue-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'
import { seal, toldAloud } from './told-aloud.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  vi.restoreAllMocks()
  await archive?.close()
  archive = null
})

/** Whether any piece of it stands anywhere, with every archivist's key in hand. */
async function isFound(folder: string, { bytes }: SaidAloud): Promise<boolean> {
  const kept = await everythingKept(folder, [], null)
  return [100, 70_000, 262_100, bytes.length - 64].some((at) =>
    kept.some((one) => one.includes(bytes.subarray(at, at + 48))),
  )
}

const openOnes = async (client: ArchiveClient, testimony: string) =>
  (await client.writing.beside({ testimony })).spokenAnswers
const sealedOnes = async (client: ArchiveClient, testimony: string) =>
  (await client.herSession.sealedAnswers({ testimony })).answers

async function told() {
  const made = await makeArchive()
  archive = made
  const { testimony, narrator, passages } = await toldAloud(made.client)
  const passage = passages[1] ?? ''
  const said = await sayAloud(made.client, testimony, passage)
  return { ...made, archive: made, testimony, narrator, passages, passage, said }
}

test.each(['words alone', 'with the sound'])(
  'sealed (%s), nobody finds it, she hears it, and it comes back',
  async (how) => {
    const { archive: made, client, folder, process, testimony, narrator, passages, passage, said } = await told()
    const about = await sayAloud(client, testimony, null, noise(300_000), 1_000)
    const [before] = await openOnes(client, testimony)
    const filesBefore = mediaIn(folder).length
    await client.door.lock({})
    expect(await isFound(folder, said), 'the control').toBe(true)
    await client.door.open({ folder, passphrase })
    await client.herSession.handOver({ narrator, passphrase: herPassphrase })
    await (how === 'words alone'
      ? client.herSession.seal({ testimony, passages: [passage] })
      : seal(client, testimony, [passage]))
    expect(await sealedOnes(client, testimony)).toEqual([
      { id: said.answer, passage, at: before?.at, durationMs: 12_345 },
    ])
    expect((await soundOf(made, 'offRecord', said.answer)).equals(said.bytes), 'her player').toBe(true)
    const { size, read } = await process.media.find('offRecord', said.answer, '')
    const pieces: Uint8Array[] = []
    for await (const piece of read(262_000, size - 3)) pieces.push(Uint8Array.from(piece))
    expect(Buffer.concat(pieces).equals(said.bytes.subarray(262_000, size - 3)), 'a piece of it').toBe(true)
    await client.herSession.leave({ passphrase })

    // An archivist: nothing of it, and not how long it is.
    const left = await client.writing.beside({ testimony })
    expect(
      left.spokenAnswers.map(({ id }) => id),
      'what she said of the whole stays',
    ).toEqual([about.answer])
    expect(await codeOf(client.herSession.sealedAnswers({ testimony }))).toBe('onlyNarrator')
    expect(await codeOf(process.media.find('offRecord', said.answer, ''))).toBe('mediaMissing')
    expect(await codeOf(process.media.find('media', said.media ?? '', ''))).toBe('mediaMissing')
    expect(JSON.stringify([left, await client.story.read({ testimony })])).not.toMatch(
      new RegExp(`${said.answer}|12345`, 'u'),
    )
    expect(await checkWhole(client)).toEqual(whole)
    await client.door.lock({})
    expect(await isFound(folder, said)).toBe(false)
    expect(await isFound(folder, about), 'what is said of the whole is open').toBe(true)

    // Another narrator; and she, without her key.
    await client.door.open({ folder, passphrase })
    const other = await addPerson(client, 'Benita')
    await client.herSession.handOver({ narrator: other.narrator, passphrase: herPassphrase })
    expect(await codeOf(process.media.find('offRecord', said.answer, ''))).toBe('mediaMissing')
    await client.herSession.leave({ passphrase })
    await client.herSession.handOver({ narrator, passphrase: null })
    expect(await codeOf(process.media.find('offRecord', said.answer, ''))).toBe('noPassphrase')
    expect(await sealedOnes(client, testimony)).toMatchObject([{ id: said.answer, durationMs: null }])
    await client.herSession.openKey({ passphrase: herPassphrase })
    await client.herSession.unseal({ testimony, passages: [passage] })
    const again = await openOnes(client, testimony)
    expect(again[0]).toEqual({ ...before, media: again[0]?.media })
    expect((await soundOf(made, 'media', again[0]?.media ?? '')).equals(said.bytes)).toBe(true)
    expect(await sealedOnes(client, testimony)).toEqual([])
    expect(mediaIn(folder).filter((name) => name.endsWith('.hers'))).toEqual([])
    expect(passages).toHaveLength(4)
    await client.herSession.leave({ passphrase })
    expect(filesBefore, 'a file each').toBe(3)
  },
)

test('said of a passage that is sealed already it is sealed at once; without a key of hers nothing is recorded', async () => {
  const { archive: made, client, folder, testimony, narrator, passage, passages } = await told()
  await client.herSession.seal({ testimony, passages: [passage] })
  const said = await sayAloud(client, testimony, passage)
  expect(said.media).toBeNull()
  expect(await sealedOnes(client, testimony)).toHaveLength(2)
  expect((await soundOf(made, 'offRecord', said.answer)).equals(said.bytes)).toBe(true)
  const hers = mediaIn(folder).filter((name) => name.endsWith('.hers'))
  expect(mediaIn(folder), 'the recording, and a file each').toHaveLength(3)
  await client.door.lock({})
  expect(await isFound(folder, said)).toBe(false)
  await client.door.open({ folder, passphrase })
  expect(mediaIn(folder).filter((name) => name.endsWith('.hers'))).toEqual(hers)
  await client.herSession.handOver({ narrator, passphrase: null })
  // Her key is closed, and what she says is sealed to its public half all the same; thrown away, it is gone.
  const unheard = await sayAloud(client, testimony, passage)
  expect(unheard.media).toBeNull()
  await client.herSession.dropAnswer({ testimony, answer: unheard.answer })
  expect(mediaIn(folder).filter((name) => name.endsWith('.hers'))).toEqual(hers)
  expect(await codeOf(client.herSession.dropAnswer({ testimony, answer: unheard.answer }))).toBe('notFound')
  await client.herSession.forgetPassphrase({ passphrase: null })
  const about = { testimony, passage, type: 'audio/webm' } as const
  expect(await codeOf(client.herSession.beginAnswer(about)), 'nothing to seal it to').toBe('noPassphrase')
  expect((await sayAloud(client, testimony, passages[0] ?? '')).media).not.toBeNull()
})

test('a short one and a longer one are of one length, on the disk and in the rows', async () => {
  const { client, folder, testimony, passage } = await told()
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.dropAnswer({ testimony, answer: (await sealedOnes(client, testimony))[0]?.id ?? '' })
  await sayAloud(client, testimony, passage, noise(9_000), 400)
  await sayAloud(client, testimony, passage, noise(250_000), 61_000)
  const sizes = mediaIn(folder)
    .filter((name) => name.endsWith('.hers'))
    .map((name) => statSync(path.join(folder, 'media', name)).size)
  expect([sizes.length, new Set(sizes).size]).toEqual([2, 1])
  await client.door.lock({})
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  const lengths = database.prepare('SELECT DISTINCT length(box) FROM sealed_answers').pluck().all()
  database.close()
  expect(lengths).toHaveLength(1)
})

test('without the program it is written with her passphrase alone', async () => {
  const { client, folder, testimony, passage, said } = await told()
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.door.lock({})
  const closed = path.join(temporaryFolder(), 'closed')
  await rescueWith(folder, closed, ['1', passphrase, ''])
  const found = (into: string) =>
    [...filesIn(into)].filter(([, bytes]) => bytes.includes(said.bytes.subarray(500, 600)))
  expect(found(closed)).toEqual([])
  const into = path.join(temporaryFolder(), 'opened')
  expect((await rescueWith(folder, into, ['1', passphrase, herPassphrase])).code).toBe(0)
  expect(found(into).map(([name, bytes]) => [name.split('/').slice(-2).join('/'), bytes.equals(said.bytes)])).toEqual([
    ['sealed answers/answer 1.webm', true],
  ])
})

test('with her passphrase done away with, typed, it comes back; another passphrase, or her paper, opens it as before', async () => {
  const { archive: made, client, testimony, passage, said } = await told()
  await client.herSession.seal({ testimony, passages: [passage] })
  const { paperKey, check } = await client.herSession.beginPaper({ passphrase: herPassphrase, language: 'en' })
  await client.herSession.confirmPaper({ words: check.map((at) => paperKey[at] ?? '') })
  const another = 'another long passphrase of hers, entirely'
  await client.herSession.changePassphrase({ old: herPassphrase, passphrase: another })
  const heard = async () => (await soundOf(made, 'offRecord', said.answer)).equals(said.bytes)
  expect(await heard()).toBe(true)
  await client.herSession.openWithPaper({ words: paperKey.join(' '), passphrase: herPassphrase })
  expect(await heard()).toBe(true)
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  const [again] = await openOnes(client, testimony)
  expect((await soundOf(made, 'media', again?.media ?? '')).equals(said.bytes)).toBe(true)
  expect(await sealedOnes(client, testimony)).toEqual([])
})

test.each(['passage', 'story', 'narrator'])('erased with its %s, nothing of it is left', async (kind) => {
  const { client, folder, testimony, narrator, passage, said } = await told()
  await client.herSession.seal({ testimony, passages: [passage] })
  const of =
    kind === 'passage'
      ? ({ kind: 'passages', testimony, passages: [passage], sound: 'silence', knownBy: null } as const)
      : kind === 'story'
        ? ({ kind: 'story', testimony, knownBy: null } as const)
        : ({ kind: 'narrator', narrator, knownBy: null } as const)
  await eraseAll(client, of)
  expect(mediaIn(folder)).toHaveLength(kind === 'passage' ? 1 : 0)
  await client.door.lock({})
  const kept = await everythingKept(folder, [], kind === 'narrator' ? null : herPassphrase)
  expect(kept.some((one) => one.includes(said.bytes.subarray(500, 600)) || one.includes(said.answer))).toBe(false)
})

test('killed anywhere it is as before or sealed, and no file is left over', async () => {
  const { client, folder, testimony, narrator, passage, said } = await told()
  const copies = await killedAtSave(folder, () => client.herSession.seal({ testimony, passages: [passage] }))
  await client.door.lock({})
  const states: unknown[] = []
  for (const into of copies) {
    const again = await startProcess(into)
    try {
      await again.client.door.open({ folder: again.folder, passphrase })
      const { story } = await again.client.story.read({ testimony })
      const isSealed = story.passages.find(({ id }) => id === passage)?.text === ''
      expect(await checkWhole(again.client)).toEqual(whole)
      await again.client.herSession.handOver({ narrator, passphrase: herPassphrase })
      const open = await openOnes(again.client, testimony)
      states.push([isSealed, open.length, (await sealedOnes(again.client, testimony)).length])
      const id = isSealed ? said.answer : (open[0]?.media ?? '')
      expect((await soundOf(again, isSealed ? 'offRecord' : 'media', id)).equals(said.bytes)).toBe(true)
      expect(mediaIn(again.folder)).toHaveLength(2)
      await again.client.door.lock({})
      expect(await isFound(again.folder, said)).toBe(!isSealed)
    } finally {
      await again.close()
    }
  }
  expect(states).toEqual([
    [false, 1, 0],
    [true, 0, 1],
  ])
})
