// Recording onto a disk that fills up, and for some minutes without a pause; `npm run torture` does it at forty sizes, and
// for eight hours.
import { expect, test } from 'vitest'
import { canFillDisk } from '../torture/full-disk.ts'
import { recordOnFullDisk } from '../torture/record-full-disk.ts'
import { recordLong } from '../torture/record-long.ts'

test.skipIf(!canFillDisk())('what came onto a disk that is full is kept, what did not is a gap', () => {
  expect(recordOnFullDisk([60, 300])).toEqual({ tried: 2, refused: 2, wrong: [] })
})

test('ten minutes of recording are whole, and memory does not grow with them', { timeout: 60_000 }, () => {
  const { isWhole, notices, gaps, grewRecording, grewFinishing } = recordLong(600)
  expect({ isWhole, notices, gaps }).toEqual({ isWhole: true, notices: true, gaps: 0 })
  expect(grewRecording).toBeLessThan(50 * 1024 * 1024)
  expect(grewFinishing).toBeLessThan(50 * 1024 * 1024)
})
