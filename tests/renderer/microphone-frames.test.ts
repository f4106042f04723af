// Every frame that a microphone gives is in the blocks, at 48 kHz whatever its rate, and none from before a press.
import { describe, expect, test } from 'vitest'
import { HeardAt } from '../../renderer/recorder/sound/heard-at.ts'
import { MicrophoneFrames, type Frame } from '../../renderer/recorder/sound/microphone-frames.ts'
import { blockFrames } from '../../renderer/recorder/sound/open-block.ts'
import { Resampler } from '../../renderer/recorder/sound/resampler.ts'

const tone = (hertz: number, rate: number, frames: number, from = 0): Float32Array =>
  Float32Array.from({ length: frames }, (_, at) => Math.sin((2 * Math.PI * hertz * (from + at)) / rate) / 2)

function together(pieces: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** In decibels under the tone; its two ends, where there was nothing before and after, left out. */
function noiseUnder(samples: Float32Array, hertz: number): number {
  const asked = tone(hertz, 48_000, samples.length)
  let [sound, noise] = [0, 0]
  for (let at = 500; at < samples.length - 500; at += 1) {
    sound += (asked[at] ?? 0) ** 2
    noise += ((asked[at] ?? 0) - (samples[at] ?? 0)) ** 2
  }
  return 10 * Math.log10(noise / sound)
}

describe('a rate that is another one', () => {
  test.each([8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 88_200, 96_000, 192_000])(
    'from %i Hz a tone stays the tone, in its place, without a seam',
    (rate) => {
      const resampler = new Resampler(rate, 48_000, 1)
      const pieces: Float32Array[] = []
      const size = rate / 100
      for (let at = 0; at < 100; at += 1) {
        // Pieces of ten milliseconds, where that is a whole number of samples, else of one more and one fewer.
        const [from, to] = [Math.round(at * size), Math.round((at + 1) * size)]
        pieces.push(...resampler.push([tone(1_000, rate, to - from, from)]).map((one) => one.slice()))
      }
      const given = together(pieces)
      expect(Math.abs(given.length - 48_000), 'a second but for what still waits').toBeLessThan(450)
      expect(noiseUnder(given, 1_000)).toBeLessThan(-80)
    },
  )

  test('what the new rate cannot hold is not folded into it', () => {
    const resampler = new Resampler(96_000, 48_000, 1)
    const [given = new Float32Array()] = resampler.push([tone(30_000, 96_000, 96_000)])
    expect(Math.max(...given.subarray(500, -500).map(Math.abs))).toBeLessThan(1e-3)
  })

  test('however it is cut, the same comes out; both channels are themselves', () => {
    const [left, right] = [tone(440, 44_100, 4_410), tone(3_000, 44_100, 4_410)]
    const whole = new Resampler(44_100, 48_000, 2).push([left, right])
    const resampler = new Resampler(44_100, 48_000, 2)
    const cut: Float32Array[][] = [[], []]
    let at = 0
    for (const length of [1, 7, 0, 441, 2, 1_000, 128, 2_831]) {
      const some = resampler.push([left.subarray(at, at + length), right.subarray(at, at + length)])
      for (const channel of [0, 1]) cut[channel]?.push((some[channel] ?? new Float32Array()).slice())
      at += length
    }
    expect(at).toBe(4_410)
    expect(cut.map(together)).toEqual(whole)
    expect(noiseUnder(whole[0] ?? left, 440)).toBeLessThan(-80)
    expect(noiseUnder(whole[1] ?? right, 3_000)).toBeLessThan(-80)
  })
})

/** A microphone whose samples all have one value, and that says so by a clock of its own. */
function frame(value: number, timestampMs: number, more: Partial<Frame> = {}): Frame & { isClosed(): boolean } {
  let isClosed = false
  return {
    numberOfFrames: 480,
    numberOfChannels: 1,
    sampleRate: 48_000,
    timestamp: timestampMs * 1_000,
    copyTo: (samples) => void samples.fill(value),
    close: () => void (isClosed = true),
    isClosed: () => isClosed,
    ...more,
  }
}

describe('blocks of a microphone', () => {
  test('are of every sample, and each frame is given back', () => {
    const heard: number[] = []
    const microphone = new MicrophoneFrames(
      1,
      ([samples]) => heard.push(...(samples ?? [])),
      () => 0,
    )
    const frames = Array.from({ length: 10 }, (_, at) => frame(at / 10, at * 10))
    for (const one of frames) microphone.push(one)
    expect(heard).toHaveLength(4_800)
    expect([...new Set(heard)]).toEqual(Array.from({ length: 10 }, (_, at) => Math.fround(at / 10)))
    expect(frames.every((one) => one.isClosed())).toBe(true)
  })

  test('one channel is both of a microphone; two are two', () => {
    const copyTo: Frame['copyTo'] = (samples, { planeIndex }) => void samples.fill(planeIndex === 0 ? 0.5 : -0.25)
    const two = { numberOfChannels: 2, numberOfFrames: blockFrames, copyTo }
    for (const [channels, given] of [
      [1, [0.125]],
      [2, [0.5, -0.25]],
    ] as const) {
      const heard: Float32Array[][] = []
      new MicrophoneFrames(
        channels,
        (block) => heard.push(block),
        () => 0,
      ).push(frame(0, 0, two))
      expect(heard.map((block) => block.map(([first]) => first))).toEqual([given])
    }
  })

  test('at another rate fill blocks of 48 kHz', () => {
    const heard: Float32Array[] = []
    const microphone = new MicrophoneFrames(
      1,
      ([samples]) => void (samples && heard.push(samples)),
      () => 0,
    )
    for (let at = 0; at < 100; at += 1) {
      const copyTo: Frame['copyTo'] = (samples) => samples.set(tone(1_000, 44_100, 441, at * 441))
      microphone.push(frame(0, at * 10, { sampleRate: 44_100, numberOfFrames: 441, copyTo }))
    }
    expect(heard).toHaveLength(49)
    expect(noiseUnder(together(heard), 1_000)).toBeLessThan(-80)
  })

  test('hold nothing that was heard before a press, not even what was long on its way', () => {
    let now = 0
    const heard: number[] = []
    const microphone = new MicrophoneFrames(
      1,
      ([samples]) => heard.push(...new Set(samples)),
      () => now,
    )
    const apart = 123_456 // its clock began at another time
    for (; now < 1_000; now += 10) microphone.push(frame(0.25, now + apart))
    // The machine is busy for two seconds; in the midst of them somebody presses.
    const waiting: [number, number][] = []
    for (; now < 3_000; now += 10) waiting.push([now < 2_000 ? 0.5 : 0.75, now + apart])
    heard.length = 0
    microphone.forget({ atMs: 2_000 })
    for (const [value, at] of waiting) microphone.push(frame(value, at))
    for (; now < 3_100; now += 10) microphone.push(frame(0.875, now + apart))
    expect([...new Set(heard)]).toEqual([0.75, 0.875])
    expect(heard.filter((value) => value === 0.75).length, 'what was heard after the press is not thrown away').toBe(49)
  })

  test('an open block, and what the other rate still holds, go at a press', () => {
    let now = 0
    const heard: number[] = []
    const microphone = new MicrophoneFrames(
      1,
      ([samples]) => heard.push(...(samples ?? [])),
      () => now,
    )
    const low = { sampleRate: 24_000, numberOfFrames: 240 }
    for (; now < 90; now += 10) microphone.push(frame(0.5, now, low))
    heard.length = 0
    microphone.forget({ atMs: now })
    for (now += 20; now < 400; now += 10) microphone.push(frame(0, now, low))
    expect(heard.length).toBeGreaterThan(0)
    expect(heard.every((sample) => sample === 0)).toBe(true)
  })
})

test('two clocks that drift apart for hours are no more than the least delay of the last minute apart', () => {
  for (const drift of [0.9998, 1.0002]) {
    const heardAt = new HeardAt()
    let most = 0
    for (let ms = 0; ms < 4 * 3_600_000; ms += 1_000) {
      const late = ms % 7_000 === 0 ? 2 : 400
      most = Math.max(most, Math.abs(heardAt.of(ms * drift, ms + late) - ms))
    }
    expect(most).toBeLessThan(20)
  }
})
