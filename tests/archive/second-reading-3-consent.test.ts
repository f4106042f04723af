// An answer for one passage is never one for words that were parted from it before it was given.
import { afterEach, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { split } from '../support/split-and-join.ts'
import { answer, makeHome, openCopy, pack, readPack, takeCopy, withHer, type Home } from './take-home-world.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

async function home(replaced = {}): Promise<Home> {
  const made = await makeHome(replaced)
  closing.push(() => made.home.close())
  return made
}

/** A clock that a test moves on; every reading is a second later. */
function clock() {
  let at = Date.parse('2026-03-01T10:00:00.000Z')
  return {
    now: () => new Date((at += 1_000)),
    set: (moment: string) => (at = Date.parse(moment)),
  }
}

async function append(client: ArchiveClient, testimony: string, passage: string): Promise<void> {
  const { story } = await client.story.read({ testimony })
  const own = story.passages.find(({ id }) => id === passage)
  if (own === undefined) throw new Error('no such passage')
  await client.writing.keep({
    testimony,
    base: story.testimony.revision,
    change: { turns: null, passages: [{ ...own, text: `${own.text} yes` }], marks: [], lineage: [] },
  })
}

async function isOpen(client: ArchiveClient, testimony: string, passage: string): Promise<boolean> {
  const { passages, wholeStory } = await client.consent.read({ testimony })
  const own = passages.find((one) => one.passage === passage && one.use === 'website')
  return (own ?? wholeStory.find(({ use }) => use === 'website'))?.open ?? false
}

async function third(client: ArchiveClient, testimony: string): Promise<string> {
  const { story } = await client.story.read({ testimony })
  return story.passages[2]?.id ?? ''
}

test('a yes for the first half stays one for it alone, however the work goes on', async () => {
  const { home: archive, testimony } = await home(clock())
  const { client } = archive
  const passage = await third(client, testimony)
  const half = await split(client, testimony, passage, '0123456789abcdef')
  await answer(client, testimony, 'website', 'yes', [passage])
  expect(await isOpen(client, testimony, half)).toBe(false)
  await append(client, testimony, passage)
  expect(await isOpen(client, testimony, passage)).toBe(true)
  expect(await isOpen(client, testimony, half)).toBe(false)
})

test('a yes from her copy for the first half of what she split there opens that half alone', async () => {
  const world = await home()
  const { client } = world.home
  const { testimony } = world
  const passage = await third(client, testimony)
  await withHer(world, () => Promise.resolve())
  const copy = await openCopy(await takeCopy(world))
  closing.push(() => copy.close())
  const half = await split(copy.client, testimony, passage, '0123456789abcdef')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await answer(copy.client, testimony, 'website', 'yes', [passage])
  expect(await isOpen(copy.client, testimony, half)).toBe(false)
  const { pack: file } = await readPack(client, await pack(copy, world.narrator))
  await client.takeHome.takeDecisions({ pack: file, keepHere: [] })
  expect(await isOpen(client, testimony, passage)).toBe(true)
  expect(await isOpen(client, testimony, half)).toBe(false)
})

test('a no from her copy closes all the words that it was said of, also those that were parted here meanwhile', async () => {
  const world = await home()
  const { client } = world.home
  const { testimony } = world
  const passage = await third(client, testimony)
  await withHer(world, () => Promise.resolve())
  const copy = await openCopy(await takeCopy(world))
  closing.push(() => copy.close())
  await answer(client, testimony, 'website', 'yes')
  const half = await split(client, testimony, passage, '0123456789abcdef')
  await new Promise((resolve) => setTimeout(resolve, 5))
  await answer(copy.client, testimony, 'website', 'no', [passage])
  const { pack: file } = await readPack(client, await pack(copy, world.narrator))
  await client.takeHome.takeDecisions({ pack: file, keepHere: [] })
  expect(await isOpen(client, testimony, passage)).toBe(false)
  expect(await isOpen(client, testimony, half)).toBe(false)
})

test('a no from a copy whose clock runs ahead goes with its words when they are split here', async () => {
  const world = await home()
  const { client } = world.home
  const { testimony } = world
  const passage = await third(client, testimony)
  await withHer(world, () => Promise.resolve())
  const copy = await openCopy(await takeCopy(world), { now: () => new Date(Date.now() + 4 * 365 * 86_400_000) })
  closing.push(() => copy.close())
  await answer(client, testimony, 'website', 'yes')
  await answer(copy.client, testimony, 'website', 'no', [passage])
  const { pack: file } = await readPack(client, await pack(copy, world.narrator))
  await client.takeHome.takeDecisions({ pack: file, keepHere: [] })
  const half = await split(client, testimony, passage, '0123456789abcdef')
  expect(await isOpen(client, testimony, passage)).toBe(false)
  expect(await isOpen(client, testimony, half)).toBe(false)
})
