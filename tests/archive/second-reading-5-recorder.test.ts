// A take at its edges: stopped and at once taken for stopped, begun while the archive locks, sealed and then damaged.
import { existsSync, openSync, readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { TakeUnderWay } from '../../electron/archive/features/recording/take-under-way.ts'
import { needsRoom } from '../../electron/archive/features/recording/needs-room.ts'
import { TakeFile } from '../../electron/archive/files/take-file.ts'
import { makeTakeKey } from '../../electron/archive/files/take-record.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { beginTake, finish, openWindow, second, soundOf } from '../support/recorder.ts'
import { herPassphrase } from './her-passphrase.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

test('a take has not stopped while its file is still written: nobody else may go on in it', async () => {
  const { publicKey } = makeTakeKey()
  const folder = temporaryFolder()
  const file = await TakeFile.create(path.join(folder, 'one.take'), publicKey)
  const begun = {
    id: 'one',
    folder,
    name: 'one',
    publicKey,
    her: null,
    shape: { codec: 'pcm', sampleRate: 8_000, channels: 1 },
  } as const
  const clocks = { wall: () => 0, steady: () => 0 }
  const take = new TakeUnderWay(begun, file, { position: 0, sounds: [], gaps: [], parts: 0 }, clocks, 0)
  const written = Promise.withResolvers<void>()
  const append = file.append.bind(file)
  file.append = async (...records) => {
    await written.promise
    return append(...records)
  }
  const stopping = take.stop('destroy')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(take.state).toBe('recording')
  written.resolve()
  await stopping
  expect(take.state).toBe('stopped')
})

test('begun while the archive locks, a take is there with its row, or there is no file of it', async () => {
  for (let tries = 0; tries < 12; tries += 1) {
    archive = await makeArchive()
    const { client, folder, process } = archive
    const beginning = beginTake(client).then(
      () => 'begun',
      (error: { code?: string }) => error.code,
    )
    await new Promise((resolve) => setTimeout(resolve, tries))
    await process.lock()
    const how = await beginning
    const media = path.join(folder, 'media')
    // the folder itself is made with the first file
    const files = existsSync(media) ? readdirSync(media) : []
    if (how === 'begun') expect(files).toHaveLength(1)
    else {
      expect(how).toBe('locked')
      expect(files).toEqual([])
    }
    await archive.close()
    archive = null
  }
})

test('what she had sealed is kept for her, also where the disk has damaged its beginning', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const first = await beginTake(client)
  const { testimony } = first
  const window = await openWindow(process)
  await window.recorder.stop({ take: first.take, offRecord: 'destroy' })
  await client.recording.destroy({ take: first.take })
  const { story } = await client.story.read({ testimony })
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.leave({ passphrase })
  const { take } = await beginTake(client, { testimony })
  await window.sendSeconds(take, 0, 1)
  await window.recorder.goOffRecord({ take })
  await window.sendSeconds(take, 1, 4)
  await window.recorder.stop({ take, offRecord: 'seal' })
  const name = readdirSync(path.join(folder, 'media')).find((one) => one.endsWith('.hers')) ?? ''
  writeSync(openSync(path.join(folder, 'media', name), 'r+'), Buffer.from([1, 2, 3]), 0, 3, 40)
  await finish(client, take)
  const { parts } = await client.recording.offRecord({ testimony })
  expect(parts).toHaveLength(1)
  await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await client.herSession.openKey({ passphrase: herPassphrase })
  const whole = await soundOf(archive, 'offRecord', parts[0]?.id ?? '')
  expect(whole.subarray(44).equals(Buffer.concat([1, 2, 3].map((at) => second(at))))).toBe(true)
})

test('what copies the whole archive is not begun where a recording needs the room', () => {
  expect(needsRoom('members', 'remove')).toBe(true)
  expect(needsRoom('backup', 'make')).toBe(true)
  expect(needsRoom('recording', 'finish')).toBe(true)
  expect(needsRoom('herSession', 'unseal')).toBe(true)
  expect(needsRoom('erase', 'beginSound')).toBe(true)
  expect(needsRoom('marks', 'takeOut')).toBe(false)
})
