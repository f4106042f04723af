// What counts is said to be done, though the pages that it lay on could not be written anew; the next opening does that.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ArchiveDatabase } from '../../electron/archive/store/archive-database.ts'
import { Failure } from '../../shared/contract/failure.ts'
import { herPassphrase, render } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { killedAtSave } from '../support/killed-at-save.ts'
import { eraseAll, mediaIn } from './erase-world.ts'
import { bringHome, inHerCopy } from './taken-home.ts'
import { codeOf } from './temporary-folder.ts'
import { seal, toldAloud } from './told-aloud.ts'

let archive: TestArchive
let told: Awaited<ReturnType<typeof toldAloud>>
beforeEach(async () => {
  archive = await makeArchive()
  told = await toldAloud(archive.client)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await archive.close()
})

const failing = () =>
  vi.spyOn(ArchiveDatabase.prototype, 'rewritePages').mockImplementation(() => {
    throw new Failure('diskFull')
  })

/** How often all pages are written anew while the archive, which may be open now, is opened. */
async function rewrittenAtOpening({ client, folder }: TestArchive): Promise<number> {
  vi.restoreAllMocks()
  await client.door.lock({}).catch(() => undefined)
  const rewriting = vi.spyOn(ArchiveDatabase.prototype, 'rewritePages')
  await client.door.open({ folder, passphrase })
  const times = rewriting.mock.calls.length
  vi.restoreAllMocks()
  return times
}

const textOf = async (passage: string) =>
  (await archive.client.story.read({ testimony: told.testimony })).story.passages.find(({ id }) => id === passage)?.text

test('sealed and opened again: it is said to be done, and the next opening does the rest, once', async () => {
  const { client } = archive
  const { testimony, narrator, passages } = told
  const [first = '', second = ''] = passages
  expect(await rewrittenAtOpening(archive), 'the control: nothing is left to do').toBe(0)
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  failing()
  expect(await codeOf(client.herSession.seal({ testimony, passages: [first] }))).toBe('notCleanedYet')
  expect(await codeOf(seal(client, testimony, [second]))).toBe('notCleanedYet')
  expect([await textOf(first), await textOf(second)]).toEqual(['', ''])
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  failing()
  expect(await codeOf(client.herSession.unseal({ testimony, passages: [second] }))).toBe('notCleanedYet')
  expect(await textOf(second)).toBe('Two?')
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
  await client.herSession.handOver({ narrator, passphrase: herPassphrase })
  await seal(client, testimony, [second])
  failing()
  expect(await codeOf(client.herSession.forgetPassphrase({ passphrase: herPassphrase }))).toBe('notCleanedYet')
  expect(await client.herSession.about({})).toMatchObject({ hasPassphrase: false, keyOpen: false })
  expect([await textOf(first), await textOf(second)]).toEqual(['One.', 'Two?'])
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
  // What fails at the opening too keeps nobody out, and is tried at the next one.
  await client.herSession.handOver({ narrator, passphrase: null })
  await client.herSession.setPassphrase({ passphrase: herPassphrase })
  failing()
  expect(await codeOf(client.herSession.seal({ testimony, passages: [second] }))).toBe('notCleanedYet')
  await client.door.lock({})
  await client.door.open({ folder: archive.folder, passphrase })
  expect(await textOf(second)).toBe('')
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
})

test('killed as soon as it counts, the next opening does the rest', async () => {
  const { testimony, passages, recording } = told
  // How others would hear it, with the words that are sealed now.
  await render(archive.client, recording, 'readers')
  const copies = await killedAtSave(archive.folder, () =>
    archive.client.herSession.seal({ testimony, passages: passages.slice(1, 2) }),
  )
  const [times, files]: [number[], number[]] = [[], []]
  for (const into of copies) {
    const again = await startProcess(into)
    try {
      times.push(await rewrittenAtOpening(again))
      files.push(mediaIn(again.folder).length)
    } finally {
      await again.close()
    }
  }
  expect(times).toEqual([0, 1])
  // The recording, and the rendition where nothing was sealed.
  expect(files).toEqual([2, 1])
})

test('her decisions are taken, and so it is said', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const [, passage = ''] = passages
  const bytes = await inHerCopy(archive, told, (copy) => seal(copy.client, testimony, [passage]))
  await client.herSession.leave({ passphrase })
  failing()
  const { taken } = await bringHome(client, bytes)
  expect(taken).toEqual({ testimonies: [testimony], toBeCleaned: true })
  expect(await textOf(passage)).toBe('')
  expect(mediaIn(archive.folder)).toHaveLength(2)
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
})

test('what is erased is said to be erased', async () => {
  const { client } = archive
  const { testimony, passages } = told
  const asked = {
    kind: 'passages',
    testimony,
    passages: passages.slice(1, 2),
    sound: 'silence',
    knownBy: null,
  } as const
  failing()
  expect(await eraseAll(client, asked)).toMatchObject({ counts: { passages: 1 }, toBeCleaned: true })
  expect(await textOf(passages[1] ?? '')).toBeUndefined()
  expect([await rewrittenAtOpening(archive), await rewrittenAtOpening(archive)]).toEqual([1, 0])
  await client.herSession.handOver({ narrator: told.narrator, passphrase: herPassphrase })
  const other = await eraseAll(client, { ...asked, passages: passages.slice(2, 3) })
  expect(other.toBeCleaned, 'the control').toBeUndefined()
  expect(await rewrittenAtOpening(archive)).toBe(0)
})
