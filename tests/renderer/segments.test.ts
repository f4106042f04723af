// Cutting a passage at its marks loses no letter, keeps the order, and says of every letter which marks it bears.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentsOf } from '../../renderer/features/marks/segments.ts'

const passage = fc.string({ unit: 'grapheme', maxLength: 60 })
const ranges = fc.array(
  fc.record({
    layer: fc.constantFrom('label' as const, 'takenOut' as const),
    start: fc.integer({ min: -5, max: 80 }),
    end: fc.integer({ min: -5, max: 80 }),
    mark: fc.nat(9),
  }),
  { maxLength: 12 },
)

describe('segments', () => {
  it('joined are the text, in order, none empty', () => {
    fc.assert(
      fc.property(passage, ranges, (text, marked) => {
        const segments = segmentsOf(text, marked)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        let at = 0
        for (const segment of segments) {
          expect(segment.start).toBe(at)
          expect(segment.end).toBeGreaterThan(segment.start)
          at = segment.end
        }
        expect(at).toBe(text.length)
      }),
    )
  })

  it('bear exactly the marks that lie on them', () => {
    fc.assert(
      fc.property(passage, ranges, (text, marked) => {
        for (const segment of segmentsOf(text, marked)) {
          for (let at = segment.start; at < segment.end; at += 1) {
            const here = marked.filter(({ start, end }) => start <= at && at < end).map(({ mark }) => mark)
            expect(segment.marks.map(({ mark }) => mark).sort()).toEqual(here.sort())
          }
        }
      }),
    )
  })

  it('give marks that overlap lanes of their own, and begin and end each once', () => {
    fc.assert(
      fc.property(passage, ranges, (text, marked) => {
        const segments = segmentsOf(text, marked)
        for (const { marks } of segments) {
          expect(new Set(marks.map(({ layer, lane }) => `${layer} ${lane}`)).size).toBe(marks.length)
        }
        const real = marked.filter(({ start, end }) => Math.max(0, start) < Math.min(end, text.length))
        const all = segments.flatMap(({ marks }) => marks)
        expect(all.filter(({ begins }) => begins).length).toBe(real.length)
        expect(all.filter(({ ends }) => ends).length).toBe(real.length)
      }),
    )
  })

  it('stack no higher than they must', () => {
    const lanes = segmentsOf('one two three', [
      { start: 0, end: 3, layer: 'label', mark: 'a' },
      { start: 2, end: 7, layer: 'label', mark: 'b' },
      { start: 0, end: 13, layer: 'takenOut', mark: 'd' },
      { start: 4, end: 13, layer: 'label', mark: 'c' },
    ]).flatMap(({ marks }) => marks.filter(({ begins }) => begins).map(({ mark, lane }) => [mark, lane]))
    expect(lanes).toEqual([
      ['d', 0],
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ])
  })
})
