// The folder of an excerpt does not say what was taken out of it.
import { readdir } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { waiveCoolingOff } from '../support/waive.ts'

const evidence = { kind: 'inPerson', note: 'She said it to me.' } as const
let archive: TestArchive
afterEach(() => archive.close())

test('a folder named by a name that was taken out is not made', async () => {
  archive = await makeArchive()
  const { client, dataFolder } = archive
  const [line] = await bringIn(client, [
    { name: 'a.txt', bytes: new TextEncoder().encode('I worked with Rosalinda at night.') },
  ])
  const testimony = line?.testimony ?? ''
  const passage = (await client.story.read({ testimony })).story.passages[0]
  if (passage === undefined) throw new Error('no passage')
  const start = passage.text.indexOf('Rosalinda')
  await client.marks.takeOut({
    testimony,
    spans: [{ passage: passage.id, start, end: start + 9, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  const conditions = { recipients: [], nameAs: null, voice: 'own', until: null, times: null, noCutting: false } as const
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    conditions: { ...conditions, recipients: [] },
    cardLanguage: 'en',
    cardVersion: 1,
  })
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({
    testimony,
    use: 'readingRoom',
    recipient,
    passages: [passage.id],
  })
  await client.excerpts.change({
    excerpt,
    use: 'readingRoom',
    recipient,
    passages: [passage.id],
    withSound: false,
    framing: { title: 'Nights', introduction: '', keywords: [] },
  })
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  const give = async (folderName: string) => {
    for await (const _ of client.excerpts.giveOut({ excerpt, parentFolder: dataFolder, folderName })) continue
  }
  await expect(give('Nights with rosalinda')).rejects.toMatchObject({ code: 'folderNameTells' })
  expect((await readdir(dataFolder)).join()).not.toMatch(/rosalinda|firsthand-/i)
  await give('Nights')
  expect(await readdir(dataFolder)).toContain('Nights')
})
