// Writing in a story, call by call: what may be kept, and when a revision begins.
import { describe, expect, test } from 'vitest'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { bringIn } from '../support/archive.ts'
import { pagesWith } from '../support/deciphered-pages.ts'
import { codeOf } from './temporary-folder.ts'
import {
  inPerson,
  archive,
  testimony,
  later,
  read,
  passageOf,
  keep,
  rewrite,
  textAt,
  textNow,
  takeOut,
  handOver,
  leave,
  findings,
} from './writing-world.ts'

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
