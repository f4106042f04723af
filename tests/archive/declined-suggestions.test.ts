// A suggestion that was declined can be brought back by whoever declined it, until the window is left or the words change.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { codeOf } from './temporary-folder.ts'

let archive: TestArchive
let testimony: string
let passage: string
let narrator: string
beforeEach(async () => {
  archive = await makeArchive()
  const bytes = new TextEncoder().encode('Ana: Who came?\n\nMarisol: We sold oranges.\n\nMarisol: It rained.\n')
  const lines = await bringIn(archive.client, [{ name: 'a.txt', bytes }])
  testimony = lines.find((line) => line.testimony !== null)?.testimony ?? ''
  const { story } = await archive.client.story.read({ testimony })
  passage = story.passages[1]?.id ?? ''
  narrator = story.narrator.id
})
afterEach(async () => archive.close())

const suggest = async () =>
  (await archive.client.writing.suggest({ testimony, passage, after: 'We sold lemons.', why: 'heard so' })).suggestion
const beside = async () => archive.client.writing.beside({ testimony })
const decline = async (suggestion: string) =>
  archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'keepMine' })
const bringBack = async (suggestion: string) => archive.client.writing.bringBackSuggestion({ testimony, suggestion })

test('it is back as it was, open, and can be answered again', async () => {
  const suggestion = await suggest()
  const [before] = (await beside()).suggestions
  await decline(suggestion)
  expect(await beside()).toMatchObject({ suggestions: [], declined: [{ id: suggestion, after: 'We sold lemons.' }] })
  await bringBack(suggestion)
  expect(await beside()).toMatchObject({ suggestions: [before], declined: [] })
  await archive.client.writing.answerSuggestion({ testimony, suggestion, answer: 'accept' })
  expect((await archive.client.story.read({ testimony })).story.passages[1]?.text).toBe('We sold lemons.')
  expect(await codeOf(bringBack(suggestion))).toBe('changedMeanwhile')
})

test('not when the words have changed since', async () => {
  const suggestion = await suggest()
  await decline(suggestion)
  const { story } = await archive.client.story.read({ testimony })
  const passages = story.passages.filter(({ id }) => id === passage).map((one) => ({ ...one, text: 'We sold figs.' }))
  const change = { turns: null, passages, marks: [], lineage: [] }
  await archive.client.writing.keep({ testimony, base: story.testimony.revision, change })
  expect((await beside()).declined).toEqual([])
  expect(await codeOf(bringBack(suggestion))).toBe('changedMeanwhile')
})

test('what she declined is hers to bring back, in her session, and nobody learns of it', async () => {
  const suggestion = await suggest()
  await archive.client.herSession.handOver({ narrator, passphrase: null })
  await decline(suggestion)
  expect((await beside()).declined).toHaveLength(1)
  await archive.client.herSession.leave({ passphrase })
  expect((await beside()).declined).toEqual([])
  expect(await codeOf(bringBack(suggestion))).toBe('changedMeanwhile')
  await archive.client.herSession.handOver({ narrator, passphrase: null })
  expect((await beside()).declined).toEqual([])
})

test('a sealed passage has none', async () => {
  const suggestion = await suggest()
  await archive.client.herSession.handOver({ narrator, passphrase: null })
  await decline(suggestion)
  await archive.client.herSession.setPassphrase({ passphrase: 'quiet river under nine stones' })
  await archive.client.herSession.seal({ testimony, passages: [passage] })
  expect((await beside()).declined).toEqual([])
  expect(await codeOf(bringBack(suggestion))).toBe('changedMeanwhile')
})
