// A folder of the same name that appears while the files are written: the row is kept, so it is given out, and what is said is true.
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { readyStory, type ReadyStory } from '../support/ready-story.ts'

let archive: TestArchive
let story: ReadyStory
let parentFolder: string
/** Done once all files are written, before the row is: the archive looks at its clock then. */
let meanwhile: (() => void) | null
beforeEach(async () => {
  meanwhile = null
  archive = await makeArchive({
    now: () => {
      const [staged] =
        meanwhile === null ? [] : readdirSync(parentFolder).filter((name) => name.startsWith('.firsthand-'))
      if (staged !== undefined && existsSync(path.join(parentFolder, staged, 'index.html'))) {
        meanwhile?.()
        meanwhile = null
      }
      return new Date()
    },
  })
  parentFolder = path.join(archive.dataFolder, 'out')
  mkdirSync(parentFolder)
  story = await readyStory(archive.client, 'I sold oranges at the market.')
  await story.answer('yes')
  await story.signOff()
})
afterEach(() => archive.close())

const giveOut = () => story.giveOut(parentFolder, 'hall')
const rows = async () => (await archive.client.givenOut.list({})).disclosures.length

test('it gets the next free name, which is said, and there is one row', async () => {
  meanwhile = () => {
    for (const name of ['hall', 'hall 2']) mkdirSync(path.join(parentFolder, name))
  }
  const folder = await giveOut()
  expect(folder).toBe(path.join(parentFolder, 'hall 3'))
  expect(readdirSync(folder)).toContain('index.html')
  expect(readdirSync(path.join(parentFolder, 'hall'))).toEqual([])
  expect(await rows()).toBe(1)
  expect(readdirSync(parentFolder).toSorted()).toEqual(['hall', 'hall 2', 'hall 3'])
})

test('a name that is taken from the start is refused, with nothing left', async () => {
  mkdirSync(path.join(parentFolder, 'hall'))
  await expect(giveOut()).rejects.toMatchObject({ code: 'folderTaken' })
  expect([await rows(), readdirSync(parentFolder)]).toEqual([0, ['hall']])
})

test('where its folder gets no name, it is said to be given out, and the next opening names it', async () => {
  const away = path.join(archive.dataFolder, 'away')
  meanwhile = () => renameSync(parentFolder, away)
  await expect(giveOut()).rejects.toMatchObject({ code: 'givenOutUnnamed' })
  expect(await rows()).toBe(1)
  renameSync(away, parentFolder)
  await archive.client.door.lock({})
  await archive.client.door.open({ folder: archive.folder, passphrase })
  expect(readdirSync(parentFolder)).toEqual(['hall'])
  expect(await rows()).toBe(1)
})
