// Existence: how much of her being here shows outside is hers to decide, and until she has, it is nothing.
import { afterEach, expect, test } from 'vitest'
import type { Existence } from '../../shared/domain/story.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())

async function broughtIn() {
  archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('Mina: I sold oranges.\n') }])
  const testimony = line?.testimony ?? ''
  const { narrator } = (await client.story.read({ testimony })).story
  const change = (existence: Existence, names: Record<string, string> = {}) =>
    client.story.changeNarrator({ narrator: narrator.id, name: 'Mina', names, existence, refusedWords: [], evidence })
  return { client, testimony, narrator, change }
}

test('a narrator who has not been asked is not even counted', async () => {
  const { narrator } = await broughtIn()
  expect(narrator.existence).toBe('notCounted')
})

test('once she has gone through her story, only she shows more of her being here; less, anybody may', async () => {
  const { client, testimony, narrator, change } = await broughtIn()
  await change('byPseudonym', { readers: 'M.' })
  await client.consent.reviewed({ testimony, evidence })
  const hers = { code: 'hersToDecide' }
  await expect(change('byName', { readers: 'M.' })).rejects.toMatchObject(hers)
  await expect(change('byPseudonym', { readers: 'M.', anyone: 'Mina' })).rejects.toMatchObject(hers)
  await change('countedOnly', { readers: 'M.' })
  await expect(change('byPseudonym', { readers: 'M.' })).rejects.toMatchObject(hers)
  await client.herSession.handOver({ narrator: narrator.id, passphrase: null })
  await change('byName', { anyone: 'Mina' })
  await client.herSession.leave({ passphrase })
  expect((await client.story.read({ testimony })).story.narrator).toMatchObject({ existence: 'byName' })
})
