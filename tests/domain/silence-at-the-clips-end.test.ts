// A silence that a clip's end cuts off has no edge there: nothing fades back in while the word may still be sounding.
import { expect, test } from 'vitest'
import type { Clip } from '../../shared/domain/excerpt.ts'
import { mustBeZero, silence } from '../../shared/domain/sound-plan.ts'

const rate = 16_000
const fade = 160
const loud = (clip: Clip) => new Int16Array(((clip.endMs - clip.startMs) * rate) / 1000).fill(10_000)

test('the last word of a clip is silent to the last sample', () => {
  const clip: Clip = { recording: 'r', startMs: 1_000, endMs: 2_000, silences: [{ startMs: 1_600, endMs: 2_000 }] }
  const samples = loud(clip)
  silence(samples, 0, clip, rate, fade)
  expect(samples.subarray(9_600 + fade).every((sample) => sample === 0)).toBe(true)
  expect(mustBeZero(clip, rate, fade)).toEqual([{ start: 9_600 + fade, end: 16_000 }])
})

test('a clip that is silent as a whole is zero as a whole, and checked as a whole', () => {
  const clip: Clip = { recording: 'r', startMs: 1_000, endMs: 2_000, silences: [{ startMs: 1_000, endMs: 2_000 }] }
  const samples = loud(clip)
  silence(samples, 0, clip, rate, fade)
  expect(samples.every((sample) => sample === 0)).toBe(true)
  expect(mustBeZero(clip, rate, fade)).toEqual([{ start: 0, end: 16_000 }])
})

test('inside a clip both edges fade', () => {
  const clip: Clip = { recording: 'r', startMs: 1_000, endMs: 2_000, silences: [{ startMs: 1_200, endMs: 1_500 }] }
  const samples = loud(clip)
  silence(samples, 0, clip, rate, fade)
  expect(samples[3_200]).toBeGreaterThan(9_000)
  expect(samples[7_999]).toBeGreaterThan(9_000)
  expect(mustBeZero(clip, rate, fade)).toEqual([{ start: 3_200 + fade, end: 8_000 - fade }])
})
