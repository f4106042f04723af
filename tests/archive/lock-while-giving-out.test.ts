// Locking while an excerpt is being written out: a whole export with its row, or neither, and no plaintext left.
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { readyStory } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('after the lock nothing of it lies there, or all of it with its row', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const told = await readyStory(client, 'I sold oranges at the market.')
  const { excerpt } = told
  await told.answer('yes')
  const parentFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-test-out-'))
  try {
    let whole = 0
    for (let wait = 1; wait <= 9; wait += 1) {
      await told.signOff()
      const folderName = `out ${wait}`
      let locked: Promise<void> | null = null
      let steps = 0
      try {
        for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName })) {
          steps += 1
          if (steps === wait || step.kind === 'givenOut') locked ??= archive.process.lock()
        }
      } catch (error) {
        expect(error).toMatchObject({ code: 'locked' })
      }
      await locked
      await expect
        .poll(async () => (await readdir(parentFolder)).filter((name) => name.startsWith('.firsthand-')))
        .toEqual([])
      await client.door.open({ folder, passphrase })
      const rows = (await client.givenOut.list({})).disclosures.filter((row) => row.folderName === folderName).length
      expect(existsSync(path.join(parentFolder, folderName))).toBe(rows === 1)
      whole += rows
    }
    expect(whole).toBeLessThan(9)
  } finally {
    await rm(parentFolder, { recursive: true, force: true })
  }
})
