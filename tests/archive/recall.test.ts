// Calling back: what is owed and where it stands in what was given out, what is sent for it, and what is heard of it.
import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { letterPage, letterText, recallLetter } from '../../electron/archive/exporters/recall-letter.ts'
import { readRecallFile } from '../../electron/archive/features/recall/recall-file.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { readingRoomManifest } from '../../shared/formats/reading-room-manifest.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { evidence, readyStory, type ReadyStory } from '../support/ready-story.ts'
import { plainConditions } from '../support/plain-conditions.ts'

const story = `Rosalinda: In the winter of that year we walked eleven kilometres every night to the packing house, and nobody counted the hours but us.

Ana: Who paid you?

Rosalinda: A man called Teodoro paid us on Fridays in the yard behind the packing house, in coins, and he kept back what he liked.

Ana: And after?

Rosalinda: After that we made a list of what was missing, and six of us took it to the town hall together on a Monday morning.
`

let archive: TestArchive
let now = new Date('2026-03-01T10:00:00Z')
let saltFails = false
const random = (length: number): Buffer => {
  if (saltFails && length === 32) throw new Failure('diskFull')
  return randomBytes(length)
}
afterEach(async () => {
  now = new Date('2026-03-01T10:00:00Z')
  await archive.close()
})

async function given(): Promise<ReadyStory & { disclosure: string; folder: string }> {
  archive = await makeArchive({ now: () => now, random })
  const { client } = archive
  const ready = await readyStory(client, story)
  await client.marks.takeOut({
    testimony: ready.testimony,
    spans: [{ passage: ready.passages[2] ?? '', start: 13, end: 20, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  await ready.answer('yes')
  await ready.signOff()
  const folder = await ready.giveOut(archive.dataFolder, 'out')
  const { disclosures } = await client.givenOut.list({})
  return { ...ready, folder, disclosure: disclosures[0]?.id ?? '' }
}

const say = (
  { testimony }: ReadyStory,
  passages: readonly string[],
  answer: 'no' | 'withdrawn' | 'yes',
  conditions: Partial<typeof plainConditions> = {},
) =>
  archive.client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'passages', passages: [...passages] },
    use: 'readingRoom',
    answer,
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, ...conditions, recipients: [...(conditions.recipients ?? [])] },
  })

const nobodyWrites = { from: '', why: '' }

test('a withdrawal or a narrower yes lists every past disclosure that holds a passage now closed', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, passages } = ready
  expect((await client.recall.list({})).recalls).toMatchObject([{ disclosure, state: 'none', closed: 0, ended: 0 }])
  now = new Date('2026-03-10T10:00:00Z')
  await say(ready, [passages[2] ?? ''], 'withdrawn')
  await say(ready, [passages[4] ?? ''], 'yes', { recipients: ['somebodyelse'] })
  const { spans, state } = await client.recall.read({ disclosure })
  expect(state).toBe('owed')
  expect(spans.map(({ number, because, since }) => [number, because, since])).toEqual([
    [3, 'withdrawn', '2026-03-10T10:00:00.000Z'],
    [5, 'otherRecipient', '2026-03-10T10:00:00.000Z'],
  ])
  expect(spans[1]?.firstWords).toBe('After that we made a list of what was missing, and six of us…')
  expect((await client.givenOut.list({})).disclosures[0]?.closedSince).toBe(2)
})

test('a yes that has become narrower counts as closed: another name', async () => {
  const ready = await given()
  await ready.answer('yes', { nameAs: 'R.' })
  const { spans } = await archive.client.recall.read({ disclosure: ready.disclosure })
  expect(spans.map((span) => span.because)).toEqual(Array(5).fill('otherName'))
})

test('a yes to the whole alone closes a part that was given, not the whole', async () => {
  const ready = await given()
  await ready.answer('yes', { noCutting: true })
  expect((await archive.client.recall.read({ disclosure: ready.disclosure })).state).toBe('none')
  const { client } = archive
  const [recipient] = (await client.excerpts.recipients({})).recipients
  const wanted = { use: 'readingRoom', recipient: recipient?.id ?? '', passages: [ready.passages[0] ?? ''] } as const
  const { id: excerpt } = await client.excerpts.begin({
    testimony: ready.testimony,
    ...wanted,
    passages: [...wanted.passages],
  })
  const framing = { title: 'Winter', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, ...wanted, passages: [...wanted.passages], withSound: false, framing })
  await ready.answer('yes')
  const { contentHash } = await client.excerpts.prepare({ excerpt })
  await client.excerpts.signOff({ excerpt, contentHash, evidence })
  for await (const _ of client.excerpts.giveOut({ excerpt, parentFolder: archive.dataFolder, folderName: 'part' }))
    continue
  await ready.answer('yes', { noCutting: true })
  const recalls = (await client.recall.list({})).recalls
  expect(recalls.map(({ state, closed }) => [state, closed])).toEqual([
    ['owed', 1],
    ['none', 0],
  ])
})

test('an end that was agreed beforehand is shown apart and owed nothing', async () => {
  const ready = await given()
  const { disclosure } = ready
  await ready.answer('yes', { until: '2026-03-05T00:00:00.000Z' })
  now = new Date('2026-03-06T10:00:00Z')
  const { state, spans, ended } = await archive.client.recall.read({ disclosure })
  expect([state, spans.length, ended.length]).toEqual(['none', 0, 5])
  expect((await archive.client.givenOut.list({})).disclosures[0]).toMatchObject({ closedSince: 0, endedSince: 5 })
  // It may be asked back all the same.
  expect((await archive.client.recall.begin({ disclosure })).state).toBe('begun')
})

test('a recall keeps sent, confirmed, refused and unreachable, the last one counting, for ever', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure } = ready
  await expect(client.recall.begin({ disclosure })).rejects.toMatchObject({ code: 'nothingOwed' })
  await ready.answer('withdrawn')
  now = new Date('2026-03-12T10:00:00Z')
  const step = (kind: 'sent' | 'confirmed' | 'refused' | 'unreachable', on: string, note = '') =>
    client.recall.step({ disclosure, kind, on, note })
  await expect(step('sent', '2026-03-20')).rejects.toMatchObject({ code: 'badInput' })
  await step('sent', '2026-03-12')
  await step('unreachable', '2026-03-12', 'The number is not theirs.')
  await step('refused', '2026-03-12')
  const { state, steps } = await step('confirmed', '2026-03-12', 'By telephone.')
  expect(state).toBe('confirmed')
  expect(steps.map(({ kind, on, by }) => [kind, on, by])).toEqual([
    ['begun', '2026-03-12', 'Ana'],
    ['sent', '2026-03-12', 'Ana'],
    ['unreachable', '2026-03-12', 'Ana'],
    ['refused', '2026-03-12', 'Ana'],
    ['confirmed', '2026-03-12', 'Ana'],
  ])
  await ready.answer('yes')
  expect((await client.recall.read({ disclosure })).state).toBe('openAgain')
  await ready.answer('withdrawn')
  expect((await client.recall.read({ disclosure })).state).toBe('confirmed')
})

test('more that is closed later is owed again', async () => {
  const ready = await given()
  const { disclosure, passages } = ready
  await say(ready, [passages[0] ?? ''], 'no')
  expect((await archive.client.recall.step({ disclosure, kind: 'confirmed', on: '2026-03-01', note: '' })).state).toBe(
    'confirmed',
  )
  await say(ready, [passages[4] ?? ''], 'no')
  expect((await archive.client.recall.read({ disclosure })).state).toBe('owed')
})

test('withdrawal by degrees: no new uses lets what is out be, pulling back calls it back', async () => {
  const ready = await given()
  const { client } = archive
  const { testimony, disclosure } = ready
  const whole = { testimony, scope: { kind: 'testimony' }, uses: ['readingRoom'], evidence, language: 'en' } as const
  expect(await client.recall.takeBack({ ...whole, uses: [...whole.uses], degree: 'stopNew' })).toEqual({ owed: [] })
  expect(await ready.reasons()).toContain('notAllowed')
  expect((await client.recall.read({ disclosure })).state).toBe('letBe')
  expect(await client.recall.takeBack({ ...whole, uses: [...whole.uses], degree: 'pullBack' })).toEqual({
    owed: [disclosure],
  })
  const { state, steps } = await client.recall.read({ disclosure })
  expect([state, steps.map(({ kind }) => kind)]).toEqual(['begun', ['letBe', 'begun']])
})

test('taking back is kept whole or not at all', async () => {
  const ready = await given()
  const { client } = archive
  const { testimony, disclosure } = ready
  const before = (await client.consent.read({ testimony })).entries.length
  const takeBack = () =>
    client.recall.takeBack({
      testimony,
      scope: { kind: 'testimony' },
      uses: ['readingRoom', 'press'],
      evidence,
      language: 'en',
      degree: 'pullBack',
    })
  // Chance fails when the recall is begun, which is after her answers.
  saltFails = true
  await expect(takeBack()).rejects.toMatchObject({ code: 'diskFull' })
  saltFails = false
  expect((await client.consent.read({ testimony })).entries).toHaveLength(before)
  expect((await client.recall.read({ disclosure })).state).toBe('none')
  expect(await takeBack()).toEqual({ owed: [disclosure] })
  expect((await client.consent.read({ testimony })).entries).toHaveLength(before + 2)
})

test('words that are taken out after they were given out are closed in it', async () => {
  const ready = await given()
  const { client } = archive
  const { testimony, disclosure, passages } = ready
  const spansNow = async () =>
    (await client.recall.read({ disclosure })).spans.map(({ number, because, since }) => [number, because, since])
  // What was taken out already when it left is in no copy.
  expect(await spansNow()).toEqual([])
  now = new Date('2026-03-04T10:00:00Z')
  const takeOut = (passage: number, end: number, reach: 'readers' | 'anyone') =>
    client.marks.takeOut({
      testimony,
      spans: [{ passage: passages[passage] ?? '', start: 0, end, startMs: null, endMs: null }],
      thing: 'place',
      reach,
      way: 'removed',
      replacement: '',
      why: '',
    })
  // Hidden from anyone, but it went to a reading room.
  await takeOut(0, 2, 'anyone')
  expect(await spansNow()).toEqual([])
  const { marks } = await takeOut(4, 5, 'readers')
  expect(await spansNow()).toEqual([[5, 'takenOut', '2026-03-04T10:00:00.000Z']])
  expect(await client.recall.list({})).toMatchObject({ recalls: [{ state: 'owed', closed: 1 }] })
  const redaction = marks.redactions.at(-1)?.id ?? ''
  // After she went through it, only she takes back what is taken out.
  const { story: read } = await client.story.read({ testimony })
  await client.herSession.handOver({ narrator: read.narrator.id, passphrase: null })
  await client.marks.putBack({ testimony, redaction })
  expect(await spansNow()).toEqual([])
  // The same one, but more of it: a pseudonym before, nothing at all now.
  const first = marks.redactions[0]
  await client.marks.changeTakenOut({
    testimony,
    redaction: first?.id ?? '',
    thing: 'name',
    reach: 'readers',
    way: 'pseudonym',
    replacement: 'Bea',
    why: '',
  })
  expect(await spansNow()).toEqual([[3, 'takenOut', '2026-03-04T10:00:00.000Z']])
})

test('a letter and a file are written down with their hashes before they lie in a folder', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, excerpt, passages } = ready
  await say(ready, [passages[0] ?? '', passages[2] ?? ''], 'withdrawn')
  const { folder, details } = await client.recall.save({
    disclosure,
    ...nobodyWrites,
    parts: ['letter', 'file', 'replacement'],
    parentFolder: archive.dataFolder,
    folderName: 'letters',
  })
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name).toSorted()).toEqual(
    ['letter.txt', 'letter.html', 'index.html', `${excerpt}.firsthand-recall`].toSorted(),
  )
  const letter = await readFile(path.join(folder, 'letter.txt'), 'utf8')
  expect(letter).toContain(`Reference: ${excerpt}`)
  expect(letter).toContain('asks for these passages back: 1 and 3. There were 5 in all.')
  for (const told of ['winter', 'Teodoro', 'Rosalinda', 'withdrawn']) expect(letter).not.toContain(told)
  expect(details.steps.map(({ kind, files: kept }) => [kind, kept.map(({ path: name }) => name)])).toEqual([
    ['begun', []],
    ['letterSaved', ['letter.txt', 'letter.html']],
    ['fileSaved', [`${excerpt}.firsthand-recall`]],
    ['replacementSaved', ['page/index.html']],
  ])
  const page = await readFile(path.join(folder, 'page', 'index.html'), 'utf8')
  expect(page).toContain('<title></title>')
  expect(page).not.toContain(excerpt)
  expect(page.replaceAll(/<[^>]*>/g, '').trim()).toBe('')
})

test('a recall file holds no words, is signed with the key of the pages, and a changed byte is refused', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, excerpt, passages, folder } = ready
  await say(ready, [passages[2] ?? ''], 'withdrawn')
  const saved = await client.recall.save({
    disclosure,
    ...nobodyWrites,
    parts: ['file'],
    parentFolder: archive.dataFolder,
    folderName: 'file',
  })
  const text = await readFile(path.join(saved.folder, `${excerpt}.firsthand-recall`), 'utf8')
  const file = readRecallFile(text)
  expect(file.spans.map(({ number }) => number)).toEqual([3])
  expect(file.spans[0]?.runs.length).toBeGreaterThan(10)
  for (const told of ['packing', 'Fridays', 'Teodoro', 'Rosalinda', 'Hall', 'Nights', 'Ana'])
    expect(text).not.toContain(told)
  const manifest = readingRoomManifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))
  expect(file.key).toBe(manifest.recallKey)
  for (let at = 0; at < text.length; at += 7) {
    const other = text[at] === '1' ? '2' : '1'
    expect(() => readRecallFile(text.slice(0, at) + other + text.slice(at + 1))).toThrow('recallFileBroken')
  }
  expect(() => readRecallFile(`${text} `)).toThrow('recallFileBroken')
  expect(() => readRecallFile(JSON.stringify(JSON.parse(text)))).toThrow('recallFileBroken')
})

test('no letter, page or folder says a word that she refuses, what is taken out, or her name', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, testimony } = ready
  const { story: read } = await client.story.read({ testimony })
  await client.story.changeNarrator({
    narrator: read.narrator.id,
    name: 'Rosalinda',
    names: {},
    existence: 'notCounted',
    refusedWords: [{ word: 'nights', instead: 'evenings' }],
  })
  await ready.answer('withdrawn')
  const letter = (from: string, why: string) => client.recall.letter({ disclosure, from, why })
  // The title that was given says a word that she refuses since.
  expect(await letter('Ana', '')).toMatchObject({ leftOut: ['title'], tells: [] })
  expect(JSON.stringify((await letter('Ana', '')).blocks)).not.toContain('Nights')
  expect(await letter('Ana', 'Because of Teodoro.')).toMatchObject({ tells: ['why'] })
  expect(await letter('For Rosalinda', '')).toMatchObject({ tells: ['from'] })
  const save = (why: string, folderName: string) =>
    client.recall.save({
      disclosure,
      from: '',
      why,
      parts: ['letter'],
      parentFolder: archive.dataFolder,
      folderName,
    })
  await expect(save('Because of Teodoro.', 'one')).rejects.toMatchObject({ code: 'wordsTell' })
  await expect(save('', 'Letter for Rosalinda')).rejects.toMatchObject({ code: 'folderNameTells' })
  await expect(client.recall.printed({ disclosure, from: '', why: 'Teodoro' })).rejects.toMatchObject({
    code: 'wordsTell',
  })
  const choose = (words: string) =>
    client.recall.chooseReplacement({ testimony, evidence, says: 'words', words, language: 'es' })
  await expect(choose('Pregunte a Teodoro')).rejects.toMatchObject({ code: 'wordsTell' })
  await choose('Esto era mío.')
  const { html } = await client.recall.replacementPage({ disclosure })
  expect(html).toContain('<html lang="es" dir="ltr">')
  expect(html).toContain('<p>Esto era mío.</p>')
  expect(html).toContain('noindex')
})

test('letters in the language of the recipient; in another one they are in English, and the screen says so', async () => {
  const about = {
    recipient: 'Sala',
    title: null,
    reference: 'reference0a1b2c',
    givenAt: '2026-03-01T10:00:00.000Z',
    writtenAt: '2026-03-12T10:00:00.000Z',
    passages: 9,
    asked: [1, 2, 3, 7].map((number) => ({ number, startMs: null, endMs: null })),
    why: '',
    from: '',
  }
  const spanish = letterText(recallLetter({ ...about, language: 'es-MX' }))
  expect(spanish).toContain('12 de marzo de 2026')
  expect(spanish).toContain('pide que le devuelvan estos pasajes: 1–3 y 7. En total eran 9.')
  const other = recallLetter({ ...about, language: 'th' })
  expect([other.language, letterText(other)]).toEqual(['en', expect.stringContaining('12 March 2026')])
  const page = letterPage(recallLetter({ ...about, language: 'es', why: '<img src=x onerror=alert(1)>' }))
  expect(page).toContain('<html lang="es" dir="ltr">')
  expect(page).not.toContain('<img')
  const ready = await given()
  await ready.answer('withdrawn')
  expect((await archive.client.recall.read({ disclosure: ready.disclosure })).letterLanguage).toBe('en')
})

test('in her session she reads what is called back of hers, and what became of it', async () => {
  const ready = await given()
  const { client } = archive
  await bringIn(client, [{ name: 'b.txt', bytes: new TextEncoder().encode('Ana: Who?\n\nBea: I.\n') }])
  await ready.answer('withdrawn')
  await client.recall.step({ disclosure: ready.disclosure, kind: 'sent', on: '2026-03-01', note: '' })
  const { story: read } = await client.story.read({ testimony: ready.testimony })
  await client.herSession.handOver({ narrator: read.narrator.id, passphrase: null })
  // Which passages she gave, and who is speaking in each.
  const { passages } = await client.recall.read({ disclosure: ready.disclosure })
  expect(passages.map(({ number, hers, speaker }) => [number, hers, speaker])).toEqual([
    [1, true, 'Rosalinda'],
    [2, false, 'Ana'],
    [3, true, 'Rosalinda'],
    [4, false, 'Ana'],
    [5, true, 'Rosalinda'],
  ])
  const page = (says: 'silence' | 'takenBack' | 'words', words: string) =>
    client.recall.replacementPage({ disclosure: ready.disclosure, chosen: { says, words, language: 'es' } })
  expect(await page('words', 'Esto era mío.')).toMatchObject({ lines: ['Esto era mío.'], language: 'es' })
  expect(await page('silence', '')).toMatchObject({ lines: [] })
  await expect(page('words', 'Pregunte a Teodoro')).rejects.toMatchObject({ code: 'wordsTell' })
  // Looked at is not chosen.
  expect((await client.recall.read({ disclosure: ready.disclosure })).replacement).toBe(null)
  expect((await client.recall.list({})).recalls).toMatchObject([{ disclosure: ready.disclosure, state: 'sent' }])
  expect((await client.recall.read({ disclosure: ready.disclosure })).spans).toHaveLength(5)
})
