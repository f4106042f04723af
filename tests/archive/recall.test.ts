// Calling back: what is owed and where it stands in what was given out, and what is heard of it.
import { expect, test } from 'vitest'
import { bringIn } from '../support/archive.ts'
import { evidence } from '../support/ready-story.ts'
import { archive, given, say, itIs, failSalts } from './recall-world.ts'

test('a withdrawal or a narrower yes lists every past disclosure that holds a passage now closed', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, passages } = ready
  expect((await client.recall.list({})).recalls).toMatchObject([{ disclosure, state: 'none', closed: 0, ended: 0 }])
  itIs('2026-03-10T10:00:00Z')
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
  itIs('2026-03-06T10:00:00Z')
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
  itIs('2026-03-12T10:00:00Z')
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
  const whole = { testimony, scope: { kind: 'testimony' }, uses: ['readingRoom'], evidence } as const
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
      uses: ['readingRoom'],
      evidence,
      degree: 'pullBack',
    })
  // Chance fails when the recall is begun, which is after her answers.
  failSalts(true)
  await expect(takeBack()).rejects.toMatchObject({ code: 'diskFull' })
  failSalts(false)
  expect((await client.consent.read({ testimony })).entries).toHaveLength(before)
  expect((await client.recall.read({ disclosure })).state).toBe('none')
  expect(await takeBack()).toEqual({ owed: [disclosure] })
  expect((await client.consent.read({ testimony })).entries).toHaveLength(before + 1)
})

test('words that are taken out after they were given out are closed in it', async () => {
  const ready = await given()
  const { client } = archive
  const { testimony, disclosure, passages } = ready
  const spansNow = async () =>
    (await client.recall.read({ disclosure })).spans.map(({ number, because, since }) => [number, because, since])
  // What was taken out already when it left is in no copy.
  expect(await spansNow()).toEqual([])
  itIs('2026-03-04T10:00:00Z')
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
