// What she says in her copy of a longer name, that it is somebody else, comes home with her decisions.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { TestArchive } from '../support/archive.ts'
import { makeHome, openCopy, pack, readPack, takeCopy, withHer, type Home } from './take-home-world.ts'
import { codeOf } from './temporary-folder.ts'

const name = { thing: 'name', reach: 'readers', way: 'removed', replacement: '', why: '' } as const
const yusufi = { words: 'Yusuf', other: 'Yusufi' }

let world: Home
let copy: TestArchive | undefined
beforeEach(async () => {
  world = await makeHome()
  const { client } = world.home
  const { testimony } = world
  const passage = (await passagesOf(client)).find(({ text }) => text.includes('Yusuf'))
  const start = passage?.text.indexOf('Yusuf') ?? 0
  const span = { passage: passage?.id ?? '', start, end: start + 5, startMs: null, endMs: null }
  await client.marks.takeOut({ testimony, spans: [span], ...name })
})
afterEach(async () => {
  await copy?.close()
  copy = undefined
  await world.home.close()
})

const read = async (client: ArchiveClient) => client.story.read({ testimony: world.testimony })
const passagesOf = async (client: ArchiveClient) => (await read(client)).story.passages
const saidAt = async (client: ArchiveClient) => (await read(client)).marks.notTheSame.map(({ other }) => other)
async function away(): Promise<ArchiveClient> {
  copy = await openCopy(await takeCopy(world))
  return copy.client
}
async function bringHome(): Promise<void> {
  if (copy === undefined) throw new Error('there is no copy')
  const { client } = world.home
  const brought = await readPack(client, await pack(copy, world.narrator))
  expect(brought).toMatchObject({ marks: 1, conflicts: [] })
  await client.takeHome.takeDecisions({ pack: brought.pack, keepHere: [] })
}

test('what she said there stands here, and undo does not go behind it', async () => {
  const there = await away()
  await there.marks.notTheSame({ testimony: world.testimony, ...yusufi })
  await bringHome()
  expect((await read(world.home.client)).marks.notTheSame).toEqual((await read(there)).marks.notTheSame)
  expect(await saidAt(world.home.client)).toEqual(['yusufi'])
  expect(await codeOf(world.home.client.marks.undo({ testimony: world.testimony }))).toBe('nothingToUndo')
})

test('what she took back there is taken back here, and what was said here meanwhile stays', async () => {
  const { client } = world.home
  const { testimony } = world
  const { marks } = await client.marks.notTheSame({ testimony, ...yusufi })
  const there = await away()
  await there.marks.theSameAfterAll({ testimony, notTheSame: marks.notTheSame[0]?.id ?? '' })
  await client.marks.notTheSame({ testimony, words: 'Yusuf', other: 'Yusufson' })
  await bringHome()
  expect(await saidAt(client)).toEqual(['yusufson'])
})

test('the same said on both sides is there once', async () => {
  const { testimony } = world
  const there = await away()
  await there.marks.notTheSame({ testimony, ...yusufi })
  await world.home.client.marks.notTheSame({ testimony, ...yusufi })
  await bringHome()
  expect(await saidAt(world.home.client)).toEqual(['yusufi'])
})

test('what stands in a passage that was sealed here since is not kept in the open beside it', async () => {
  const { client } = world.home
  const { testimony } = world
  const there = await away()
  await there.marks.notTheSame({ testimony, ...yusufi })
  const passage = (await passagesOf(client)).find(({ text }) => text.includes('Yusuf'))?.id ?? ''
  await withHer(world, () => client.herSession.seal({ testimony, passages: [passage] }))
  await bringHome()
  expect(await saidAt(client)).toEqual([])
})
