// Speech is found, silence and steady noise are not: invented sounds, and real speech where it is there.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SpeechFinder, type SpokenStretch } from '../../shared/domain/sound/speech.ts'

const rate = 16_000
const jfk = path.resolve(import.meta.dirname, '../../../shared/data/audio/speech/jfk.wav')

function found(samples: Int16Array, piece = 4_321): SpokenStretch[] {
  const finder = new SpeechFinder(rate)
  const stretches: SpokenStretch[] = []
  for (let at = 0; at < samples.length; at += piece) stretches.push(...finder.push(samples.subarray(at, at + piece)))
  return [...stretches, ...finder.finish()]
}

/** Numbers between -1 and 1 that are the same at each run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state / 2 ** 31
  }
}

function made(seconds: number, at: (second: number, random: () => number) => number): Int16Array {
  const random = chance(7)
  return Int16Array.from({ length: seconds * rate }, (_, index) => Math.round(at(index / rate, random) * 32_767))
}

/** Syllables of a voice: a tone of many parts that comes and goes four times a second. */
const voice = (second: number): number =>
  [1, 2, 3, 5, 8].reduce((sum, part) => sum + Math.sin(2 * Math.PI * 140 * part * second) / part, 0) *
  0.15 *
  Math.max(0, Math.sin(2 * Math.PI * 4 * second))

const covered = (stretches: readonly SpokenStretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)

describe('nothing is found in', () => {
  test.each<readonly [string, (second: number, random: () => number) => number]>([
    ['digital silence', () => 0],
    ['the last bit of a quiet microphone', (_second, random) => random() / 20_000],
    ['soft steady noise', (_second, random) => random() * 0.01],
    ['loud steady noise', (_second, random) => random() * 0.5],
    ['the hum of the mains', (second) => Math.sin(2 * Math.PI * 50 * second) * 0.3],
    ['a tone that holds', (second) => Math.sin(2 * Math.PI * 440 * second) * 0.3],
    ['a fan that is switched on', (second, random) => random() * (second < 12 ? 0.001 : 0.1)],
    ['a fan that is switched off', (second, random) => random() * (second < 12 ? 0.1 : 0.001)],
    ['one knock', (second, random) => random() * (second > 10 && second < 10.04 ? 0.9 : 0.001)],
  ])('%s', (_name, sound) => {
    expect(found(made(25, sound))).toEqual([])
  })

  test('the control: a voice in the same noise is found, and only where it is', () => {
    const stretches = found(
      made(40, (second, random) => random() * 0.005 + (second > 15 && second < 20 ? voice(second) : 0)),
    )
    expect(stretches).toHaveLength(1)
    const [{ start, end } = { start: 0, end: 0 }] = stretches
    expect(start / rate).toBeGreaterThan(14.5)
    expect(start / rate).toBeLessThanOrEqual(15.1)
    expect(end / rate).toBeGreaterThanOrEqual(19.8)
    expect(end / rate).toBeLessThan(20.5)
  })
})

test('two people with a pause between them are two stretches, whatever the pieces are that it comes in', () => {
  const sound = made(30, (second, random) => random() * 0.002 + (Math.floor(second / 5) % 2 === 1 ? voice(second) : 0))
  const whole = found(sound, sound.length)
  expect(whole).toHaveLength(3)
  expect(found(sound, 1)).toEqual(whole)
  expect(found(sound, 999)).toEqual(whole)
})

test('what goes on without a pause is cut into pieces that follow one another', () => {
  const stretches = found(made(100, (second, random) => random() * 0.002 + voice(second)))
  expect(stretches.length).toBeGreaterThan(3)
  for (const [index, { start, end }] of stretches.entries()) {
    expect(end - start).toBeLessThan(26 * rate)
    if (index > 0) expect(start).toBe(stretches[index - 1]?.end)
  }
  expect(covered(stretches) / (100 * rate)).toBeGreaterThan(0.98)
})

test('what is settled is never asked for again', () => {
  const finder = new SpeechFinder(rate)
  const sound = made(60, (second, random) => random() * 0.002 + (Math.floor(second / 7) % 2 === 1 ? voice(second) : 0))
  let count = 0
  let settled = 0
  for (let at = 0; at < sound.length; at += 5_000) {
    for (const { start } of finder.push(sound.subarray(at, at + 5_000))) {
      count += 1
      expect(start).toBeGreaterThanOrEqual(settled)
    }
    expect(finder.settledUntil).toBeGreaterThanOrEqual(settled)
    settled = finder.settledUntil
  }
  expect(count).toBeGreaterThan(2)
  expect(settled).toBeGreaterThan(40 * rate)
})

describe.skipIf(!existsSync(jfk))('real speech (skipped where ../shared/data is missing)', () => {
  const speech = () => {
    const file = readFileSync(jfk)
    const start = file.indexOf('data', 0, 'latin1') + 8
    return new Int16Array(file.buffer.slice(file.byteOffset + start, file.byteOffset + file.length))
  }

  test('nearly all of it is found', () => {
    const samples = speech()
    expect(covered(found(samples)) / samples.length).toBeGreaterThan(0.75)
  })

  test('the half minutes of silence and of noise around it are not', () => {
    const samples = speech()
    const random = chance(3)
    const around = Int16Array.from({ length: samples.length + 60 * rate }, (_, at) => {
      const inside = samples[at - 30 * rate] ?? 0
      return inside + (at > 30 * rate + samples.length ? Math.round(random() * 200) : 0)
    })
    const stretches = found(around)
    expect(stretches[0]?.start).toBeGreaterThan(29.5 * rate)
    expect(stretches.at(-1)?.end).toBeLessThan(31 * rate + samples.length)
    expect(covered(stretches) / samples.length).toBeGreaterThan(0.75)
  })
})
