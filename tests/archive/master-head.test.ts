// The head of a master: what another reader makes of it, under four gigabytes and over.
import { describe, expect, test } from 'vitest'
import { masterHead } from '../../electron/archive/features/recording/master-head.ts'
import { readWav, wavData } from '../../electron/archive/importers/sound/wav.ts'

const day = 24 * 60 * 60
const shape = { codec: 'pcm', sampleRate: 48_000, channels: 2 } as const

/** A file of silence behind a head, as long as it says. */
function fileOf(head: Buffer, bytes: number) {
  const size = head.length + bytes
  return {
    size,
    read(start: number, end: number) {
      const piece = Buffer.alloc(Math.max(0, Math.min(end, size) - start))
      head.copy(piece, 0, Math.min(start, head.length), Math.min(end, head.length))
      return Promise.resolve(piece)
    },
  }
}

describe.each([1, 3_600, 6 * 3_600, day])('%i seconds', (seconds) => {
  test('are read as long as they are', async () => {
    const bytes = seconds * 48_000 * 2 * 2
    const head = masterHead(shape, bytes)
    expect(head.subarray(0, 4).toString()).toBe(bytes > 0xffff_ffff ? 'RF64' : 'RIFF')
    const file = fileOf(head, bytes)
    expect(await wavData(file)).toEqual({ start: head.length, end: file.size, isCut: false })
    const { durationMs, channels, sampleRate } = await readWav(file)
    expect({ durationMs, channels, sampleRate }).toEqual({
      durationMs: seconds * 1_000,
      channels: 2,
      sampleRate: 48_000,
    })
  })
})
