// A taking that is killed leaves a whole folder or none, and nothing beside it after the next opening.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openManifest } from '../../shared/formats/open-manifest.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { passphrase, startProcess } from '../support/archive.ts'
import { makeHome, openCopy, withHer } from './take-home-world.ts'
import { temporaryFolder } from './temporary-folder.ts'

const taker = path.join(import.meta.dirname, '..', 'torture', 'take-home.ts')

async function take(work: object): Promise<string> {
  const child = spawn(process.execPath, [taker, JSON.stringify(work)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'exit')
  return said
}

test.each(['openFormats', 'makeCopy'] as const)('%s, killed on the way', { timeout: 180_000 }, async (what) => {
  const world = await makeHome()
  const first = temporaryFolder()
  await withHer(world, async () => undefined)
  await world.home.client.door.lock({})
  cpSync(world.home.folder, path.join(first, 'archive'), { recursive: true })
  await world.home.close()

  const workAt = (dieAt: number) => {
    const dataFolder = temporaryFolder()
    cpSync(first, dataFolder, { recursive: true })
    const out = path.join(dataFolder, 'out')
    mkdirSync(out)
    return { what, dataFolder, folder: path.join(dataFolder, 'archive'), out, narrator: world.narrator, dieAt }
  }
  const points = Number(await take(workAt(0)))
  expect(points).toBeGreaterThan(40)
  const spread = Array.from({ length: 4 }, (_, at) => 1 + Math.round((at * (points - 1)) / 3))
  const seen = new Set<boolean>()
  for (const point of new Set([...spread, points - 8, points - 5, points - 4])) {
    const work = workAt(point)
    expect(await take(work)).toBe('')
    const home = await startProcess(work.dataFolder)
    await home.client.door.open({ folder: work.folder, passphrase })
    await home.close()
    const there = readdirSync(work.out)
    expect(
      there.filter((name) => name !== 'taken'),
      `killed at point ${point} of ${points}`,
    ).toEqual([])
    seen.add(there.length === 1)
    if (there.length === 0) continue
    const folder = path.join(work.out, 'taken')
    if (what === 'makeCopy') {
      const copy = await openCopy(folder)
      const { story } = await copy.client.story.read({ testimony: world.testimony })
      expect(story.passages).toHaveLength(4)
      const sound = await copy.process.media.find('media', story.recordings[0]?.media ?? '', '')
      expect(sound.size).toBeGreaterThan(80_000)
      await copy.close()
    } else {
      const manifest = openManifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))
      for (const file of manifest.files) expect(sha256(await readFile(path.join(folder, file.path)))).toBe(file.sha256)
    }
  }
  expect([...seen].toSorted()).toEqual([false, true])
})
