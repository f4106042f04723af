// SubRip and SBV in the shapes they are found in.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSubRip } from '../../electron/archive/importers/subrip.ts'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'

const real = join(import.meta.dirname, '../../../shared/data/captions/real')
const passages = (text: string): unknown[] =>
  readSubRip(text, 'a.srt').turns.flatMap((turn) =>
    turn.passages.map(({ startMs, endMs, text: words }) => [startMs, endMs, words]),
  )

describe('SubRip', () => {
  test.each([
    [
      'plain',
      '1\n00:00:01,000 --> 00:00:02,500\nWe sang.\n\n2\n00:00:03,000 --> 00:00:04,000\nAll of us,\nall day.\n',
      [
        [1000, 2500, 'We sang.'],
        [3000, 4000, 'All of us, all day.'],
      ],
    ],
    ['a mark and CRLF', '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500\r\nWe sang.\r\n', [[1000, 2500, 'We sang.']]],
    [
      'dots and no numbers',
      '00:00:01.000 --> 00:00:02.500\nWe sang.\n\n00:00:03.000 --> 00:00:04.000\nAll.\n',
      [
        [1000, 2500, 'We sang.'],
        [3000, 4000, 'All.'],
      ],
    ],
    ['no hours, short fractions', '1\n00:01,5 -> 00:02\nWe sang.\n', [[1500, 2000, 'We sang.']]],
    [
      'blank lines within the words',
      '1\n00:00:01,000 --> 00:00:02,000\nWe\n\nsang.\n\n2\n00:00:03,000 --> 00:00:04,000\nAll.\n',
      [
        [1000, 2000, 'We sang.'],
        [3000, 4000, 'All.'],
      ],
    ],
    [
      'no blank line between',
      '1\n00:00:01,000 --> 00:00:02,000\nWe sang.\n2\n00:00:03,000 --> 00:00:04,000\nAll.\n',
      [
        [1000, 2000, 'We sang.'],
        [3000, 4000, 'All.'],
      ],
    ],
    [
      'a year is no number of a caption',
      '00:00:01,000 --> 00:00:02,000\nThat was\n1975\n00:00:03,000 --> 00:00:04,000\nAll.\n',
      [
        [1000, 2000, 'That was 1975'],
        [3000, 4000, 'All.'],
      ],
    ],
    [
      'tags',
      '1\n00:00:01,000 --> 00:00:02,000 X1:1 X2:2\n{\\an8}<i>We</i> <font color="#fff">sang</font> &amp; 1 < 2.\n',
      [[1000, 2000, 'We sang & 1 < 2.']],
    ],
    [
      'no length, an end before its start',
      '1\n00:00:01,000 --> 00:00:01,000\nWe\n\n2\n00:00:03,000 --> 00:00:02,000\nsang.\n',
      [
        [1000, 1000, 'We'],
        [3000, null, 'sang.'],
      ],
    ],
    [
      'overlapping',
      '1\n00:00:01,000 --> 00:00:05,000\nWe\n\n2\n00:00:03,000 --> 00:00:06,000\nsang.\n',
      [
        [1000, 5000, 'We'],
        [3000, 6000, 'sang.'],
      ],
    ],
    ['below zero', '1\n-00:00:01,000 --> 00:00:01,000\nWe sang.\n', [[null, 1000, 'We sang.']]],
    [
      'SBV',
      '0:00:00.378,0:00:11.378\nWe\nsang.\n\n0:00:12.000,0:00:13.000\nAll.\n',
      [
        [378, 11_378, 'We sang.'],
        [12_000, 13_000, 'All.'],
      ],
    ],
  ])('%s', (_name, text, wanted) => expect(passages(text)).toEqual(wanted))

  test('what is left out or skipped is told', () => {
    expect(
      [
        ...readSubRip('1\n00:00:01,000 --> 00:00:02,000\n<i>We</i>\n\n2\n00:00:03,000 --> 00:00:04,000\n\n', 'a.srt')
          .notices,
      ].sort(),
    ).toEqual(['cuesSkipped', 'tagsLeftOut'])
  })
  test('no times at all', () => expect(() => readSubRip('We sang.\n\nAll of us.\n', 'a.srt')).toThrow('captionsBroken'))
  test('times and no words', () =>
    expect(() => readSubRip('1\n00:00:01,000 --> 00:00:02,000\n\n', 'a.srt')).toThrow('nothingInside'))
})

test('the invented ones', () => {
  const read = (name: string): unknown =>
    readTranscript(name, readFileSync(join(import.meta.dirname, '../fixtures/transcripts', name)))
  expect(read('market.srt')).toMatchObject({
    turns: [{ passages: [{ text: '¿Cómo empezó?' }, { text: 'Con mi madre, vendiendo ciruelas.' }] }],
  })
  expect(read('laundry.vtt')).toMatchObject({
    language: 'en',
    speakers: [
      { name: 'Interviewer', role: 'interviewer' },
      { name: 'Rosa', role: 'narrator' },
    ],
  })
})

test.runIf(existsSync(real))('the real ones', () => {
  const read = (name: string): ReturnType<typeof readTranscript> => readTranscript(name, readFileSync(join(real, name)))
  expect(read('sample.sbv').turns[0]?.passages.map(({ text }) => text)[2]).toBe(
    'Caption text #3 (line 1) Caption text #3 (line 2)',
  )
  expect(read('missing_caption_text.sbv').notices).toContain('cuesSkipped')
  expect(() => read('empty.vtt')).toThrow('fileEmpty')
  expect(read('metadata_headers.vtt')).toMatchObject({
    language: 'en',
    turns: [{ passages: [{ startMs: 500 }, { startMs: 7000 }] }],
  })
})

test.runIf(!existsSync(real))('real captions are skipped: ../shared/data/captions is not here', () => undefined)
