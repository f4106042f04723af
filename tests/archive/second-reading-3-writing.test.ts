// What was taken out stays out, whatever is written, undone, sealed or unsealed around it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { herPassphrase } from './her-passphrase.ts'

let archive: TestArchive
let client: ArchiveClient
let testimony: string
let narrator: string
let passages: string[]
const texts = [
  'My sister Maria Lopez came with Pedro.',
  'Where was it?',
  'By the river we met.',
  'And then?',
  'We slept.',
]
beforeEach(async () => {
  archive = await makeArchive()
  ;({ client } = archive)
  const [a, b, c, d, e] = texts
  const text = `Rosa: ${a}\n\nAna: ${b}\n\nRosa: ${c}\n\nAna: ${d}\n\nRosa: ${e}\n`
  const [line] = await bringIn(client, [{ name: 'rosa.txt', bytes: new TextEncoder().encode(text) }])
  testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  narrator = story.narrator.id
  passages = story.passages.map(({ id }) => id)
})
afterEach(() => archive.close())

const id = (at: number) => passages[at] ?? ''
async function read(): Promise<string> {
  const { passages: shown } = await client.story.viewAs({ testimony, reach: 'anyone' })
  return shown
    .flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.kind === 'words' ? [piece.text] : [])))
    .join('\n')
}
async function takeOut(at: number, words: string) {
  const { story } = await client.story.read({ testimony })
  const text = story.passages.find((one) => one.id === id(at))?.text ?? ''
  const start = text.indexOf(words)
  const { marks } = await client.marks.takeOut({
    testimony,
    spans: [{ passage: id(at), start, end: start + words.length, startMs: null, endMs: null }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
  const redaction = marks.redactions.at(-1)
  if (redaction === undefined) throw new Error('nothing was taken out')
  return redaction
}
async function keep(change: object) {
  const { story } = await client.story.read({ testimony })
  return client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: { turns: null, passages: [], marks: [], lineage: [], ...change },
  })
}
async function passageNow(at: number) {
  const { story } = await client.story.read({ testimony })
  const found = story.passages.find((one) => one.id === id(at))
  if (found === undefined) throw new Error('no such passage')
  return found
}

test('undoing where a name is in the sound leaves the name, corrected since, taken out', async () => {
  const redaction = await takeOut(0, 'Maria Lopez')
  const [range] = redaction.ranges
  if (range === undefined) throw new Error('no range')
  await client.marks.setTakenOutTime({ testimony, range: range.id, startMs: 100, endMs: 200 })
  const text = texts[0]?.replace('Maria Lopez', 'Marija Lopes') ?? ''
  const { end, start } = { start: text.indexOf('Marija'), end: text.indexOf('Lopes') + 5 }
  const [own] = (await client.story.read({ testimony })).marks.redactions[0]?.ranges ?? []
  await keep({
    passages: [{ ...(await passageNow(0)), text }],
    marks: [{ kind: 'redaction', mark: redaction.id, ranges: [{ ...own, start, end, quote: text.slice(start, end) }] }],
  })
  expect(await read()).not.toContain('Marija')
  await client.marks.undo({ testimony })
  expect(await read()).not.toMatch(/Marija|Lopes/)
  const [after] = (await client.story.read({ testimony })).marks.redactions[0]?.ranges ?? []
  expect(after).toMatchObject({ startMs: null, endMs: null, unresolved: false })
})

test.each([
  ['part of a name', 'My sister Lopez came with Pedro and Maria.'],
  ['a whole name', 'My sister came with Pedro and Maria Lopez.'],
])('a suggestion that moves %s takes its cover along', async (_, after) => {
  await takeOut(0, 'Maria Lopez')
  const { suggestion } = await client.writing.suggest({ testimony, passage: id(0), after, why: '' })
  await client.writing.answerSuggestion({ testimony, suggestion, answer: 'accept' })
  expect(await read()).not.toMatch(/Maria|Lopez/)
})

test('dragging part of a name elsewhere, in one change, takes its cover along', async () => {
  const redaction = await takeOut(0, 'Maria Lopez')
  const [own] = redaction.ranges
  const text = 'My sister Lopez came with Pedro and Maria.'
  await keep({
    passages: [{ ...(await passageNow(0)), text }],
    marks: [{ kind: 'redaction', mark: redaction.id, ranges: [{ ...own, start: 10, end: 15, quote: 'Lopez' }] }],
  })
  expect(await read()).not.toMatch(/Maria|Lopez/)
})

test('restoring the order of before within a passage keeps names out', async () => {
  await client.writing.snapshot({ testimony, name: 'first' })
  const { revisions } = await client.writing.revisions({ testimony })
  const first = revisions[0]?.number ?? 0
  await keep({ passages: [{ ...(await passageNow(0)), text: 'With Pedro and Maria came my sister Lopez.' }] })
  await takeOut(0, 'Maria')
  const { story } = await client.story.read({ testimony })
  await client.writing.restore({ testimony, base: story.testimony.revision, revision: first })
  expect(await read()).not.toMatch(/Maria/)
})

test('what was answered while a relative was sealed stays answered when it is unsealed', async () => {
  const half = '0123456789abcdef'
  const redaction = await takeOut(0, 'Pedro')
  const own = await passageNow(0)
  const [range] = redaction.ranges
  const { story } = await client.story.read({ testimony })
  const first = 'My sister Maria Lopez came'
  // The name is written over: a question is left, on the first half.
  await keep({
    turns: story.turns.map(({ id: turn, speaker }) => ({
      id: turn,
      speaker,
      passages: story.passages
        .filter((one) => one.turn === turn)
        .flatMap((one) => (one.id === id(0) ? [id(0), half] : [one.id])),
    })),
    passages: [
      { ...own, text: first, wordTimes: [] },
      { ...own, id: half, text: 'with somebody.', wordTimes: [] },
    ],
    marks: [{ kind: 'redaction', mark: redaction.id, ranges: [{ ...range, start: 26, end: 26, unresolved: true }] }],
    lineage: [{ kind: 'split', passage: id(0), other: half, at: 26 }],
  })
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.seal({ testimony, passages: [half] })
  const start = first.indexOf('Maria')
  await client.marks.resolve({
    testimony,
    range: range?.id ?? '',
    span: { passage: id(0), start, end: start + 5, startMs: null, endMs: null },
  })
  expect(await read()).not.toContain('Maria')
  await client.herSession.unseal({ testimony, passages: [half] })
  expect(await read()).not.toContain('Maria')
  await client.herSession.leave({ passphrase })
})

test('a sealed passage opens again though a relative of it is gone', async () => {
  const half = '0123456789abcdef'
  const redaction = await takeOut(0, 'Pedro')
  const own = await passageNow(0)
  const [range] = redaction.ranges
  const { story } = await client.story.read({ testimony })
  const orderWith = (halves: readonly string[]) =>
    story.turns.map(({ id: turn, speaker }) => ({
      id: turn,
      speaker,
      passages: story.passages
        .filter((one) => one.turn === turn)
        .flatMap((one) => (one.id === id(0) ? halves : [one.id])),
    }))
  const first = 'My sister Maria Lopez came'
  await keep({
    turns: orderWith([id(0), half]),
    passages: [
      { ...own, text: first, wordTimes: [] },
      { ...own, id: half, text: 'with somebody.', wordTimes: [] },
    ],
    marks: [{ kind: 'redaction', mark: redaction.id, ranges: [{ ...range, start: 26, end: 26, unresolved: true }] }],
    lineage: [{ kind: 'split', passage: id(0), other: half, at: 26 }],
  })
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  await client.herSession.seal({ testimony, passages: [half] })
  const [question] = (await client.story.read({ testimony })).marks.redactions[0]?.ranges ?? []
  await keep({
    turns: orderWith([half]),
    marks: [
      {
        kind: 'redaction',
        mark: redaction.id,
        ranges: [{ ...question, passage: id(2), start: 0, end: 0, unresolved: true }],
      },
    ],
  })
  await client.herSession.unseal({ testimony, passages: [half] })
  const { story: after } = await client.story.read({ testimony })
  expect(after.passages.map(({ text }) => text)).toContain('with somebody.')
  await client.herSession.leave({ passphrase })
})

test('an archivist cannot change the sense of her words by what stands between them', async () => {
  await keep({ passages: [{ ...(await passageNow(2)), text: 'By the rapist we met, now here.' }] })
  await client.consent.reviewed({ testimony, evidence: { kind: 'inPerson', note: '' } })
  const own = await passageNow(2)
  for (const text of [
    'By therapist we met, now here.',
    'By the rapist we met, nowhere.',
    'By t he rapist we met, now here.',
  ])
    await expect(keep({ passages: [{ ...own, text, wordTimes: [] }] })).rejects.toMatchObject({ code: 'herVersion' })
  await keep({ passages: [{ ...own, text: 'By the  rapist we met, now here. ', wordTimes: [] }] })
})
