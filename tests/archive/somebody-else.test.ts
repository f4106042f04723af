// "Carlos" is somebody else than Carlo, who was taken out: said once, it can be read; never said of "Carlo" himself.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { longerThan } from '../../shared/domain/names/somebody-else.ts'
import type { Marks } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'

const brought = `Ana: Who came?

Marisol: Carlo drove us home.

Marisol: Carlos waited, and it rained.

Marisol: Then Carlo left.
`
const name = { thing: 'name', reach: 'readers', way: 'removed', replacement: '', why: '' } as const
const carlos = { words: 'Carlo', other: 'Carlos' }

let archive: TestArchive
let testimony: string
beforeEach(async () => {
  archive = await makeArchive()
  const lines = await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
})
afterEach(async () => archive.close())

const read = async (): Promise<{ story: Story; marks: Marks }> => archive.client.story.read({ testimony })
async function takeOutCarlo(): Promise<void> {
  const { story } = await read()
  const spans = story.passages.flatMap(({ id: passage, text }) => {
    const start = text.search(/Carlo\b/u)
    return start < 0 ? [] : [{ passage, start, end: start + 5, startMs: null, endMs: null }]
  })
  await archive.client.marks.takeOut({ testimony, spans, ...name })
}
const held = async (title = 'Rain') => {
  const { id: recipient } = await archive.client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const passages = (await read()).story.passages.map(({ id }) => id)
  const { id } = await archive.client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  await archive.client.excerpts.change({
    excerpt: id,
    use: 'readingRoom',
    recipient,
    passages,
    withSound: false,
    framing: { title, introduction: '', keywords: [], signed: false },
  })
  const { reasons } = await archive.client.excerpts.check({ excerpt: id })
  return reasons.filter(({ kind }) => kind.startsWith('takenOut'))
}
const review = async () => archive.client.consent.reviewed({ testimony, evidence: { kind: 'inPerson', note: '' } })

describe('a longer name', () => {
  test('holds an excerpt back until it is said to be somebody else', async () => {
    await takeOutCarlo()
    expect(await held()).toEqual([expect.objectContaining({ kind: 'takenOutElsewhere', longer: ['Carlos'] })])
    await archive.client.marks.notTheSame({ testimony, ...carlos })
    expect(await held()).toEqual([])
    expect(await held('Carlos in the rain')).toEqual([])
    expect(await held('Carlo in the rain')).toEqual([expect.objectContaining({ kind: 'takenOutInFraming' })])
  })

  test('is not found by taking out everywhere any more, and the name itself is', async () => {
    await takeOutCarlo()
    const found = async () =>
      (await archive.client.marks.everywhere({ testimony, words: 'Carlo' })).places.map(({ text, start, end }) =>
        text.slice(start, end),
      )
    const same = async () =>
      (await archive.client.marks.sameWords({ testimony, words: 'Carlo' })).spans.map(({ text, start, end }) =>
        text.slice(start, end),
      )
    expect(await found()).toContain('Carlos')
    await archive.client.marks.notTheSame({ testimony, ...carlos })
    expect(await found()).toEqual(['Carlo', 'Carlo'])
    expect(await same()).toEqual(['Carlo', 'Carlo'])
  })

  test('is a step that is undone and done again, and is taken back', async () => {
    await takeOutCarlo()
    await archive.client.marks.notTheSame({ testimony, ...carlos })
    await archive.client.marks.undo({ testimony })
    expect(await held()).toHaveLength(1)
    const { marks } = await archive.client.marks.redo({ testimony })
    expect(await held()).toEqual([])
    const [kept] = marks.notTheSame
    expect(kept).toMatchObject({ words: 'carlo', other: 'carlos' })
    await archive.client.marks.theSameAfterAll({ testimony, notTheSame: kept?.id ?? '' })
    expect(await held()).toHaveLength(1)
  })

  test('is never the very same words, nor the same with a title after it, nor of what is not taken out', async () => {
    await takeOutCarlo()
    for (const other of ['Carlo', 'CARLO', '“Carlo”', 'Càrlo', 'Carlo’s', 'Carlo ji', 'Carl'])
      expect(await codeOf(archive.client.marks.notTheSame({ testimony, words: 'Carlo', other }))).toBe('notFound')
    expect(await codeOf(archive.client.marks.notTheSame({ testimony, words: 'it', other: 'its' }))).toBe('notFound')
    expect(longerThan('Carlo Rossi', 'Carlo Rossini')).toBe('carlo rossini')
  })
})

describe('after her review', () => {
  test('only she says it, and what she says an archivist does not take back', async () => {
    await takeOutCarlo()
    await review()
    expect(await codeOf(archive.client.marks.notTheSame({ testimony, ...carlos }))).toBe('hersToDecide')
    const { narrator } = (await read()).story
    await archive.client.herSession.handOver({ narrator: narrator.id, passphrase: null })
    const { marks } = await archive.client.marks.notTheSame({ testimony, ...carlos })
    await archive.client.herSession.leave({ passphrase })
    expect(await held()).toEqual([])
    const notTheSame = marks.notTheSame[0]?.id ?? ''
    expect(await codeOf(archive.client.marks.theSameAfterAll({ testimony, notTheSame }))).toBe('hersToDecide')
  })

  test('an archivist does not say it again by doing it again, and may take it back as far as that holds back', async () => {
    await takeOutCarlo()
    await archive.client.marks.notTheSame({ testimony, ...carlos })
    await archive.client.marks.undo({ testimony })
    await review()
    expect(await codeOf(archive.client.marks.redo({ testimony }))).toBe('hersToDecide')
    expect(await held()).toHaveLength(1)
  })
})

test('words of a passage that she seals are not kept in the open beside it', async () => {
  await takeOutCarlo()
  await archive.client.marks.notTheSame({ testimony, ...carlos })
  const { story } = await read()
  await archive.client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
  await archive.client.herSession.setPassphrase({ passphrase: 'quiet river under nine stones' })
  const passage = story.passages.find(({ text }) => text.includes('Carlos'))?.id ?? ''
  await archive.client.herSession.seal({ testimony, passages: [passage] })
  expect((await read()).marks.notTheSame).toEqual([])
})
