// The work of a passphrase is measured and raised only some time after an opening, and not at all once it is forgotten.
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { Raising } from '../../electron/archive/features/members/raising.ts'
import { argonFloor } from '../../electron/archive/vault/argon.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { makeArchive, passphrase } from '../support/archive.ts'

const restMs = 300

async function justOpened(): Promise<{
  raising: Raising
  asked: number[]
  raised: number[]
  after: () => Promise<void>
  remove: () => Promise<void>
}> {
  const archive = await makeArchive()
  await archive.process.close()
  const asked: number[] = []
  const raised: number[] = []
  const since = performance.now()
  const raising = new Raising(
    {
      random: (length) => randomBytes(length),
      argon: () => {
        asked.push(performance.now() - since)
        return Promise.resolve({ passes: argonFloor.passes * 3, memory: argonFloor.memory })
      },
      isGiven: false,
      alone: (work) => work(),
      done: () => raised.push(performance.now() - since),
    },
    restMs,
  )
  const bytes = normalisePassphrase(passphrase)
  return {
    raising,
    asked,
    raised,
    after: () => raising.after({ folder: archive.folder, passphrase: bytes, behind: false, took: 100 }),
    async remove() {
      const opened = await openWithPassphrase(archive.folder, bytes, {
        random: (length) => randomBytes(length),
        now: Date.now(),
      })
      expect(opened.key, 'it opens as it did').toHaveLength(32)
      await archive.close()
      await rm(archive.dataFolder, { recursive: true, force: true })
    },
  }
}

test('nothing is measured while the first screen is drawn; then it is raised', async () => {
  const { asked, raised, after, remove } = await justOpened()
  await after()
  expect(asked).toHaveLength(1)
  expect(asked[0]).toBeGreaterThanOrEqual(restMs - 5)
  expect(raised).toHaveLength(1)
  await remove()
})

test('locked meanwhile, nothing is measured and nothing is written', async () => {
  const { raising, asked, raised, after, remove } = await justOpened()
  const over = after()
  raising.forget()
  await over
  expect(asked).toEqual([])
  expect(raised).toEqual([])
  await remove()
})
