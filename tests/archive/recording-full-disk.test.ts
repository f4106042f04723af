// Recording onto a disk that fills up, and without a pause; `npm run torture` does it at forty sizes, and for eight hours:
// that memory does not grow with it shows only there.
import { expect, test } from 'vitest'
import { canFillDisk } from '../torture/full-disk.ts'
import { recordOnFullDisk } from '../torture/record-full-disk.ts'
import { recordLong } from '../torture/record-long.ts'

test.skipIf(!canFillDisk())('what came onto a disk that is full is kept, what did not is a gap', () => {
  expect(recordOnFullDisk([60, 300])).toEqual({ tried: 2, refused: 2, wrong: [] })
})

test('two minutes of recording without a pause are whole', { timeout: 60_000 }, () => {
  const { isWhole, notices, gaps } = recordLong(120)
  expect({ isWhole, notices, gaps }).toEqual({ isWhole: true, notices: true, gaps: 0 })
})
