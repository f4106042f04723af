// Repairing: what can be worked out again is, what cannot is named, what is readable of it is saved, nothing is deleted.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { repair } from '../../electron/archive/features/backup/repair.ts'
import { Changes } from '../../electron/archive/features/care.ts'
import { Door } from '../../electron/archive/features/door/door.ts'
import { findPassages } from '../../electron/archive/store/find.ts'
import { foldQuery } from '../../electron/archive/store/fold.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { bringNoiseIn, filesUnder, repairIt } from '../support/backup.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
})
afterEach(() => archive.close())

async function soundOf(id: string): Promise<Buffer> {
  const found = await archive.process.media.find('media', id, '')
  const pieces: Uint8Array[] = []
  for await (const piece of found.read(0, found.size)) pieces.push(piece)
  return Buffer.concat(pieces)
}
const recordingsOf = async (testimony: string) => (await archive.client.story.read({ testimony })).story.recordings

test('a damaged recording stays, and what can be read of it is a recording of its own', async () => {
  const testimony = await bringNoiseIn(archive.client, 'the laundry')
  await bringNoiseIn(archive.client, 'the harbour', 4_096)
  const [first] = await recordingsOf(testimony)
  if (first === undefined) throw new Error('there is a recording')
  const whole = await soundOf(first.media)
  const place = path.join(archive.folder, 'media', first.media)
  const bytes = readFileSync(place)
  // The first piece of the sound, with its head, and one in the middle.
  for (const at of [100, 1_000_000]) bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(place, bytes)
  writeFileSync(path.join(archive.folder, 'media', 'holiday.jpg'), 'a file of somebody else')
  await archive.client.door.lock({})
  await archive.client.door.open({ folder: archive.folder, passphrase })

  const said = await repairIt(archive.client)
  expect(said.done).toEqual(
    expect.arrayContaining([
      { what: 'savedAsOwn', count: 1 },
      { what: 'strayPutAside', count: 1 },
      { what: 'searchRebuilt', count: 6 },
    ]),
  )
  expect(said.damaged).toMatchObject([
    { kind: 'recording', title: 'the laundry', sitting: 1, missing: false, lostBytes: 2 * 65_536 },
  ])
  expect(readFileSync(place).equals(bytes)).toBe(true)
  expect(readdirSync(said.aside ?? '')).toEqual(['holiday.jpg'])
  const [, saved] = await recordingsOf(testimony)
  if (saved === undefined) throw new Error('nothing was saved')
  const sound = await soundOf(saved.media)
  expect(sound.length).toBe(whole.length)
  expect(sound.subarray(0, 44).equals(whole.subarray(0, 44))).toBe(true)
  let same = 0
  for (let at = 0; at < whole.length; at += 1) if (sound[at] === whole[at]) same += 1
  expect(whole.length - same).toBeLessThanOrEqual(2 * 65_536)
  expect(sound.subarray(2_000_000).equals(whole.subarray(2_000_000))).toBe(true)

  const files = filesUnder(path.join(archive.folder, 'media'))
  const again = await repairIt(archive.client)
  expect(filesUnder(path.join(archive.folder, 'media'))).toEqual(files)
  expect(again.done.map(({ what }) => what)).toEqual(['searchRebuilt'])
  expect(again.damaged).toMatchObject([{ title: 'the laundry', lostBytes: 2 * 65_536 }])
})

test('words are found again when the index was lost', async () => {
  await bringNoiseIn(archive.client, 'the laundry')
  await archive.client.door.lock({})
  const surroundings = { now: () => new Date(), random: systemRandom }
  const door = new Door(archive.dataFolder, surroundings, new Changes(), argonFloor, () => undefined)
  await door.handlers().open({ folder: archive.folder, passphrase }, new AbortController().signal)
  const session = door.open()
  const words = {
    match: foldQuery('laundry', true) ?? '',
    language: '',
    role: 'anyone',
    count: 10,
    narrator: null,
  } as const
  const found = () => findPassages(session.database, words).total
  expect(found()).toBe(1)
  session.save([], (writable) => void writable.run("INSERT INTO passage_words (passage_words) VALUES ('delete-all')"))
  expect(found()).toBe(0)
  for await (const step of repair(session, new AbortController().signal)) void step
  expect(found()).toBe(1)
  await door.lock()
})

test('a report is saved in a folder of its own', async () => {
  const parentFolder = temporaryFolder()
  const { folder } = await archive.client.backup.saveReport({ parentFolder, folderName: 'Report', text: 'Whole.' })
  expect(readFileSync(path.join(folder, 'report.txt'), 'utf8')).toBe('Whole.')
})
