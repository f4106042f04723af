// Locking while the archive is being opened wins: it does not open behind the back of whoever locked it.
import { afterEach, expect, test } from 'vitest'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'

let archive: TestArchive
afterEach(() => archive.close())

test('what was being opened when somebody locked stays closed, and opens again after', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  await client.door.lock({})
  const opening = client.door.open({ folder, passphrase }).then(
    () => 'open',
    (error: { code: string }) => error.code,
  )
  await new Promise((resolve) => setTimeout(resolve, 20))
  await client.door.lock({})
  expect(await opening).toBe('locked')
  expect((await client.door.state({})).state).toBe('closed')
  await client.door.open({ folder, passphrase })
  expect((await client.door.state({})).state).toBe('open')
})
