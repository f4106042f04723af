// Times that no story can have, and files that take long to read: what is kept can be read again, and soon.
import { expect, test } from 'vitest'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'
import { ownMs } from '../support/own-time.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a time after the first day is none, and is told', () => {
  const read = readTranscript(
    'a.vtt',
    bytes('WEBVTT\n\n00:00.000 --> 99:59:59.999\n<v Mina>We sang.\n\n30:00:00.000 --> 30:00:01.000\n<v Ana>Again?\n'),
  )
  const times = read.turns.flatMap(({ passages }) => passages.map(({ startMs, endMs }) => [startMs, endMs]))
  expect(times).toEqual([
    [0, null],
    [null, null],
  ])
  expect(read.notices).toContain('timesMissing')
})

test('more lines than any story has are refused, and many times in one caption are read soon', () => {
  const began = ownMs()
  expect(() => readTranscript('a.txt', bytes('a\n'.repeat(600_000)))).toThrow('fileTooLarge')
  const stamps = readTranscript(
    'a.vtt',
    bytes(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<00:01.000>a '.repeat(30_000)}\n`),
  )
  expect(stamps.turns[0]?.passages[0]?.wordTimes).toHaveLength(30_000)
  const lines = readTranscript('a.vtt', bytes(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'a\n'.repeat(20_000)}\n`))
  expect(lines.turns[0]?.passages.reduce((sum, { words }) => sum + words, 0)).toBe(20_000)
  expect(ownMs() - began).toBeLessThan(3_000)
})

test('a caption that is longer than any passage is refused', () => {
  const caption = `WEBVTT\n\n00:01.000 --> 00:02.000\n${'word '.repeat(50_000)}\n`
  expect(() => readTranscript('a.vtt', bytes(caption))).toThrow('fileTooLarge')
})
