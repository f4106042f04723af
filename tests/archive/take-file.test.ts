// The file of a take as a crash or a disk may leave it: torn at any byte, altered anywhere, filled with zeros.
import { appendFileSync, existsSync, linkSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { destroyFile, overwrite } from '../../electron/archive/files/destroy-file.ts'
import { TakeFile } from '../../electron/archive/files/take-file.ts'
import { jsonPayload, makeTakeKey, soundPayload } from '../../electron/archive/files/take-record.ts'
import { readTaken } from '../../electron/archive/features/recording/taken.ts'
import { second } from '../support/recorder.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { ownMs } from '../support/own-time.ts'

const shape = { codec: 'pcm', sampleRate: 20, channels: 1 } as const
const keys = makeTakeKey()
let file: string
let ends: number[]

/** Six seconds, with a pause after the third. */
beforeEach(async () => {
  file = path.join(temporaryFolder(), 'a.take')
  const take = await TakeFile.create(file, keys.publicKey)
  ends = []
  for (let at = 0; at < 6; at += 1) {
    const base = { at: at * 1_000, position: at * 20, gaps: at > 3 ? 1 : 0 }
    if (at === 3) await take.append([{ ...base, type: 'gap', payload: jsonPayload({ kind: 'pause', lastedMs: 5 }) }])
    await take.append([{ ...base, type: 'sound', payload: soundPayload(20, second(at, 20)) }])
    ends.push(take.end)
  }
  await take.close()
})

async function read() {
  const sound: Buffer[] = []
  const taken = await readTaken(
    file,
    keys,
    shape,
    (bytes) => {
      sound.push(Buffer.from(bytes))
      return Promise.resolve()
    },
    null,
  )
  const whole = Buffer.concat(sound)
  const which = Array.from({ length: 6 }, (_, at) => at).filter((at) => whole.includes(Buffer.from(second(at, 20))))
  return { ...taken, which, length: whole.length }
}

test('whole, everything is read, and another key reads nothing', async () => {
  expect(await read()).toMatchObject({ which: [0, 1, 2, 3, 4, 5], frames: 120, gaps: [{ atMs: 3_000, kind: 'pause' }] })
  const other = await readTaken(file, makeTakeKey(), shape, null, null)
  expect(other.frames).toBe(0)
})

test('torn at every byte of the last record, what was before it is whole and goes on', async () => {
  const whole = readFileSync(file)
  const before = ends[4] ?? 0
  for (let length = before; length < whole.length; length += 1) {
    writeFileSync(file, whole.subarray(0, length))
    const taken = await read()
    expect(taken, `${length}`).toMatchObject({ which: [0, 1, 2, 3, 4], end: before, frames: 100 })
    expect(taken.gaps).toHaveLength(1)
  }
  const taken = await read()
  const again = await TakeFile.goOn(file, keys.publicKey, taken.end, taken.sequence)
  await again.append([
    { type: 'sound', gaps: 1, at: 9, position: taken.position, payload: soundPayload(20, second(5, 20)) },
  ])
  await again.close()
  expect(await read()).toMatchObject({ which: [0, 1, 2, 3, 4, 5], frames: 120 })
})

test('a tail of zeros, as after a power cut, is ignored', async () => {
  truncateSync(file, ends[4])
  appendFileSync(file, Buffer.alloc(5_000))
  expect(await read()).toMatchObject({ which: [0, 1, 2, 3, 4], end: ends[4] })
})

describe('damage in the middle', () => {
  test('one byte of each record: that second is a gap, with how long it was, and the others are whole', async () => {
    const whole = readFileSync(file)
    for (const [at, from] of [
      [0, 0],
      [1, ends[0] ?? 0],
      [2, ends[1] ?? 0],
      [4, ends[3] ?? 0],
    ] as const)
      for (const place of [0, 9, 11, 20, 70]) {
        const broken = Buffer.from(whole)
        broken[from + place] = (broken[from + place] ?? 0) ^ 255
        writeFileSync(file, broken)
        const { which, gaps, frames } = await read()
        expect(which, `${at} ${place}`).toEqual([0, 1, 2, 3, 4, 5].filter((one) => one !== at))
        expect(frames).toBe(100)
        expect(gaps).toContainEqual({ atMs: at * 1_000, kind: 'damaged', lastedMs: 1_000 })
      }
  })

  test('anything altered anywhere: nothing is invented, nothing comes twice, and it ends', async () => {
    const whole = readFileSync(file)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ at: fc.nat(whole.length - 1), length: fc.nat(400), byte: fc.nat(255) }), { maxLength: 4 }),
        async (changes) => {
          const broken = Buffer.from(whole)
          for (const { at, length, byte } of changes) broken.fill(byte, at, Math.min(at + length, broken.length))
          writeFileSync(file, broken)
          const { which, length, frames } = await read()
          expect(length).toBe(which.length * 40)
          expect(frames).toBe(which.length * 20)
        },
      ),
      { numRuns: 150 },
    )
  })
})

test('ten thousand heads of nothing in it are passed over, and it does not take for ever', async () => {
  const whole = readFileSync(file)
  const head = Buffer.concat([whole.subarray(0, 8), Buffer.alloc(4)])
  const middle = ends[2] ?? 0
  const heads = Buffer.concat(Array.from({ length: 10_000 }, () => head))
  writeFileSync(file, Buffer.concat([whole.subarray(0, middle), heads, whole.subarray(middle)]))
  const began = ownMs()
  expect(await read()).toMatchObject({ which: [0, 1, 2, 3, 4, 5], frames: 120 })
  // NOTE: where each of them has the file opened anew it is many times that.
  expect(ownMs() - began).toBeLessThan(3_000)
})

test('what is cut off is not in the file, and the numbers go on', async () => {
  const { end, sequence } = await read()
  const take = await TakeFile.goOn(file, keys.publicKey, end, sequence)
  await take.cut(ends[2] ?? 0)
  expect(readFileSync(file).length).toBe(ends[2])
  await take.append([{ type: 'sound', gaps: 0, at: 1, position: 60, payload: soundPayload(20, second(5, 20)) }])
  await take.close()
  expect(await read()).toMatchObject({ which: [0, 1, 2, 5], frames: 80, gaps: [] })
})

test('what is let go is written over first, and only that', async () => {
  const whole = readFileSync(file)
  const [, from = 0, , to = 0] = ends
  const handle = await open(file, 'r+')
  await overwrite(handle, from, to)
  await handle.close()
  const after = readFileSync(file)
  expect(after.subarray(0, from).equals(whole.subarray(0, from))).toBe(true)
  expect(after.subarray(to).equals(whole.subarray(to))).toBe(true)
  for (let at = from; at + 16 <= to; at += 16) expect(whole.includes(after.subarray(at, at + 16))).toBe(false)
  // Another name of the same bytes has none of them left.
  linkSync(file, `${file}.other`)
  await destroyFile(file)
  expect([existsSync(file), readFileSync(`${file}.other`).length]).toEqual([false, 0])
  await destroyFile(file)
})
