// Testimonies in nine scripts: brought in with their speakers, languages and directions; found; labelled; given out.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Story } from '../../shared/domain/story.ts'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'
import { readingRoom } from '../../electron/archive/exporters/reading-room.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { passagesOf, scriptStories, type ScriptStory } from '../support/scripts.ts'
import { asContent, said, story as framed } from './reading-room-content.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const each = scriptStories.map((story): [string, ScriptStory] => [story.language, story])

describe.each(each)('a transcript in %s', (language, written) => {
  const read = readTranscript(`${language}.txt`, bytes(written.text))

  test('has its turns, who asks and who tells', () => {
    expect(read.language).toBe(language)
    expect(read.speakers.map(({ name, role }) => [name, role])).toEqual([
      [written.asks, 'interviewer'],
      [written.answers, 'narrator'],
    ])
    expect(read.turns.map(({ speaker, passages }) => [speaker, passages.map(({ text }) => text).join()])).toEqual(
      passagesOf(written).map((text, at) => [at % 2, text]),
    )
  })

  test('has about as many words as somebody would count', () => {
    const words = read.turns.flatMap(({ passages }) => passages).reduce((sum, passage) => sum + passage.words, 0)
    expect(words).toBeGreaterThan(written.words * 0.8)
    expect(words).toBeLessThan(written.words * 1.2)
  })

  test('that is hard-wrapped and in another Unicode form is the same', () => {
    const other = readTranscript('x.txt', bytes(`\ufeff${written.text.normalize('NFD').replaceAll('\n', '\r\n\r\n')}`))
    expect(other.language).toBe(language)
    expect(other.speakers.map(({ role }) => role)).toEqual(['interviewer', 'narrator'])
    expect(other.turns.flatMap(({ passages }) => passages.map(({ text }) => text.normalize('NFC')))).toEqual(
      passagesOf(written).map((text) => text.normalize('NFC')),
    )
  })
})

describe('in the archive', () => {
  let archive: TestArchive
  const stories = new Map<string, Story>()
  beforeAll(async () => {
    archive = await makeArchive()
    const { client } = archive
    await bringIn(
      client,
      scriptStories.map(({ language, text }) => ({ name: `${language}.txt`, bytes: bytes(text) })),
    )
    const { cards } = await client.shelf.list({
      words: '',
      language: '',
      label: '',
      state: 'all',
      order: 'title',
      from: 0,
      count: 100,
    })
    for (const card of cards) {
      const { story } = await client.story.read({ testimony: card.id })
      stories.set(story.testimony.language, story)
    }
  })
  afterAll(() => archive.close())
  const storyIn = (language: string): Story => {
    const story = stories.get(language)
    if (story === undefined) throw new Error(`no story in ${language}`)
    return story
  }

  test.each(each)('%s: each passage has its language and its direction', (language, { direction }) => {
    const { passages, narrator } = storyIn(language)
    // "Answer" is not how somebody is called.
    expect(narrator.name).toBe('')
    expect(passages).toHaveLength(6)
    expect(new Set(passages.map((one) => `${one.language} ${one.direction}`))).toEqual(
      new Set([`${language} ${direction}`]),
    )
  })

  test.each(each)('%s: its words are found, parts of them too where none are spaced', async (language, { find }) => {
    for (const [words, passages] of find) {
      const { hits } = await archive.client.shelf.find({ words, language, role: 'anyone', count: 50 })
      expect(hits.length, words).toBe(passages)
      const strip = (text: string): string => text.normalize('NFD').replace(/[\u064b-\u0652]/gu, '')
      for (const { text, found } of hits)
        for (const [start, end] of found)
          expect(
            words.split(' ').some((word) => strip(text.slice(start, end)).startsWith(strip(word))),
            `${words} in ${text}`,
          ).toBe(true)
    }
  })

  test.each(each)('%s: a label begins and ends between letters as they are read', async (language) => {
    const { testimony, passages } = storyIn(language)
    const passage = passages[3]
    if (passage === undefined) throw new Error('a passage is missing')
    const letters = [...new Intl.Segmenter(language).segment(passage.text)]
    const borders = new Set([...letters.map(({ index }) => index), passage.text.length])
    // from the middle of the widest letter to the middle of another
    const [wide, other] = letters.toSorted(
      (one, two) => two.segment.length - one.segment.length || one.index - two.index,
    )
    const [from, until] = [wide, other].map(
      (letter) => (letter?.index ?? 0) + ((letter?.segment.length ?? 1) > 1 ? 1 : 0),
    )
    const span = {
      passage: passage.id,
      start: Math.min(from ?? 0, until ?? 0),
      end: Math.max(from ?? 0, until ?? 0) + 1,
    }
    const { marks } = await archive.client.marks.label({
      testimony: testimony.id,
      spans: [{ ...span, startMs: null, endMs: null }],
      words: 'work',
      language: 'en',
      meaning: '',
      assertedBy: 'narrator',
      stance: 'mine',
      colour: 1,
    })
    const [range] = marks.labels.at(-1)?.ranges ?? []
    if (range === undefined) throw new Error('no label was kept')
    expect(borders.has(range.start) && borders.has(range.end)).toBe(true)
    expect(range.start).toBeLessThanOrEqual(span.start)
    expect(range.end).toBeGreaterThanOrEqual(span.end)
    expect(range.quote).toBe(passage.text.slice(range.start, range.end))
  })

  test('a story in one script with a passage in another has each in its own', async () => {
    const { client } = archive
    const mixed = [
      'س: ماذا قالت لك؟',
      'ج: She said good morning to all of us, and we said it to her.',
      'س: وأنتِ؟',
      'ج: قلتُ صباح الخير، وضحكنا.',
      'س: وهو؟',
      'ج: おはようございますと言いました。',
    ].join('\n')
    const [line] = await bringIn(client, [{ name: 'mixed.txt', bytes: bytes(mixed) }])
    const { story } = await client.story.read({ testimony: line?.testimony ?? '' })
    expect(story.passages.map((one) => [one.language, one.direction])).toEqual([
      ['ar', 'rtl'],
      ['en', 'ltr'],
      ['ar', 'rtl'],
      ['ar', 'rtl'],
      ['ar', 'rtl'],
      ['ja', 'ltr'],
    ])
  })

  test('a Persian story stays Persian where a passage could be Arabic', async () => {
    const { client } = archive
    const text = 'پرسش: آن سال کجا کار می‌کردید؟\nپاسخ: در یک نانوایی کوچک نزدیک بازار.\nپرسش: بعد؟\nپاسخ: سلام و نان.'
    const [line] = await bringIn(client, [{ name: 'fa.txt', bytes: bytes(text) }])
    const { story } = await client.story.read({ testimony: line?.testimony ?? '' })
    expect(story.speakers.map(({ role }) => role)).toEqual(['interviewer', 'narrator'])
    expect(new Set(story.passages.map((one) => one.language))).toEqual(new Set(['fa']))
  })
})

test.each(each)('given out in %s, each passage says its language and its direction', (language, written) => {
  const passages = passagesOf(written).map((text, at) =>
    said(at + 1, text, { language, direction: written.direction, role: at % 2 === 0 ? 'interviewer' : 'narrator' }),
  )
  const files = readingRoom(asContent({ ...framed, passages, sound: [], language }), null, 'reference0a1b2c')
  const page = files.find(({ path }) => path === 'index.html')
  const html = new TextDecoder().decode(page?.bytes)
  const words = [...html.matchAll(/<p class="words" lang="([^"]*)" dir="([^"]*)">/g)]
  expect(words.map(([, lang, dir]) => [lang, dir])).toEqual(passages.map(() => [language, written.direction]))
})
