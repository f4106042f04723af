// A sitting is recorded: second by second onto the disk, whatever the archive does meanwhile, and then into its story whole.
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { connect } from '../../shared/rpc/client.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { beginTake, finish, heard, newStory, openWindow, second, seconds, stateOf, until } from '../support/recorder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

test('what was sent is in the story, to the last sample, and she agreed to it', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { take, testimony } = await beginTake(client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, 3)
  expect(await window.send(take, second(3).subarray(0, 4_000))).toBe(3_250)
  expect(await client.recording.takes({})).toMatchObject({
    takes: [{ take, testimony, keptMs: 3_250, underWay: true, offRecordMs: 0, bytesMissing: 0, title: newStory.title }],
  })
  await expect(finish(client, take)).rejects.toMatchObject({ code: 'stillRecording' })
  await window.recorder.stop({ take, offRecord: 'destroy' })
  const recording = await finish(client, take)
  const sound = await heard(archive, testimony, recording)
  expect(sound.subarray(44).equals(seconds(0, 4).subarray(0, 52_000))).toBe(true)
  const { story } = await client.story.read({ testimony })
  expect(story.recordings).toMatchObject([{ durationMs: 3_250, sitting: 1, sampleRate: 8_000, channels: 1 }])
  expect(await client.recording.about({ recording })).toEqual({ gaps: [], marks: [] })
  const { entries } = await client.consent.read({ testimony })
  expect(entries).toMatchObject([{ kind: 'recordingAgreed', certainty: 'attested', evidence: { kind: 'inPerson' } }])
  expect((await client.recording.takes({})).takes).toEqual([])
  expect((await stateOf(window.recorder)).take).toBeNull()
})

test('a second sitting of the same story, and a story of somebody who is here already', async () => {
  archive = await makeArchive()
  const { client, process } = archive
  const window = await openWindow(process)
  const first = await beginTake(client)
  await expect(beginTake(client)).rejects.toMatchObject({ code: 'alreadyRecording' })
  await window.sendSeconds(first.take, 0, 1)
  await window.recorder.stop({ take: first.take, offRecord: 'destroy' })
  await finish(client, first.take)
  const again = await beginTake(client, { testimony: first.testimony })
  await window.sendSeconds(again.take, 1, 2)
  await window.recorder.stop({ take: again.take, offRecord: 'destroy' })
  await finish(client, again.take)
  const { story } = await client.story.read({ testimony: first.testimony })
  expect(story.recordings.map(({ sitting }) => sitting)).toEqual([1, 2])
  const other = await client.recording.begin({
    story: { ...newStory, narrator: story.narrator.id, title: 'Another' },
    agreed: { kind: 'inPerson', note: '' },
    codec: 'pcm',
    sampleRate: 8_000,
    channels: 1,
  })
  const made = await client.story.read({ testimony: other.testimony })
  expect(made.story.narrator).toMatchObject({ id: story.narrator.id, name: newStory.narratorName })
  await expect(beginTake(client, { testimony: '0123456789abcdef' })).rejects.toMatchObject({ code: 'alreadyRecording' })
})

test('a story that is not there, evidence that is not of it: nothing is begun and nothing is left', async () => {
  archive = await makeArchive()
  const { client } = archive
  await expect(beginTake(client, { testimony: '0123456789abcdef' })).rejects.toMatchObject({ code: 'notFound' })
  const agreed = { kind: 'signedPaper', note: '', files: [{ id: '0123456789abcdef', sha256: '0'.repeat(64) }] } as const
  await expect(
    client.recording.begin({ story: newStory, agreed, codec: 'pcm', sampleRate: 8_000, channels: 1 }),
  ).rejects.toMatchObject({ code: 'notFound' })
  expect((await client.recording.takes({})).takes).toEqual([])
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') expect(step.findings.filter(({ count }) => count > 0)).toEqual([])
})

test('the archive locks meanwhile: the sound goes on, and is whole afterwards', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const { take, testimony } = await beginTake(client)
  const window = await openWindow(process)
  await window.sendSeconds(take, 0, 2)
  await client.door.lock({})
  expect(await until(window.recorder, ({ open }) => !open)).toMatchObject({ take, state: 'recording', keptMs: 2_000 })
  await expect(client.recording.takes({})).rejects.toMatchObject({ code: 'locked' })
  await window.sendSeconds(take, 2, 4)
  await window.recorder.pause({ take })
  await window.recorder.goOn({ take })
  await window.sendSeconds(take, 4, 5)
  await client.door.open({ folder, passphrase })
  await window.sendSeconds(take, 5, 6)
  await window.recorder.stop({ take, offRecord: 'destroy' })
  const recording = await finish(client, take)
  expect((await heard(archive, testimony, recording)).subarray(44).equals(seconds(0, 6))).toBe(true)
  const { gaps } = await client.recording.about({ recording })
  expect(gaps).toMatchObject([{ atMs: 4_000, kind: 'pause' }])
})

test('everything ends, and the take is taken up again with a gap, or finished as it is', async () => {
  archive = await makeArchive()
  const { dataFolder, folder } = archive
  const { take, testimony } = await beginTake(archive.client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, 2)
  await archive.process.close()
  const again = await startProcess(dataFolder)
  await again.client.door.open({ folder, passphrase })
  expect((await again.client.recording.takes({})).takes).toMatchObject([{ take, keptMs: 2_000, underWay: false }])
  await again.client.recording.takeUp({ take })
  const other = await openWindow(again.process)
  await other.sendSeconds(take, 2, 3)
  await other.recorder.forget({ take, what: 'sincePause' })
  await other.sendSeconds(take, 3, 4)
  await other.recorder.stop({ take, offRecord: 'destroy' })
  expect((await again.client.recording.takes({})).takes).toMatchObject([{ take, keptMs: 3_000, gaps: 2 }])
  const recording = await finish(again.client, take)
  const sound = await heard(again, testimony, recording)
  expect(sound.subarray(44).equals(Buffer.concat([seconds(0, 2), seconds(3, 4)]))).toBe(true)
  const { gaps } = await again.client.recording.about({ recording })
  expect(gaps).toMatchObject([
    { atMs: 2_000, kind: 'closed' },
    { atMs: 2_000, kind: 'pause', lastedMs: 1_000 },
  ])
  await again.close()
})

test('of two windows the newest is heard, and the stream of the other one ends', async () => {
  archive = await makeArchive()
  const { take } = await beginTake(archive.client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, 1)
  const other = await openWindow(archive.process)
  await window.ended
  await expect(window.send(take, second(1))).rejects.toMatchObject({ code: 'staleSound' })
  expect(await other.send(take, second(1))).toBe(2_000)
  await expect(
    archive.client.recorder.append({
      take,
      epoch: 0,
      sequence: 2,
      frames: 8_000,
      bytes: second(2),
      level: 'good',
    }),
  ).rejects.toMatchObject({ code: 'staleSound' })
})

test('sound out of turn, of another epoch, of another length or for no take is not taken', async () => {
  archive = await makeArchive()
  const { take } = await beginTake(archive.client)
  const window = await openWindow(archive.process)
  await window.sendSeconds(take, 0, 1)
  await expect(window.send(take, second(1), { sequence: 0 })).rejects.toMatchObject({ code: 'staleSound' })
  await expect(window.send(take, second(1), { sequence: 2 })).rejects.toMatchObject({ code: 'staleSound' })
  await expect(window.send(take, second(1), { epoch: 77, sequence: 1 })).rejects.toMatchObject({ code: 'staleSound' })
  await expect(window.send('0123456789abcdef', second(1))).rejects.toMatchObject({ code: 'notFound' })
  const { epoch } = await stateOf(window.recorder)
  const input = { take, epoch, sequence: 1, level: 'good' } as const
  await expect(window.recorder.append({ ...input, frames: 2, bytes: second(1) })).rejects.toMatchObject({
    code: 'badInput',
  })
  const odd = { ...input, frames: 1, bytes: new Uint8Array(3) }
  await expect(window.recorder.append(odd)).rejects.toMatchObject({ code: 'badInput' })
  await window.recorder.pause({ take })
  await expect(window.send(take, second(1))).rejects.toMatchObject({ code: 'staleSound' })
  expect((await stateOf(window.recorder)).keptMs).toBe(1_000)
})

test('the window that records may make no other call', async () => {
  archive = await makeArchive()
  const { port1, port2 } = new MessageChannel()
  archive.process.attachRecorder(workerPortChannel(port1))
  const client = connect(contract, workerPortChannel(port2))
  await expect(client.recording.takes({})).rejects.toMatchObject({ code: 'onlyArchivist' })
  await expect(client.door.state({})).rejects.toMatchObject({ code: 'onlyArchivist' })
  await expect(client.door.lock({})).rejects.toMatchObject({ code: 'onlyArchivist' })
  expect(await stateOf(client.recorder)).toMatchObject({ state: 'waiting', take: null, open: true })
  port2.close()
})

test('questions and a spoken consent are marked, and what was asked before is forgotten with it', async () => {
  archive = await makeArchive()
  const { client, process } = archive
  const questions = [
    { id: '0123456789abcdef', words: 'Where did it begin?', language: 'en' },
    { id: '0123456789abcdeg', words: '¿Dónde vivía usted?', language: 'es' },
  ]
  await client.recording.keepQuestions({ questions })
  expect((await client.recording.questions({})).questions).toEqual(questions)
  const { take } = await beginTake(client)
  const window = await openWindow(process)
  await window.recorder.ask({ take, words: 'Where did it begin?' })
  await window.sendSeconds(take, 0, 2)
  await window.recorder.consentBegins({ take })
  await window.sendSeconds(take, 2, 4)
  expect((await stateOf(window.recorder)).consentSinceMs).toBe(2_000)
  await window.recorder.consentEnds({ take })
  await window.recorder.pause({ take })
  await window.recorder.goOn({ take })
  await window.recorder.ask({ take, words: 'A question to forget' })
  await window.sendSeconds(take, 4, 5)
  await window.recorder.forget({ take, what: 'sincePause' })
  await window.recorder.stop({ take, offRecord: 'destroy' })
  const recording = await finish(client, take)
  const { gaps, marks } = await client.recording.about({ recording })
  expect(marks).toEqual([
    { atMs: 0, endMs: null, kind: 'question', words: 'Where did it begin?' },
    { atMs: 2_000, endMs: 4_000, kind: 'consent', words: '' },
  ])
  // Forgotten right after a pause is one pause, not two.
  expect(gaps).toHaveLength(1)
})

test('a take can be destroyed, and is nowhere', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const { take } = await beginTake(client)
  const window = await openWindow(process)
  await window.sendSeconds(take, 0, 1)
  await expect(client.recording.destroy({ take })).rejects.toMatchObject({ code: 'stillRecording' })
  await window.recorder.stop({ take, offRecord: 'destroy' })
  await client.recording.destroy({ take })
  expect(readdirSync(path.join(folder, 'media'))).toEqual([])
  await expect(client.recording.destroy({ take })).rejects.toMatchObject({ code: 'notFound' })
})

test('putting it into its story is left off by a lock or by whoever asked, and begins anew whole', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const { take, testimony } = await beginTake(client)
  const window = await openWindow(process)
  await window.sendSeconds(take, 0, 40)
  await window.recorder.stop({ take, offRecord: 'destroy' })
  for (const how of ['lock', 'leave'] as const) {
    const steps = client.recording.finish({ take, offRecord: 'destroy' })[Symbol.asyncIterator]()
    const first = steps.next().catch(() => undefined)
    if (how === 'lock') await client.door.lock({})
    else await steps.return?.()
    await first
    if (how === 'lock') await client.door.open({ folder, passphrase })
    expect((await client.recording.takes({})).takes, how).toMatchObject([{ take, keptMs: 40_000 }])
    await until(window.recorder, ({ open }) => open)
  }
  // What the one that was left still did comes first.
  let recording = ''
  while (recording === '')
    recording = await finish(client, take).catch((error: { code?: string }) => {
      expect(error.code).toBe('stillRecording')
      return ''
    })
  expect((await heard(archive, testimony, recording)).subarray(44).equals(seconds(0, 40))).toBe(true)
  expect(readdirSync(path.join(folder, 'media'))).toHaveLength(1)
  for await (const step of client.care.check({}))
    if (step.kind === 'checked') expect(step.findings.filter(({ count }) => count > 0)).toEqual([])
})

test('a take of nothing, and one whose file is gone, are said, and can be destroyed', async () => {
  archive = await makeArchive()
  const { client, folder, process } = archive
  const window = await openWindow(process)
  for (const code of ['nothingInside', 'mediaMissing']) {
    const { take } = await beginTake(client)
    await window.recorder.stop({ take, offRecord: 'destroy' })
    const media = path.join(folder, 'media')
    if (code === 'mediaMissing') for (const name of readdirSync(media)) rmSync(path.join(media, name))
    await expect(finish(client, take)).rejects.toMatchObject({ code })
    expect((await client.recording.takes({})).takes).toMatchObject([{ take, keptMs: 0 }])
    await client.recording.destroy({ take })
    expect(readdirSync(media)).toEqual([])
  }
})
