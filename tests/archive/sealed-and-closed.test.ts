// A sealed passage while its words are closed: nobody says that words are right which nobody can see.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'
import { toldAloud } from './told-aloud.ts'

let archive: TestArchive
let told: Awaited<ReturnType<typeof toldAloud>>
beforeEach(async () => {
  archive = await makeArchive()
  told = await toldAloud(archive.client)
})
afterEach(() => archive.close())

async function comeAgain(typed: string | null): Promise<void> {
  await archive.client.herSession.leave({ passphrase })
  await archive.client.herSession.handOver({ narrator: told.narrator, passphrase: typed })
}

test('words are right only where she can see them: sealed ones with her key open, and with the key they are sealed to', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const [, passage = '', open = ''] = passages
  const look = (of: string, what: 'heard' | 'right' | 'later', on = true) =>
    codeOf(client.herSession.look({ testimony, passage: of, look: what, on }))
  const right = async () =>
    (await client.herSession.progress({ testimony })).looks.flatMap((one) => (one.look === 'right' ? one.passage : []))
  await client.herSession.seal({ testimony, passages: [passage] })
  expect([await look(passage, 'right'), await right()]).toEqual(['none', [passage]])
  expect(await look(passage, 'right', false)).toBe('none')
  await comeAgain(null)
  expect([await look(passage, 'right'), await right()]).toEqual(['wordsClosed', []])
  expect([await look(open, 'right'), await look(passage, 'later'), await look(passage, 'heard')]).toEqual([
    'none',
    'none',
    'none',
  ])
  expect(await look('0123456789abcdef', 'right')).toBe('notFound')
  await client.herSession.openKey({ passphrase: herPassphrase })
  expect(await look(passage, 'right')).toBe('none')
  // Taking it back needs nobody to see the words.
  await comeAgain(null)
  expect([await look(passage, 'right', false), await right()]).toEqual(['none', [open]])
  // With another key there is nobody who could ever see them.
  await client.herSession.forgetPassphrase({ passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  expect([await look(passage, 'right'), await right()]).toEqual(['wordsClosed', [open]])
})
