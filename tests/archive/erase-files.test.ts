// Erasing where sound cannot be taken out by itself, and a whole story with what lies beside it: a take that waits, evidence.
import { afterEach, expect, test } from 'vitest'
import { evidence } from '../contract/role-world.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { beginTake, openWindow, second } from '../support/recorder.ts'
import { toneWav } from '../support/tone.ts'
import { checkWhole, eraseAll, lookInto, mediaIn, whole } from './erase-world.ts'
import { codeOf } from './temporary-folder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

test('where nobody knows when it is heard, the whole recording goes or it stays, as was said', async () => {
  archive = await makeArchive()
  const { client } = archive
  const [line] = await bringIn(client, [
    { name: 'mara.wav', bytes: toneWav(2, 8_000, 300) },
    { name: 'mara.txt', bytes: new TextEncoder().encode('Mara: One.\n\nAna: Two?\n\nMara: Three.\n') },
  ])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const [recording] = story.recordings
  if (recording === undefined) throw new Error('the story has no sound')
  for (const { id } of story.passages.slice(0, 2))
    await client.story.setPassageTime({ testimony, passage: id, recording: recording.id, startMs: 500, endMs: null })
  const [first = '', next = ''] = story.passages.map(({ id }) => id)
  const asked = { kind: 'passages', testimony, passages: [first] } as const
  expect((await client.erase.what(asked)).sound).toMatchObject({ canSilence: false, recordings: 1 })
  expect(await codeOf(eraseAll(client, { ...asked, sound: 'silence', knownBy: null }))).toBe('mediaDamaged')
  await eraseAll(client, { ...asked, sound: 'stays', knownBy: null })
  expect((await client.story.read({ testimony })).story.recordings).toHaveLength(1)
  await eraseAll(client, { ...asked, passages: [next], sound: 'recording', knownBy: null })
  const { story: now } = await client.story.read({ testimony })
  expect(now.recordings).toEqual([])
  expect(now.passages.map(({ text }) => text)).toEqual(['Three.'])
  expect(mediaIn(archive.folder)).toEqual([])
  expect(await checkWhole(client)).toEqual(whole)
})

test('a story with a take that waits: nothing while she is recorded, then everything', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { take, testimony } = await beginTake(client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, 2)
  const asked = { kind: 'story', testimony, knownBy: 'witness' } as const
  expect(await codeOf(eraseAll(client, asked))).toBe('stillRecording')
  await window.recorder.stop({ take, offRecord: 'destroy' })
  window.close()
  await client.consent.reviewed({ testimony, evidence: { ...evidence, note: 'kestrelnote' } })
  expect((await client.erase.what({ kind: 'story', testimony })).counts).toMatchObject({ recordings: 1 })
  expect(mediaIn(archive.folder)).toHaveLength(1)
  await eraseAll(client, asked)
  expect(mediaIn(archive.folder)).toEqual([])
  expect(await checkWhole(client)).toEqual(whole)
  expect((await client.recording.takes({})).takes).toEqual([])
  await archive.process.close()
  const left = await lookInto(archive.folder)
  expect(left.words(['kestrelnote'])).toEqual([])
  expect(left.sounds([second(0).subarray(0, 64), second(1).subarray(0, 64)])).toBe(0)
})
