// A name of hers stands in no list before she has gone through her story, seven days are over, and she has said so.
import { afterEach, expect, test } from 'vitest'
import type { Existence } from '../../shared/domain/story.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'

let archive: TestArchive
let now = new Date('2026-03-01T10:00:00Z')
afterEach(async () => {
  now = new Date('2026-03-01T10:00:00Z')
  await archive.close()
})

async function told() {
  archive = await makeArchive({ now: () => now })
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode('Mina: I sold oranges.\n') }])
  const testimony = line?.testimony ?? ''
  const { id: narrator } = (await client.story.read({ testimony })).story.narrator
  await client.story.retitle({ testimony, title: 'Oranges', titleBy: 'narrator' })
  await answerReadingRoom(client, testimony)
  const change = (existence: Existence, name = 'Mina Rojas', known: typeof evidence | null = null) =>
    client.story.changeNarrator({
      narrator,
      name: 'Mina',
      names: name === '' ? {} : { readers: name },
      existence,
      refusedWords: [],
      ...(known === null ? {} : { evidence: known }),
    })
  const list = async () => {
    const { paper, waiting } = await client.catalogue.preview({ reach: 'readers', language: 'en' })
    return { names: JSON.stringify(paper).includes('Mina Rojas'), because: waiting.map((one) => one.because) }
  }
  const inHerSession = async <T>(does: () => Promise<T>): Promise<T> => {
    await client.herSession.handOver({ narrator, passphrase: null })
    const came = await does()
    await client.herSession.leave({ passphrase })
    return came
  }
  return { client, testimony, narrator, change, list, inHerSession }
}

const save = (folderName: string) =>
  archive.client.catalogue.save({ reach: 'readers', language: 'en', parentFolder: archive.dataFolder, folderName })

test('an archivist shows more of her only with how it is known that she wants it', async () => {
  const { client, change, testimony, narrator } = await told()
  await expect(change('byName')).rejects.toMatchObject({ code: 'herWordMissing' })
  await expect(change('countedOnly')).rejects.toMatchObject({ code: 'herWordMissing' })
  expect((await client.story.read({ testimony })).story.narrator.existence).toBe('notCounted')
  await change('byName', 'Mina Rojas', evidence)
  // Less, without.
  await change('countedOnly')
  await expect(change('byName')).rejects.toMatchObject({ code: 'herWordMissing' })
  expect(narrator).not.toBe('')
})

test('no name stands in a list before her review, and seven days after it', async () => {
  const { client, testimony, change, list } = await told()
  await change('byName', 'Mina Rojas', evidence)
  expect(await list()).toEqual({ names: false, because: ['review'] })
  await client.consent.reviewed({ testimony, evidence })
  expect(await list()).toEqual({ names: false, because: ['coolingOff'] })
  now = new Date('2026-03-08T09:59:00Z')
  expect((await list()).names).toBe(false)
  now = new Date('2026-03-08T10:00:01Z')
  expect(await list()).toEqual({ names: true, because: [] })
})

test('what is set without a word of hers, as in an archive from before, names and counts nobody', async () => {
  const { client, testimony, narrator, change, list, inHerSession } = await told()
  await client.consent.reviewed({ testimony, evidence })
  now = new Date('2026-03-09T10:00:00Z')
  await inHerSession(() => change('byName'))
  expect((await list()).names).toBe(true)
  // Her own word counts as far as it goes, whatever is set.
  await inHerSession(() => change('countedOnly'))
  expect((await list()).names).toBe(false)
  await expect(change('byName', 'Mina Rojas', evidence)).rejects.toMatchObject({ code: 'hersToDecide' })
  expect(narrator).not.toBe('')
})

test('a list that names her is in her rooms, on her receipt and with the lists that left', async () => {
  const { client, testimony, narrator, change, inHerSession } = await told()
  await client.consent.reviewed({ testimony, evidence })
  now = new Date('2026-03-09T10:00:00Z')
  await save('before she is named')
  await inHerSession(() => change('byName'))
  await save('with her')
  const naming = () => inHerSession(() => client.catalogue.naming({ narrator }))
  const one = { reach: 'readers', at: '2026-03-09T10:00:00.000Z', name: 'Mina Rojas' }
  expect((await naming()).lists).toEqual([{ ...one, stands: true }])
  const receipt = async () =>
    JSON.stringify((await client.receipt.read({ narrator, language: 'en', contact: '' })).paper)
  expect(await receipt()).toContain('You would be named so in a new list too.')
  const over = async () => (await client.catalogue.before({})).catalogues.map((list) => list.over)
  expect((await over()).flat()).toEqual([])
  // She takes everything back: what is outside names her still.
  await answerReadingRoom(client, testimony, 'withdrawn')
  expect((await naming()).lists).toEqual([{ ...one, stands: false }])
  expect(await receipt()).toContain('In a new list you would not be named so.')
  expect((await over()).flat()).toEqual(['Mina Rojas'])
})
