// Sound given out in every format, as one file and as one for each passage: what was taken out is not there, what was not
// is; what lay under it changes no byte; and where a copy is not what it must be, nothing leaves.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { FlacWriter } from '../../electron/archive/features/sound/formats/flac-writer.ts'
import { OpusWriter } from '../../electron/archive/features/sound/formats/opus-writer.ts'
import { WavWriter } from '../../electron/archive/features/sound/formats/wav-writer.ts'
import { soundFormats, type SoundAs } from '../../shared/domain/sound/sound-as.ts'
import { makeArchive, type TestArchive } from '../support/archive.ts'
import { spread } from '../support/full.ts'
import { correlation } from '../support/sound-samples.ts'
import {
  atRate,
  giveOutSpeech,
  heardIn,
  passageTimes,
  readySpeech,
  renderSpeech,
  silent,
  speech,
  speechRate,
} from './speech-given-out.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const archives: TestArchive[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const archive of archives.splice(0)) await archive.close()
})
async function newArchive(): Promise<TestArchive> {
  const archive = await makeArchive()
  archives.push(archive)
  return archive
}

const all: readonly SoundAs[] = soundFormats.flatMap((format) =>
  (['one', 'each'] as const).map((files) => ({ format, files, evened: false })),
)
const named = all.map((as) => [`${as.format}, ${as.files}`, as] as const)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What is heard of each passage, one after another, at the rate of the files. */
async function heardAll(
  as: SoundAs,
  left: ReadonlyMap<string, Buffer>,
): Promise<{ samples: Int16Array; rate: number }> {
  if (as.files === 'one') return heardIn(as, left.get(`sound.${as.format}`), 11_000)
  const parts = await Promise.all(
    passageTimes.map(({ startMs, endMs }, at) =>
      heardIn(as, left.get(`sound-${at + 1}.${as.format}`), endMs - startMs),
    ),
  )
  const samples = Int16Array.from(parts.flatMap((part) => [...part.samples]))
  return { samples, rate: parts[0]?.rate ?? 0 }
}

describe('speech given out', () => {
  test.each(named)('as %s', async (_, as) => {
    const { client, process, folder } = await newArchive()
    const { excerpt, testimony, recordingMedia } = await readySpeech(client, as)
    const master = sha256(readFileSync(path.join(folder, 'media', recordingMedia)))
    expect(await codeOf(client.excerpts.prepare({ excerpt }))).toBe('soundNotReady')
    await renderSpeech(client, excerpt)
    const left = await giveOutSpeech(client, excerpt, temporaryFolder())
    const { samples, rate } = await heardAll(as, left)
    const came = atRate(speech, rate)
    expect(samples.length).toBe(came.length)
    const at = (ms: number) => (ms * rate) / 1_000
    const within = (from: number, until: number) =>
      correlation(samples.subarray(at(from), at(until)), came.subarray(at(from), at(until)))
    expect(Math.abs(within(silent.startMs + 40, silent.endMs - 40))).toBeLessThan(0.01)
    const inside = samples.subarray(at(silent.startMs + 40), at(silent.endMs - 40))
    expect(inside.every((sample) => sample === 0)).toBe(true)
    expect(within(0, silent.startMs - 20)).toBeGreaterThan(0.98)
    expect(within(silent.endMs + 20, 11_000)).toBeGreaterThan(0.98)
    // The control: it was there.
    expect(came.subarray(at(silent.startMs), at(silent.endMs)).some((sample) => Math.abs(sample) > 1_000)).toBe(true)

    const manifest = JSON.parse(left.get('manifest.json')?.toString('utf8') ?? '{}') as {
      files: { path: string; size: number; sha256: string }[]
    }
    expect(manifest.files.map((file) => file.path).sort()).toEqual(
      [...left.keys()].filter((name) => name !== 'manifest.json').sort(),
    )
    for (const { path: name, sha256: hash } of manifest.files)
      expect(sha256(left.get(name) ?? Buffer.alloc(0))).toBe(hash)
    const times = [...left].flatMap(([name, bytes]) =>
      name.endsWith('.vtt') ? (bytes.toString('utf8').match(/^\d.*-->.*$/gm) ?? []) : [],
    )
    expect(times).toEqual(
      as.files === 'one'
        ? ['00:00:00.000 --> 00:00:03.000', '00:00:03.000 --> 00:00:08.000', '00:00:08.000 --> 00:00:11.000']
        : ['00:00:00.000 --> 00:00:03.000', '00:00:00.000 --> 00:00:05.000', '00:00:00.000 --> 00:00:03.000'],
    )
    // Three things kept apart: the master is as it was.
    expect(sha256(readFileSync(path.join(folder, 'media', recordingMedia)))).toBe(master)
    expect((await process.media.find('media', recordingMedia, '')).size).toBe(44 + speech.length * 2)
    for await (const step of client.care.check({})) if (step.kind === 'checked') expect(step.findings).toEqual([])
    // What was made of it goes when something more is taken out.
    const before = readdirSync(path.join(folder, 'media')).length
    const { story } = await client.story.read({ testimony })
    const span = { passage: story.passages[1]?.id ?? '', start: 0, end: 3, startMs: 3_100, endMs: 3_500 }
    const words = { thing: 'other', reach: 'readers', way: 'silence', replacement: '', why: '' } as const
    await client.marks.takeOut({ testimony, spans: [span], ...words })
    await expect
      .poll(() => readdirSync(path.join(folder, 'media')).length)
      .toBe(before - (as.files === 'each' ? 4 : as.format === 'wav' ? 1 : 2))
  })
})

describe('what lies under it changes no byte', () => {
  /** The same speech with something else said where it is taken out; and, for the control, a little before it too. */
  const other = (from: number, until: number) =>
    Int16Array.from(speech, (sample, at) => {
      const ms = (at * 1_000) / speechRate
      return ms >= from && ms < until ? Math.round(9_000 * Math.sin(at / 5)) : sample
    })
  const soundsOf = (left: ReadonlyMap<string, Buffer>) =>
    [...left]
      .filter(([name]) => /^(sound|captions)/.test(name))
      .map(([name, bytes]) => [name, sha256(bytes)])
      .sort()
  async function leaves(as: SoundAs, samples: Int16Array<ArrayBuffer>) {
    const { client } = await newArchive()
    const { excerpt } = await readySpeech(client, as, samples, [0, 2])
    await renderSpeech(client, excerpt, samples)
    return soundsOf(await giveOutSpeech(client, excerpt, temporaryFolder()))
  }
  const choices = [
    ...named,
    ...soundFormats.map((format) => [`${format}, evened`, { format, files: 'one', evened: true }] as const),
  ]
  test.each(spread(choices, 3))('as %s', async (_, as) => {
    const left = await leaves(as, speech)
    expect(left.length).toBeGreaterThan(1)
    expect(await leaves(as, other(silent.startMs + 1, silent.endMs - 1))).toEqual(left)
    expect(await leaves(as, other(silent.startMs - 60, silent.endMs))).not.toEqual(left)
  })
})

const writers = { wav: WavWriter, flac: FlacWriter, opus: OpusWriter } as const
const faults: readonly (readonly [string, (samples: Int16Array) => Int16Array])[] = [
  ['sounds where nothing must', (samples) => samples.map((sample) => (sample === 0 ? 40 : sample))],
  ['is nothing where something must sound', (samples) => samples.map(() => 0)],
  [
    'is another sound',
    (samples) => samples.map((sample, at) => (sample === 0 ? 0 : Math.round(5_000 * Math.sin(at / 3)))),
  ],
  ['is shorter', (samples) => samples.subarray(0, Math.max(1, samples.length - 40))],
]

describe.each(soundFormats)('a %s that', (format) => {
  test.each(faults)('%s does not count, and nothing of it is kept', async (_, wrong) => {
    const { client, folder } = await newArchive()
    const { excerpt } = await readySpeech(client, { format, files: 'each', evened: false }, speech, [0])
    const { take } = writers[format].prototype
    vi.spyOn(writers[format].prototype, 'take').mockImplementation(function (this: never, samples) {
      return take.call(this, wrong(samples))
    })
    const before = readdirSync(path.join(folder, 'media')).length
    expect(await codeOf(renderSpeech(client, excerpt))).toBe('checkFailed')
    expect(readdirSync(path.join(folder, 'media')).length).toBe(before)
    expect(await codeOf(client.excerpts.prepare({ excerpt }))).toBe('soundNotReady')
    vi.restoreAllMocks()
    await renderSpeech(client, excerpt)
    expect(await codeOf(client.excerpts.prepare({ excerpt }))).toBe('none')
  })
})

test('a pause in one file is said in its captions', async () => {
  const { client } = await newArchive()
  const as = { format: 'flac', files: 'one', evened: false } as const
  const { excerpt } = await readySpeech(client, as, speech, [0, 2])
  await renderSpeech(client, excerpt)
  const left = await giveOutSpeech(client, excerpt, temporaryFolder())
  expect(left.get('captions.vtt')?.toString('utf8')).toContain(
    '00:00:03.000 --> 00:00:03.500\n[… something of the story is not here …]\n\n00:00:03.500 --> 00:00:06.500',
  )
})

test('what is stopped while it is written leaves nothing', async () => {
  const { client, folder } = await newArchive()
  const { excerpt } = await readySpeech(client, { format: 'opus', files: 'one', evened: true })
  const before = readdirSync(path.join(folder, 'media')).length
  const { rendition, clips, sampleRate } = await client.sound.plan({ kind: 'excerpt', excerpt })
  for (const [clip, { startMs, endMs }] of clips.entries()) {
    const part = atRate(speech, sampleRate).slice((startMs * sampleRate) / 1_000, (endMs * sampleRate) / 1_000)
    await client.sound.append({ rendition, clip, bytes: new Uint8Array(part.buffer) })
  }
  const leaving = new AbortController()
  const finished = codeOf(client.sound.finish({ rendition }, leaving.signal))
  setTimeout(() => leaving.abort(), 20)
  expect(await finished).toBe('cancelled')
  await expect.poll(() => readdirSync(path.join(folder, 'media')).length).toBe(before)
  expect(await codeOf(client.excerpts.prepare({ excerpt }))).toBe('soundNotReady')
})
