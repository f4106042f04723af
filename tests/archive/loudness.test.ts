// Loudness after ITU-R BS.1770-4, against the numbers of the standard and of EBU Tech 3341, and the one gain made of it.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import { evened, gainsOf } from '../../electron/archive/features/sound/evened.ts'
import { runsOf } from '../../electron/archive/features/sound/runs.ts'
import { evenGain, LoudnessMeter, weighting } from '../../shared/domain/sound/loudness.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { jfk, samplesOf } from '../support/sound-samples.ts'

function sine(hertz: number, decibels: number, seconds: number, sampleRate: number, turn = 0): Int16Array {
  const height = 32_767 * 10 ** (decibels / 20)
  return Int16Array.from({ length: seconds * sampleRate }, (_, at) =>
    Math.round(height * Math.sin((2 * Math.PI * hertz * at) / sampleRate + turn)),
  )
}

function measured(sampleRate: number, ...parts: readonly Int16Array[]) {
  const meter = new LoudnessMeter(sampleRate)
  for (const part of parts) for (let at = 0; at < part.length; at += 997) meter.take(part.subarray(at, at + 997))
  return meter.done()
}

test('the weighting at 48 kHz is that of the standard', () => {
  const [shelf, pass] = weighting(48_000)
  const near = (own: readonly number[], theirs: readonly number[]) => {
    for (const [at, value] of theirs.entries()) expect(own[at]).toBeCloseTo(value, 8)
  }
  near(shelf.b, [1.53512485958697, -2.69169618940638, 1.19839281085285])
  near(shelf.a, [-1.69065929318241, 0.73248077421585])
  near(pass.b, [1, -2, 1])
  near(pass.a, [-1.99004745483398, 0.99007225036621])
})

describe('the loudness of', () => {
  test.each([8_000, 16_000, 22_050, 44_100, 48_000])('a tone in one channel at %i samples a second', (rate) => {
    expect(measured(rate, sine(997, 0, 5, rate)).lufs).toBeCloseTo(-3.01, 1)
    expect(measured(rate, sine(997, -20, 5, rate)).lufs).toBeCloseTo(-23.01, 1)
  })

  test('a tone between quiet ones is that of the tone: what is quiet is gated', () => {
    const [quiet, loud] = [sine(1_000, -36, 10, 48_000), sine(1_000, -20, 60, 48_000)]
    expect(measured(48_000, quiet, loud, quiet).lufs).toBeCloseTo(-23.0, 1)
    expect(measured(48_000, new Int16Array(480_000), loud).lufs).toBeCloseTo(-23.0, 1)
  })

  test('nothing, or next to nothing, is none; what is shorter than a block is one', () => {
    expect(measured(48_000, new Int16Array(48_000)).lufs).toBeNull()
    expect(measured(48_000, new Int16Array(0)).lufs).toBeNull()
    expect(measured(48_000, sine(1_000, -80, 3, 48_000)).lufs).toBeNull()
    expect(measured(48_000, sine(1_000, -20, 0.2, 48_000)).lufs).toBeCloseTo(-23.0, 0)
  })

  test('speech is what ffmpeg measures', (context) => {
    if (jfk === null || spawnSync('ffmpeg', ['-version']).error !== undefined)
      return context.skip('needs ../shared/data and ffmpeg')
    const { samples, sampleRate } = samplesOf(jfk)
    const place = path.join(temporaryFolder(), 'a.wav')
    writeFileSync(place, Buffer.concat([wavHead(samples.length, sampleRate), new Uint8Array(samples.buffer)]))
    const said = spawnSync('ffmpeg', ['-nostats', '-i', place, '-af', 'ebur128=peak=true', '-f', 'null', '-'])
    const lufs = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(said.stderr.toString())?.[1])
    const peak = Number(/True peak:\s+Peak:\s+(-?[\d.]+) dBFS/.exec(said.stderr.toString())?.[1])
    const own = measured(sampleRate, samples)
    expect(Math.abs((own.lufs ?? 0) - lufs)).toBeLessThan(0.2)
    expect(Math.abs(20 * Math.log10(own.truePeak) - peak)).toBeLessThan(0.5)
  })
})

test('the peak between two samples counts', () => {
  const { truePeak } = measured(48_000, sine(12_000, -6, 1, 48_000, Math.PI / 4))
  expect(20 * Math.log10(truePeak)).toBeCloseTo(-6, 0)
  // The control: the samples themselves are 3 dB lower.
  const highest = Math.max(...sine(12_000, -6, 1, 48_000, Math.PI / 4))
  expect(20 * Math.log10(highest / 32_768)).toBeCloseTo(-9, 1)
})

test('the gain never clips, never raises noise without end, and leaves silence alone', () => {
  expect(evenGain({ lufs: -23, truePeak: 0.3 })).toBeCloseTo(1, 9)
  expect(evenGain({ lufs: -13, truePeak: 0.3 })).toBeCloseTo(10 ** -0.5, 9)
  expect(evenGain({ lufs: -33, truePeak: 0.5 }) * 0.5).toBeCloseTo(10 ** (-1 / 20), 9)
  expect(evenGain({ lufs: -69, truePeak: 0.001 })).toBeCloseTo(10 ** (18 / 20), 9)
  expect(evenGain({ lufs: null, truePeak: 0 })).toBe(1)
})

const rate = 16_000
const clip = (startMs: number, silences: readonly { startMs: number; endMs: number }[]) => ({
  clip: { recording: 'r', startMs, endMs: startMs + 6_000, silences },
  startMs,
  endMs: startMs + 6_000,
  pauseBeforeMs: 0,
})
const sound = { sampleRate: rate, clips: [clip(0, [{ startMs: 2_000, endMs: 3_000 }]), clip(6_000, [])] }

async function evenedOut(samples: Int16Array): Promise<Int16Array> {
  async function* pieces(): AsyncGenerator<Int16Array> {
    for (let at = 0; at < samples.length; at += 7_001) yield samples.subarray(at, at + 7_001)
  }
  const runs = runsOf(sound)
  const out: number[] = []
  for await (const piece of evened(runs, await gainsOf(runs, pieces(), rate), pieces()))
    for (const one of piece) out.push(one)
  return Int16Array.from(out)
}

test('each stretch between two silences has one gain of its own, worked out from it alone', async () => {
  const parts = [
    sine(500, -30, 2, rate),
    new Int16Array(rate),
    sine(500, -14, 3, rate),
    sine(500, -40, 6, rate),
  ] as const
  const came = Int16Array.from(parts.flatMap((part) => [...part]))
  const out = await evenedOut(came)
  expect(out.length).toBe(came.length)
  const loudnessOf = (from: number, until: number) => measured(rate, out.subarray(from * rate, until * rate)).lufs
  expect(loudnessOf(0, 2)).toBeCloseTo(-23, 1)
  expect(loudnessOf(3, 6)).toBeCloseTo(-23, 1)
  // As far as noise may be raised.
  expect(loudnessOf(6, 12)).toBeCloseTo((measured(rate, parts[3]).lufs ?? 0) + 18, 1)
  expect(out.subarray(2 * rate, 3 * rate).every((sample) => sample === 0)).toBe(true)
  // What is louder beyond a silence changes nothing on this side of it.
  const louder = Int16Array.from([...parts[0], ...parts[1], ...sine(500, -3, 3, rate), ...parts[3]])
  expect((await evenedOut(louder)).subarray(0, 2 * rate)).toEqual(out.subarray(0, 2 * rate))
})
