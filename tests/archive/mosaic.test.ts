// The mosaic: what somebody holds already, beside what they are about to get.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import { answerReadingRoom, evidence } from '../support/ready-story.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

interface Told {
  readonly testimony: string
  readonly passages: readonly string[]
}

/** A story told by a narrator of her own, agreed to and gone through. */
async function tell(client: ArchiveClient, name: string, lines: readonly string[]): Promise<Told> {
  const text = lines.map((line) => `${name}: ${line}`).join('\n\nAna: And then?\n\n')
  const [line] = await bringIn(client, [{ name: `${name}.txt`, bytes: bytes(`${text}\n`) }])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  return { testimony, passages: story.passages.filter(({ text: said }) => said !== 'And then?').map(({ id }) => id) }
}

async function allow(client: ArchiveClient, { testimony }: Told): Promise<void> {
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  await answerReadingRoom(client, testimony)
}

async function excerptOf(client: ArchiveClient, { testimony }: Told, passages: readonly string[], recipient: string) {
  const { id: excerpt } = await client.excerpts.begin({
    testimony,
    use: 'readingRoom',
    recipient,
    passages: [...passages],
  })
  const framing = { title: 'Days', introduction: '', keywords: [], captions: [], about: [] }
  await client.excerpts.change({
    excerpt,
    use: 'readingRoom',
    recipient,
    passages: [...passages],
    withSound: false,
    framing,
  })
  return excerpt
}

async function giveOut(client: ArchiveClient, excerpt: string, parentFolder: string): Promise<void> {
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName: excerpt })) void step
}

const others = [
  'I sold oranges near the river.',
  'We walked to Pillán every Sunday for the market.',
  'My aunt had a bakery and we ate its bread.',
  'The bakery was closed on Mondays.',
  'From Pillán you can see the sea.',
  'I sewed shirts at home.',
  'The bus was always late.',
  'My mother sang in the evenings.',
  'We kept goats behind the house.',
  'I learned to read from my brother.',
  'The factory whistle woke us.',
  'My sister went north to work.',
]

describe('what they could put together', () => {
  let archive: TestArchive
  let client: ArchiveClient
  let folder: string
  let her: Told
  let recipient: string
  let second: string
  beforeAll(async () => {
    archive = await makeArchive()
    client = archive.client
    folder = await mkdtemp(path.join(tmpdir(), 'firsthand-given-'))
    for (const [at, words] of others.entries()) await tell(client, `Teller${at}`, [words])
    her = await tell(client, 'Marisol', [
      'I carried flour at the bakery before dawn with my cousin Amparo.',
      'On Sundays I went home to Pillán by bus.',
      'My mother sang and we danced.',
    ])
    await allow(client, her)
    recipient = (await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })).id
    await giveOut(client, await excerptOf(client, her, her.passages.slice(0, 1), recipient), folder)
    second = await excerptOf(client, her, her.passages.slice(1), recipient)
  }, 120_000)
  afterAll(async () => {
    await archive.close()
    await rm(folder, { recursive: true, force: true })
  })
  const pairs = async (excerpt: string) =>
    (await client.mosaic.beside({ excerpt })).together.map(({ features }) => features.map(({ words }) => words))

  test('a planted pair that together points to her alone is found, with its passages', async () => {
    const { together, held } = await client.mosaic.beside({ excerpt: second })
    expect(held).toMatchObject([{ testimony: her.testimony, passages: 1, title: 'Days' }])
    const planted = together.find(({ features }) => features.some(({ words }) => words === 'Pillán'))
    expect(planted?.features).toEqual([
      { kind: 'word', words: 'bakery', where: { disclosure: held[0]?.disclosure, passage: her.passages[0] } },
      { kind: 'name', words: 'Pillán', where: { disclosure: null, passage: her.passages[1] } },
    ])
  })
  test('nothing is put together for somebody who holds nothing', async () => {
    const { id: choir } = await client.excerpts.addRecipient({ name: 'Choir', language: 'en' })
    const excerpt = await excerptOf(client, her, her.passages.slice(1), choir)
    expect(await client.mosaic.beside({ excerpt })).toMatchObject({ held: [], again: [], readable: [], together: [] })
  })
  test('the same recipient under another entry of the same name is known', async () => {
    const { id: again } = await client.excerpts.addRecipient({ name: 'union  Hall', language: 'es' })
    const excerpt = await excerptOf(client, her, her.passages.slice(1), again)
    expect((await client.mosaic.beside({ excerpt })).held).toHaveLength(1)
  })
  test('what is taken out now can be read in what they hold, and the passage is shown in both ways', async () => {
    const [first = ''] = her.passages
    const text = 'I carried flour at the bakery before dawn with my cousin Amparo.'
    const start = text.indexOf('Amparo')
    const span = { passage: first, start, end: start + 6, startMs: null, endMs: null }
    const words = { thing: 'name', reach: 'readers', way: 'removed', replacement: '', why: '' } as const
    await client.marks.takeOut({ testimony: her.testimony, spans: [span], ...words })
    const excerpt = await excerptOf(client, her, [first], recipient)
    const { again, readable } = await client.mosaic.beside({ excerpt })
    expect(readable).toMatchObject([{ words: 'Amparo', hidden: 'here', passage: first }])
    const read = (pieces: readonly { kind: string; text?: string }[]) =>
      pieces.map(({ text: said }) => said ?? '[]').join('')
    expect(again.map(({ before, now }) => [read(before.pieces), read(now.pieces)])).toEqual([
      [text, text.replace('Amparo', '[]')],
    ])
  })
  test('a thing that somebody else says too, all of it, is not reported: the control without the plant', async () => {
    expect((await pairs(second)).flat()).toContain('Pillán')
    await tell(client, 'Teller99', ['The bakery in Pillán burned down.'])
    expect((await pairs(second)).filter((words) => words.includes('Pillán') && words.includes('bakery'))).toEqual([])
  })

  test('what compares with others is as an archivist had it worked out: no name that she writes changes it by a byte', async () => {
    await tell(client, 'Perpetua', ['Eudoxia stood beside me at the loom.'])
    const own = await tell(client, 'Odile', ['I wove at a loom in Arraiján.', 'We ate at noon.'])
    const excerpt = await excerptOf(client, own, own.passages, recipient)
    const { story } = await client.story.read({ testimony: own.testimony })
    const { id: narrator } = story.narrator
    const inHerSession = async () => {
      await client.herSession.handOver({ narrator, passphrase: null })
      return JSON.stringify(await client.mosaic.beside({ excerpt }))
    }
    const never = await inHerSession()
    expect(JSON.parse(never)).toMatchObject({ comparedAt: null, together: [], alone: [] })
    const write = async (text: string) => {
      const { story: now } = await client.story.read({ testimony: own.testimony })
      const passages = now.passages
        .filter(({ id }) => id === own.passages[0])
        .map((passage) => ({ ...passage, wordTimes: [], text }))
      const change = { turns: null, passages, marks: [], lineage: [] }
      await client.writing.keep({ testimony: own.testimony, base: now.testimony.revision, change })
    }
    await write('I wove at a loom in Arraiján with Eudoxia and Zenobia.')
    expect(JSON.stringify(await client.mosaic.beside({ excerpt }))).toBe(never)
    await write('I wove at a loom in Arraiján.')
    await client.herSession.leave({ passphrase })
    await client.excerpts.prepare({ excerpt }).catch(() => undefined)
    const kept = await inHerSession()
    const { comparedAt, alone } = JSON.parse(kept) as Awaited<ReturnType<typeof client.mosaic.beside>>
    expect(comparedAt).not.toBeNull()
    expect(alone.map(({ words }) => words)).toContain('Arraiján')
    await write('I wove at a loom in Arraiján with Eudoxia and Zenobia.')
    expect(JSON.stringify(await client.mosaic.beside({ excerpt }))).toBe(kept)
    await client.herSession.leave({ passphrase })
    const desk = (await client.mosaic.beside({ excerpt })).alone.map(({ words }) => words)
    expect(desk, 'the control: at the desk it tells').toContain('Zenobia')
    expect(desk).not.toContain('Eudoxia')
  })

  test('in her session nothing of another narrator is told, nor that there is one who is not even counted', async () => {
    const hidden = await tell(client, 'Zuleika', ['My cousin Amparo carried flour to Valdivia.'])
    const counted = await tell(client, 'Amaranta', ['The train to Temuco was slow.'])
    const exists = async (told: Told, existence: 'notCounted' | 'countedOnly'): Promise<string> => {
      const { story } = await client.story.read({ testimony: told.testimony })
      const { id: narrator, ...known } = story.narrator
      await client.story.changeNarrator({ narrator, ...known, existence, evidence })
      return narrator
    }
    const narrator = await exists(hidden, 'notCounted')
    await exists(counted, 'countedOnly')
    const own = await tell(client, 'Ines', ['I was never in Valdivia nor Temuco.', 'I saw Villarrica once.'])
    const excerpt = await excerptOf(client, own, own.passages, recipient)
    const alone = async () => (await client.mosaic.beside({ excerpt })).alone.map(({ words }) => words)
    expect(await alone(), 'the control: an archivist knows of her').not.toContain('Valdivia')
    const { story: hers } = await client.story.read({ testimony: own.testimony })
    await client.herSession.handOver({ narrator: hers.narrator.id, passphrase: null })
    expect(await alone()).toEqual(expect.arrayContaining(['Valdivia', 'Villarrica']))
    expect(await alone()).not.toContain('Temuco')
    const told = JSON.stringify(await client.mosaic.beside({ excerpt }))
    for (const name of ['Zuleika', 'Amaranta', 'Marisol', hidden.testimony, her.testimony, narrator])
      expect(told).not.toContain(name)
    expect(Object.keys((await client.mosaic.beside({ excerpt })).alone[0] ?? {})).toEqual(['kind', 'words', 'where'])
    await client.herSession.leave({ passphrase })
  })
})
