// What comes back of a story that was written in, and what is forgotten.
import { describe, expect, test } from 'vitest'
import { pagesWith } from '../support/deciphered-pages.ts'
import { codeOf } from './temporary-folder.ts'
import {
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
