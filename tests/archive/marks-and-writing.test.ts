// Marks while the words under them change: undo lays them where the words are by then, and a name is taken out everywhere at once.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Marks, Range } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import { orderOf, type Change } from '../../shared/domain/writing/writing.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'

const brought = `Ana: Who came?

Marisol: Carmen came with us. Carmen drove.

She had Carmen's key and we left.

Ana: And then?

Marisol: It rained.
`
const name = { thing: 'name', reach: 'anyone', way: 'removed', replacement: '', why: '' } as const

let archive: TestArchive
let testimony: string
beforeEach(async () => {
  archive = await makeArchive()
  const [line] = await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  testimony = line?.testimony ?? ''
})
afterEach(async () => {
  for await (const event of archive.client.care.check({}))
    if (event.kind === 'checked') expect(event.findings).toEqual([])
  await archive.close()
})

const read = async (): Promise<{ story: Story; marks: Marks }> => archive.client.story.read({ testimony })
const passageOf = async (words: string) => {
  const passage = (await read()).story.passages.find(({ text }) => text.includes(words))
  if (passage === undefined) throw new Error(`no passage with ${words}`)
  return passage
}
async function keep(change: Partial<Change>) {
  const { story } = await read()
  const whole = { turns: null, passages: [], marks: [], lineage: [], ...change } as Change
  return archive.client.writing.keep({ testimony, base: story.testimony.revision, change: whole as never })
}
const spanOf = async (words: string, from = 0) => {
  const passage = await passageOf(words)
  const start = passage.text.indexOf(words, from)
  return { passage: passage.id, start, end: start + words.length, startMs: null, endMs: null }
}
const takeOut = async (words: string, from = 0) =>
  archive.client.marks.takeOut({ testimony, spans: [await spanOf(words, from)], ...name })
const ranges = async (): Promise<readonly Range[]> =>
  (await read()).marks.redactions.flatMap((redaction) => redaction.ranges)
const laid = async () => {
  const { passages } = (await read()).story
  return (await ranges()).map((range) => [
    passages.findIndex(({ id }) => id === range.passage),
    range.start,
    range.quote,
    range.unresolved,
  ])
}

describe('undo and redo', () => {
  test('lay a mark on the nearest same words, after the text before them has changed', async () => {
    await takeOut('Carmen', 10)
    expect(await laid()).toEqual([[1, 21, 'Carmen', false]])
    await archive.client.marks.undo({ testimony })
    const passage = await passageOf('drove')
    await keep({ passages: [{ ...passage, text: `At night ${passage.text}` }] })
    await archive.client.marks.redo({ testimony })
    expect(await laid()).toEqual([[1, 30, 'Carmen', false]])
  })

  test('follow words into the other half of a passage that was split, through the middle of them too', async () => {
    await takeOut('Carmen drove')
    await archive.client.marks.undo({ testimony })
    const passage = await passageOf('drove')
    const at = passage.text.indexOf('drove')
    const { story } = await read()
    const turns = orderOf(story).map((turn) => ({
      ...turn,
      passages: turn.passages.flatMap((id) => (id === passage.id ? [id, 'secondhalf1'] : [id])),
    }))
    await keep({
      turns,
      passages: [
        { ...passage, text: passage.text.slice(0, at).trimEnd() },
        { ...passage, id: 'secondhalf1', text: passage.text.slice(at) },
      ],
      lineage: [{ kind: 'split', passage: passage.id, other: 'secondhalf1', at }],
    })
    await archive.client.marks.redo({ testimony })
    expect(await laid()).toEqual([
      [1, 21, 'Carmen', false],
      [2, 0, 'drove', false],
    ])
  })

  test('bring back as a question what stands nowhere any more', async () => {
    const { marks } = await takeOut('Carmen', 10)
    await archive.client.marks.putBack({ testimony, redaction: marks.redactions[0]?.id ?? '' })
    const passage = await passageOf('drove')
    await keep({ passages: [{ ...passage, text: 'They drove.' }] })
    await archive.client.marks.undo({ testimony })
    expect(await laid()).toEqual([[1, 11, 'Carmen', true]])
    const [range] = await ranges()
    await archive.client.marks.resolve({ testimony, range: range?.id ?? '', span: await spanOf('They') })
    expect(await laid()).toEqual([[1, 0, 'They', false]])
    await archive.client.marks.resolve({ testimony, range: range?.id ?? '', span: null })
    expect((await read()).marks.redactions).toEqual([])
  })

  test('change only words of a mark, and leave it where the writing has put it', async () => {
    const { marks } = await takeOut('Carmen', 10)
    const [redaction] = marks.redactions
    const [range] = redaction?.ranges ?? []
    if (redaction === undefined || range === undefined) throw new Error('no mark')
    await archive.client.marks.changeTakenOut({ testimony, redaction: redaction.id, ...name, why: 'her cousin' })
    const passage = await passageOf('drove')
    await keep({
      passages: [{ ...passage, text: passage.text.replace('Carmen drove', 'Carmen Ruiz drove') }],
      marks: [{ kind: 'redaction', mark: redaction.id, ranges: [{ ...range, end: 32, quote: 'Carmen Ruiz' }] }],
    })
    const { marks: undone } = await archive.client.marks.undo({ testimony })
    expect(undone.redactions).toMatchObject([{ why: '', ranges: [{ start: 21, end: 32, quote: 'Carmen Ruiz' }] }])
  })

  test('are each for their own: nobody takes back what another did', async () => {
    await takeOut('Carmen')
    await archive.client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
    expect(await archive.client.story.read({ testimony })).toMatchObject({ undo: false, redo: false })
    expect(await codeOf(archive.client.marks.undo({ testimony }))).toBe('nothingToUndo')
    const tied = await archive.client.marks.tie({
      testimony,
      passages: [(await passageOf('drove')).id],
      kind: 'neverAlone',
      reason: 'it is half of it',
    })
    expect(tied.undo).toBe(true)
    await archive.client.herSession.leave({ passphrase })
    expect(await codeOf(archive.client.marks.undo({ testimony }))).toBe('nothingToUndo')
    expect((await read()).marks.ties).toMatchObject([{ author: 'Marisol' }])
  })
})

describe('a name everywhere', () => {
  const pseudonym = { ...name, way: 'pseudonym', replacement: 'Lucía' } as const
  const places = async (words: string) => (await archive.client.marks.everywhere({ testimony, words })).places

  beforeEach(async () => {
    const { client } = archive
    await client.story.retitle({ testimony, title: 'Carmen and we', titleBy: 'archivist' })
    await client.writing.putSection({
      testimony,
      section: null,
      passage: (await passageOf('drove')).id,
      heading: 'With Carmen',
    })
    await client.marks.label({
      testimony,
      spans: [await spanOf('we left')],
      words: 'Carmen leaves',
      language: 'en',
      meaning: 'when Carmen left',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 2,
    })
    await client.writing.putWordsAbout({
      testimony,
      wordsAbout: null,
      kind: 'synopsis',
      language: 'en',
      text: 'CARMEN drives.',
    })
    await takeOut('Carmen', 10)
  })

  test('is shown place by place, with what is covered already', async () => {
    expect(
      (await places('carmen')).map(({ where, text, start, covered }) => [where, text.slice(start, start + 6), covered]),
    ).toEqual([
      ['title', 'Carmen', false],
      ['heading', 'Carmen', false],
      ['passage', 'Carmen', false],
      ['passage', 'Carmen', true],
      ['passage', 'Carmen', false],
      ['label', 'Carmen', false],
      ['meaning', 'Carmen', false],
      ['wordsAbout', 'CARMEN', false],
    ])
  })

  test('goes in one step with one pseudonym, and comes back with one undo', async () => {
    const { client } = archive
    const before = await read()
    const beside = await client.writing.beside({ testimony })
    const chosen = (await places('Carmen')).map(({ place }) => place)
    const { marks } = await client.marks.takeOutEverywhere({ testimony, words: 'Carmen', places: chosen, ...pseudonym })
    expect(marks.redactions.at(-1)?.ranges.map(({ quote }) => quote)).toEqual(['Carmen', 'Carmen', 'Carmen'])
    const { story } = await read()
    const now = await client.writing.beside({ testimony })
    expect([
      story.testimony.title,
      now.sections[0]?.heading,
      now.wordsAbout[0]?.text,
      marks.labels[0]?.words,
      marks.labels[0]?.meaning,
    ]).toEqual(['Lucía and we', 'With Lucía', 'Lucía drives.', 'Lucía leaves', 'when Lucía left'])
    expect(await places('Carmen')).toMatchObject([{ covered: true }, { covered: true }, { covered: true }])
    await client.marks.undo({ testimony })
    expect(await client.writing.beside({ testimony })).toEqual(beside)
    expect({ ...(await read()), redo: false }).toEqual({ ...before, redo: false })
    await client.marks.redo({ testimony })
    expect((await read()).story.testimony.title).toBe('Lucía and we')
  })

  test('takes no replacement that says it, no place that is not there, and no title of hers from an archivist', async () => {
    const { client } = archive
    const all = await places('Carmen')
    const title = all.filter(({ where }) => where === 'title').map(({ place }) => place)
    const take = (chosen: string[], over: object) =>
      codeOf(client.marks.takeOutEverywhere({ testimony, words: 'Carmen', places: chosen, ...pseudonym, ...over }))
    expect(await take(title, { replacement: 'carmen' })).toBe('replacementTells')
    expect(await take(['title:x:0:6'], {})).toBe('changedMeanwhile')
    await client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
    await client.story.retitle({ testimony, title: 'My Carmen', titleBy: 'narrator' })
    await client.herSession.leave({ passphrase })
    const hers = (await places('Carmen')).filter(({ where }) => where === 'title').map(({ place }) => place)
    expect(await take(hers, {})).toBe('herVersion')
    expect((await read()).story.testimony.title).toBe('My Carmen')
  })
})

test('in her session only the words of her own labels are offered', async () => {
  const { client } = archive
  const [line] = await bringIn(client, [{ name: 'b.txt', bytes: new TextEncoder().encode('Rosa: I was there too.\n') }])
  const other = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony: other })
  await client.marks.label({
    testimony: other,
    spans: [{ passage: story.passages[0]?.id ?? '', start: 0, end: 1, startMs: null, endMs: null }],
    words: 'somebody else',
    language: 'en',
    meaning: '',
    assertedBy: 'narrator',
    stance: 'mine',
    colour: 1,
  })
  expect((await client.marks.offeredLabels({ language: 'en' })).used).toEqual(['somebody else'])
  await client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
  expect((await client.marks.offeredLabels({ language: 'en' })).used).toEqual([])
  await client.herSession.leave({ passphrase })
})

test('labels stand in the order that she gives them, and undo leaves that order', async () => {
  const passage = await passageOf('It rained')
  const spans = [{ passage: passage.id, start: 0, end: 2, startMs: null, endMs: null }]
  const label = (words: string) =>
    archive.client.marks.label({
      testimony,
      spans,
      words,
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
    })
  for (const words of ['rain', 'leaving', 'joy']) await label(words)
  const named = async () => (await read()).marks.labels.map(({ words }) => words)
  const joy = (await read()).marks.labels.find(({ words }) => words === 'joy')?.id ?? ''
  await archive.client.marks.moveLabel({ testimony, label: joy, way: 'later' })
  expect(await named()).toEqual(['rain', 'leaving', 'joy'])
  await archive.client.marks.moveLabel({ testimony, label: joy, way: 'earlier' })
  await archive.client.marks.moveLabel({ testimony, label: joy, way: 'earlier' })
  expect(await named()).toEqual(['joy', 'rain', 'leaving'])
  await label('bread')
  await archive.client.marks.undo({ testimony })
  expect(await named()).toEqual(['joy', 'rain', 'leaving'])
  expect(await codeOf(archive.client.marks.moveLabel({ testimony, label: 'nosuchlabel0', way: 'later' }))).toBe(
    'notFound',
  )
})
