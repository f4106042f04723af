// The sound of a sealed passage: with every key of the archive in hand it is in no file, only she hears it, and with her key
// it comes back sample for sample; also where two of them share some of it, and wherever it is killed.
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { killedAtSave } from '../support/killed-at-save.ts'
import { soundOf } from '../support/recorder.ts'
import { checkWhole, eraseAll, mediaIn, whole } from './erase-world.ts'
import { filesIn, rescueWith } from './rescue-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'
import {
  at,
  foundOf,
  handSamplesOver,
  inside,
  outside,
  seal,
  sealedFrom,
  sealedUntil,
  silent,
  stoppingOnceWritten,
  toldAloud,
} from './told-aloud.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  vi.restoreAllMocks()
  await archive?.close()
  archive = null
})

test('is nowhere for whoever holds every key of the archive, is heard by her, and comes back sample for sample', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const { testimony, narrator, passages, samples, file, media } = await toldAloud(client)
  const [, passage = ''] = passages
  await client.door.lock({})
  expect(await foundOf(folder, samples, [...inside, ...outside]), 'the control').toEqual([...inside, ...outside])
  await client.door.open({ folder, passphrase })
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  expect(await client.herSession.sealedSound({ testimony, passage })).toMatchObject({ sound: 'open', toDecode: [] })
  const before = await media()
  await seal(client, testimony, [passage])
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
  expect(await client.herSession.sealedSound({ testimony, passage })).toMatchObject({ sound: 'sealed', canHear: true })
  const heard = await soundOf(archive, 'offRecord', passage)
  const own = samples.subarray(at(sealedFrom), at(sealedUntil))
  expect(heard.subarray(-own.length).equals(own), 'her player').toBe(true)
  const { size, read } = await process.media.find('offRecord', passage, '')
  const pieces: Uint8Array[] = []
  for await (const piece of read(101, size - 3)) pieces.push(Uint8Array.from(piece))
  expect(Buffer.concat(pieces).equals(heard.subarray(101, size - 3)), 'a piece of it').toBe(true)
  await client.herSession.leave({ passphrase })
  expect(await codeOf(process.media.find('offRecord', passage, '')), 'an archivist').toBe('mediaMissing')
  expect(await codeOf(process.media.find('media', before, ''))).toBe('mediaMissing')
  await client.door.lock({})
  expect(await foundOf(folder, samples, [...inside, ...outside])).toEqual(outside)
  const rescued = path.join(temporaryFolder(), 'rescued')
  expect((await rescueWith(folder, rescued, ['1', passphrase, herPassphrase])).code).toBe(0)
  const saved = [...filesIn(rescued)].find(([name]) => name.endsWith('sealed sound/passage 2.wav'))
  expect(saved?.[1].equals(heard), 'without the program').toBe(true)
  await client.door.open({ folder, passphrase })
  await client.herSession.handOver({ narrator, passphrase: null })
  expect(await codeOf(process.media.find('offRecord', passage, '')), 'her key is not open').toBe('noPassphrase')
  expect(await codeOf(client.herSession.unseal({ testimony, passages: [passage] }))).toBe('noPassphrase')
  await client.herSession.openKey({ passphrase: herPassphrase })
  await client.herSession.unseal({ testimony, passages: [passage] })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
  expect(mediaIn(folder)).toEqual([await media()])
  expect(await client.herSession.sealedSound({ testimony, passage })).toMatchObject({ sound: 'open' })
  await client.herSession.leave({ passphrase })
  expect(await checkWhole(client)).toEqual(whole)
})

test.each([
  ['the first', [0, 1]],
  ['the last', [1, 0]],
])('what two sealed neighbours share stays closed while one of them is, opened %s first', async (_, order) => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, passages, samples, file, media } = await toldAloud(client)
  const two = [passages[1] ?? '', passages[2] ?? '']
  await seal(client, testimony, two.slice(0, 1))
  await seal(client, testimony, two.slice(1))
  // The second and the third: from 1,850 to 4,150 and from 3,850 to 6,150.
  const [first = 0, last = 0] = order
  await client.herSession.unseal({ testimony, passages: [two[first] ?? ''] })
  const right = silent(file, last === 1 ? 3_850 : 1_850, last === 1 ? 6_150 : 4_150)
  expect((await soundOf(archive, 'media', await media())).equals(right)).toBe(true)
  const heard = await soundOf(archive, 'offRecord', two[last] ?? '')
  const own = samples.subarray(at(last === 1 ? 3_850 : 1_850), at(last === 1 ? 6_150 : 4_150))
  expect(heard.subarray(-own.length).equals(own)).toBe(true)
  await client.herSession.unseal({ testimony, passages: [two[last] ?? ''] })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
  expect(mediaIn(folder)).toEqual([await media()])
})

test('killed anywhere it is as before or sealed; and no file is left over', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, narrator, passages, samples } = await toldAloud(client)
  const passage = passages[1] ?? ''
  const copies = await killedAtSave(folder, () => seal(client, testimony, [passage]))
  await client.door.lock({})
  const states: string[] = []
  for (const into of copies) {
    const again = await startProcess(into)
    try {
      await again.client.door.open({ folder: again.folder, passphrase })
      const { story } = await again.client.story.read({ testimony })
      await again.client.herSession.handOver({ narrator, passphrase: herPassphrase })
      const { sound } = await again.client.herSession.sealedSound({ testimony, passage })
      const words = story.passages.find(({ id }) => id === passage)?.text
      states.push(sound)
      expect(words === '', 'words and sound together').toBe(sound === 'sealed')
      expect(mediaIn(again.folder)).toHaveLength(sound === 'sealed' ? 2 : 1)
      await again.client.door.lock({})
      expect(await foundOf(again.folder, samples, inside)).toEqual(sound === 'sealed' ? [] : inside)
    } finally {
      await again.close()
    }
  }
  expect(states).toEqual(['open', 'sealed'])
})

test('what is encoded is sealed once its samples are handed over; without them, and stopped, all is as it was', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const told = await toldAloud(client, 'flac')
  const { testimony, passages, recording, file, media } = told
  const [, passage = ''] = passages
  const before = mediaIn(folder)
  const { toDecode } = await client.herSession.sealedSound({ testimony, passage })
  expect(toDecode).toMatchObject([{ recording, media: await media() }])
  expect(await codeOf(seal(client, testimony, [passage]))).toBe('soundUnreadable')
  await handSamplesOver(client, told, [passage])
  expect(await codeOf(seal(client, testimony, [passage], stoppingOnceWritten()))).toBe('cancelled')
  await vi.waitFor(() => expect(mediaIn(folder)).toEqual(before))
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
  await handSamplesOver(client, told, [passage])
  await seal(client, testimony, [passage])
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
  expect(mediaIn(folder)).toHaveLength(2)
  await client.herSession.unseal({ testimony, passages: [passage] })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
})

test('what is erased takes its sealed sound along, and does not come back with that of a neighbour', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, passages, file, media } = await toldAloud(client)
  const [, second = '', third = ''] = passages
  // In this order the third holds what they share.
  await seal(client, testimony, [third])
  await seal(client, testimony, [second])
  expect(mediaIn(folder)).toHaveLength(3)
  const of = { kind: 'passages', testimony, passages: [second], sound: 'silence', knownBy: null } as const
  await eraseAll(client, of)
  expect(mediaIn(folder)).toHaveLength(2)
  await client.herSession.unseal({ testimony, passages: [third] })
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
  expect(mediaIn(folder)).toEqual([await media()])
})

test('with her passphrase done away with, typed, it comes back; of words that were sealed alone it can follow', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, passages, file, media } = await toldAloud(client)
  const [, passage = '', other = ''] = passages
  await client.herSession.seal({ testimony, passages: [passage] })
  expect(await client.herSession.sealedSound({ testimony, passage })).toMatchObject({ sound: 'open' })
  await seal(client, testimony, [passage, other])
  expect(await client.herSession.sealedSound({ testimony, passage })).toMatchObject({ sound: 'sealed' })
  await client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
  expect(mediaIn(folder)).toEqual([await media()])
})
