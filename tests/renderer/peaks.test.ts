// Waveforms: the loudest of every stretch, whatever pieces it came in and however long it is; small, and read back as kept.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PeakColumns } from '../../renderer/app/sound/peak-columns.ts'
import { PeakLevels } from '../../renderer/app/sound/peak-levels.ts'
import { columnOf, loudnessOf, mostColumns, peaksAsBytes, peaksFrom } from '../../shared/domain/sound/peaks.ts'

describe('columns', () => {
  it('are the loudest of each 20 ms; what never came is silence', () => {
    const columns = new PeakColumns(100)
    columns.push(0, Float32Array.of(0.1, -0.5))
    columns.push(6, Float32Array.of(1))
    const { columnMs, columns: kept } = columns.peaks()
    expect(columnMs).toBe(20)
    expect([...kept]).toEqual([columnOf(0.5), 0, 0, 255])
  })

  it('come to the same in any pieces, at rates that no column fits', () => {
    const samples = fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 900 })
    const sizes = fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(samples, sizes, fc.constantFrom(8_000, 11_025, 22_050, 44_100), (source, pieces, rate) => {
        const whole = new PeakColumns(rate)
        whole.push(0, Float32Array.from(source))
        const parted = new PeakColumns(rate)
        for (let at = 0, turn = 0; at < source.length; turn += 1) {
          const size = pieces[turn % pieces.length] ?? 1
          parted.push(at, Float32Array.from(source.slice(at, at + size)))
          at += size
        }
        expect(parted.peaks()).toEqual(whole.peaks())
      }),
      { numRuns: 200 },
    )
  })

  it('cover more where a recording is longer than they reach, and lose nothing loud', () => {
    const columns = new PeakColumns(100, 8)
    for (let second = 0; second < 3; second += 1) columns.push(second * 100, new Float32Array(100).fill(0.01))
    columns.push(150, Float32Array.of(-0.9))
    const { columnMs, columns: kept } = columns.peaks()
    expect(columnMs).toBe(640)
    expect(kept.length).toBe(5)
    expect([...kept].map((column) => column === columnOf(0.9))).toEqual([false, false, true, false, false])
  })

  it('of three hours are small', () => {
    const columns = new PeakColumns(50)
    for (let minute = 0; minute < 180; minute += 1) columns.push(minute * 3_000, new Float32Array(3_000).fill(0.5))
    const bytes = peaksAsBytes(columns.peaks())
    expect(bytes.length).toBe(8 + 540_000)
    expect(540_000).toBeLessThan(mostColumns)
  })
})

it('what is kept is read back; anything else is no waveform', () => {
  const peaks = { columnMs: 20, columns: Uint8Array.of(1, 2, 255) }
  expect(peaksFrom(peaksAsBytes(peaks))).toEqual(peaks)
  for (const wrong of [[], [1, 2, 3], [1, 0, 0, 0, 32, 78, 0, 0], [2, 0, 0, 0, 0, 0, 0, 0]])
    expect(peaksFrom(Uint8Array.from(wrong))).toBeNull()
  expect(loudnessOf(columnOf(0.01))).toBeCloseTo(0.01, 2)
  expect([columnOf(-1), columnOf(0), columnOf(7)]).toEqual([0, 0, 255])
})

it('from far away the loudest moment still shows, and nothing is louder than it is', () => {
  const columns = new Uint8Array(100_000).fill(20)
  columns[77_777] = 240
  const levels = new PeakLevels({ columnMs: 20, columns })
  expect(levels.durationMs).toBe(2_000_000)
  expect(levels.loudest).toBe(loudnessOf(240))
  expect(levels.between(0, 2_000_000)).toBe(loudnessOf(240))
  expect(levels.between(1_500_000, 1_540_000)).toBe(loudnessOf(20))
  expect(levels.between(1_555_540, 1_555_560)).toBe(loudnessOf(240))
  expect(levels.between(1_550_000, 1_560_000)).toBe(loudnessOf(240))
  expect(levels.between(3_000_000, 3_000_100)).toBe(0)
})
