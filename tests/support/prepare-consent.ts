// Makes an archive in which every screen of consent has something on it: `prepare-consent.ts <data folder> <passphrase>`.
// Marisol's night shift, with its sound, is gone through; the Union hall holds "Nights"; "Sundays" is begun for it:
// a name in it is taken out, somebody else put a label on it, and words about her wait for her.
import path from 'node:path'
import { inventedFiles } from '../e2e/invented.ts'
import { bringIn, startProcess } from './archive.ts'
import { answerReadingRoom, evidence } from './ready-story.ts'
import { waiveCoolingOff } from './waive.ts'

const [dataFolder = '', passphrase = ''] = process.argv.slice(2)
const { client, broken, close } = await startProcess(path.join(dataFolder, 'firsthand'))
const { folder } = await client.door.state({})
const { paperKey, check } = await client.door.create({ folder, passphrase, archivist: 'Ana', language: 'en' })
await client.door.confirmPaperKey({ words: check.map((at) => paperKey[at] ?? '') })

const files = inventedFiles.slice(0, 2).map(({ name, buffer }) => ({ name, bytes: new Uint8Array(buffer) }))
const [line] = await bringIn(client, files)
const testimony = line?.testimony ?? ''
const { story } = await client.story.read({ testimony })
const passages = story.passages.map(({ id }) => id)
const { id: narrator, ...known } = story.narrator
await client.story.changeNarrator({ narrator, ...known, name: 'Marisol' })
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

const nights = await begin('Nights', passages.slice(0, 2))
const { contentHash } = await client.excerpts.prepare({ excerpt: nights })
await client.excerpts.signOff({ excerpt: nights, contentHash, evidence })
for await (const step of client.excerpts.giveOut({ excerpt: nights, parentFolder: dataFolder, folderName: 'nights' }))
  void step
await begin('Sundays', passages)

const spanOf = (words: string) => {
  const passage = story.passages.find(({ text }) => text.includes(words))
  if (passage === undefined) throw new Error(`nobody says "${words}"`)
  const start = passage.text.indexOf(words)
  return { passage: passage.id, start, end: start + words.length, startMs: null, endMs: null }
}
await client.marks.takeOut({
  testimony,
  spans: [{ ...spanOf('Rosalinda'), startMs: 5_200, endMs: 5_800 }],
  thing: 'name',
  reach: 'readers',
  way: 'removed',
  replacement: '',
  why: '',
})
await client.marks.label({
  testimony,
  spans: [spanOf('six of us')],
  words: 'organised',
  language: 'en',
  meaning: '',
  assertedBy: 'archivist',
  stance: 'none',
  colour: 3,
})
await client.writing.putWordsAbout({
  testimony,
  wordsAbout: null,
  kind: 'synopsis',
  language: 'en',
  text: 'She worked nights in a laundry.',
})
await close()
if (broken.length > 0) throw new Error('the archive for the tests was not made')
