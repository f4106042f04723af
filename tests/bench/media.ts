// How long it takes to read 64 KiB from anywhere in an encrypted hour of sound, against the plain file.
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createMediaKey, MediaWriter, openMedia } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'

export interface MediaFigure {
  readonly name: 'media.seek.p95'
  readonly ours: number
  readonly peer: number
  /** How many times faster than the peer. */
  readonly ratio: number
  readonly unit: 'µs'
}

const hour = 44 + 3600 * 48_000 * 2
const piece = 64 * 1024
const rounds = 2000

/** An hour of noise as a 16-bit 48 kHz mono WAV, kept once plain and once encrypted, read at the same places in turn. */
export async function benchMedia(): Promise<MediaFigure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  try {
    const { recipient, identity } = await createMediaKey()
    const plain = path.join(folder, 'plain.wav')
    const handle = await open(plain, 'wx+')
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    for (let at = 0; at < hour; at += 2 ** 20) {
      const noise = systemRandom(Math.min(2 ** 20, hour - at))
      await handle.write(noise)
      await writer.append(noise)
    }
    await handle.sync()
    const { name, header } = await writer.finish()
    const reader = await openMedia(folder, name, header, identity)
    const ours: number[] = []
    const peer: number[] = []
    for (let round = -200; round < rounds; round += 1) {
      const start = Math.floor(Math.random() * (hour - piece))
      const readOurs = (): Promise<Buffer> => reader.read(start, start + piece)
      const readPeer = async (): Promise<Buffer> => {
        const { buffer } = await handle.read(Buffer.allocUnsafeSlow(piece), 0, piece, start)
        return buffer
      }
      // In turn, and neither always on the other's warm caches.
      const pair =
        round % 2 === 0
          ? ([
              [readOurs, ours],
              [readPeer, peer],
            ] as const)
          : ([
              [readPeer, peer],
              [readOurs, ours],
            ] as const)
      for (const [read, times] of pair) {
        const started = performance.now()
        const bytes = await read()
        if (round >= 0) times.push((performance.now() - started) * 1000)
        if (bytes.length !== piece) throw new Error('read short')
      }
    }
    await reader.close()
    await handle.close()
    const [oursP95, peerP95] = [p95(ours), p95(peer)]
    return [{ name: 'media.seek.p95', ours: oursP95, peer: peerP95, ratio: peerP95 / oursP95, unit: 'µs' }]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}
