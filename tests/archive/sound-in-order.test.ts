// Samples that are sent without waiting for one another are taken in their order, so that silence falls where it belongs.
import { expect, test } from 'vitest'
import { checkRendered, SoundAsItCame, wholeOf } from '../../electron/archive/features/sound/check.ts'
import { Rendering, type RenderingPlan } from '../../electron/archive/features/sound/rendering.ts'
import { createMediaKey, MediaWriter, openMedia } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const clip = (startMs: number, pauseBeforeMs: number) => ({
  clip: {
    recording: '00000000',
    startMs,
    endMs: startMs + 1_000,
    silences: [{ startMs: startMs + 500, endMs: startMs + 750 }],
  },
  startMs,
  endMs: startMs + 1_000,
  pauseBeforeMs,
})
const plan: RenderingPlan = {
  testimony: '00000000',
  sha256: '',
  as: null,
  sampleRate: 8_000,
  clips: [clip(0, 0), clip(4_000, 300)],
}
const wavHead = 44
const perMs = 16

/** Every sample of a clip is its own place, from 1, so that none can be taken for another. */
const samples = Buffer.alloc(8_000 * 2)
for (let at = 0; at < 8_000; at += 1) samples.writeInt16LE(at + 1, at * 2)

test('pieces of a clip after a pause do not overtake one another', async () => {
  const folder = temporaryFolder()
  const { recipient, identity } = await createMediaKey()
  const rendering = await Rendering.begin(plan, await MediaWriter.begin(folder, recipient, systemRandom))
  const sent = [0, 1].flatMap((at) =>
    Array.from({ length: 8 }, (_, piece) => rendering.append(at, samples.subarray(piece * 2_000, (piece + 1) * 2_000))),
  )
  const [stored] = await Promise.all([rendering.finish(), ...sent])
  const reader = await openMedia(folder, stored.name, stored.header, identity)
  const came = new SoundAsItCame(plan)
  for (const clipSamples of [samples, samples]) came.take(clipSamples)
  await checkRendered(plan, came, wholeOf(reader))
  const whole = await reader.read(0, reader.size)
  await reader.close()
  expect(whole.length).toBe(wavHead + 2_300 * perMs)
  for (const start of [0, 1_300]) {
    const own = whole.subarray(wavHead + start * perMs, wavHead + (start + 1_000) * perMs)
    // What is heard is in its place; what is taken out is nowhere.
    expect(own.subarray(0, 400 * perMs).equals(samples.subarray(0, 400 * perMs))).toBe(true)
    expect(own.subarray(850 * perMs).equals(samples.subarray(850 * perMs))).toBe(true)
    expect(own.subarray(500 * perMs, 750 * perMs).every((byte) => byte === 0)).toBe(true)
  }
})

test('after one piece was refused nothing more is taken', async () => {
  const { recipient } = await createMediaKey()
  const rendering = await Rendering.begin(plan, await MediaWriter.begin(temporaryFolder(), recipient, systemRandom))
  const sent = [
    rendering.append(0, samples.subarray(0, 3)),
    rendering.append(0, samples),
    rendering.append(1, samples),
    rendering.finish(),
  ]
  expect(await Promise.all(sent.map((one) => codeOf(one)))).toEqual(['badInput', 'badInput', 'badInput', 'badInput'])
  await rendering.discard()
})
