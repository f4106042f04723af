// Hostile words in every field, file name and folder name of a story that is then given out, listed, receipted, called back
// and taken home; and everything that left is looked at in a browser. Twenty words at a time.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { bringIn, startProcess } from '../support/archive.ts'
import { plainConditions } from '../support/plain-conditions.ts'
import { toneWav } from '../support/tone.ts'
import { waiveCoolingOff } from '../support/waive.ts'
import type { Begin } from './hostile-child.ts'
import { makeLooker } from './hostile-page.ts'
import { hostileWords } from './hostile-words.ts'
import { makeHere } from './journey.ts'

export const wordsEach = 20

const inCue = (words: string): string =>
  words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\s*\n\s*/g, ' ')
const at2 = (seconds: number): string => `00:${String(seconds).padStart(2, '0')}.000`

async function last<T>(steps: AsyncIterable<T>): Promise<void> {
  for await (const _ of steps);
}

/** Puts the words wherever somebody can write, and lets all leave into `out`. */
async function writeEverywhere(client: ArchiveClient, words: readonly string[], out: string): Promise<void> {
  const word = (at: number): string => words[at % words.length] ?? ''
  const some = (from: number, count: number): string =>
    Array.from({ length: count }, (_, at) => word(from + at))
      .join(' ')
      .slice(0, 1_900)
  const all = some(0, words.length)
  const note = { kind: 'inPerson', note: all } as const
  // NOTE: what was called back is not brought in again, and the words of one run are much like those of another.
  const once = `w${Date.now().toString(36)}n`
  const vtt = words.map((one, at) => `${at2(at)} --> ${at2(at + 1)}\n<v Mina>${inCue(one)} ${once}${at}`)
  const stem = `${word(1)}${once}`.slice(0, 900)
  const lines = await bringIn(client, [
    { name: `${stem}.vtt`, bytes: Buffer.from(`WEBVTT\n\n${vtt.join('\n\n')}\n`) },
    { name: `${stem}.wav`, bytes: toneWav(words.length, 8_000, 440) },
  ])
  const testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  const [first = '', second = ''] = passages
  const narrator = story.narrator.id
  await client.story.changeNarrator({
    narrator,
    name: some(2, 3),
    names: {},
    existence: 'byName',
    refusedWords: [],
    evidence: note,
  })
  await client.story.retitle({ testimony, title: all, titleBy: 'narrator' })
  const span = { passage: first, start: 0, end: 2, startMs: null, endMs: null }
  await client.marks.label({
    testimony,
    spans: [span],
    words: all,
    meaning: all,
    language: 'en',
    assertedBy: 'narrator',
    stance: 'mine',
    colour: 1,
  })
  await client.marks.tie({ testimony, passages: [first], kind: 'together', reason: all })
  await client.writing.putSection({ testimony, section: null, passage: second, heading: some(4, 5) })
  await client.writing.putWordsAbout({ testimony, wordsAbout: null, kind: 'note', language: 'en', text: all })
  await client.consent.answer({
    testimony,
    evidence: note,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'yes',
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, nameAs: some(2, 3), recipients: [] },
  })
  await client.consent.reviewed({ testimony, evidence: note })
  await waiveCoolingOff(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: some(6, 6), language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const framing = { title: some(7, 8), introduction: all, keywords: [word(8), word(9), word(10)] }
  await client.excerpts.change({ excerpt, use: 'readingRoom', recipient, passages, withSound: false, framing })
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence: note })
  const folder = (at: number): { parentFolder: string; folderName: string } => ({
    parentFolder: out,
    folderName: some(at, 2),
  })
  await last(client.excerpts.giveOut({ excerpt, ...folder(11) }))
  await client.catalogue.save({ reach: 'anyone', language: 'en', ...folder(12) })
  await client.receipt.save({ narrator, language: 'en', contact: all, ...folder(13) })
  await last(client.takeHome.openFormats({ narrator, parent: out, name: some(14, 2) || 'x' }))
  await client.backup.saveReport({ ...folder(15), text: all })
  mkdirSync(path.join(out, 'more'))
  await client.door.makeFolder({ parent: path.join(out, 'more'), name: word(16) })
  const { disclosures } = await client.givenOut.list({})
  const disclosure = disclosures.find((one) => one.testimony === testimony)?.id ?? ''
  await client.consent.answer({
    testimony,
    evidence: note,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer: 'withdrawn',
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, recipients: [] },
  })
  await client.recall.begin({ disclosure })
  await client.recall.save({
    disclosure,
    from: some(17, 3),
    why: some(3, 4),
    parts: ['letter', 'file', 'replacement'],
    ...folder(18),
  })
}

/** A gate that says no has let nothing leave; so many may, or nothing was tried. */
const saysNo: ReadonlySet<string> = new Set(
  'notReleasable folderTaken folderNameTells wordsTell replacementTells badInput'.split(' '),
)

export const begin: Begin = async (scratch, fault) => {
  const archive = await startProcess(path.join(scratch, 'data'))
  await makeHere(archive.client, path.join(scratch, 'archive'))
  const looker = await makeLooker()
  return {
    async take(at, faultNow = fault) {
      const words = Array.from(
        { length: wordsEach },
        (_, place) => hostileWords[(at * wordsEach + place) % hostileWords.length] ?? '',
      )
      const out = path.join(scratch, 'out')
      rmSync(out, { recursive: true, force: true })
      mkdirSync(out)
      let said = ''
      const wrong: string[] = []
      await writeEverywhere(archive.client, words, out).catch((error: unknown) => {
        said = error instanceof Failure ? error.code : String(error)
        if (!saysNo.has(said)) wrong.push(`it ended with ${said}`)
      })
      if (faultNow === 'stray') {
        writeFileSync(path.join(out, 'page.html'), `<!doctype html>${words.join('\n')}`)
        writeFileSync(path.join(out, 'list.csv'), '"a","=1+1"\r\n')
        writeFileSync(path.join(out, 'a.vtt'), 'WEBVTT\n\n00:00.000 --> 00:01.000\n<b>x\n')
        writeFileSync(path.join(out, 'con.txt'), '')
      }
      wrong.push(...(await looker.look(out)))
      if (archive.broken.length > 0)
        wrong.push(`an unforeseen error: ${String(archive.broken.splice(0)[0]).slice(0, 300)}`)
      return { name: said, wrong, kept: said === '' }
    },
    async end() {
      await looker.close()
      await archive.close()
      return []
    },
  }
}
