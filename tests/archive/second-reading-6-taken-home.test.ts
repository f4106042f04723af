// Read a second time: what comes home from a copy of hers in which a damaged recording was saved, and what is said of what was
// sealed here meanwhile or is gone here.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { MediaWriter } from '../../electron/archive/files/media.ts'
import { passphrase, type TestArchive } from '../support/archive.ts'
import { repairIt } from '../support/backup.ts'
import { noise, sayAloud } from '../support/say-aloud.ts'
import { checkWhole, eraseAll, whole } from './erase-world.ts'
import { readPack, rewrite } from './take-home-world.ts'
import { join, split } from '../support/split-and-join.ts'
import { bringHome, closeAll, home, inHerCopy, openTo } from './taken-home.ts'
import { seal } from './told-aloud.ts'

afterEach(closeAll)

/** One bit of the end of its recording is another one. */
function damage(folder: string, media: string): void {
  const file = path.join(folder, 'media', media)
  const bytes = readFileSync(file)
  const place = bytes.length - 100
  bytes[place] = (bytes[place] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

const recordingsOf = async ({ client }: TestArchive, testimony: string) =>
  (await client.story.read({ testimony })).story.recordings

test('a damaged recording that was saved in her copy, where it is silent in places, keeps none of her decisions out', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages, recording } = told
  const [first = '', passage = ''] = passages
  const stretches = [{ recording, startMs: 500, endMs: 900 }]
  const why = { thing: 'other', reach: 'readers', way: 'silence', replacement: '', why: '' } as const
  await client.marks.takeOutSound({ testimony, stretches, ...why })
  await seal(client, testimony, [passage])
  const marks = async () => (await client.story.read({ testimony })).marks.redactions
  const before = await marks()
  const file = await inHerCopy(archive, told, async (copy, folder) => {
    const [own] = await recordingsOf(copy, testimony)
    damage(folder, own?.media ?? '')
    await copy.client.herSession.unseal({ testimony, passages: [passage] })
    const [, saved] = await recordingsOf(copy, testimony)
    // She says that it is heard in what was saved.
    await copy.client.story.setPassageTime({
      testimony,
      passage: first,
      recording: saved?.id ?? '',
      startMs: 100,
      endMs: 1_900,
    })
    await sayAloud(copy.client, testimony, first)
  })
  await client.herSession.leave({ passphrase })
  expect((await bringHome(client, file)).taken).toMatchObject({ testimonies: [testimony] })
  expect(await marks()).toEqual(before)
  const { story } = await client.story.read({ testimony })
  expect(story.recordings).toHaveLength(1)
  expect(story.passages[0]).toMatchObject({ recording, startMs: 100, endMs: 1_900 })
  expect(story.passages[1]?.text).toBe('Two?')
  expect(await checkWhole(client)).toEqual(whole)
})

test('what she sealed here meanwhile is not said to have been opened in her copy', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages } = told
  const [first = '', passage = ''] = passages
  await sayAloud(client, testimony, passage)
  const file = await inHerCopy(archive, told, (copy) => sayAloud(copy.client, testimony, first))
  await client.herSession.seal({ testimony, passages: [passage] })
  await client.herSession.leave({ passphrase })
  const { taken } = await bringHome(client, file)
  expect(taken).toEqual({ testimonies: [testimony], soundOpen: 1 })
})

test('what she wrote and said in her copy of a passage that was joined here into one that is erased does not come back', async () => {
  const { archive, told } = await home()
  const { client } = archive
  const { testimony, passages } = told
  const [first = '', second = ''] = passages
  const file = await inHerCopy(archive, told, async (copy) => {
    await rewrite(copy.client, testimony, second, 'Two, and under the olive tree.')
    await sayAloud(copy.client, testimony, second, noise(9_000))
  })
  await join(client, testimony)
  await eraseAll(client, { kind: 'passages', testimony, passages: [first], sound: 'stays', knownBy: null })
  await client.herSession.leave({ passphrase })
  await bringHome(client, file)
  expect((await client.story.read({ testimony })).story.passages.map(({ text }) => text)).toEqual(['Three.', 'Four?'])
  expect((await client.writing.beside({ testimony })).spokenAnswers).toEqual([])
  await openTo(client, told)
  expect((await client.herSession.sealedAnswers({ testimony })).answers).toEqual([])
})

test.each(['rewrote', 'joined with another'])(
  'what she %s in her copy of a passage that was parted here, and of which a half is erased, does not bring that back',
  async (how) => {
    const { archive, told } = await home()
    const { client } = archive
    const { testimony, passages } = told
    const [first = '', second = ''] = passages
    await rewrite(client, testimony, first, 'One secret.')
    const file = await inHerCopy(archive, told, async (copy) => {
      if (how === 'rewrote') await rewrite(copy.client, testimony, first, 'Again the secret.')
      else await join(copy.client, testimony)
      await rewrite(copy.client, testimony, passages[3] ?? '', 'And four.')
    })
    const half = await split(client, testimony, first, 'splitoffsplitoff')
    await eraseAll(client, { kind: 'passages', testimony, passages: [half], sound: 'stays', knownBy: null })
    await client.herSession.leave({ passphrase })
    expect((await bringHome(client, file)).read.conflicts).toEqual([])
    const { story } = await client.story.read({ testimony })
    expect(story.passages.map(({ text }) => text)).toEqual(['One', 'Two?', 'Three.', 'And four.'])
    expect(story.passages[1]?.id).toBe(second)
    expect(await checkWhole(client)).toEqual(whole)
  },
)

test('a repair puts aside nothing that is just being brought home', async () => {
  const { archive, told } = await home()
  const { client, folder } = archive
  const { testimony, passages } = told
  const [first = '', second = ''] = passages
  await sayAloud(client, testimony, second)
  const file = await inHerCopy(archive, told, async (copy) => {
    await sayAloud(copy.client, testimony, first)
    await seal(copy.client, testimony, [second])
  })
  await client.herSession.leave({ passphrase })
  const { pack } = await readPack(client, Uint8Array.from(file))
  let repaired: Promise<unknown> = Promise.resolve()
  const { begin } = MediaWriter
  // The last file of three: what she said of the first passage.
  const begun = vi.spyOn(MediaWriter, 'begin').mockImplementation(async (...given) => {
    if (begun.mock.calls.length === 2) {
      repaired = repairIt(client)
      await new Promise((resolve) => setTimeout(resolve, 1_000)) // until it has come to what belongs to nothing
    }
    return begin.apply(MediaWriter, given)
  })
  await client.takeHome.takeDecisions({ pack, keepHere: [] })
  begun.mockRestore()
  await repaired
  expect(existsSync(path.join(folder, 'set-aside'))).toBe(false)
  expect(await checkWhole(client)).toEqual(whole)
})
