// Words that are taken out are looked up in the sound; where that is not sure, the whole passage falls silent.
import { describe, expect, it } from 'vitest'
import { timesInSound } from '../../renderer/features/marks/times-in-sound.ts'

const passage = {
  text: 'Rosa drove us, Rosa.',
  startMs: 1_000,
  endMs: 4_000,
  wordTimes: [
    { start: 0, end: 4, startMs: 1_000, endMs: 1_400 },
    { start: 5, end: 10, startMs: 1_400, endMs: 2_000 },
    { start: 15, end: 19, startMs: 3_200, endMs: 3_900 },
  ],
}

describe('where words are in the sound', () => {
  it('is the time of the words when each is known', () => {
    expect(timesInSound(passage, 0, 4)).toEqual({ startMs: 1_000, endMs: 1_400, exact: true })
    expect(timesInSound(passage, 2, 10)).toEqual({ startMs: 1_000, endMs: 2_000, exact: true })
    expect(timesInSound(passage, 13, 20)).toEqual({ startMs: 3_200, endMs: 3_900, exact: true })
  })

  it('is the whole passage when one word among them is not', () => {
    expect(timesInSound(passage, 5, 13)).toEqual({ startMs: 1_000, endMs: 4_000, exact: false })
    expect(timesInSound({ ...passage, wordTimes: [] }, 0, 4)).toEqual({ startMs: 1_000, endMs: 4_000, exact: false })
  })

  it('is that of the words alone, not of those that touch them', () => {
    const wordTimes = [0, 1, 2].map((at) => ({ start: at, end: at + 1, startMs: at * 500, endMs: at * 500 + 500 }))
    expect(timesInSound({ text: '在家里', startMs: 0, endMs: 2_000, wordTimes }, 1, 2)).toEqual({
      startMs: 500,
      endMs: 1_000,
      exact: true,
    })
  })

  it('is not known where there is no sound', () => {
    expect(timesInSound({ text: 'Rosa', startMs: null, endMs: null, wordTimes: [] }, 0, 4)).toEqual({
      startMs: null,
      endMs: null,
      exact: false,
    })
  })
})
