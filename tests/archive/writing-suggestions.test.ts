// What is suggested for a story, and what is written beside it.
import { describe, expect, test } from 'vitest'
import { codeOf } from './temporary-folder.ts'
import {
  archive,
  testimony,
  later,
  read,
  passageOf,
  keep,
  rewrite,
  textNow,
  takeOut,
  handOver,
  leave,
  findings,
} from './writing-world.ts'

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
