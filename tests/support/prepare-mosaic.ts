// Makes an archive in which somebody holds an excerpt of hers already and another one is begun:
// `prepare-mosaic.ts <data folder> <passphrase>`.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bringIn, startProcess } from './archive.ts'
import { answerReadingRoom, evidence } from './ready-story.ts'
import { waiveCoolingOff } from './waive.ts'

const [dataFolder = '', passphrase = ''] = process.argv.slice(2)
const { client, broken, close } = await startProcess(path.join(dataFolder, 'firsthand'))
const { folder } = await client.door.state({})
const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })

async function tell(name: string, lines: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(lines.map((line) => `${name}: ${line}\n`).join('\n'))
  const [line] = await bringIn(client, [{ name: `${name}.txt`, bytes }])
  return line?.testimony ?? ''
}

const others = [
  'I sold oranges near the river.',
  'We walked to Pillán every Sunday for the market.',
  'My aunt had a bakery and we ate its bread.',
  'From Pillán you can see the sea.',
  'I sewed shirts at home.',
  'The bus was always late.',
  'The bakery was closed on Mondays.',
  'We kept goats behind the house.',
]
for (const [at, words] of others.entries()) await tell(`Teller${at}`, [words])
const testimony = await tell('Marisol', [
  'I carried flour at the bakery before dawn with my cousin Amparo.',
  'On Sundays I went home to Pillán by bus.',
  'My mother sang and we danced.',
])
const { story } = await client.story.read({ testimony })
const passages = story.passages.map(({ id }) => id)
const { id: narrator, ...known } = story.narrator
await client.story.changeNarrator({
  narrator,
  ...known,
  refusedWords: [{ word: 'victim', instead: 'worker' }],
})
await client.consent.reviewed({ testimony, evidence })
await waiveCoolingOff(client, testimony)
await answerReadingRoom(client, testimony)
const { id: recipient } = await client.excerpts.addRecipient({ name: 'Union hall', language: 'en' })

async function begin(title: string, chosen: readonly string[]): Promise<string> {
  const about = { use: 'readingRoom', recipient, passages: [...chosen] } as const
  const { id: excerpt } = await client.excerpts.begin({ testimony, ...about })
  const framing = { title, introduction: '', keywords: [], captions: [], about: [] }
  await client.excerpts.change({ excerpt, ...about, withSound: false, framing })
  return excerpt
}

const first = await begin('Flour', passages.slice(0, 1))
const { contentHash } = await client.excerpts.prepare({ excerpt: first })
await client.excerpts.signOff({ excerpt: first, contentHash, evidence })
const parentFolder = await mkdtemp(path.join(tmpdir(), 'firsthand-given-'))
for await (const step of client.excerpts.giveOut({ excerpt: first, parentFolder, folderName: 'flour' })) void step
await begin('Sundays', passages)
const [flour = ''] = passages
const text = story.passages[0]?.text ?? ''
const start = text.indexOf('Amparo')
await client.marks.takeOut({
  testimony,
  spans: [{ passage: flour, start, end: start + 6, startMs: null, endMs: null }],
  thing: 'name',
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
})
await close()
if (broken.length > 0) throw new Error('the archive for the tests was not made')
