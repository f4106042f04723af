// A silence is nothing from its first sample to its last; what fades is what is heard beside it, never what is taken out.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clip } from '../../shared/domain/excerpts/excerpt.ts'
import { sampleCount, silence } from '../../shared/domain/sound/sound-plan.ts'

const rate = 16_000
const fade = 160
const clipOf = (...silences: [number, number][]): Clip => ({
  recording: 'r',
  startMs: 1_000,
  endMs: 2_000,
  silences: silences.map(([startMs, endMs]) => ({ startMs, endMs })),
})

/** A loud second, handed over in pieces of so many samples. */
function rendered(clip: Clip, pieceSamples = rate): Int16Array {
  const samples = new Int16Array(rate).fill(10_000)
  for (let at = 0; at < rate; at += pieceSamples) {
    const piece = samples.subarray(at, at + pieceSamples)
    silence(new Uint8Array(piece.buffer, piece.byteOffset, piece.byteLength), at, clip, rate, fade)
  }
  return samples
}
const isAll = (samples: Int16Array, value: number) => samples.every((sample) => sample === value)

test('the last word of a clip is silent to the last sample', () => {
  const samples = rendered(clipOf([1_600, 2_000]))
  expect(isAll(samples.subarray(9_600), 0)).toBe(true)
  expect(isAll(samples.subarray(0, 9_600 - fade), 10_000)).toBe(true)
})

test('a clip that is silent as a whole is nothing as a whole', () => {
  expect(isAll(rendered(clipOf([1_000, 2_000])), 0)).toBe(true)
})

test('what is heard fades towards a silence and from it, in a straight line, outside of it', () => {
  const samples = rendered(clipOf([1_200, 1_500]))
  expect(isAll(samples.subarray(3_200, 8_000), 0)).toBe(true)
  const line = Array.from({ length: fade }, (_, at) => Math.round((10_000 * (at + 1)) / (fade + 1)))
  expect([...samples.subarray(8_000, 8_000 + fade)]).toEqual(line)
  expect([...samples.subarray(3_200 - fade, 3_200)]).toEqual(line.toReversed())
  expect(isAll(samples.subarray(0, 3_200 - fade), 10_000)).toBe(true)
  expect(isAll(samples.subarray(8_000 + fade), 10_000)).toBe(true)
})

test('a silence that begins or ends between two samples takes both', () => {
  const samples = rendered({ ...clipOf([1_200.03, 1_500.03]) })
  expect([samples[3_199], samples[3_200], samples[8_000], samples[8_001]].map((sample) => sample === 0)).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('whatever the pieces are that it comes in, and however close silences lie', () => {
  const place = fc.integer({ min: 1_000, max: 2_000 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, place), { maxLength: 5 }),
      fc.integer({ min: 1, max: 5_000 }),
      (pairs, pieceSamples) => {
        const clip = clipOf(...pairs.map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]))
        const samples = rendered(clip, pieceSamples)
        expect(Buffer.from(samples.buffer).equals(Buffer.from(rendered(clip).buffer))).toBe(true)
        for (const { startMs, endMs } of clip.silences) {
          const own = samples.subarray(sampleCount(1_000, startMs, rate), sampleCount(1_000, endMs, rate))
          expect(isAll(own, 0)).toBe(true)
        }
      },
    ),
    { numRuns: 60 },
  )
})
