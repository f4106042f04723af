// Sealed sound, where the recording or the sealed file was damaged since: nothing that can be read is lost, and her passphrase
// can be done away with all the same.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { soundOf } from '../support/recorder.ts'
import { sayAloud } from '../support/say-aloud.ts'
import { mediaIn } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'
import { at, inside, outside, seal, sealedFrom, sealedUntil, toldAloud } from './told-aloud.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const fileOf = (name: string): string => path.join(archive.folder, 'media', name)
const files = (): string[] => mediaIn(archive.folder)
const recordingsOf = async (testimony: string) => (await archive.client.story.read({ testimony })).story.recordings

/** One bit of the file is another one. */
function damage(name: string, place: number): Buffer {
  const bytes = readFileSync(fileOf(name))
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(fileOf(name), bytes)
  return bytes
}

/** The second passage is sealed; the names of the recording's file and of the sealed one. */
async function sealedAloud() {
  const told = await toldAloud(archive.client)
  const passage = told.passages[1] ?? ''
  await seal(archive.client, told.testimony, [passage])
  const media = await told.media()
  const sealed = files().find((name) => name !== media) ?? ''
  return { ...told, passage, media, sealed }
}

const pieceAt = (sound: Buffer, ms: number): Buffer => sound.subarray(44 + at(ms), 44 + at(ms) + 64)

test('the recording is damaged: her words open, and her sound stands in what was saved of the recording', async () => {
  const { testimony, passage, file, media } = await sealedAloud()
  // Its last piece, of three.
  const damaged = damage(media, statSync(fileOf(media)).size - 100)
  await archive.client.herSession.unseal({ testimony, passages: [passage] })
  const [first, saved] = await recordingsOf(testimony)
  expect(first?.media).toBe(media)
  expect(readFileSync(fileOf(media)).equals(damaged)).toBe(true)
  const sound = await soundOf(archive, 'media', saved?.media ?? '')
  expect(sound.length).toBe(file.length)
  const until = 44 + at(sealedUntil)
  expect(sound.subarray(0, until).equals(file.subarray(0, until))).toBe(true)
  expect(files()).toEqual([media, saved?.media].toSorted())
  expect((await archive.client.story.read({ testimony })).story.passages[1]?.text).toBe('Two?')
})

test('the beginning of the recording is damaged, or somebody repaired it before: it stands in the same place', async () => {
  const { testimony, passages, file, media, passage } = await sealedAloud()
  await seal(archive.client, testimony, [passages[3] ?? ''])
  const now = (await recordingsOf(testimony))[0]?.media ?? ''
  expect(now).not.toBe(media)
  damage(now, 300)
  await archive.client.herSession.unseal({ testimony, passages: [passage] })
  await archive.client.herSession.unseal({ testimony, passages: [passages[3] ?? ''] })
  const recordings = await recordingsOf(testimony)
  expect(recordings).toHaveLength(2)
  const sound = await soundOf(archive, 'media', recordings[1]?.media ?? '')
  expect(sound.length).toBe(file.length)
  for (const ms of [...inside, 6_000, 7_900])
    expect(pieceAt(sound, ms).equals(pieceAt(file, ms)), `${ms} ms`).toBe(true)
  expect(files()).toEqual(recordings.map((one) => one.media).toSorted())
})

test('the recording is gone: her sound is kept, in silence as long as the recording was', async () => {
  const { testimony, narrator, file, media } = await sealedAloud()
  await archive.client.door.lock({})
  rmSync(fileOf(media))
  await archive.client.door.open({ folder: archive.folder, passphrase })
  await archive.client.herSession.handOver({ narrator, passphrase: herPassphrase })
  await archive.client.herSession.forgetPassphrase({ passphrase: herPassphrase })
  const [, saved] = await recordingsOf(testimony)
  const right = Buffer.alloc(file.length)
  file.copy(right, 0, 0, 44)
  file.copy(right, 44 + at(sealedFrom), 44 + at(sealedFrom), 44 + at(sealedUntil))
  expect((await soundOf(archive, 'media', saved?.media ?? '')).equals(right)).toBe(true)
})

test('sealed sound that cannot be read is not opened but where she says so, and then as far as it can be', async () => {
  const { testimony, passage, file, media, sealed } = await sealedAloud()
  damage(sealed, statSync(fileOf(sealed)).size - 100)
  const before = files()
  const { herSession } = archive.client
  expect(await codeOf(herSession.unseal({ testimony, passages: [passage] }))).toBe('sealedSoundDamaged')
  expect(await codeOf(herSession.forgetPassphrase({ passphrase: herPassphrase }))).toBe('sealedSoundDamaged')
  expect(files()).toEqual(before)
  expect(await herSession.readSealed({ testimony, passage })).toEqual({ text: 'Two?' })
  await herSession.forgetPassphrase({ passphrase: herPassphrase, sound: 'readable' })
  const { story } = await archive.client.story.read({ testimony })
  expect(story.passages[1]?.text).toBe('Two?')
  expect(story.recordings).toHaveLength(1)
  const sound = await soundOf(archive, 'media', story.recordings[0]?.media ?? '')
  for (const ms of outside) expect(pieceAt(sound, ms).equals(pieceAt(file, ms)), `${ms} ms`).toBe(true)
  for (const ms of inside)
    expect(
      pieceAt(sound, ms).every((byte) => byte === 0),
      `${ms} ms`,
    ).toBe(true)
  expect(files()).not.toContain(media)
  expect(files()).not.toContain(sealed)
})

test('what she said aloud and cannot be read stays closed, and keeps neither her words nor her passphrase', async () => {
  const { testimony, passages } = await toldAloud(archive.client)
  const [, first = '', second = ''] = passages
  const { herSession, story, writing } = archive.client
  await sayAloud(archive.client, testimony, first)
  const whole = await sayAloud(archive.client, testimony, second)
  const before = files()
  await herSession.seal({ testimony, passages: [first] })
  const [sealed = ''] = files().filter((name) => !before.includes(name))
  await herSession.seal({ testimony, passages: [second] })
  damage(sealed, statSync(fileOf(sealed)).size - 100)
  expect(await codeOf(herSession.forgetPassphrase({ passphrase: herPassphrase }))).toBe('sealedSoundDamaged')
  expect((await story.read({ testimony })).story.passages[1]?.text).toBe('')
  await herSession.forgetPassphrase({ passphrase: herPassphrase, sound: 'readable' })
  const { passages: now } = (await story.read({ testimony })).story
  expect([now[1]?.text, now[2]?.text]).toEqual(['Two?', 'Three.'])
  const open = (await writing.beside({ testimony })).spokenAnswers
  expect(open.map(({ id }) => id)).toEqual([whole.answer])
  expect((await soundOf(archive, 'media', open[0]?.media ?? '')).equals(whole.bytes)).toBe(true)
})
