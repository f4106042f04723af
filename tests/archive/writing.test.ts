// Writing in a story, call by call: what may be kept, when a revision begins, what comes back and what is forgotten.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Marks } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { pagesWith } from '../support/deciphered-pages.ts'
import { codeOf } from './temporary-folder.ts'

const brought = `Ana: How did it begin?

Marisol: I came from Oaxaca with Rosalinda.

We slept in the van.

Ana: And then?

Marisol: 我們在市場工作。
`
const inPerson = { kind: 'inPerson', note: '' } as const
const name = { thing: 'name', reach: 'anyone', way: 'removed', replacement: '', why: '' } as const

let archive: TestArchive
let testimony: string
let now: number
beforeEach(async () => {
  now = Date.parse('2026-01-01T10:00:00.000Z')
  archive = await makeArchive({ now: () => new Date(now) })
  const [line] = await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  testimony = line?.testimony ?? ''
})
afterEach(() => archive.close())

const later = (minutes: number) => {
  now += minutes * 60_000
}
const read = async (): Promise<{ story: Story; marks: Marks }> => archive.client.story.read({ testimony })
const passageOf = async (words: string) => {
  const { story } = await read()
  const passage = story.passages.find(({ text }) => text.includes(words))
  if (passage === undefined) throw new Error(`no passage with ${words}`)
  return passage
}
async function keep(change: Partial<Change>, base?: number) {
  const { story } = await read()
  const whole = { turns: null, passages: [], marks: [], lineage: [], ...change } as Change
  return archive.client.writing.keep({ testimony, base: base ?? story.testimony.revision, change: whole as never })
}
async function rewrite(from: string, to: string) {
  const passage = await passageOf(from)
  return keep({ passages: [{ ...passage, text: passage.text.replace(from, to) }] })
}
const textAt = async (revision: number) =>
  (await archive.client.writing.at({ testimony, revision })).passages.map(({ text }) => text).join('\n')
const textNow = async () => (await read()).story.passages.map(({ text }) => text).join('\n')
async function takeOut(words: string) {
  const passage = await passageOf(words)
  const start = passage.text.indexOf(words)
  const spans = [{ passage: passage.id, start, end: start + words.length, startMs: null, endMs: null }]
  return archive.client.marks.takeOut({ testimony, spans, ...name })
}
const handOver = async () =>
  archive.client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
const leave = () => archive.client.herSession.leave({ passphrase })
async function findings() {
  for await (const event of archive.client.care.check({})) if (event.kind === 'checked') return event.findings
  return null
}

describe('revisions', () => {
  const revision = async (from: string, to: string) => (await rewrite(from, to)).revision

  test('what was brought in is never added to, work that goes on is one revision, a pause begins another', async () => {
    expect(await revision('van', 'car')).toBe(2)
    later(1)
    expect(await revision('car', 'bus')).toBe(2)
    later(2.1)
    expect(await revision('bus', 'train')).toBe(3)
    expect(
      [await textAt(1), await textAt(2), await textAt(3)].map((text) => /van|car|bus|train/.exec(text)?.[0]),
    ).toEqual(['van', 'bus', 'train'])
  })

  test('ten minutes of work end one, without a pause', async () => {
    const numbers = []
    for (let minute = 0; minute < 12; minute += 1) {
      numbers.push(await revision(minute === 0 ? 'van' : `van${minute - 1}`, `van${minute}`))
      later(1)
    }
    expect(numbers).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3])
  })

  test('another author, a name, and what is relied on begin another', async () => {
    expect(await revision('van', 'car')).toBe(2)
    await archive.client.writing.snapshot({ testimony, name: 'first' })
    expect(await revision('car', 'bus')).toBe(3)
    await handOver()
    expect(await revision('bus', 'train')).toBe(4)
    await leave()
    await archive.client.consent.reviewed({ testimony, evidence: inPerson })
    await handOver()
    expect(await revision('train', 'boat')).toBe(5)
    const { revisions } = await archive.client.writing.revisions({ testimony })
    expect(
      revisions.map(({ number, authorRole, name: called, reliedOn }) => [number, authorRole, called, reliedOn]),
    ).toEqual([
      [5, 'narrator', '', false],
      [4, 'narrator', '', true],
      [3, 'archivist', '', false],
      [2, 'archivist', 'first', false],
      [1, 'archivist', '', false],
    ])
    expect(revisions.map(({ author }) => author)).toEqual(['Marisol', 'Marisol', 'Ana', 'Ana', 'Ana'])
  })

  test('a second name for the same state is another revision of it', async () => {
    await rewrite('van', 'car')
    const first = await archive.client.writing.snapshot({ testimony, name: 'one' })
    const second = await archive.client.writing.snapshot({ testimony, name: 'two' })
    expect([first.revision, second.revision]).toEqual([2, 3])
    expect(await textAt(2)).toBe(await textAt(3))
  })
})

test('what was typed and taken back within one revision is kept nowhere, in a new passage neither', async () => {
  const [word, other] = ['zanzibarquux', 'wolkenkuckuck']
  await rewrite('van', 'car')
  await rewrite('car', word)
  await rewrite(word, 'bus')
  const { story } = await read()
  const last = story.turns.at(-1)
  const order = story.turns.map(({ id, speaker }) => ({
    id,
    speaker,
    passages: [
      ...story.passages.filter(({ turn }) => turn === id).map(({ id: own }) => own),
      ...(id === last?.id ? ['newpassage1'] : []),
    ],
  }))
  const fresh = { ...(await passageOf('bus')), id: 'newpassage1', text: `Then ${other} came.` }
  await keep({ turns: order, passages: [fresh] })
  await rewrite(other, 'nobody')
  expect((await read()).story.testimony.revision).toBe(2)
  await archive.client.door.lock({})
  expect([await pagesWith(archive.folder, word), await pagesWith(archive.folder, other)]).toEqual([0, 0])
  expect(await pagesWith(archive.folder, 'nobody')).toBeGreaterThan(0)
})

describe('a change is refused', () => {
  test('on another base', async () => {
    await rewrite('van', 'car')
    const passage = await passageOf('car')
    expect(await codeOf(keep({ passages: [{ ...passage, text: 'x' }] }, 1))).toBe('changedMeanwhile')
    expect(await textNow()).toContain('car')
  })

  test('when it changes her words after her review, but not when it only cuts and orders them', async () => {
    await archive.client.consent.reviewed({ testimony, evidence: inPerson })
    expect(await codeOf(rewrite('van', 'car'))).toBe('herVersion')
    const { story } = await read()
    const [turn] = story.turns.filter(({ id }) =>
      story.passages.some(({ turn: own, text }) => own === id && text.includes('van')),
    )
    const van = await passageOf('van')
    const order = story.turns.map(({ id, speaker }) => ({
      id,
      speaker,
      passages: story.passages.filter((passage) => passage.turn === id).map(({ id: own }) => own),
    }))
    const split = order.map((one) =>
      one.id === turn?.id ? { ...one, passages: [...one.passages, 'newpassage1'] } : one,
    )
    const halves = [
      { ...van, text: 'We slept' },
      { ...van, id: 'newpassage1', text: 'in the van.' },
    ]
    await keep({
      turns: split,
      passages: halves,
      lineage: [{ kind: 'split', passage: van.id, other: 'newpassage1', at: 8 }],
    })
    await keep({ turns: split.toReversed(), passages: [] })
    expect(await codeOf(rewrite('We slept', 'We did not sleep'))).toBe('herVersion')
    await handOver()
    await rewrite('We slept', 'We did not sleep')
    await leave()
    expect(await findings()).toEqual([])
  })

  test('when a mark loses its words unseen', async () => {
    const { marks } = await takeOut('Rosalinda')
    const [redaction] = marks.redactions
    const [range] = redaction?.ranges ?? []
    const passage = await passageOf('Rosalinda')
    const other = await passageOf('van')
    if (redaction === undefined || range === undefined) throw new Error('no mark')
    const moved = (over: object) => [
      { kind: 'redaction' as const, mark: redaction.id, ranges: [{ ...range, ...over }] },
    ]
    const shorter = { ...passage, text: 'I came from Oaxaca.' }
    const why = async (change: Partial<Change>) => {
      try {
        await keep(change)
        return 'kept'
      } catch (error) {
        return (error as { detail: { why: string } }).detail.why
      }
    }
    expect(await why({ passages: [shorter] })).toBe('rangeOutside')
    expect(await why({ passages: [shorter], marks: [{ kind: 'redaction', mark: redaction.id, ranges: [] }] })).toBe(
      'rangeGone',
    )
    expect(await why({ marks: moved({ end: range.end - 2, quote: range.quote.slice(0, -2) }) })).toBe('rangeShrunk')
    expect(await why({ marks: moved({ start: 2, end: 4, quote: 'ca' }) })).toBe('rangeShrunk')
    expect(await why({ marks: moved({ passage: other.id }) })).toBe('rangeOutside')
    expect(await why({ marks: [{ kind: 'redaction', mark: 'nosuchmark', ranges: [] }] })).toBe('markUnknown')
    expect(await why({ passages: [{ ...passage, recording: 'nosuchrecording' }] })).toBe('recordingUnknown')
    expect(await why({ passages: [shorter], marks: moved({ unresolved: true, start: 3, end: 3 }) })).toBe('kept')
    expect((await read()).marks.redactions[0]?.ranges[0]).toMatchObject({ unresolved: true, quote: 'Rosalinda' })
  })

  test('a range through the middle of one letter, and ids that are used elsewhere', async () => {
    const { marks } = await takeOut('市場')
    const [redaction] = marks.redactions
    const passage = await passageOf('市場')
    const [range] = redaction?.ranges ?? []
    if (redaction === undefined || range === undefined) throw new Error('no mark')
    const wave = { ...passage, text: '👋🏽市場' }
    const half = { ...range, start: 2, end: 6, quote: wave.text.slice(2, 6) }
    expect(
      await codeOf(keep({ passages: [wave], marks: [{ kind: 'redaction', mark: redaction.id, ranges: [half] }] })),
    ).toBe('badInput')
    const [line] = await bringIn(archive.client, [
      { name: 'b.txt', bytes: new TextEncoder().encode('Other: Words of hers.') },
    ])
    const { story } = await archive.client.story.read({ testimony: line?.testimony ?? '' })
    const stolen = story.passages[0]?.id ?? ''
    const { turns, passages } = (await read()).story
    const order = turns.map(({ id, speaker }) => ({
      id,
      speaker,
      passages: passages.filter(({ turn }) => turn === id).map(({ id: own }) => own),
    }))
    order[0]?.passages.push(stolen)
    expect(await codeOf(keep({ turns: order, passages: [{ ...passage, id: stolen }] }))).toBe('badInput')
    expect((await archive.client.story.read({ testimony: line?.testimony ?? '' })).story.passages[0]?.text).toContain(
      'Words of hers.',
    )
  })
})

test('words that were taken out and still stand are covered again, whatever was sent', async () => {
  const { marks } = await takeOut('Rosalinda')
  const [redaction] = marks.redactions
  const [range] = redaction?.ranges ?? []
  const passage = await passageOf('Rosalinda')
  if (redaction === undefined || range === undefined) throw new Error('no mark')
  const lost = { ...range, start: 0, end: 0, unresolved: true }
  const { marks: kept } = await keep({
    passages: [{ ...passage, text: `Once ${passage.text}` }],
    marks: [{ kind: 'redaction', mark: redaction.id, ranges: [lost] }],
  })
  expect(kept.redactions[0]?.ranges.filter(({ unresolved }) => !unresolved).map(({ quote }) => quote)).toEqual([
    'Rosalinda',
  ])
  const seen = await archive.client.story.viewAs({ testimony, reach: 'anyone' })
  expect(JSON.stringify(seen)).not.toContain('Rosalinda')
})

describe('restoring', () => {
  test('brings words and order back; marks follow their words, or ask', async () => {
    await takeOut('Rosalinda')
    const van = await passageOf('van')
    await archive.client.marks.label({
      testimony,
      spans: [{ passage: van.id, start: 0, end: van.text.length, startMs: null, endMs: null }],
      words: 'nights',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
    })
    const before = await textNow()
    const { story, marks } = await read()
    const order = story.turns.map(({ id, speaker }) => ({
      id,
      speaker,
      passages: story.passages.filter(({ turn }) => turn === id).map(({ id: own }) => own),
    }))
    const first = order.find(({ passages }) => passages.includes(van.id))
    const joined = order.map((one) =>
      one === first ? { ...one, passages: one.passages.filter((id) => id !== van.id) } : one,
    )
    const into = await passageOf('Rosalinda')
    const text = `${into.text} ${van.text}`
    const label = marks.labels[0]
    const at = into.text.length + 1
    const range = label?.ranges[0]
    if (label === undefined || range === undefined) throw new Error('no label')
    await keep({
      turns: joined,
      passages: [{ ...into, text }],
      marks: [{ kind: 'label', mark: label.id, ranges: [{ ...range, passage: into.id, start: at, end: text.length }] }],
      lineage: [{ kind: 'join', passage: into.id, other: van.id, at: into.text.length }],
    })
    const { story: now } = await read()
    const { revision } = await archive.client.writing.restore({ testimony, base: now.testimony.revision, revision: 1 })
    expect(await textNow()).toBe(before)
    const { marks: back } = await read()
    expect(back.labels[0]?.ranges).toMatchObject([{ passage: van.id, quote: van.text, unresolved: false }])
    expect(back.redactions[0]?.ranges).toMatchObject([{ quote: 'Rosalinda', unresolved: false }])
    expect(await revisionAfter()).toBe(revision + 1)
    expect(await findings()).toEqual([])
  })

  const revisionAfter = async () => (await rewrite('begin', 'start')).revision

  test('what was put in the place of hidden words is hidden too, and asks', async () => {
    await rewrite('Rosalinda', 'Carmen')
    await takeOut('Carmen')
    const { story } = await read()
    await archive.client.writing.restore({ testimony, base: story.testimony.revision, revision: 1 })
    const [range] = (await read()).marks.redactions[0]?.ranges ?? []
    expect(range).toMatchObject({ unresolved: true, quote: 'Carmen' })
    expect(JSON.stringify(await archive.client.story.viewAs({ testimony, reach: 'anyone' }))).not.toContain('Rosalinda')
  })
})

describe('forgetting', () => {
  test('takes its words out of every page, and nothing from its neighbours', async () => {
    const word = 'zanzibarquux'
    await handOver()
    await rewrite('van', word)
    later(3)
    await rewrite(word, 'car')
    expect(await pagesWith(archive.folder, word)).toBeGreaterThan(0)
    const [first, third] = [await textAt(1), await textAt(3)]
    await archive.client.writing.forget({ testimony, revision: 2 })
    expect(await codeOf(textAt(2))).toBe('notFound')
    expect([await textAt(1), await textAt(3)]).toEqual([first, third])
    expect(await pagesWith(archive.folder, word)).toBe(0)
    expect(await pagesWith(archive.folder, word.slice(3))).toBe(0)
    expect(await pagesWith(archive.folder, 'slept')).toBeGreaterThan(0)
  })

  test('of a revision whose words still stood leaves none of them when they are changed afterwards', async () => {
    const word = 'zanzibarquux'
    await handOver()
    await rewrite('van', word)
    later(3)
    await rewrite('begin', 'start')
    await archive.client.writing.forget({ testimony, revision: 2 })
    expect(await textAt(3)).toContain(word)
    await rewrite(word, 'car')
    await archive.client.door.lock({})
    expect(await pagesWith(archive.folder, word)).toBe(0)
  })

  test('is not for an archivist, nor of what stands; her words stay hers', async () => {
    await handOver()
    const { revision } = await rewrite('van', 'car')
    expect(await codeOf(archive.client.writing.forget({ testimony, revision }))).toBe('badInput')
    await leave()
    await keep({ passages: [{ ...(await passageOf('car')), language: 'es' }] })
    expect(await codeOf(archive.client.writing.forget({ testimony, revision }))).toBe('onlyNarrator')
    await handOver()
    await archive.client.writing.forget({ testimony, revision })
    await leave()
    expect(await codeOf(rewrite('car', 'van'))).toBe('herVersion')
  })
})

describe('suggestions', () => {
  test('wait, are applied with a revision of their own, and marks follow', async () => {
    await takeOut('Rosalinda')
    const passage = await passageOf('Rosalinda')
    const after = 'Long ago I came from Oaxaca, with Rosalinda.'
    await archive.client.writing.suggest({ testimony, passage: passage.id, after, why: 'clearer' })
    const { suggestions } = await archive.client.writing.beside({ testimony })
    expect(suggestions).toMatchObject([{ state: 'open', before: passage.text, after, author: 'Ana' }])
    await handOver()
    await archive.client.writing.answerSuggestion({ testimony, suggestion: suggestions[0]?.id ?? '', answer: 'accept' })
    await leave()
    expect(await textNow()).toContain(after)
    expect((await read()).marks.redactions[0]?.ranges).toMatchObject([{ quote: 'Rosalinda', unresolved: false }])
    expect((await archive.client.writing.beside({ testimony })).suggestions).toEqual([])
    const { revisions } = await archive.client.writing.revisions({ testimony })
    expect(revisions[0]).toMatchObject({ number: 2, authorRole: 'narrator' })
  })

  test('go stale, and cannot be applied then; keep mine only takes the card away', async () => {
    const passage = await passageOf('van')
    const { suggestion } = await archive.client.writing.suggest({ testimony, passage: passage.id, after: 'x', why: '' })
    await rewrite('van', 'car')
    expect((await archive.client.writing.beside({ testimony })).suggestions).toMatchObject([{ state: 'stale' }])
    expect(await codeOf(archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'accept' }))).toBe(
      'changedMeanwhile',
    )
    await archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'keepMine' })
    expect((await archive.client.writing.beside({ testimony })).suggestions).toEqual([])
    expect(await textNow()).toContain('car')
  })

  test('a title of hers is suggested, never overwritten', async () => {
    await handOver()
    await archive.client.story.retitle({ testimony, title: 'My years', titleBy: 'archivist' })
    await leave()
    expect((await read()).story.testimony).toMatchObject({ title: 'My years', titleBy: 'narrator' })
    expect(await codeOf(archive.client.story.retitle({ testimony, title: 'Hers', titleBy: 'narrator' }))).toBe(
      'herVersion',
    )
    const { suggestion } = await archive.client.writing.suggest({ testimony, passage: null, after: 'Years', why: '' })
    expect(await codeOf(archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'accept' }))).toBe(
      'herVersion',
    )
    await handOver()
    await archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'accept' })
    await leave()
    expect((await read()).story.testimony).toMatchObject({ title: 'Years', titleBy: 'narrator' })
  })
})

describe('beside the story', () => {
  test('a heading goes with its passage when that is joined, and to the next when it is removed', async () => {
    const { story } = await read()
    const ids = story.passages.map(({ id }) => id)
    const order = story.turns.map(({ id, speaker }) => ({
      id,
      speaker,
      passages: story.passages.filter(({ turn }) => turn === id).map(({ id: own }) => own),
    }))
    const van = await passageOf('van')
    const { section } = await archive.client.writing.putSection({
      testimony,
      section: null,
      passage: van.id,
      heading: 'Nights',
    })
    const without = (gone: string) =>
      order
        .map((one) => ({ ...one, passages: one.passages.filter((id) => id !== gone) }))
        .filter(({ passages }) => passages.length > 0)
    await keep({ turns: without(van.id) })
    const heading = async () => (await archive.client.writing.beside({ testimony })).sections
    expect(await heading()).toEqual([{ id: section, passage: ids[ids.indexOf(van.id) + 1], heading: 'Nights' }])
    expect(await findings()).toEqual([])
    await archive.client.writing.removeSection({ testimony, section })
    expect(await heading()).toEqual([])
  })

  test('words about her are signed, unseen again when they change, and hers to answer and remove', async () => {
    const { client } = archive
    const put = (wordsAbout: string | null, text: string) =>
      client.writing.putWordsAbout({ testimony, wordsAbout, kind: 'note', language: 'en', text })
    const { wordsAbout } = await put(null, 'She was tired.')
    await handOver()
    await client.writing.answerWordsAbout({ testimony, wordsAbout, seen: 'disagrees', answer: 'I was angry.' })
    expect(await codeOf(put(wordsAbout, 'I was angry.'))).toBe('onlyNarrator')
    await leave()
    const about = async () => (await client.writing.beside({ testimony })).wordsAbout
    expect(await about()).toMatchObject([{ author: 'Ana', seen: 'disagrees', answer: 'I was angry.' }])
    expect(await codeOf(client.writing.answerWordsAbout({ testimony, wordsAbout, seen: 'yes', answer: '' }))).toBe(
      'onlyNarrator',
    )
    expect(await put(wordsAbout, 'She was tired.')).toEqual({ wordsAbout })
    later(1)
    const changed = await put(wordsAbout, 'She was very tired.')
    expect(changed.wordsAbout).not.toBe(wordsAbout)
    expect(await about()).toMatchObject([
      { id: wordsAbout, text: 'She was tired.', seen: 'disagrees', answer: 'I was angry.' },
      { id: changed.wordsAbout, text: 'She was very tired.', seen: 'no', answer: '' },
    ])
    expect(await put(changed.wordsAbout, 'She was tired out.')).toEqual(changed)
    expect(await about()).toHaveLength(2)
    await handOver()
    await client.writing.removeWordsAbout({ testimony, wordsAbout })
    await client.writing.removeWordsAbout({ testimony, ...changed })
    await leave()
    expect(await about()).toEqual([])
  })
})

test('a passage that is gone is gone from excerpts that have not left', async () => {
  const { client } = archive
  const recipient = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const van = await passageOf('van')
  const other = await passageOf('Oaxaca')
  const { id } = await client.excerpts.begin({
    testimony,
    use: 'readingRoom',
    recipient: recipient.id,
    passages: [van.id, other.id],
  })
  const { story } = await read()
  const order = story.turns.map(({ id: turn, speaker }) => ({
    id: turn,
    speaker,
    passages: story.passages
      .filter((passage) => passage.turn === turn && passage.id !== van.id)
      .map(({ id: own }) => own),
  }))
  await keep({ turns: order })
  expect((await client.excerpts.read({ excerpt: id })).passages).toEqual([other.id])
})
