// The samples of a clip: exactly as many as it lasts, the first at its start, whatever the pieces they came in.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClipSamples } from '../../renderer/app/sound/clip-samples.ts'
import { frameClock } from '../../renderer/app/sound/frame-clock.ts'
import { mixToOne } from '../../renderer/app/sound/mix-to-one.ts'
import { asSigned16 } from '../../renderer/app/sound/signed-samples.ts'
import { sampleCount } from '../../shared/domain/sound/sound-plan.ts'

/** Pushes `source` in pieces of the sizes given, from the clip's first frame on, and joins what comes out. */
function rendered(clip: ClipSamples, source: Float32Array, sizes: readonly number[]): Float32Array {
  const parts: Float32Array[] = []
  let frame = Math.min(clip.firstFrame, source.length)
  for (let turn = 0; frame < Math.min(clip.endFrame, source.length); turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    parts.push(clip.push(frame, source.subarray(frame, frame + size)))
    frame += size
  }
  parts.push(clip.finish())
  return Float32Array.from(parts.flatMap((part) => [...part]))
}

function tone(hertz: number, rate: number, seconds: number): Float32Array {
  return Float32Array.from(
    { length: Math.round(rate * seconds) },
    (_, index) => 0.5 * Math.sin((2 * Math.PI * hertz * index) / rate),
  )
}

describe('a clip', () => {
  it('has exactly the samples it lasts, in any pieces, even past the end of the recording', () => {
    const source = tone(200, 8_000, 1)
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1_500, noNaN: true }),
        fc.double({ min: 0, max: 1_500, noNaN: true }),
        fc.constantFrom(8_000, 11_025, 16_000, 4_000),
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
        (startMs, lasts, sampleRate, sizes) => {
          const clip = new ClipSamples({ startMs, endMs: startMs + lasts, sourceRate: 8_000, sampleRate })
          const made = rendered(clip, source, sizes)
          expect(made.length).toBe(sampleCount(startMs, startMs + lasts, sampleRate))
          const whole = rendered(
            new ClipSamples({ startMs, endMs: startMs + lasts, sourceRate: 8_000, sampleRate }),
            source,
            [8_000],
          )
          expect(made).toEqual(whole)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('at the same rate is the recording itself, from the frame at its start', () => {
    const source = Float32Array.from({ length: 4_000 }, (_, index) => (index - 2_000) / 32_768)
    const made = rendered(
      new ClipSamples({ startMs: 125, endMs: 250, sourceRate: 8_000, sampleRate: 8_000 }),
      source,
      [37],
    )
    expect(made).toEqual(source.slice(1_000, 2_000))
    const bytes = asSigned16(made)
    expect(new DataView(bytes.buffer).getInt16(0, true)).toBe(-1_000)
  })

  it('at another rate keeps the tone in its place', () => {
    const made = rendered(
      new ClipSamples({ startMs: 300, endMs: 500, sourceRate: 44_100, sampleRate: 16_000 }),
      tone(440, 44_100, 1),
      [1_024],
    )
    for (let index = 0; index < made.length; index += 1) {
      const ideal = 0.5 * Math.sin(2 * Math.PI * 440 * (0.3 + index / 16_000))
      expect(Math.abs((made[index] ?? 9) - ideal)).toBeLessThan(0.002)
    }
  })

  it('leaves out what the lower rate cannot carry, instead of folding it back', () => {
    const made = rendered(
      new ClipSamples({ startMs: 200, endMs: 800, sourceRate: 48_000, sampleRate: 16_000 }),
      tone(14_000, 48_000, 1),
      [4_800],
    )
    expect(Math.max(...made.map(Math.abs))).toBeLessThan(0.005)
  })

  it('hears a hole in the recording as silence, and what comes twice once', () => {
    const clip = new ClipSamples({ startMs: 0, endMs: 10, sourceRate: 1_000, sampleRate: 1_000 })
    const made = [
      ...clip.push(0, Float32Array.of(1, 1, 1)),
      ...clip.push(2, Float32Array.of(9, 0.5)),
      ...clip.push(6, Float32Array.of(0.25, 0.25)),
      ...clip.finish(),
    ]
    expect(made).toEqual([1, 1, 1, 0.5, 0, 0, 0.25, 0.25, 0, 0])
  })
})

describe('pieces of sound', () => {
  it('are mixed to the mean of their channels', () => {
    expect([...mixToOne(Float32Array.of(1, 0, 0.5, -0.5), 2)]).toEqual([0.5, 0])
    expect([...mixToOne(Float32Array.of(0.3, 0.6), 1)]).toEqual([...Float32Array.of(0.3, 0.6)])
  })

  it('are held at the edge when they are too loud', () => {
    const view = new DataView(asSigned16(Float32Array.of(2, -2, 0)).buffer)
    expect([view.getInt16(0, true), view.getInt16(2, true), view.getInt16(4, true)]).toEqual([32_767, -32_768, 0])
  })

  it('follow each other although their times are rounded, and keep a real hole', () => {
    const placeOf = frameClock(48_000)
    expect(placeOf(0.003, 960)).toBe(144)
    expect(placeOf(0.023, 960)).toBe(1_104)
    expect(placeOf(0.0431, 960)).toBe(2_064)
    expect(placeOf(1, 960)).toBe(48_000)
  })
})
