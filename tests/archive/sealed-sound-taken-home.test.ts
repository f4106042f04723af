// The sound of what she sealed or opened in a copy of hers: what she closed there is closed at home when her decisions are
// taken, with its words and all at once; what she opened there stays closed at home until she opens it with her key.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Session } from '../../electron/archive/session.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { killedAtSave } from '../support/killed-at-save.ts'
import { soundOf } from '../support/recorder.ts'
import { checkWhole, mediaIn, whole } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'
import { readPack } from './take-home-world.ts'
import { bringHome, closeAll, home, inHerCopy, openedToo, openTo } from './taken-home.ts'
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
} from './told-aloud.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await closeAll()
})

/** The second passage is sealed in her copy, with its sound; an archivist is at the window again. */
async function sealedInHerCopy() {
  const { archive, told } = await home()
  const [, passage = ''] = told.passages
  const bytes = await inHerCopy(archive, told, (copy) => seal(copy.client, told.testimony, [passage]))
  await archive.client.herSession.leave({ passphrase })
  return { archive, ...told, told, passage, bytes }
}

test('what she sealed in her copy is sealed at home, words and sound, in no file for whoever holds every key', async () => {
  const { archive, told, testimony, samples, file, media, passage, bytes } = await sealedInHerCopy()
  const { client, folder, process } = archive
  await client.door.lock({})
  expect(await foundOf(folder, samples, [...inside, ...outside]), 'the control').toEqual([...inside, ...outside])
  await client.door.open({ folder, passphrase })
  const before = await media()
  const { read, taken } = await bringHome(client, bytes)
  expect(read.toClose).toEqual({ passages: 1, toDecode: [] })
  expect(taken).toEqual({ testimonies: [testimony] })
  const { story, soundOpen } = await client.story.read({ testimony })
  expect([story.passages[1]?.text, soundOpen]).toEqual(['', undefined])
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
  expect(await codeOf(process.media.find('media', before, ''))).toBe('mediaMissing')
  expect(await codeOf(process.media.find('offRecord', passage, '')), 'an archivist').toBe('mediaMissing')
  expect(mediaIn(folder)).toHaveLength(2)
  expect(await checkWhole(client)).toEqual(whole)
  await client.door.lock({})
  expect(await foundOf(folder, samples, [...inside, ...outside])).toEqual(outside)
  await client.door.open({ folder, passphrase })
  await openTo(client, told)
  const heard = await soundOf(archive, 'offRecord', passage)
  expect(heard.subarray(44).equals(samples.subarray(at(sealedFrom), at(sealedUntil)))).toBe(true)
  await client.herSession.unseal({ testimony, passages: [passage] })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
  expect(mediaIn(folder)).toEqual([await media()])
})

test('what she opened in her copy stays sealed in sound at home, which is said, until she opens it with her key', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages, file, media } = told
  const [, passage = ''] = passages
  await seal(client, testimony, [passage])
  const bytes = await inHerCopy(archive, told, async (copy) => {
    expect(await copy.client.herSession.sealedSound({ testimony, passage })).toMatchObject({ canHear: true })
    await copy.client.herSession.unseal({ testimony, passages: [passage] })
    const { story } = await copy.client.story.read({ testimony })
    expect((await soundOf(copy, 'media', story.recordings[0]?.media ?? '')).equals(file)).toBe(true)
  })
  await client.herSession.leave({ passphrase })
  const { read, taken } = await bringHome(client, bytes)
  expect(read.toClose).toBeUndefined()
  expect(taken).toEqual({ testimonies: [testimony], soundStillSealed: 1 })
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
  await openTo(client, told)
  await client.herSession.unseal({ testimony, passages: [passage] })
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
})

test('what she sealed in words alone there keeps its sound here, which is said here and on the story', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages, file, media } = told
  const [, passage = ''] = passages
  const bytes = await inHerCopy(archive, told, (copy) =>
    copy.client.herSession.seal({ testimony, passages: [passage] }),
  )
  await client.herSession.leave({ passphrase })
  const { read, taken } = await bringHome(client, bytes)
  expect(read.toClose).toBeUndefined()
  expect(taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
  expect((await client.story.read({ testimony })).soundOpen).toEqual([passage])
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
  await openTo(client, told)
  await seal(client, testimony, [passage])
  expect((await client.story.read({ testimony })).soundOpen).toBeUndefined()
})

test('of words that were sealed before, the sound she closed there is closed here', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages, file, media } = told
  const [, passage = ''] = passages
  await client.herSession.seal({ testimony, passages: [passage] })
  const bytes = await inHerCopy(archive, told, (copy) => seal(copy.client, testimony, [passage]))
  await client.herSession.leave({ passphrase })
  expect((await bringHome(client, bytes)).taken).toEqual({ testimonies: [testimony] })
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
})

test('what is encoded is closed once the window handed it over; without that its words are, and it is said', async () => {
  const { archive, told } = await home('flac')
  const { client, folder } = archive
  const { testimony, passages, recording, file, media } = told
  const [, second = '', , fourth = ''] = passages
  const decode = (at: TestArchive) => handSamplesOver(at.client, told, [second])
  const without = await inHerCopy(archive, told, async (copy) => {
    await decode(copy)
    await seal(copy.client, testimony, [second])
  })
  const both = await inHerCopy(archive, told, async (copy) => {
    await decode(copy)
    await seal(copy.client, testimony, [fourth])
  })
  await client.herSession.leave({ passphrase })
  const before = await media()
  expect((await bringHome(client, without)).taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
  expect((await client.story.read({ testimony })).soundOpen).toEqual([second])
  expect([await media(), mediaIn(folder)]).toEqual([before, [before]])
  const read = await readPack(client, Uint8Array.from(both))
  expect(read.toClose).toEqual({
    passages: 1,
    toDecode: [{ testimony, passages: [fourth], recording, media: before, durationMs: 8_000 }],
  })
  await decode(archive)
  const taken = await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  expect(taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
  // The fourth: from 5,850 to the end.
  expect((await soundOf(archive, 'media', await media())).equals(silent(file, 5_850, 8_000))).toBe(true)
  expect(mediaIn(folder)).toHaveLength(2)
})

test('where the recording is damaged here its words are sealed all the same, and it is said', async () => {
  const { archive, testimony, media, bytes } = await sealedInHerCopy()
  const { client, folder } = archive
  await client.door.lock({})
  const [name = ''] = mediaIn(folder)
  const damaged = readFileSync(path.join(folder, 'media', name))
  damaged.fill(7, 70_000, 70_100)
  writeFileSync(path.join(folder, 'media', name), damaged)
  await client.door.open({ folder, passphrase })
  const before = await media()
  expect((await bringHome(client, bytes)).taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('')
  expect([await media(), mediaIn(folder)]).toEqual([before, [name]])
})

test('killed anywhere it is as before or sealed at home, words and sound together; and no file is left over', async () => {
  const { archive, testimony, samples, passage, bytes } = await sealedInHerCopy()
  const { client, folder } = archive
  const copies = await killedAtSave(folder, () => bringHome(client, bytes))
  await client.door.lock({})
  const states: boolean[] = []
  for (const into of copies) {
    const again = await startProcess(into)
    openedToo(again)
    await again.client.door.open({ folder: again.folder, passphrase })
    const { story, soundOpen } = await again.client.story.read({ testimony })
    const isSealed = story.passages.find(({ id }) => id === passage)?.text === ''
    states.push(isSealed)
    expect(soundOpen).toBeUndefined()
    expect(mediaIn(again.folder)).toHaveLength(isSealed ? 2 : 1)
    await again.client.door.lock({})
    expect(await foundOf(again.folder, samples, inside)).toEqual(isSealed ? [] : inside)
  }
  expect(states).toEqual([false, true])
})

test('failing or stopped on the way, nothing is taken and no file is left; then it is taken whole', async () => {
  const { archive, testimony, file, media, bytes } = await sealedInHerCopy()
  const { client, folder } = archive
  const before = mediaIn(folder)
  const { pack } = await readPack(client, Uint8Array.from(bytes))
  const save = vi.spyOn(Session.prototype, 'save').mockImplementationOnce(() => {
    throw new Failure('diskFull')
  })
  expect(await codeOf(client.takeHome.takeDecisions({ pack, keepHere: [] }))).toBe('diskFull')
  expect(save, 'its sound was written by then').toHaveBeenCalledOnce()
  expect(mediaIn(folder)).toEqual(before)
  const stopped = client.takeHome.takeDecisions({ pack, keepHere: [] }, stoppingOnceWritten())
  expect(await codeOf(stopped)).toBe('cancelled')
  vi.restoreAllMocks()
  await vi.waitFor(() => expect(mediaIn(folder)).toEqual(before))
  expect((await client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
  await client.takeHome.takeDecisions({ pack, keepHere: [] })
  expect((await soundOf(archive, 'media', await media())).equals(silent(file))).toBe(true)
})
