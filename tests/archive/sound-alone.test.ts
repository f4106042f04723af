// Sound taken out by itself: silent for whom it is taken out, undone like any mark, in every copy that it belongs in, and
// never undone by what happens to words.
import { readFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { openTestimony } from '../../shared/formats/open-testimony.ts'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import { everyFile, makeHome, openCopy, pack, readPack, takeCopy, withHer } from './take-home-world.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { bringIn, makeArchive, type TestArchive } from '../support/archive.ts'
import { toneWav } from '../support/tone.ts'

let archive: TestArchive | undefined
afterEach(async () => {
  await archive?.close()
  archive = undefined
})

const why = { thing: 'other', reach: 'readers', way: 'silence', replacement: '', why: 'A neighbour calls.' } as const
const rate = 8_000

async function soundOnly(client: ArchiveClient, tone = 440) {
  const [line] = await bringIn(client, [{ name: `kitchen ${tone}.wav`, bytes: toneWav(4, rate, tone) }])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  return { testimony, story, recording: story.recordings[0]?.id ?? '' }
}

/** What a reach hears of a recording, as samples; where it is told of a loud tone all the time. */
async function heardAs(
  at: TestArchive,
  recording: string,
  reach: 'archive' | 'readers' | 'anyone',
): Promise<Int16Array> {
  const { client } = at
  const plan = await client.sound.plan({ kind: 'story', recording, reach })
  if (!plan.ready) {
    for (const [clip, { startMs, endMs }] of plan.clips.entries()) {
      const samples = new Int16Array(Math.round(((endMs - startMs) * plan.sampleRate) / 1000)).fill(9_000)
      await client.sound.append({ rendition: plan.rendition, clip, bytes: new Uint8Array(samples.buffer) })
    }
    await client.sound.finish({ rendition: plan.rendition })
  }
  const found = await at.process.media.find('rendition', plan.rendition, '')
  const pieces: Uint8Array[] = []
  for await (const piece of found.read(44, found.size)) pieces.push(new Uint8Array(piece))
  return new Int16Array(new Uint8Array(Buffer.concat(pieces)).buffer)
}
const loudAt = (samples: Int16Array, ms: number): boolean => (samples[Math.round((ms * rate) / 1000)] ?? 0) !== 0

test('of a recording that nobody has written down, a stretch falls silent for whom it is taken out', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { testimony, recording } = await soundOnly(client)
  const before = await heardAs(archive, recording, 'readers')
  expect(
    [1_000, 1_500, 2_000].map((ms) => loudAt(before, ms)),
    'the control: it was heard',
  ).toEqual([true, true, true])
  const stretches = [{ recording, startMs: 1_200, endMs: 1_800 }]
  const { marks, undo } = await client.marks.takeOutSound({ testimony, stretches, ...why })
  expect(marks.redactions).toMatchObject([{ ...why, ranges: [], stretches }])
  expect(undo).toBe(true)
  const after = await heardAs(archive, recording, 'readers')
  expect(after.length).toBe(before.length)
  for (let ms = 1_100; ms <= 1_900; ms += 1) expect(loudAt(after, ms), `${ms} ms`).toBe(false)
  expect([900, 2_100].map((ms) => loudAt(after, ms))).toEqual([true, true])
  expect(loudAt(await heardAs(archive, recording, 'archive'), 1_500)).toBe(true)
})

test('it is moved, undone, done again and put back like any other mark', async () => {
  archive = await makeArchive()
  const { client } = archive
  const { testimony, recording } = await soundOnly(client)
  const { marks } = await client.marks.takeOutSound({
    testimony,
    stretches: [{ recording, startMs: 1_200, endMs: 1_800 }],
    ...why,
  })
  const [redaction] = marks.redactions
  const stretch = redaction?.stretches?.[0]?.id ?? ''
  const when = async () =>
    (await client.story.read({ testimony })).marks.redactions.map(({ stretches = [] }) =>
      stretches.map(({ startMs, endMs }) => [startMs, endMs]),
    )
  await client.marks.setTakenOutStretch({ testimony, stretch, startMs: 2_500, endMs: 3_000 })
  expect(await when()).toEqual([[[2_500, 3_000]]])
  const moved = await heardAs(archive, recording, 'anyone')
  expect([1_500, 2_700].map((ms) => loudAt(moved, ms))).toEqual([true, false])
  await client.marks.undo({ testimony })
  expect(await when()).toEqual([[[1_200, 1_800]]])
  const back = await heardAs(archive, recording, 'anyone')
  expect(
    [1_500, 2_700].map((ms) => loudAt(back, ms)),
    'nothing rendered before is played',
  ).toEqual([false, true])
  await client.marks.undo({ testimony })
  expect(await when()).toEqual([])
  await client.marks.redo({ testimony })
  await client.marks.redo({ testimony })
  expect(await when()).toEqual([[[2_500, 3_000]]])
  await client.marks.putBack({ testimony, redaction: redaction?.id ?? '' })
  expect(await when()).toEqual([])
})

test('only inside a recording of the same story', async () => {
  archive = await makeArchive()
  const { client } = archive
  const one = await soundOnly(client)
  const two = await soundOnly(client, 660)
  const takeOut = (recording: string, startMs: number, endMs: number) =>
    client.marks.takeOutSound({ testimony: one.testimony, stretches: [{ recording, startMs, endMs }], ...why })
  await expect(takeOut(two.recording, 0, 500)).rejects.toMatchObject({ code: 'notFound' })
  await expect(takeOut(one.recording, 500, 500)).rejects.toMatchObject({ code: 'rangeOutside' })
  await expect(takeOut(one.recording, 4_000, 4_500)).rejects.toMatchObject({ code: 'rangeOutside' })
  await takeOut(one.recording, 3_500, 9_000)
})

/** Her story, in whose sound something is taken out by itself; and, with it, her words for it. */
async function silentHome() {
  const world = await makeHome()
  archive = world.home
  const { client } = world.home
  const { story } = await client.story.read({ testimony: world.testimony })
  const recording = story.recordings[0]?.id ?? ''
  const passage = story.passages[2]?.id ?? ''
  const stretches = [{ recording, startMs: 1_200, endMs: 1_800 }]
  const { marks } = await client.marks.takeOutSound({ testimony: world.testimony, stretches, ...why })
  const silent = async () => {
    const read = await client.story.read({ testimony: world.testimony })
    return read.marks.redactions.map((one) => (one.stretches ?? []).map(({ startMs, endMs }) => [startMs, endMs]))
  }
  return { world, client, recording, passage, redaction: marks.redactions[0]?.id ?? '', silent }
}

test('sealing a passage and opening it again leave it as it is', async () => {
  const { world, client, passage, silent, recording } = await silentHome()
  await withHer(world, async () => {
    await client.herSession.seal({ testimony: world.testimony, passages: [passage] })
    expect(await silent()).toEqual([[[1_200, 1_800]]])
    await client.herSession.unseal({ testimony: world.testimony, passages: [passage] })
  })
  expect(await silent()).toEqual([[[1_200, 1_800]]])
  expect(loudAt(await heardAs(world.home, recording, 'readers'), 1_500)).toBe(false)
})

test('it goes along in her copy, and what she changes there comes back', async () => {
  const { world, client, recording, silent } = await silentHome()
  const folder = await takeCopy(world)
  const copy = await openCopy(folder)
  try {
    const { marks } = await copy.client.story.read({ testimony: world.testimony })
    const [there] = marks.redactions
    expect(there?.stretches).toMatchObject([{ recording, startMs: 1_200, endMs: 1_800 }])
    expect(loudAt(await heardAs(copy, recording, 'readers'), 1_500)).toBe(false)
    const stretch = there?.stretches?.[0]?.id ?? ''
    await copy.client.marks.setTakenOutStretch({ testimony: world.testimony, stretch, startMs: 1_000, endMs: 2_000 })
    await copy.client.marks.takeOutSound({
      testimony: world.testimony,
      stretches: [{ recording, startMs: 3_000, endMs: 3_500 }],
      ...why,
    })
    const read = await readPack(client, await pack(copy, world.narrator))
    await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  } finally {
    await copy.close()
  }
  expect(await silent()).toEqual([[[1_000, 2_000]], [[3_000, 3_500]]])
})

test('where both sides said when, all that either said is silent', async () => {
  const { world, client, redaction, silent } = await silentHome()
  const folder = await takeCopy(world)
  const { testimony } = world
  const { marks } = await client.story.read({ testimony })
  const stretch = marks.redactions[0]?.stretches?.[0]?.id ?? ''
  const copy = await openCopy(folder)
  try {
    await copy.client.marks.setTakenOutStretch({ testimony, stretch, startMs: 500, endMs: 1_500 })
    await client.marks.setTakenOutStretch({ testimony, stretch, startMs: 1_400, endMs: 2_400 })
    const read = await readPack(client, await pack(copy, world.narrator))
    await client.takeHome.takeDecisions({ pack: read.pack, keepHere: [] })
  } finally {
    await copy.close()
  }
  expect(redaction).not.toBe('')
  expect(await silent()).toEqual([[[500, 2_400]]])
})

test('her own files in open formats say it', async () => {
  const { world, client, recording } = await silentHome()
  const parent = temporaryFolder()
  for await (const _ of client.takeHome.openFormats({ narrator: world.narrator, parent, name: 'Mine' }));
  const file = (await everyFile(parent)).find((one) => one.endsWith('story.json')) ?? ''
  const json = openTestimony.parse(JSON.parse(await readFile(file, 'utf8')))
  expect(json.redactions).toMatchObject([{ stretches: [{ recording, startMs: 1_200, endMs: 1_800 }] }])
  expect(json.recordings.map(({ id }) => id)).toContain(recording)
})
