// The batch as the window holds it, against a real archive: looked at, corrected, cancelled, kept, stopped half-way.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { BatchWork } from '../../renderer/features/bring-in/batch-work.ts'
import type { BatchState } from '../../renderer/features/bring-in/batch-state.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'

let archive: TestArchive
let work: BatchWork
beforeEach(async () => {
  archive = await makeArchive()
  work = new BatchWork(archive.client)
})
afterEach(() => archive.close())

function until(holds: (state: BatchState) => boolean): Promise<BatchState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds(work.read())) return
      stop()
      resolve(work.read())
    }
    const stop = work.subscribe(look)
    look()
  })
}
const text = (name: string, words: string): File => new File([words], name)
const stories = (count: number): File[] =>
  Array.from({ length: count }, (_, at) =>
    text(`story ${at}.txt`, `Q: What of day ${at}?\n\nROSA: Day ${at} was long, and I sang.\n\n`),
  )
const looked = (state: BatchState): boolean => state.step === 'looking'
async function onShelf(): Promise<string[]> {
  const all = { words: '', language: '', label: '', state: 'all', order: 'title', from: 0, count: 500 } as const
  return (await archive.client.shelf.list(all)).cards.map(({ title }) => title)
}

test('what is corrected is what is kept', async () => {
  work.addFiles([
    text('sundays.txt', 'Q: What did you do?\n\nROSA: We danced.\n\nROSA: And we sang.\n'),
    text('nothing.txt', ''),
  ])
  const { items } = await until(looked)
  const good = items.find(({ failure }) => failure === null)
  expect(items.find(({ failure }) => failure !== null)?.failure).toBe('fileEmpty')
  if (good === undefined) throw new Error('nothing can be kept')
  work.corrections.correct(good.item, { title: 'Sundays' })
  work.corrections.correct(good.item, { narratorName: 'R.' })
  await work.corrections.correctPassage(good.item, 0, 0, { kind: 'text', text: 'What was it like?' })
  const { turns } = await work.text(good.item, new AbortController().signal)
  expect(turns[0]?.passages[0]?.text).toBe('What was it like?')
  await work.keep()
  const { lines, ended } = work.read()
  expect(ended).toBe('whole')
  expect(lines.map(({ result }) => result).toSorted()).toEqual(['failed', 'kept'])
  const testimony = lines.find(({ result }) => result === 'kept')?.testimony ?? ''
  const { story } = await archive.client.story.read({ testimony })
  expect([story.testimony.title, story.narrator.name, story.passages[0]?.text]).toEqual([
    'Sundays',
    'R.',
    'What was it like?',
  ])
})

test('cancelling while files are read keeps nothing and forgets the batch', async () => {
  work.addFiles(stories(200))
  await until(({ going }) => (going?.done ?? 0) > 3)
  work.cancelSending()
  const state = await until(({ cancelled }) => cancelled !== null)
  expect([state.step, state.cancelled, state.items.length]).toEqual(['choosing', 'nothingKept', 0])
  expect(await onShelf()).toEqual([])
})

test('cancelling while more is added leaves what was there, with its corrections', async () => {
  work.addFiles([text('first.txt', 'ROSA: We danced.\n')])
  const { items } = await until(looked)
  work.corrections.correct(items[0]?.item ?? '', { title: 'Ours' })
  work.addFiles(stories(200))
  await until(({ going }) => (going?.done ?? 0) > 3)
  work.cancelSending()
  const state = await until(({ cancelled }) => cancelled !== null)
  expect([state.step, state.cancelled]).toEqual(['looking', 'stoppedAdding'])
  expect(state.items.map(({ title }) => title)).toContain('Ours')
})

test('the same for all reaches all, and what is left out is not kept', async () => {
  work.addFiles(stories(40))
  const { items } = await until(looked)
  work.corrections.correctAll(items, () => ({ language: 'qu' }))
  work.corrections.correct(items[0]?.item ?? '', { keep: false })
  await work.keep()
  expect(work.read().lines.filter(({ result }) => result === 'kept')).toHaveLength(39)
  expect((await archive.client.shelf.choices({})).languages).toEqual(['qu'])
  expect(await onShelf()).toHaveLength(39)
})

test('a correction that the archive does not take does not stay on the screen', async () => {
  work.addFiles([text('first.txt', 'ROSA: We danced.\n')])
  const { items } = await until(looked)
  work.corrections.correct(items[0]?.item ?? '', { language: 'no language at all' })
  const state = await until(({ failure }) => failure !== null)
  expect([state.failure, state.step, state.items[0]?.language]).toEqual(['badInput', 'looking', items[0]?.language])
})

test('stopping half-way: what is said to be kept is what is kept, and the rest can be kept once', async () => {
  // A megabyte of letters each, in few passages: quickly kept, and too much for one transaction.
  const passage = `ROSA: ${'sang'.repeat(5_000)} and sang.\n\n`.repeat(52)
  work.addFiles(Array.from({ length: 24 }, (_, at) => text(`story ${at}.txt`, `Q: What of day ${at}?\n\n${passage}`)))
  await until(looked)
  const keeping = work.keep()
  await until(({ lines }) => lines.length > 5)
  work.stopKeeping()
  await keeping
  const { lines, items, ended } = work.read()
  expect(ended).toBe('stopped')
  expect(await onShelf()).toHaveLength(lines.length)
  expect(items.length).toBeGreaterThan(0)
  expect(lines.length + items.length).toBe(24)
  work.lookAtRest()
  await work.keep()
  const titles = await onShelf()
  expect(titles).toHaveLength(24)
  expect(new Set(titles).size).toBe(24)
})
