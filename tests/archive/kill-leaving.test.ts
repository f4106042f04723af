// Whatever leaves in a folder of its own, killed at any moment: a whole folder that is written down, or neither.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sha256 } from '../../electron/archive/sha256.ts'
import { makeArchive, passphrase, startProcess } from '../support/archive.ts'
import { temporaryFolder } from './temporary-folder.ts'

const leaver = path.join(import.meta.dirname, '..', 'torture', 'leave.ts')

async function leave(work: object): Promise<string> {
  const child = spawn(process.execPath, [leaver, JSON.stringify(work)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'exit')
  return said
}

test('a list that is killed on its way leaves its row and its folder, or neither', { timeout: 120_000 }, async () => {
  const archive = await makeArchive()
  const first = temporaryFolder()
  await archive.client.door.lock({})
  cpSync(archive.folder, path.join(first, 'archive'), { recursive: true })
  await archive.close()
  const workAt = (dieAt: number) => {
    const dataFolder = temporaryFolder()
    cpSync(first, dataFolder, { recursive: true })
    const out = path.join(dataFolder, 'out')
    mkdirSync(out)
    return { dataFolder, folder: path.join(dataFolder, 'archive'), out, dieAt }
  }
  const points = Number(await leave(workAt(0)))
  expect(points).toBeGreaterThan(20)

  const seen = new Set<boolean>()
  // Every point from where it is written down, and some before.
  for (const point of new Set([4, 9, ...Array.from({ length: 14 }, (_, back) => points - back)])) {
    const work = workAt(point)
    expect(await leave(work)).toBe('')
    const { client, close } = await startProcess(work.dataFolder)
    await client.door.open({ folder: work.folder, passphrase })
    const { catalogues } = await client.catalogue.before({})
    await close()
    expect(readdirSync(work.out), `killed at point ${point} of ${points}`).toEqual(catalogues.map(() => 'list'))
    for (const file of catalogues.flatMap(({ files }) => files))
      expect(sha256(readFileSync(path.join(work.out, 'list', file.path)))).toBe(file.sha256)
    seen.add(catalogues.length === 1)
  }
  expect([...seen].toSorted()).toEqual([false, true])
})
