// What is to be forgotten is nowhere: every byte of the folder with every key in hand, before finishing and after it. And
// what was said off the record is nobody's but hers.
import { afterEach, describe, expect, test } from 'vitest'
import { herPassphrase } from '../contract/role-world.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import { everythingKept, secondsFound, takeKeys, type BoxKey } from '../support/everything-kept.ts'
import {
  beginTake,
  finish,
  heard,
  newStory,
  openWindow,
  second,
  soundOf,
  stateOf,
  type RecorderWindow,
} from '../support/recorder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

const canaries = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => second(from + at))

/** Closes it, looks, and opens it again. */
async function look(world: World, inHand: readonly BoxKey[] = []): Promise<Buffer[]> {
  await world.archive.process.close()
  return everythingKept(world.archive.folder, inHand, world.herPassphrase)
}

interface World {
  readonly archive: TestArchive
  readonly take: string
  readonly testimony: string
  readonly window: RecorderWindow
  readonly herPassphrase: string | null
}

/** A take under way of somebody with a passphrase of her own, or without. */
async function recordingWorld(withKey = false): Promise<World> {
  archive = await makeArchive()
  const { client } = archive
  let story: Parameters<typeof beginTake>[1] = newStory
  if (withKey) {
    const before = await beginTake(client)
    const window = await openWindow(archive.process)
    await window.recorder.stop({ take: before.take, offRecord: 'destroy' })
    await client.recording.destroy({ take: before.take })
    const { story: made } = await client.story.read({ testimony: before.testimony })
    await client.herSession.handOver({ narrator: made.narrator.id, passphrase: null })
    await client.herSession.setPassphrase({ passphrase: herPassphrase })
    await client.herSession.leave({ passphrase })
    window.close()
    story = { testimony: before.testimony }
  }
  const { take, testimony } = await beginTake(client, story)
  const window = await openWindow(archive.process)
  return { archive, take, testimony, window, herPassphrase: withKey ? herPassphrase : null }
}

describe('forget', () => {
  test('the last bit: thirty seconds and no less are gone, what was before is there', async () => {
    const world = await recordingWorld()
    const { take, window } = world
    await window.sendSeconds(take, 0, 35)
    await window.send(take, second(35).subarray(0, 8_000))
    const { epoch } = await stateOf(window.recorder)
    await window.recorder.forget({ take, what: 'lastBit' })
    // What the window held cannot come after it.
    await expect(window.send(take, second(36), { epoch, sequence: 36 })).rejects.toMatchObject({ code: 'staleSound' })
    expect((await stateOf(window.recorder)).keptMs).toBe(5_000)
    await window.sendSeconds(take, 40, 42)
    const kept = await look(world)
    expect(secondsFound(kept, canaries(5, 37))).toBe(0)
    expect(secondsFound(kept, canaries(0, 5))).toBe(5)
    expect(secondsFound(kept, canaries(40, 42))).toBe(2)
  })

  test('the control: what is not forgotten is found, before finishing and after', async () => {
    const world = await recordingWorld()
    await world.window.sendSeconds(world.take, 0, 4)
    expect(secondsFound(await look(world), canaries(0, 4))).toBe(4)
    const again = await startProcess(world.archive.dataFolder)
    await again.client.door.open({ folder: again.folder, passphrase })
    await finish(again.client, world.take)
    await again.close()
    expect(secondsFound(await everythingKept(again.folder, [], null), canaries(0, 4))).toBe(4)
  })

  test('since the last pause, and nothing of it after finishing, with the key of the take still in hand', async () => {
    const world = await recordingWorld()
    const { take, window, testimony } = world
    await window.sendSeconds(take, 0, 3)
    await window.recorder.pause({ take })
    await window.recorder.goOn({ take })
    await window.sendSeconds(take, 3, 8)
    expect((await stateOf(window.recorder)).sincePauseMs).toBe(5_000)
    await window.recorder.forget({ take, what: 'sincePause' })
    await window.sendSeconds(take, 8, 9)
    const kept = await look(world)
    expect(secondsFound(kept, canaries(3, 8))).toBe(0)
    const keys = await takeKeys(world.archive.folder)
    expect(keys).toHaveLength(1)
    const holdsKey = (all: readonly Buffer[]) =>
      keys.some(({ secretKey }) => all.some((one) => one.includes(secretKey)))
    expect(holdsKey(kept)).toBe(true)
    const again = await startProcess(world.archive.dataFolder)
    await again.client.door.open({ folder: again.folder, passphrase })
    const recording = await finish(again.client, take)
    expect((await heard(again, testimony, recording)).length).toBe(44 + 4 * 16_000)
    const { gaps } = await again.client.recording.about({ recording })
    expect(gaps).toMatchObject([{ atMs: 3_000, kind: 'pause' }])
    await again.close()
    const after = await everythingKept(again.folder, keys, null)
    expect(secondsFound(after, canaries(3, 8))).toBe(0)
    expect(secondsFound(after, canaries(8, 9))).toBe(1)
    // The key that opens whatever a disk may have kept of it is nowhere either.
    expect(await takeKeys(again.folder)).toEqual([])
    expect(holdsKey(after)).toBe(false)
  })

  test('while it is paused, and twice, and of more than there is', async () => {
    const world = await recordingWorld()
    const { take, window } = world
    await window.sendSeconds(take, 0, 4)
    await window.recorder.pause({ take })
    await window.recorder.forget({ take, what: 'lastBit' })
    await window.recorder.forget({ take, what: 'lastBit' })
    await window.recorder.goOn({ take })
    await window.sendSeconds(take, 4, 5)
    expect((await stateOf(window.recorder)).keptMs).toBe(1_000)
    const kept = await look(world)
    expect(secondsFound(kept, canaries(0, 4))).toBe(0)
    expect(secondsFound(kept, canaries(4, 5))).toBe(1)
  })
})

describe('off the record', () => {
  test('without a key of hers nothing of it is ever written', async () => {
    const world = await recordingWorld()
    const { take, window } = world
    await window.sendSeconds(take, 0, 1)
    await window.recorder.goOffRecord({ take })
    await window.sendSeconds(take, 1, 4)
    expect(await stateOf(window.recorder)).toMatchObject({ state: 'offRecord', canSeal: false, offRecordMs: 3_000 })
    const back = { take, offRecord: 'seal' } as const
    await expect(window.recorder.backOnRecord(back)).rejects.toMatchObject({ code: 'noPassphrase' })
    await window.recorder.backOnRecord({ take, offRecord: 'destroy' })
    await window.sendSeconds(take, 4, 5)
    const kept = await look(world)
    expect(secondsFound(kept, canaries(1, 4))).toBe(0)
    expect(secondsFound(kept, canaries(4, 5))).toBe(1)
  })

  test('with her key it is destroyed where she wants that, and nothing is found even with her key', async () => {
    const world = await recordingWorld(true)
    const { take, window } = world
    await window.sendSeconds(take, 0, 1)
    await window.recorder.goOffRecord({ take })
    await window.sendSeconds(take, 1, 4)
    await window.recorder.stop({ take, offRecord: 'destroy' })
    const kept = await look(world)
    expect(secondsFound(kept, canaries(1, 4))).toBe(0)
    expect(secondsFound(kept, canaries(0, 1))).toBe(1)
  })

  test('sealed, it opens to her with her key and to nobody else', async () => {
    const world = await recordingWorld(true)
    const { take, window, testimony } = world
    const { client, process, folder } = world.archive
    await window.sendSeconds(take, 0, 1)
    await window.recorder.goOffRecord({ take })
    await window.sendSeconds(take, 1, 4)
    await window.recorder.backOnRecord({ take, offRecord: 'seal' })
    await window.sendSeconds(take, 4, 5)
    await window.recorder.stop({ take, offRecord: 'destroy' })
    const recording = await finish(client, take)
    expect((await heard(world.archive, testimony, recording)).length).toBe(44 + 2 * 16_000)
    const { parts } = await client.recording.offRecord({ testimony })
    expect(parts).toMatchObject([{ durationMs: 3_000, canHear: false }])
    const id = parts[0]?.id ?? ''
    await expect(process.media.find('offRecord', id, '')).rejects.toMatchObject({ code: 'mediaMissing' })
    const { story } = await client.story.read({ testimony })
    await client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
    await expect(process.media.find('offRecord', id, '')).rejects.toMatchObject({ code: 'noPassphrase' })
    await client.herSession.openKey({ passphrase: herPassphrase })
    expect((await client.recording.offRecord({ testimony })).parts).toMatchObject([{ canHear: true }])
    const whole = await soundOf(world.archive, 'offRecord', id)
    expect(whole.subarray(44).equals(Buffer.concat(canaries(1, 4)))).toBe(true)
    const found = await process.media.find('offRecord', id, '')
    for (const [from, to] of [
      [0, 10],
      [40, 50],
      [16_000, 16_100],
      [30_000, 48_044],
      [48_040, 48_044],
    ] as const) {
      const pieces: Buffer[] = []
      for await (const piece of found.read(from, to)) pieces.push(Buffer.from(piece))
      expect(Buffer.concat(pieces).equals(whole.subarray(from, to)), `${from}`).toBe(true)
    }
    await client.herSession.leave({ passphrase })
    await process.close()
    // An archivist's passphrase and the whole disk give none of it; the control is her passphrase.
    expect(secondsFound(await everythingKept(folder, [], null), canaries(1, 4))).toBe(0)
    expect(secondsFound(await everythingKept(folder, [], herPassphrase), canaries(1, 4))).toBe(3)
  })

  test('it was not decided when everything ended: it is told, and decided when the take is finished', async () => {
    for (const offRecord of ['destroy', 'seal'] as const) {
      const world = await recordingWorld(true)
      const { take, window, testimony } = world
      await window.sendSeconds(take, 0, 1)
      await window.recorder.goOffRecord({ take })
      await window.sendSeconds(take, 1, 3)
      await world.archive.process.close()
      const again = await startProcess(world.archive.dataFolder)
      await again.client.door.open({ folder: again.folder, passphrase })
      expect((await again.client.recording.takes({})).takes).toMatchObject([{ take, offRecordMs: 2_000 }])
      await finish(again.client, take, offRecord)
      const { parts } = await again.client.recording.offRecord({ testimony })
      expect(parts).toHaveLength(offRecord === 'seal' ? 1 : 0)
      for await (const step of again.client.care.check({}))
        if (step.kind === 'checked') expect(step.findings.filter(({ count }) => count > 0)).toEqual([])
      for (const { id: part } of parts) {
        const { story } = await again.client.story.read({ testimony })
        await expect(again.client.recording.destroyOffRecord({ testimony, part })).rejects.toMatchObject({
          code: 'onlyNarrator',
        })
        expect((await again.client.recording.offRecord({ testimony })).parts).toHaveLength(1)
        await again.client.herSession.handOver({ narrator: story.narrator.id, passphrase: null })
        await again.client.recording.destroyOffRecord({ testimony, part })
        await again.client.herSession.leave({ passphrase })
      }
      await again.close()
      expect(secondsFound(await everythingKept(again.folder, [], herPassphrase), canaries(1, 3))).toBe(0)
      await world.archive.close()
      archive = null
    }
  })
})
