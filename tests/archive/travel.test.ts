// Travel mode: nothing goes before a tried backup holds all of it; then nothing is here, and it comes back whole.
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { peaksAsBytes } from '../../shared/domain/sound/peaks.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { backUp, bringNoiseIn, filesUnder, restoreTo, tryIt } from '../support/backup.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await makeArchive()
  await bringNoiseIn(archive.client, 'the laundry')
})
afterEach(() => archive.close())

const leave = async (made: { root: string; generation: string }) => {
  for await (const step of archive.client.backup.leave({ root: made.root, generation: made.generation })) void step
}

test('the archive goes only when a backup of all of it was tried, and then nothing of it is here', async () => {
  const { client, folder, dataFolder } = archive
  const stick = temporaryFolder()
  const first = await backUp(client, stick)
  expect(await codeOf(leave(first))).toBe('notTried')
  await tryIt(client, first)
  await bringNoiseIn(client, 'the harbour', 4_096)
  expect(await codeOf(leave(first))).toBe('changedSinceBackup')
  const made = await backUp(client, stick)
  expect(await codeOf(leave(made))).toBe('notTried')
  await tryIt(client, made)
  renameSync(stick, `${stick}-out`)
  expect(await codeOf(leave(made))).toBe('noBackupHere')
  renameSync(`${stick}-out`, stick)
  expect((await client.door.state({})).state).toBe('open')
  const keyring = readFileSync(path.join(folder, 'keyring'))

  await leave(made)
  expect(existsSync(folder)).toBe(false)
  // Nothing in the data folder says that there was one; the control finds what was looked for on the stick.
  expect(Object.keys(filesUnder(dataFolder))).toEqual([])
  const holds = (place: string) => readFileSync(place).includes(keyring)
  expect(holds(path.join(made.root, 'generations', made.generation))).toBe(true)
  const later = await startProcess(dataFolder)
  expect(await later.client.door.state({})).toMatchObject({ state: 'none', leftUnmade: false })
  expect(await codeOf(later.client.door.open({ folder, passphrase }))).toBe('folderMissing')

  const restored = await restoreTo(later.client, made, folder)
  expect(restored.damaged).toEqual([])
  await later.client.door.open({ folder, passphrase })
  expect((await later.client.shelf.choices({})).all).toBe(2)
  for await (const step of later.client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
  await later.close()
  expect([...archive.broken, ...later.broken]).toEqual([])
})

test('a waveform that is worked out meanwhile holds nobody back; a story that comes in does', async () => {
  const { client } = archive
  const made = await backUp(client, temporaryFolder())
  await tryIt(client, made)
  const [{ recording } = { recording: '' }] = (await client.story.withoutPeaks({})).recordings
  await client.story.keepPeaks({
    recording,
    peaks: peaksAsBytes({ columnMs: 20, columns: new Uint8Array(80).fill(99) }),
  })
  await leave(made)
  expect((await client.door.state({})).state).toBe('none')
})

test('a restore that is stopped leaves the folder empty', async () => {
  const made = await backUp(archive.client, temporaryFolder())
  await archive.client.door.lock({})
  const other = await startProcess(temporaryFolder())
  const into = path.join(other.dataFolder, 'here')
  const stop = new AbortController()
  const opensWith = { kind: 'passphrase', words: passphrase } as const
  const asked = { root: made.root, generation: made.generation, into, opensWith }
  let steps = 0
  const restoring = async () => {
    for await (const step of other.client.backup.restore(asked, stop.signal)) {
      steps += step.kind === 'working' ? 1 : 0
      if (steps === 2) stop.abort()
    }
  }
  expect(await codeOf(restoring())).toBe('cancelled')
  for (let tries = 0; tries < 100 && readdirSync(into).length > 0; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 20))
  expect(readdirSync(into)).toEqual([])
  await other.close()
})
