// What her passphrase and a disk surrender without an archivist's, and what her copy does without her passphrase: no word.
import path from 'node:path'
import { expect, test } from 'vitest'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import { passphrase } from '../support/archive.ts'
import { pagesOf } from '../support/deciphered-pages.ts'
import { filesIn, found } from '../support/disk-search.ts'
import { needlesFor } from '../support/needles.ts'
import { herCanary, herPassphrase, makeHome, otherCanary, takeCopy } from './take-home-world.ts'

const opened = (folder: string, words: string) =>
  openWithPassphrase(folder, normalisePassphrase(words)).then(
    ({ key }) => key,
    () => null,
  )
const needles = needlesFor([herCanary, otherCanary, 'Halima'])

/** Whether her words stand in what `words` opens. */
async function reads(folder: string, words: string): Promise<boolean> {
  const key = await opened(folder, words)
  return key !== null && pagesOf(path.join(folder, 'archive.db'), key).some((page) => page.includes(herCanary))
}

test('a disk and her passphrase hold nothing without an archivist’s, and her copy nothing without hers', async () => {
  const world = await makeHome()
  const { home } = world
  const copy = await takeCopy(world)
  await home.client.door.lock({})

  expect(found(filesIn([home.folder]), needles)).toEqual([])
  expect(await reads(home.folder, herPassphrase)).toBe(false)
  expect(await reads(home.folder, passphrase), 'the control').toBe(true)

  expect(found(filesIn([copy]), needles)).toEqual([])
  expect(await reads(copy, passphrase)).toBe(false)
  expect(await reads(copy, herPassphrase), 'the control').toBe(true)
  await home.close()
})
