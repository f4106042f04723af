// An archive that was begun and left before its paper key was typed back: nothing is there, and the door says so.
import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('the door says that nothing was made, until another is made', async () => {
  archive = await startProcess(temporaryFolder())
  const { door } = archive.client
  const unmade = async () => (await door.state({})).leftUnmade
  const begin = () => door.create({ folder: archive.folder, passphrase, archivist: 'Ana', language: 'en' })
  expect(await unmade()).toBe(false)
  await begin()
  // A page that comes now has not begun it.
  expect(await unmade()).toBe(true)
  for (let locks = 0; locks < 2; locks += 1) await door.lock({})
  expect(await unmade()).toBe(true)
  expect(existsSync(archive.folder)).toBe(false)
  await expect(door.confirmPaperKey({ words: ['a', 'b', 'c', 'd'] })).rejects.toMatchObject({ code: 'notFound' })
  const { paperKey, check } = await begin()
  await door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })
  expect(await unmade()).toBe(false)
  await door.lock({})
  expect(await unmade()).toBe(false)
})
