// What she takes back, and how far: nothing is asked back that she lets be, and nothing is taken back that she never gave.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { plainConditions } from '../support/plain-conditions.ts'
import { evidence } from '../support/ready-story.ts'
import { archive, given, itIs, nobodyWrites, say } from './recall-world.ts'

type Given = Awaited<ReturnType<typeof given>>
type Use = 'readingRoom' | 'exhibition' | 'research' | 'court' | 'machines' | 'website'

const takeBack = (
  { testimony, disclosure }: Given,
  degree: 'stopNew' | 'pullBack',
  uses: readonly Use[] = ['readingRoom'],
) =>
  archive.client.recall.takeBack({
    testimony,
    scope: { kind: 'testimony' },
    uses: [...uses],
    evidence,
    degree,
    disclosure,
  })

const read = ({ disclosure }: Given) => archive.client.recall.read({ disclosure })
const decided = async ({ testimony }: Given) => (await archive.client.consent.read({ testimony })).entries

async function hers({ testimony }: Given) {
  const { story } = await archive.client.story.read({ testimony })
  await archive.client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  return story.narrator.id
}

test('what she lets be is not asked back by a letter, a file or a note of what came of it', async () => {
  const ready = await given()
  const { client, dataFolder } = archive
  const { disclosure } = ready
  await takeBack(ready, 'stopNew')
  const nothing = { code: 'nothingOwed' }
  const words = { disclosure, ...nobodyWrites }
  await expect(client.recall.printed(words)).rejects.toMatchObject(nothing)
  const folder = { parentFolder: dataFolder, folderName: 'letter' }
  await expect(client.recall.save({ ...words, parts: ['letter', 'file'], ...folder })).rejects.toMatchObject(nothing)
  await expect(client.recall.step({ disclosure, kind: 'sent', on: '2026-03-01', note: '' })).rejects.toMatchObject(
    nothing,
  )
  await expect(client.recall.begin({ disclosure })).rejects.toMatchObject(nothing)
  expect(await read(ready)).toMatchObject({ state: 'letBe', steps: [{ kind: 'letBe' }] })
  // After all, on a new word of hers, which stands in the ledger.
  const before = (await decided(ready)).length
  expect(await client.recall.begin({ disclosure, evidence })).toMatchObject({ state: 'begun' })
  expect((await decided(ready)).slice(before)).toMatchObject([
    { kind: 'outside', detail: { wish: 'askBack' }, evidence: { note: evidence.note } },
  ])
})

test('what she lets be stays so when something else of it is called back', async () => {
  const ready = await given()
  const { client } = archive
  const [first = '', , third = ''] = ready.passages
  const part = (passage: string, degree: 'stopNew' | 'pullBack') =>
    client.recall.takeBack({
      testimony: ready.testimony,
      scope: { kind: 'passages', passages: [passage] },
      uses: ['readingRoom'],
      evidence,
      degree,
    })
  await part(first, 'stopNew')
  await part(third, 'pullBack')
  expect((await read(ready)).state).toBe('begun')
  const { folder } = await client.recall.save({
    disclosure: ready.disclosure,
    ...nobodyWrites,
    parts: ['file'],
    parentFolder: archive.dataFolder,
    folderName: 'file',
  })
  const file = await readFile(path.join(folder, `${ready.excerpt}.firsthand-recall`), 'utf8')
  expect((JSON.parse(file) as { spans: { number: number }[] }).spans.map(({ number }) => number)).toEqual([3])
  // The other way round: what is newly closed and let be is owed nothing.
  await part(ready.passages[4] ?? '', 'stopNew')
  expect((await read(ready)).state).toBe('begun')
})

test('in her own session she lets be what is being called back, and it stands in the log', async () => {
  const ready = await given()
  await takeBack(ready, 'pullBack')
  // An archivist has nothing to say there: what she wanted back stays wanted.
  await expect(takeBack(ready, 'stopNew')).rejects.toMatchObject({ code: 'nothingTakenBack' })
  expect((await read(ready)).state).toBe('begun')
  await hers(ready)
  const before = (await decided(ready)).length
  await takeBack(ready, 'stopNew')
  const { state, steps } = await read(ready)
  expect([state, steps.map(({ kind }) => kind)]).toEqual(['letBe', ['begun', 'letBe']])
  expect((await decided(ready)).slice(before)).toMatchObject([{ kind: 'outside', detail: { wish: 'letBe' } }])
  await expect(takeBack(ready, 'stopNew')).rejects.toMatchObject({ code: 'nothingTakenBack' })
})

test('only a yes is taken back: a no stays a no, and what she was not asked stays unasked', async () => {
  const ready = await given()
  const { client } = archive
  const answer = (use: Use, said: 'yes' | 'no' | 'notYet' | 'askEachTime', passages?: string[]) =>
    client.consent.answer({
      testimony: ready.testimony,
      evidence,
      scope: passages === undefined ? { kind: 'testimony' } : { kind: 'passages', passages },
      use,
      answer: said,
      cardLanguage: 'es',
      cardVersion: 1,
      conditions: { ...plainConditions, recipients: [] },
    })
  await answer('exhibition', 'no')
  await answer('research', 'askEachTime')
  await answer('website', 'no')
  await answer('website', 'yes', [ready.passages[0] ?? ''])
  const before = (await decided(ready)).length
  await takeBack(ready, 'pullBack', ['readingRoom', 'exhibition', 'research', 'court', 'machines', 'website'])
  const entries = (await decided(ready)).slice(before)
  expect(entries.map(({ use, answer: said, scope, cardLanguage }) => [use, said, scope?.kind, cardLanguage])).toEqual([
    ['readingRoom', 'withdrawn', 'testimony', 'en'],
    // The card that was read to her, and no other.
    ['research', 'withdrawn', 'testimony', 'es'],
    ['website', 'withdrawn', 'passages', 'es'],
  ])
  const standing = (await client.consent.read({ testimony: ready.testimony })).wholeStory
  const because = (use: Use) => standing.find((one) => one.use === use)
  expect(because('exhibition')).toMatchObject({ open: false, because: 'no' })
  for (const use of ['court', 'machines'] as const)
    expect(because(use)).toMatchObject({ open: false, because: 'noEntry' })
  const narrator = (await client.story.read({ testimony: ready.testimony })).story.narrator.id
  const { paper } = await client.receipt.read({ narrator, language: 'en', contact: '' })
  const cards = paper.blocks.flatMap((block) =>
    block.kind === 'heading' && block.text.includes('wording') ? [block.text] : [],
  )
  expect(cards).toHaveLength(4)
  // She can be asked anew.
  await answer('court', 'notYet')
})

test('nothing was sent or heard before she took it back', async () => {
  const ready = await given()
  itIs('2026-03-10T12:00:00Z')
  await say(ready, ready.passages, 'withdrawn')
  itIs('2026-03-14T12:00:00Z')
  const step = (on: string) => archive.client.recall.step({ disclosure: ready.disclosure, kind: 'sent', on, note: '' })
  await expect(step('2026-03-09')).rejects.toMatchObject({ code: 'beforeTakenBack' })
  // Written down on a later day than it was.
  expect((await step('2026-03-11')).state).toBe('sent')
})
