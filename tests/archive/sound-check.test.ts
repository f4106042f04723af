// What a rendering could have wrong is found by its check, one thing at a time; and what is right is let through.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkRendered, checkWritten, SoundAsItCame } from '../../electron/archive/features/sound/check.ts'
import { Rendering, type RenderingPlan } from '../../electron/archive/features/sound/rendering.ts'
import { createMediaKey, MediaWriter, openMedia } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { jfk, samplesOf } from '../support/sound-samples.ts'
import { noise } from '../torture/journey.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const sampleRate = 16_000
const perMs = (sampleRate / 1000) * 2
const head = 44
/** Two clips of two recordings' stretches, a pause between them; the first is silent from 1,000 to 1,500 ms, the second to its end. */
const plan: RenderingPlan = {
  testimony: '00000000',
  sha256: '',
  as: null,
  sampleRate,
  clips: [
    {
      clip: { recording: 'r', startMs: 500, endMs: 3_000, silences: [{ startMs: 1_500, endMs: 2_000 }] },
      startMs: 0,
      endMs: 2_500,
      pauseBeforeMs: 0,
    },
    {
      clip: {
        recording: 'r',
        startMs: 4_000,
        endMs: 6_000,
        silences: [
          { startMs: 4_500, endMs: 4_600 },
          { startMs: 4_615, endMs: 4_700 },
          { startMs: 5_500, endMs: 6_000 },
        ],
      },
      startMs: 3_000,
      endMs: 5_000,
      pauseBeforeMs: 500,
    },
  ],
}
const silentMs = { from: 1_000, until: 1_500 }

function clipsOf(source: Buffer): Buffer[] {
  return plan.clips.map(({ clip: { startMs, endMs } }) => source.subarray(startMs * perMs, endMs * perMs))
}

/** By the program's own rendering, encrypted and read back. */
async function rendered(source: Buffer): Promise<Buffer> {
  const folder = temporaryFolder()
  const { recipient, identity } = await createMediaKey()
  const rendering = await Rendering.begin(plan, await MediaWriter.begin(folder, recipient, systemRandom))
  for (const [clip, bytes] of clipsOf(source).entries()) {
    for (let at = 0; at < bytes.length; at += 7_002) await rendering.append(clip, bytes.subarray(at, at + 7_002))
  }
  const stored = await rendering.finish()
  const reader = await openMedia(folder, stored.name, stored.header, identity)
  const whole = await reader.read(0, reader.size)
  await reader.close()
  return whole
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function* piecesOf(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

function cameFrom(parts: readonly Uint8Array[]): SoundAsItCame {
  const came = new SoundAsItCame(plan)
  for (const part of parts) came.take(part)
  return came
}

/** What the check against the samples says of a file. */
const said = (source: Buffer, file: Uint8Array, length = 10_007) =>
  codeOf(checkRendered(plan, cameFrom(clipsOf(source)), piecesOf(file, length)))

/** What the check of a file on the disk says, when the file that was checked before is said to be `sha256`. */
function saidOnDisk(file: Uint8Array, sha256: string): Promise<string> {
  const place = path.join(temporaryFolder(), 'sound.wav')
  writeFileSync(place, file)
  return codeOf(checkWritten(plan, place, sha256))
}

interface Wrong {
  readonly name: string
  /** Whether it is seen without the samples, and in a file that is all that is left of it. */
  readonly alone: boolean
  make(right: Buffer, source: Buffer): Buffer
}

function changed(right: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(right)
  change(copy)
  return copy
}

/** Puts a chunk in and makes the sizes right for it, as a careful writer would. */
function withChunk(right: Buffer, name: string, at: number): Buffer {
  const chunk = Buffer.concat([Buffer.from(name), Buffer.from([10, 0, 0, 0]), Buffer.from('INFOIART\x01\0')])
  const file = Buffer.concat([right.subarray(0, at), chunk, right.subarray(at)])
  file.writeUInt32LE(file.length - 8, 4)
  return file
}

const inSilence = (ms: number) => head + (silentMs.from + ms) * perMs
/** Where the first clip's sound of that moment lies among its samples. */
const inSource = (ms: number) => (500 + silentMs.from + ms) * perMs

const wrongs: readonly Wrong[] = [
  {
    name: 'a millisecond that leaks',
    alone: true,
    make: (right, source) =>
      changed(right, (file) => source.copy(file, inSilence(200), inSource(200), inSource(200) + perMs)),
  },
  {
    name: 'a silence that is a sample too short at its beginning',
    alone: true,
    make: (right) => changed(right, (file) => file.writeInt16LE(1, inSilence(0))),
  },
  {
    name: 'a silence that is a sample too short at its end',
    alone: true,
    make: (right) => changed(right, (file) => file.writeInt16LE(-1, inSilence(500) - 2)),
  },
  {
    name: 'everything a sample late',
    alone: false,
    make: (right) => Buffer.concat([right.subarray(0, head), Buffer.alloc(2), right.subarray(head, right.length - 2)]),
  },
  {
    name: 'everything a sample early',
    alone: false,
    make: (right) => Buffer.concat([right.subarray(0, head), right.subarray(head + 2), Buffer.alloc(2)]),
  },
  ...['LIST', 'bext', 'iXML', 'fact'].flatMap((name): Wrong[] => [
    { name: `a ${name} chunk before the sound`, alone: true, make: (right) => withChunk(right, name, 36) },
    { name: `a ${name} chunk after the sound`, alone: true, make: (right) => withChunk(right, name, right.length) },
  ]),
  {
    name: 'a fade that reaches inside',
    alone: true,
    make: (right, source) =>
      changed(right, (file) => {
        for (let at = 0; at < 10 * perMs; at += 2)
          file.writeInt16LE(
            Math.round(source.readInt16LE(inSource(0) + at) * (1 - at / (10 * perMs))),
            inSilence(0) + at,
          )
      }),
  },
  {
    name: 'an edge louder than it was',
    alone: false,
    make: (right, source) =>
      changed(right, (file) => {
        const at = inSource(505)
        file.writeInt16LE(source.readInt16LE(at) + (source.readInt16LE(at) < 0 ? -1 : 1), inSilence(505))
      }),
  },
  {
    name: 'a pause with something in it',
    alone: true,
    make: (right) => changed(right, (file) => file.writeInt16LE(1, head + 2_700 * perMs)),
  },
  {
    name: 'one sample elsewhere that is another by one',
    alone: false,
    make: (right) =>
      changed(right, (file) => {
        const at = head + 300 * perMs
        file.writeInt16LE(file.readInt16LE(at) + (file.readInt16LE(at) > 0 ? -1 : 1), at)
      }),
  },
  { name: 'a sample too few', alone: true, make: (right) => right.subarray(0, right.length - 2) },
  { name: 'a sample too many', alone: true, make: (right) => Buffer.concat([right, Buffer.alloc(2)]) },
  { name: 'half a sample more', alone: true, make: (right) => Buffer.concat([right, Buffer.alloc(1)]) },
  { name: 'nothing but a head', alone: true, make: (right) => right.subarray(0, head) },
  { name: 'nothing', alone: true, make: () => Buffer.alloc(0) },
  ...[4, 16, 20, 22, 24, 28, 32, 34, 40].map((at): Wrong => ({
    name: `another number at ${at} of the head`,
    alone: true,
    make: (right) => changed(right, (file) => file.writeUInt8(file.readUInt8(at) ^ 1, at)),
  })),
]

/** What holds of every clean copy, whatever sounds in `source`. */
function trySource(source: Buffer): void {
  test('that is rendered as it must be is let through, in pieces of any size', async () => {
    const right = await rendered(source)
    for (const length of [1, 2, 43, 44, 45, 4_096, 10_007, right.length])
      expect(await said(source, right, length), `pieces of ${length}`).toBe('none')
    expect(await saidOnDisk(right, sha256Of(right))).toBe('none')
  })

  test.each(wrongs)('with $name is not', async ({ alone, make }) => {
    const right = await rendered(source)
    const wrong = make(right, source)
    expect(wrong.equals(right)).toBe(false)
    expect(await said(source, wrong)).toBe('checkFailed')
    expect(await saidOnDisk(wrong, sha256Of(right))).toBe('checkFailed')
    if (alone) expect(await saidOnDisk(wrong, sha256Of(wrong))).toBe('checkFailed')
  })

  test('of which other samples came is not', async () => {
    const right = await rendered(source)
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = clipsOf(source)
    const other = changed(second, (copy) => copy.writeInt16LE(copy.readInt16LE(64) ^ 1, 64))
    for (const parts of [[first], [first, second, Buffer.alloc(2)], [second, first], [first, other], []])
      expect(await codeOf(checkRendered(plan, cameFrom(parts), piecesOf(right, 4_096)))).toBe('checkFailed')
    expect(await codeOf(checkRendered(plan, cameFrom([first, second]), piecesOf(right, 4_096)))).toBe('none')
  })
}

describe('noise', () => trySource(noise))
describe.skipIf(jfk === null)('speech (skipped where ../shared/data is missing)', () =>
  trySource(jfk === null ? noise : Buffer.from(samplesOf(jfk).samples.buffer)),
)

test('what cannot be looked at is as bad as what is wrong', async () => {
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(10)
    throw new Error('the disk does not answer')
  }
  expect(await codeOf(checkRendered(plan, cameFrom(clipsOf(noise)), broken()))).toBe('checkFailed')
  expect(await codeOf(checkWritten(plan, path.join(temporaryFolder(), 'gone.wav'), ''))).toBe('checkFailed')
})
