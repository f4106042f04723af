// Sound that does not come: it is said within two seconds, and marked with how long it was, and only where some was lost.
import { afterEach, describe, expect, test } from 'vitest'
import { SteadyClock } from '../../electron/archive/features/recording/clock.ts'
import { Hearing } from '../../electron/archive/features/recording/hearing.ts'
import { makeArchive, passphrase, startProcess, type TestArchive } from '../support/archive.ts'
import {
  beginTake,
  finish,
  openWindow,
  rate,
  second,
  stateOf,
  until,
  type RecorderWindow,
} from '../support/recorder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

/** NOTE: both, because a machine that is slow would seem to have slept where only one of them is the test's. */
function bothClocks(time: () => number): { steady: () => number; now: () => Date } {
  const startedAt = Date.now()
  return { steady: time, now: () => new Date(startedAt + time()) }
}

/** A take with its first window there, by clocks that stand still but for `wait`. */
async function underWay() {
  let time = 0
  archive = await makeArchive(bothClocks(() => time))
  const { client, process } = archive
  const { take } = await beginTake(client)
  const wait = (ms: number): void => void (time += ms)
  return { client, process, take, first: await openWindow(process), wait }
}

/** Has the take ended by `who`; the gaps of the recording that comes of it. */
async function gapsOf(
  client: TestArchive['client'],
  take: string,
  who: Pick<TestArchive['client']['recorder'], 'stop'>,
) {
  await who.stop({ take, offRecord: 'destroy' })
  return (await client.recording.about({ recording: await finish(client, take) })).gaps
}

describe('what was lost', () => {
  const hearing = () => {
    const one = new Hearing<'closed' | 'unplugged'>(0, true)
    for (let at = 1; at <= 5; at += 1) expect(one.came(at * 1_000 + 40, 1_000, at, false)).toBeNull()
    return one
  }
  test('a silence whose sound never comes, once it is known', () => {
    const one = hearing()
    expect(one.isSilent(6_500)).toBe(false)
    expect(one.isSilent(6_600)).toBe(true)
    one.suspect('closed', false)
    expect(one.came(9_040, 1_000, 6, false)).toBeNull()
    expect(one.came(10_040, 1_000, 7, false)).toEqual({ cause: 'closed', lostMs: 3_000, place: 6 })
    expect(one.came(11_040, 1_000, 8, false)).toBeNull()
  })
  test('a silence whose sound comes all at once was none', () => {
    const one = hearing()
    one.suspect('closed', false)
    for (const at of [9_040, 9_050, 9_060, 9_070, 10_040, 11_040, 12_040, 13_040])
      expect(one.came(at, 1_000, 6, false)).toBeNull()
  })
  test('two clocks that drift apart for a day lose nothing', () => {
    const one = hearing()
    for (let at = 6; at < 86_400; at += 1) expect(one.came(at * 1_000.1, 1_000, at, false)).toBeNull()
  })
  test('a microphone that was pulled out, however short, is marked when it is back', () => {
    const one = hearing()
    one.suspect('unplugged', true, true)
    expect(one.came(5_400, 300, 6, true)).toBeNull()
    one.suspect('unplugged', true, true)
    expect(one.came(6_440, 1_000, 7, false)).toMatchObject({ cause: 'unplugged' })
  })
})

test('a clock that is set back or far forward moves nothing; a sleep does', () => {
  let [wall, steady] = [1_000_000, 0]
  const clock = new SteadyClock(
    () => wall,
    () => steady,
  )
  const went = (wallMs: number, steadyMs: number) => {
    wall += wallMs
    steady += steadyMs
    const slept = clock.look()
    return { slept, now: clock.now() }
  }
  expect(went(500, 500)).toEqual({ slept: false, now: 500 })
  expect(went(-3_600_000, 500)).toEqual({ slept: false, now: 1_000 })
  expect(went(400 * 24 * 3_600_000, 500)).toEqual({ slept: false, now: 1_500 })
  expect(went(60_500, 500)).toEqual({ slept: true, now: 62_000 })
})

test('a window that says nothing more is missed after a second and a half, and what was lost is marked', async () => {
  const { client, process, take, first: window, wait } = await underWay()
  for (let at = 0; at < 3; at += 1) {
    wait(1_000)
    await window.send(take, second(at))
    await new Promise((resolve) => setTimeout(resolve, 600)) // a look of the recorder's in between
  }
  wait(1_400)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(await stateOf(window.recorder)).toMatchObject({ trouble: null, heard: true })
  wait(200)
  await until(window.recorder, ({ trouble, heard }) => trouble === 'windowGone' && !heard)
  window.close()
  wait(2_000)
  const other = await openWindow(process)
  await other.send(take, second(3))
  expect(await stateOf(other.recorder)).toMatchObject({ trouble: null, heard: true, keptMs: 4_000 })
  expect(await gapsOf(client, take, other.recorder)).toEqual([{ atMs: 3_000, kind: 'closed', lastedMs: 2_600 }])
})

test('each window that comes leaves a gap where it begins, however soon it came', async () => {
  const { client, process, take, first, wait } = await underWay()
  let at = 0
  const sends = async (window: RecorderWindow): Promise<void> => {
    for (const _ of [1, 2]) {
      wait(1_000)
      await window.send(take, second(at++))
    }
  }
  await sends(first)
  first.close()
  wait(3_000)
  await until(first.recorder, ({ heard }) => !heard).catch(() => undefined)
  await sends(await openWindow(process))
  for (const away of [250, 0]) {
    const other = await openWindow(process) // it takes the place of one that is there
    wait(away)
    await sends(other)
  }
  expect(await gapsOf(client, take, client.recorder)).toEqual([
    { atMs: 2_000, kind: 'closed', lastedMs: 3_000 },
    { atMs: 4_000, kind: 'closed', lastedMs: 250 },
    { atMs: 6_000, kind: 'closed', lastedMs: 0 },
  ])
})

test('what is not well with a window that goes, or has just come, does not take the name of the gap before it', async () => {
  const { client, process, take, first, wait } = await underWay()
  wait(1_000)
  await first.send(take, second(0))
  // Its microphone goes before it does.
  await first.recorder.trouble({ take, trouble: 'unplugged' })
  const other = await openWindow(process)
  expect(await stateOf(other.recorder)).toMatchObject({ trouble: null })
  await other.recorder.trouble({ take, trouble: null })
  // Its sound is slow to begin; and what the one before it still says is of no account.
  for (const trouble of ['asleep', null] as const) {
    wait(1_600)
    await other.recorder.trouble({ take, trouble })
  }
  await expect(first.recorder.trouble({ take, trouble: 'muted' })).rejects.toMatchObject({ code: 'staleSound' })
  wait(1_000)
  await other.send(take, second(1))
  expect(await gapsOf(client, take, client.recorder)).toEqual([{ atMs: 1_000, kind: 'closed', lastedMs: 3_200 }])
})

test('the last second of a window, kept while another takes its place, is before the gap', async () => {
  const { client, process, take, first, wait } = await underWay()
  wait(1_000)
  await first.send(take, second(0))
  wait(1_000)
  const lastOne = first.recorder.append({
    take,
    epoch: (await stateOf(first.recorder)).epoch,
    sequence: 1,
    frames: rate,
    bytes: second(1),
    level: 'good',
  })
  const other = await openWindow(process)
  await lastOne
  wait(2_500)
  await other.send(take, second(2))
  expect(await gapsOf(client, take, client.recorder)).toEqual([{ atMs: 2_000, kind: 'closed', lastedMs: 1_500 }])
})

test('a take that is taken up again has a gap until sound comes, and a gap once where nothing does', async () => {
  let time = 0
  const clocks = bothClocks(() => time)
  const before = await makeArchive(clocks)
  archive = before
  const { take } = await beginTake(before.client)
  const window = await openWindow(before.process)
  time += 1_000
  await window.send(take, second(0))
  await before.process.close()
  const again = async (): Promise<TestArchive> => {
    const started = await startProcess(before.dataFolder, clocks)
    await started.client.door.open({ folder: before.folder, passphrase })
    await started.client.recording.takeUp({ take })
    return started
  }
  time += 4_000
  const nothing = await again()
  time += 2_000
  await nothing.close()
  time += 1_000
  const last = await again()
  const { client } = last
  time += 5_000
  const other = await openWindow(last.process)
  time += 1_000
  await other.send(take, second(1))
  expect((await client.recording.takes({})).takes).toMatchObject([{ keptMs: 2_000, gaps: 1 }])
  expect(await gapsOf(client, take, other.recorder)).toEqual([{ atMs: 1_000, kind: 'closed', lastedMs: 12_000 }])
  await last.close()
})

test('the microphone that was taken is told to the next window, locked or not, and to the next take not', async () => {
  archive = await makeArchive()
  const { client, process } = archive
  const { take } = await beginTake(client)
  const window = await openWindow(process)
  await window.recorder.microphone({ take, microphone: 'a1b2' })
  await client.door.lock({})
  const other = await openWindow(process)
  expect(await stateOf(other.recorder)).toMatchObject({ open: false, microphone: 'a1b2' })
  await expect(window.recorder.microphone({ take, microphone: 'c3' })).rejects.toMatchObject({ code: 'staleSound' })
  await other.recorder.stop({ take, offRecord: 'destroy' })
  await client.door.open({ folder: archive.folder, passphrase })
  await beginTake(client)
  expect((await stateOf(other.recorder)).microphone).toBe('')
})

test('trouble that the window tells is told, and leaves a gap of its kind', async () => {
  let behind = 0
  archive = await makeArchive({ now: () => new Date(Date.now() - behind) })
  const { client, process } = archive
  const { take } = await beginTake(client)
  const window = await openWindow(process)
  await window.sendSeconds(take, 0, 1)
  await window.recorder.trouble({ take, trouble: 'unplugged' })
  expect(await stateOf(window.recorder)).toMatchObject({ trouble: 'unplugged', state: 'recording' })
  behind = 24 * 3_600_000 // the clock is set back in the middle
  await window.recorder.trouble({ take, trouble: null })
  expect((await stateOf(window.recorder)).trouble).toBeNull()
  await window.sendSeconds(take, 1, 2)
  await window.recorder.trouble({ take, trouble: 'changed' })
  await window.recorder.trouble({ take, trouble: null })
  await window.sendSeconds(take, 2, 3)
  expect(await gapsOf(client, take, window.recorder)).toMatchObject([
    { atMs: 1_000, kind: 'unplugged' },
    { atMs: 2_000, kind: 'changed' },
  ])
})
