// The making of a new archive key, killed at every step of it: the archive opens with the old people or with the new ones,
// whole, and nothing half made is left.
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openWithPaperKey, openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { readPaperKey } from '../../electron/archive/vault/paper-key.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { bringIn, makeArchive, passphrase, startProcess } from '../support/archive.ts'
import { dieInside } from '../torture/die-inside.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'
import { noSecondTry } from '../support/no-second-try.ts'

const opensWith = { kind: 'passphrase', words: passphrase } as const
const [bertas, carlas] = ['thunder copper willow basket planet anchor', 'meadow rocket timber velvet puzzle harbor']
/** Whether every point is tried, and not a handful of them. */
const isEvery = process.env['FIRSTHAND_EVERY_KILL'] !== undefined

const remove = (work: object): Promise<string> => dieInside('remove-member.ts', work)

test(
  'killed at any step, the old state or the new one opens with the right people',
  { ...noSecondTry, timeout: 900_000 },
  async () => {
    const archive = await makeArchive()
    const { client } = archive
    for (const [name, words] of [
      ['Berta', bertas],
      ['Carla', carlas],
    ] as const)
      await client.members.add({ opensWith, name, passphrase: words })
    const { paperKey, check } = await client.door.beginNewPaperKey({ opensWith, language: 'en' })
    await client.door.confirmNewPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
    const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('I sold oranges there.') }])
    const testimony = line?.testimony ?? ''
    const before = await client.story.read({ testimony })
    const member = (await client.members.list({})).members.find(({ name }) => name === 'Berta')?.id ?? ''
    await client.door.lock({})
    const first = temporaryFolder()
    cpSync(archive.folder, path.join(first, 'archive'), { recursive: true })
    await archive.close()

    const workAt = (dieAt: number) => {
      const dataFolder = temporaryFolder()
      cpSync(first, dataFolder, { recursive: true })
      return { dataFolder, folder: path.join(dataFolder, 'archive'), member, dieAt }
    }
    const points = Number(await remove(workAt(0)))
    expect(points).toBeGreaterThan(30)
    const tried = Array.from({ length: points }, (_, at) => at + 1)
    // Before it is written aside, after which the next opening goes on with it, and from there to its last step.
    const chosen = isEvery ? tried : [2, 6, 9, Math.round(points / 2), points - 4, points - 1]

    const seen = new Set<string>()
    for (const point of new Set(chosen)) {
      const work = workAt(point)
      const said = `killed at point ${point} of ${points}`
      expect(await remove(work), said).toBe('')
      const keyOf = async (words: string) => (await openWithPassphrase(work.folder, normalisePassphrase(words))).key
      // Carla first: nobody else has opened since.
      const { client: again, close, broken } = await startProcess(work.dataFolder)
      await again.door.open({ folder: work.folder, passphrase: carlas })
      expect(await again.story.read({ testimony }), said).toEqual(before)
      const names = (await again.members.list({})).members.map(({ name }) => name)
      await again.door.lock({})
      const bertaOpens = await codeOf(again.door.open({ folder: work.folder, passphrase: bertas }))
      const isOld = names.includes('Berta')
      expect(bertaOpens, said).toBe(isOld ? 'none' : 'wrongPassphrase')
      await again.door.lock({})
      await close()
      expect(broken).toEqual([])
      const key = await keyOf(passphrase)
      expect([
        await keyOf(carlas),
        (await openWithPaperKey(work.folder, readPaperKey(paperKey.join(' ')))).key,
      ]).toEqual([key, key])
      const left = readdirSync(work.folder).toSorted()
      expect(left, said).toEqual(
        ['archive.db', 'keyring', 'keyring.previous', 'media'].filter((name) => left.includes(name)),
      )
      expect(left).toContain('archive.db')
      seen.add(isOld ? 'old' : 'new')
      rmSync(work.dataFolder, { recursive: true })
    }
    expect([...seen].toSorted()).toEqual(['new', 'old'])
  },
)
