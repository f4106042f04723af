// Read a second time: sound that was opened again beside a recording that could not be read then, and can be again.
import { renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { soundOf } from '../support/recorder.ts'
import { checkWhole, eraseAll, mediaIn, whole } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'
import { at, foundOf, seal, toldAloud } from './told-aloud.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

const recordingsOf = async (testimony: string) => (await archive.client.story.read({ testimony })).story.recordings

test('the recording is there again and written anew: what was saved of it goes with it when it is erased', async () => {
  const { client, folder } = archive
  const { testimony, narrator, passages, samples, media } = await toldAloud(client)
  const [, second = '', , fourth = ''] = passages
  await seal(client, testimony, [second, fourth])
  const file = path.join(folder, 'media', await media())
  const away = path.join(folder, 'away')
  const openedWhere = async (from: string, to: string): Promise<void> => {
    await client.door.lock({})
    renameSync(from, to)
    await client.door.open({ folder, passphrase })
    await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  }
  await openedWhere(file, away)
  await client.herSession.unseal({ testimony, passages: [second] })
  await openedWhere(away, file)
  await client.herSession.unseal({ testimony, passages: [fourth] })
  const [first, saved] = await recordingsOf(testimony)
  expect((await soundOf(archive, 'media', saved?.media ?? '')).includes(samples.subarray(48_000, 48_064))).toBe(true)
  expect(first?.media).not.toBe(path.basename(file))
  await eraseAll(client, { kind: 'passages', testimony, passages: [second], sound: 'recording', knownBy: null })
  expect(await recordingsOf(testimony)).toEqual([])
  expect(mediaIn(folder)).toEqual([])
  await client.herSession.leave({ passphrase })
  expect(await checkWhole(client)).toEqual(whole)
  await client.door.lock({})
  expect(await foundOf(folder, samples, [3_000])).toEqual([])
})

test('in what was saved a machine hears nothing of what is written, taken out or sealed in the damaged one', async () => {
  const { client, folder } = archive
  const { testimony, passages, media } = await toldAloud(client)
  const [, second = ''] = passages
  await seal(client, testimony, [second])
  renameSync(path.join(folder, 'media', await media()), path.join(folder, 'away'))
  await client.herSession.unseal({ testimony, passages: [second] })
  const unwritten = async () => {
    await client.herSession.leave({ passphrase })
    return (await client.transcribing.state({ testimony })).recordings.map(({ unwrittenMs }) => unwrittenMs)
  }
  await client.herSession.seal({ testimony, passages: [second] })
  expect(await recordingsOf(testimony)).toHaveLength(2)
  expect(await unwritten()).toEqual([0, 0])
})

test('of two that overlap one is opened while the recording is damaged, and the other then: each is heard, and only then', async () => {
  const { client, folder } = archive
  const { testimony, passages, samples, media } = await toldAloud(client)
  const [, second = '', third = ''] = passages
  await seal(client, testimony, [second])
  await seal(client, testimony, [third])
  renameSync(path.join(folder, 'media', await media()), path.join(folder, 'away'))
  // What the second keeps silent reaches into the third until 4,150 ms, and that of the third begins at 3,850 ms.
  const heard = async () => {
    const sound = await soundOf(archive, 'media', (await recordingsOf(testimony))[1]?.media ?? '')
    const pieceOf = (ms: number) => sound.subarray(44 + at(ms), 44 + at(ms) + 64)
    return [2_000, 3_800, 3_900, 4_100, 4_200, 6_100].map((ms) =>
      pieceOf(ms).equals(samples.subarray(at(ms), at(ms) + 64)) ? 'heard' : pieceOf(ms).some((one) => one !== 0),
    )
  }
  await client.herSession.unseal({ testimony, passages: [second] })
  expect(await heard()).toEqual(['heard', 'heard', false, false, false, false])
  await client.herSession.unseal({ testimony, passages: [third] })
  expect(await heard()).toEqual(['heard', 'heard', 'heard', 'heard', 'heard', 'heard'])
  expect(mediaIn(folder)).toHaveLength(1)
})

test('a sealed file that cannot be opened for now is not taken for one that is lost', async () => {
  const { client, folder } = archive
  const { testimony, passages, file, media } = await toldAloud(client)
  const [, second = ''] = passages
  await seal(client, testimony, [second])
  const recording = await media()
  const sealed = path.join(folder, 'media', mediaIn(folder).find((name) => name !== recording) ?? '')
  const away = path.join(folder, 'away')
  renameSync(sealed, away)
  symlinkSync(sealed, sealed) // leads nowhere but to itself
  const asked = { testimony, passages: [second], sound: 'readable' } as const
  expect(await codeOf(client.herSession.unseal(asked))).not.toBe('none')
  renameSync(away, sealed)
  await client.herSession.unseal(asked)
  expect((await soundOf(archive, 'media', await media())).equals(file)).toBe(true)
})
