// Sound that was being rendered while something was taken out is never kept, and nothing unchecked is.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../electron/archive/store/connection.ts'
import { openWithPassphrase } from '../../electron/archive/vault/keyring.ts'
import { normalisePassphrase } from '../../electron/archive/vault/passphrase.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'

let archive: TestArchive
afterEach(() => archive.close())

const story =
  'WEBVTT\n\n00:00.000 --> 00:02.000\n<v Marisol>I worked with Rosalinda.\n\n00:02.000 --> 00:04.000\n<v Marisol>At night.\n'

async function storyWithSound(client: ArchiveClient) {
  const [line] = await bringIn(client, [
    { name: 'a.vtt', bytes: new TextEncoder().encode(story) },
    { name: 'a.wav', bytes: toneWav(4, 8_000, 440) },
  ])
  const testimony = line?.testimony ?? ''
  const { story: read } = await client.story.read({ testimony })
  return { testimony, recording: read.recordings[0]?.id ?? '', passage: read.passages[0]?.id ?? '' }
}
const takeOut = (client: ArchiveClient, testimony: string, passage: string) =>
  client.marks.takeOut({
    testimony,
    spans: [{ passage, start: 14, end: 23, startMs: 1_000, endMs: 1_500 }],
    thing: 'name',
    reach: 'readers',
    way: 'removed',
    replacement: '',
    why: '',
  })
async function fill(client: ArchiveClient, plan: Awaited<ReturnType<ArchiveClient['sound']['plan']>>) {
  for (const [clip, { startMs, endMs }] of plan.clips.entries()) {
    const samples = new Int16Array(Math.round(((endMs - startMs) * plan.sampleRate) / 1000)).fill(9_000)
    await client.sound.append({ rendition: plan.rendition, clip, bytes: new Uint8Array(samples.buffer) })
  }
}
const files = async (folder: string) => (await readdir(path.join(folder, 'media'))).length

test('a rendition that was begun before something was taken out is not kept', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, recording, passage } = await storyWithSound(client)
  const plan = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  await fill(client, plan)
  await takeOut(client, testimony, passage)
  await expect(client.sound.finish({ rendition: plan.rendition })).rejects.toMatchObject({ code: 'changedMeanwhile' })
  await expect(archive.process.media.find('rendition', plan.rendition, '')).rejects.toMatchObject({ code: 'notFound' })
  expect(await files(folder)).toBe(1)
  const again = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  expect(again.ready).toBe(false)
})

test('the same sound rendered twice at once is kept once, and leaves nothing', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { recording } = await storyWithSound(client)
  const one = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  const two = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  await fill(client, one)
  await fill(client, two)
  await client.sound.finish({ rendition: one.rendition })
  await expect(client.sound.finish({ rendition: two.rendition })).rejects.toMatchObject({ code: 'changedMeanwhile' })
  expect(await files(folder)).toBe(2)
})

test('a rendition that lacks samples leaves nothing', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { recording } = await storyWithSound(client)
  const { rendition } = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  await client.sound.append({ rendition, clip: 0, bytes: new Uint8Array(200) })
  await expect(client.sound.finish({ rendition })).rejects.toMatchObject({ code: 'checkFailed' })
  expect(await files(folder)).toBe(1)
})

test('a plan does not outlive its lock', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { recording } = await storyWithSound(client)
  const { rendition } = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  await client.door.lock({})
  await client.door.open({ folder, passphrase })
  await expect(client.sound.append({ rendition, clip: 0, bytes: new Uint8Array(2) })).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('a taking out is kept with the forgetting of what was rendered before it, or not at all', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const { testimony, recording, passage } = await storyWithSound(client)
  const plan = await client.sound.plan({ kind: 'story', recording, reach: 'readers' })
  await fill(client, plan)
  await client.sound.finish({ rendition: plan.rendition })
  await client.door.lock({})
  const { key } = await openWithPassphrase(folder, normalisePassphrase(passphrase))
  const database = openDatabase(path.join(folder, 'archive.db'), key, 'open')
  database.exec('CREATE TABLE stuck (held REFERENCES renditions); INSERT INTO stuck SELECT id FROM renditions')
  database.close()
  await client.door.open({ folder, passphrase })
  await expect(takeOut(client, testimony, passage)).rejects.toMatchObject({ code: 'broken' })
  archive.broken.length = 0 // what holds the row
  expect((await client.story.read({ testimony })).marks.redactions).toEqual([])
  await expect(client.marks.undo({ testimony })).rejects.toMatchObject({ code: 'nothingToUndo' })
})
