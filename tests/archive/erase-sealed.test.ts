// What is said before a sealed passage is erased: that it is sealed and where it stands, never a word of it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { eraseAll, mediaIn } from './erase-world.ts'
import { seal, toldAloud } from './told-aloud.ts'

let archive: TestArchive
let told: Awaited<ReturnType<typeof toldAloud>>
beforeEach(async () => {
  archive = await makeArchive()
  told = await toldAloud(archive.client)
})
afterEach(() => archive.close())

const what = (passages: readonly string[]) =>
  archive.client.erase.what({ kind: 'passages', testimony: told.testimony, passages: [...passages] })

test('one that is sealed is told by its place, with its sealed sound; others by how they begin', async () => {
  const { client, folder } = archive
  const { testimony, narrator, passages } = told
  const [first = '', second = '', third = '', fourth = ''] = passages
  await client.herSession.seal({ testimony, passages: [third] })
  await seal(client, testimony, [second])
  expect(await what([second])).toMatchObject({
    begins: '',
    sealedAt: { place: 2, of: 4 },
    counts: { passages: 1, sealed: 1, sealedSound: 1 },
  })
  expect(await what([third])).toMatchObject({ sealedAt: { place: 3, of: 4 }, counts: { sealed: 1, sealedSound: 0 } })
  expect(await what([first])).toMatchObject({ begins: 'One.', sealedAt: null, counts: { sealed: 0, sealedSound: 0 } })
  expect(await what([first, second, third])).toMatchObject({ sealedAt: null, counts: { sealed: 2, sealedSound: 1 } })
  for (const target of [{ kind: 'story', testimony } as const, { kind: 'narrator', narrator } as const])
    expect(await client.erase.what(target)).toMatchObject({ sealedAt: null, counts: { sealed: 2, sealedSound: 1 } })
  const of = { kind: 'passages', testimony, passages: [second], sound: 'silence', knownBy: null } as const
  expect(mediaIn(folder)).toHaveLength(2)
  expect((await eraseAll(client, of)).counts).toMatchObject({ passages: 1, sealed: 1, sealedSound: 1 })
  expect(mediaIn(folder)).toHaveLength(1)
  expect(await what([third])).toMatchObject({ sealedAt: { place: 2, of: 3 } })
  expect(await what([fourth])).toMatchObject({ begins: 'Four?', sealedAt: null })
})
