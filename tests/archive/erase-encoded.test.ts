// Erasing a passage whose recording is encoded: samples are handed over, silence is put into them here, and of the old file
// nothing is left. What does not fit is refused, and then all is as it was.
import { createHash, randomFillSync } from 'node:crypto'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { checkAnew } from '../../electron/archive/features/sound-anew/anew.ts'
import { createMediaKey, MediaWriter } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { columnOf, peaksAsBytes } from '../../shared/domain/sound/peaks.ts'
import { makeArchive, passphrase, type TestArchive } from '../support/archive.ts'
import { backUp, restoreTo } from '../support/backup.ts'
import { at, encodedStory, handOver, sampleRate, seconds } from './encoded-story.ts'
import { checkWhole, eraseAll, lookInto, mediaIn, whole } from './erase-world.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

let archive: TestArchive | null = null
afterEach(async () => {
  await archive?.close()
  archive = null
})

test('what was decoded stands instead, silent where it must be, and of the old file nothing is left', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const told = await encodedStory(client)
  const { asked, samples, file, recording, of } = told
  const { sound } = await client.erase.what({ kind: 'passages', testimony: of.testimony, passages: asked.passages })
  expect(sound).toMatchObject({
    canSilence: true,
    toDecode: [{ recording: recording.id, media: recording.media, durationMs: recording.durationMs }],
  })
  expect(await codeOf(eraseAll(client, asked)), 'nothing was handed over').toBe('mediaDamaged')
  expect(mediaIn(folder)).toEqual([recording.media])
  await handOver(client, told, samples)
  await eraseAll(client, asked)
  const { story } = await client.story.read({ testimony: of.testimony })
  expect(story.recordings).toMatchObject([
    { id: recording.id, durationMs: recording.durationMs, format: 'wav', sampleRate, channels: 1 },
  ])
  const [media = ''] = story.recordings.map((one) => one.media)
  expect(media).not.toBe(recording.media)
  expect(mediaIn(folder)).toEqual([media])
  expect((await client.story.peaks({ recording: recording.id })).peaks.length).toBe(0)
  const { size, read } = await archive.process.media.find('media', media, '')
  const pieces: Uint8Array[] = []
  for await (const piece of read(0, size)) pieces.push(piece)
  const right = Buffer.concat([wavHead(samples.length / 2, sampleRate), samples])
  // From 2,200 to 3,800 ms, and 110 ms beyond on a grid of 50.
  right.fill(0, 44 + at(2_050), 44 + at(3_950))
  expect(Buffer.concat(pieces).equals(right)).toBe(true)
  expect(await checkWhole(client)).toEqual(whole)
  await archive.process.close()
  const left = await lookInto(folder)
  const slices = Array.from({ length: 60 }, (_, place) =>
    file.subarray((file.length / 60) * place, (file.length / 60) * place + 48),
  )
  expect(left.sounds(slices)).toBe(0)
  expect(left.sounds([2_060, 3_000, 3_930].map((ms) => samples.subarray(at(ms), at(ms) + 64)))).toBe(0)
  expect(left.sounds([100, 2_030, 3_960, 5_900].map((ms) => samples.subarray(at(ms), at(ms) + 64)))).toBe(4)
})

test('what does not fit is refused, and everything is as it was', async () => {
  archive = await makeArchive()
  const { client, folder } = archive
  const told = await encodedStory(client)
  const other = await encodedStory(client, 'Lena')
  const { asked, shape, samples, of, recording, passages } = told
  const before = mediaIn(folder)
  const begin = (changes: object) =>
    codeOf(client.erase.beginSound({ ...of, ...shape, passages: asked.passages, ...changes }))
  expect(await begin({ frames: shape.frames - 1 })).toBe('badInput')
  expect(await begin({ frames: shape.frames + sampleRate })).toBe('badInput')
  expect(await begin({ recording: other.recording.id })).toBe('notFound')
  expect(await begin({ passages: other.asked.passages })).toBe('notFound')
  expect(await codeOf(handOver(client, told, samples.subarray(2))), 'too little').toBe('checkFailed')
  expect(await codeOf(handOver(client, told, Buffer.concat([samples, Buffer.alloc(2)]))), 'too much').toBe('badInput')
  expect(await codeOf(client.erase.finishSound(of)), 'too much, and held to be all').toBe('checkFailed')
  expect(mediaIn(folder)).toEqual(before)
  // Another sound than the waveform says.
  const columns = new Uint8Array(seconds * 50).fill(columnOf(1))
  await client.story.keepPeaks({ recording: recording.id, peaks: peaksAsBytes({ columnMs: 20, columns }) })
  expect(await codeOf(handOver(client, told, new Uint8Array(samples.length)))).toBe('checkFailed')
  expect(mediaIn(folder)).toEqual(before)
  // What was made for one passage does not do for another.
  await handOver(client, told, samples)
  expect(mediaIn(folder)).toHaveLength(before.length + 1)
  expect(await codeOf(eraseAll(client, { ...asked, passages: passages.slice(2) }))).toBe('mediaDamaged')
  expect(mediaIn(folder)).toEqual(before)
  // What nobody takes is gone at lock.
  await handOver(client, told, samples)
  await client.door.lock({})
  await client.door.open({ folder, passphrase })
  expect(mediaIn(folder)).toEqual(before)
  expect(await checkWhole(client)).toEqual(whole)
  expect((await client.story.read({ testimony: of.testimony })).story.passages.map(({ id }) => id)).toEqual(passages)
})

test('an old backup that is brought back beside a newer one loses the whole recording, and nothing else of the story', async () => {
  archive = await makeArchive()
  const { client } = archive
  const told = await encodedStory(client)
  const { asked, samples, of, file } = told
  const stick = path.join(temporaryFolder(), 'stick')
  const old = await backUp(client, stick)
  await handOver(client, told, samples)
  await eraseAll(client, asked)
  await backUp(client, stick)
  await client.door.lock({})
  const into = path.join(temporaryFolder(), 'again')
  expect((await restoreTo(client, old, into)).kind).toBe('restored')
  await client.door.open({ folder: into, passphrase })
  const { story } = await client.story.read({ testimony: of.testimony })
  expect(story.recordings).toEqual([])
  expect(story.passages.map(({ text }) => text)).toEqual(['One.', 'Three.'])
  expect(mediaIn(into)).toEqual([])
  await client.door.lock({})
  expect((await lookInto(into)).sounds([file.subarray(5_000, 5_064)])).toBe(0)
})

test('a written file with anything left in a stretch, or anything else beside it, does not pass', async () => {
  const { recipient, identity } = await createMediaKey()
  const folder = temporaryFolder()
  const shape = { sampleRate, channels: 2, samples: 's24', frames: sampleRate } as const
  const stretches = [{ startMs: 250, endMs: 500 }]
  const frame = 6
  const samples = Buffer.alloc(sampleRate * frame)
  randomFillSync(samples)
  const silent = [2_000 * frame, 4_000 * frame] as const
  samples.fill(0, ...silent)
  const heard = createHash('sha256').update(samples.subarray(0, silent[0])).update(samples.subarray(silent[1])).digest()
  const head = Buffer.from(wavHead(samples.length / 2, sampleRate))
  head.writeUInt16LE(2, 22)
  head.writeUInt32LE(sampleRate * frame, 28)
  head.writeUInt16LE(frame, 32)
  head.writeUInt16LE(24, 34)
  const said = async (change: (file: Buffer) => void): Promise<string> => {
    const file = Buffer.concat([head, samples])
    change(file)
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    await writer.append(file)
    const stored = await writer.finish()
    return codeOf(checkAnew({ folder, about: { mediaIdentity: identity } }, stored, stretches, shape, heard))
  }
  expect(await said(() => undefined)).toBe('none')
  for (const place of [silent[0], silent[0] + 3_001, silent[1] - 1])
    expect(await said((file) => file.writeUInt8(1, 44 + place))).toBe('checkFailed')
  for (const place of [0, silent[0] - 1, silent[1], samples.length - 1])
    expect(await said((file) => file.writeUInt8((file[44 + place] ?? 0) ^ 1, 44 + place))).toBe('checkFailed')
  expect(await said((file) => file.writeUInt32LE(44_100, 24))).toBe('checkFailed')
})
