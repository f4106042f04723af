// Once she has gone through her story, what she is called outside and the words she refuses are hers to change.
import { afterEach, expect, test } from 'vitest'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { evidence } from '../support/ready-story.ts'

let archive: TestArchive
afterEach(() => archive.close())
const hers = { code: 'hersToDecide' }

async function reviewed(words: readonly string[]) {
  archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('Mina: I sold oranges.\n') }])
  const testimony = line?.testimony ?? ''
  const { narrator } = (await client.story.read({ testimony })).story
  const change = (names: Record<string, string>, refused = words) =>
    client.story.changeNarrator({
      narrator: narrator.id,
      name: 'Mina',
      names,
      existence: 'byPseudonym',
      evidence,
      refusedWords: refused.map((word) => ({ word, instead: '' })),
    })
  await change({ readers: 'Luz' })
  await client.consent.reviewed({ testimony, evidence })
  return { client, narrator: narrator.id, change }
}

test('nobody else gives her another name outside', async () => {
  const { client, narrator, change } = await reviewed([])
  await expect(change({ readers: 'Mina Quispe' })).rejects.toMatchObject(hers)
  // Nor by taking the nearer name away, so that a wider one stands there.
  await client.herSession.handOver({ narrator, passphrase: null })
  await change({ readers: 'Luz', anyone: 'L.' })
  await client.herSession.leave({ passphrase })
  await expect(change({ anyone: 'L.' })).rejects.toMatchObject(hers)
  await change({ readers: 'Luz' })
})

test('others may add to the words she refuses, and only she lets one go', async () => {
  const { client, narrator, change } = await reviewed(['victim', 'rescued'])
  await expect(change({ readers: 'Luz' }, ['rescued'])).rejects.toMatchObject(hers)
  await change({ readers: 'Luz' }, ['rescued', 'victim', 'saved'])
  await client.herSession.handOver({ narrator, passphrase: null })
  await change({ readers: 'Luz' }, ['rescued'])
  await client.herSession.leave({ passphrase })
})
