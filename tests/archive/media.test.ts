import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  createMediaKey,
  MediaWriter,
  openDamagedMedia,
  openMedia,
  sweepMedia,
} from '../../electron/archive/files/media.ts'
import type { StoredMedia } from '../../electron/archive/files/media.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

const chunk = 64 * 1024
const sealed = chunk + 16

async function keep(data: Buffer, steps: readonly number[] = [data.length]) {
  const folder = temporaryFolder()
  const { recipient, identity } = await createMediaKey()
  const writer = await MediaWriter.begin(folder, recipient, systemRandom)
  let at = 0
  for (const step of steps) {
    await writer.append(data.subarray(at, at + step))
    at += step
  }
  const stored = await writer.finish()
  return { folder, identity, recipient, stored, file: path.join(folder, 'media', stored.name) }
}

async function readAll(folder: string, stored: StoredMedia, identity: string): Promise<Buffer> {
  const reader = await openMedia(folder, stored.name, stored.header, identity)
  try {
    const parts: Uint8Array[] = []
    for await (const part of reader.stream(0, reader.size)) parts.push(part)
    return Buffer.concat(parts)
  } finally {
    await reader.close()
  }
}

describe('a kept recording', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 17 * chunk, 40 * chunk + 7])(
    'of %d bytes comes back',
    async (size) => {
      const data = systemRandom(size)
      const { folder, identity, stored, file } = await keep(data)
      expect(stored.size).toBe(size)
      expect(stored.sha256).toBe(createHash('sha256').update(data).digest('hex'))
      expect(readFileSync(file).length).toBe(16 + size + 16 * Math.max(1, Math.ceil(size / chunk)))
      expect(readdirSync(path.join(folder, 'media'))).toEqual([stored.name])
      expect((await readAll(folder, stored, identity)).equals(data)).toBe(true)
    },
  )

  test('is the same however it was cut into pieces', async () => {
    const data = systemRandom(3 * chunk + 100)
    const { folder, identity, stored } = await keep(data, [0, 1, chunk - 1, 5, chunk, 2 * chunk])
    expect((await readAll(folder, stored, identity)).equals(data)).toBe(true)
  })

  test('is read from any place to any place, by many at once', async () => {
    const data = systemRandom(5 * chunk + 1234)
    const { folder, identity, stored } = await keep(data)
    const reader = await openMedia(folder, stored.name, stored.header, identity)
    const edges = [0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 5 * chunk, data.length - 1, data.length]
    const ranges = edges.flatMap((start) => edges.map((end) => [start, end] as const))
    await Promise.all(
      ranges.map(async ([start, end]) => {
        expect((await reader.read(start, end)).equals(data.subarray(start, Math.max(start, end)))).toBe(true)
        const parts: Uint8Array[] = []
        for await (const part of reader.stream(start, end)) parts.push(part)
        expect(Buffer.concat(parts).equals(data.subarray(start, Math.max(start, end)))).toBe(true)
      }),
    )
    expect(await reader.read(-5, 3)).toEqual(data.subarray(0, 3))
    expect(await reader.read(data.length - 3, Infinity)).toEqual(data.subarray(-3))
    await reader.close()
    await reader.close()
    expect(await codeOf(reader.read(0, 1))).toBe('locked')
  })

  test('holds none of its words, and neither does its unfinished file', async () => {
    const folder = temporaryFolder()
    const { recipient } = await createMediaKey()
    const canary = 'the canary sings at noon '
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    await writer.append(Buffer.from(canary.repeat(20_000)))
    const bytesOf = () =>
      readdirSync(path.join(folder, 'media')).map((name) => readFileSync(path.join(folder, 'media', name)))
    expect(bytesOf().some((bytes) => bytes.length > 400_000)).toBe(true)
    expect(bytesOf().some((bytes) => bytes.includes('canary'))).toBe(false)
    await writer.finish()
    expect(bytesOf().some((bytes) => bytes.includes('canary'))).toBe(false)
    writeFileSync(path.join(folder, 'media', 'control'), canary)
    expect(bytesOf().some((bytes) => bytes.includes('canary'))).toBe(true)
  })

  test('opens with its own identity only', async () => {
    const { folder, stored, identity } = await keep(Buffer.from('hers'))
    const other = await createMediaKey()
    expect(await codeOf(openMedia(folder, stored.name, stored.header, other.identity))).toBe('mediaDamaged')
    expect(await codeOf(openMedia(folder, stored.name, stored.header.subarray(0, -1), identity))).toBe('mediaDamaged')
    rmSync(path.join(folder, 'media', stored.name))
    expect(await codeOf(openMedia(folder, stored.name, stored.header, identity))).toBe('mediaMissing')
  })

  test.skipIf(spawnSync('age', ['--version']).status !== 0)(
    'is opened by the age program, header and payload put together',
    async () => {
      for (const size of [0, 5, 2 * chunk, 3 * chunk + 9]) {
        const data = systemRandom(size)
        const { folder, identity, stored, file } = await keep(data)
        writeFileSync(path.join(folder, 'whole.age'), Buffer.concat([stored.header, readFileSync(file)]))
        writeFileSync(path.join(folder, 'identity'), `${identity}\n`)
        const opened = execFileSync(
          'age',
          ['-d', '-i', path.join(folder, 'identity'), path.join(folder, 'whole.age')],
          { maxBuffer: 2 ** 24 },
        )
        expect(opened.equals(data)).toBe(true)
      }
    },
  )
})

describe('a damaged recording', () => {
  test('a flipped bit in each chunk is noticed, and the others are still readable', async () => {
    const data = systemRandom(4 * chunk + 500)
    const { folder, identity, stored, file } = await keep(data)
    const good = readFileSync(file)
    for (let damaged = 0; damaged < 5; damaged += 1) {
      for (const within of [0, 300, 499, 500, 515]) {
        const bytes = Buffer.from(good)
        const at = 16 + damaged * sealed + within
        bytes[at] = (bytes[at] ?? 0) ^ 1
        writeFileSync(file, bytes)
        const strict = await codeOf(
          openMedia(folder, stored.name, stored.header, identity).then((reader) => reader.close()),
        )
        expect(strict).toBe(damaged === 4 ? 'mediaDamaged' : 'none')
        const reader = await openDamagedMedia(folder, stored.name, stored.header, identity)
        for (let index = 0; index < 5; index += 1) {
          const range = [index * chunk, Math.min((index + 1) * chunk, data.length)] as const
          if (index === damaged) expect(await codeOf(reader.read(...range))).toBe('mediaDamaged')
          else expect((await reader.read(...range)).equals(data.subarray(...range))).toBe(true)
        }
        expect(await codeOf(reader.read(0, data.length))).toBe('mediaDamaged')
        await reader.close()
      }
    }
  })

  test('cut short anywhere is noticed at opening; what came before a cut between chunks is readable', async () => {
    const data = systemRandom(3 * chunk)
    const { folder, identity, stored, file } = await keep(data)
    const whole = readFileSync(file)
    const cuts = [
      0,
      8,
      15,
      16,
      17,
      31,
      32,
      16 + sealed - 1,
      16 + sealed,
      16 + sealed + 1,
      16 + sealed + 16,
      16 + 2 * sealed,
      whole.length - 1,
    ]
    for (const cut of cuts) {
      writeFileSync(file, whole.subarray(0, cut))
      expect([cut, await codeOf(openMedia(folder, stored.name, stored.header, identity))]).toEqual([
        cut,
        'mediaDamaged',
      ])
    }
    for (const saved of [Buffer.concat([whole, Buffer.alloc(40)]), whole.subarray(0, 16 + sealed)]) {
      writeFileSync(file, saved)
      const reader = await openDamagedMedia(folder, stored.name, stored.header, identity)
      const length = Math.min(data.length, Math.floor(saved.length / sealed) * chunk)
      expect((await reader.read(0, length)).equals(data.subarray(0, length))).toBe(true)
      await reader.close()
    }
  })

  test('a range is let out only when the whole of its chunks is authentic', async () => {
    const data = systemRandom(3 * chunk + 77)
    const { folder, identity, stored, file } = await keep(data)
    const good = readFileSync(file)
    for (const [start, end, touched] of [
      [10, 20, 0],
      [chunk + 60_000, chunk + 60_100, 1],
      [chunk - 5, chunk + 5, 0],
      [chunk - 5, chunk + 5, 1],
      [2 * chunk + 63, 2 * chunk + 65, 2],
    ] as const) {
      for (const within of [0, 30_000, chunk - 1, chunk, sealed - 1]) {
        const bytes = Buffer.from(good)
        const at = 16 + touched * sealed + within
        bytes[at] = (bytes[at] ?? 0) ^ 0x80
        writeFileSync(file, bytes)
        const reader = await openMedia(folder, stored.name, stored.header, identity)
        expect(await codeOf(reader.read(start, end))).toBe('mediaDamaged')
        await reader.close()
      }
      writeFileSync(file, good)
      const reader = await openMedia(folder, stored.name, stored.header, identity)
      expect((await reader.read(start, end)).equals(data.subarray(start, end))).toBe(true)
      expect((await reader.read(3 * chunk + 3, data.length - 1)).equals(data.subarray(3 * chunk + 3, -1))).toBe(true)
      await reader.close()
    }
  })

  test('chunks swapped, repeated or appended are noticed', async () => {
    const data = systemRandom(4 * chunk)
    const { folder, identity, stored, file } = await keep(data)
    const whole = readFileSync(file)
    const part = (at: number) => whole.subarray(16 + at * sealed, 16 + (at + 1) * sealed)
    const nonce = whole.subarray(0, 16)
    const readWhole = async (): Promise<void> => {
      const reader = await openMedia(folder, stored.name, stored.header, identity)
      try {
        await reader.read(0, reader.size)
      } finally {
        await reader.close()
      }
    }
    const opens = () => codeOf(readWhole())
    const arrangements = [
      [0, 1, 2, 3],
      [1, 0, 2, 3],
      [0, 1, 1, 3],
      [0, 1, 2, 3, 3],
      [0, 1, 2, 3, 0],
      [3],
      [0, 3],
      [0, 1, 2],
    ]
    const seen: string[] = []
    for (const order of arrangements) {
      writeFileSync(file, Buffer.concat([nonce, ...order.map(part)]))
      seen.push(await opens())
    }
    expect(seen).toEqual(['none', ...Array.from({ length: 7 }, () => 'mediaDamaged')])
  })
})

describe('what a crash leaves', () => {
  test('unfinished and unknown files go, known and foreign ones stay', async () => {
    const { folder, recipient, stored, identity } = await keep(Buffer.from('kept'))
    const unfinished = await MediaWriter.begin(folder, recipient, systemRandom)
    await unfinished.append(Buffer.from('lost'))
    const unknown = await MediaWriter.begin(folder, recipient, systemRandom)
    await unknown.finish()
    writeFileSync(path.join(folder, 'media', 'notes.txt'), '')
    expect(await sweepMedia(folder, new Set([stored.name]))).toBe(2)
    expect(readdirSync(path.join(folder, 'media')).toSorted()).toEqual([stored.name, 'notes.txt'].toSorted())
    expect((await readAll(folder, stored, identity)).toString()).toBe('kept')
    await unfinished.discard()
    expect(await sweepMedia(temporaryFolder(), new Set())).toBe(0)
  })

  test('pieces that were not waited for are kept in their order', async () => {
    const folder = temporaryFolder()
    const { recipient, identity } = await createMediaKey()
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    const data = systemRandom(5 * chunk)
    const pieces = Array.from({ length: 50 }, (_, at) =>
      data.subarray((at * data.length) / 50, ((at + 1) * data.length) / 50),
    )
    const appended = Promise.all(pieces.map((piece) => writer.append(piece)))
    const stored = await writer.finish()
    await appended
    expect((await readAll(folder, stored, identity)).equals(data)).toBe(true)
  })

  test.skipIf(process.platform !== 'linux')(
    'a place that fills up keeps nothing, and says so at every further call',
    () => {
      const folder = temporaryFolder()
      const media = new URL('../../electron/archive/files/media.ts', import.meta.url).href
      const script = `
      const { createMediaKey, MediaWriter } = await import(${JSON.stringify(media)})
      const { recipient } = await createMediaKey()
      const writer = await MediaWriter.begin(${JSON.stringify(folder)}, recipient, (length) => Buffer.alloc(length, 1))
      const codes = []
      for (let at = 0; at < 8; at += 1) codes.push(await writer.append(Buffer.alloc(65536)).then(() => 'kept', (error) => error.code))
      codes.push(await writer.finish().then(() => 'kept', (error) => error.code))
      await writer.discard()
      console.log(JSON.stringify(codes))`
      // A limit on the size of files (256 KiB) stands in for a full disk: the system refuses the write in the middle.
      const limited = `trap '' XFSZ; ulimit -f 256; exec "$0" --input-type=module -e "$1"`
      const output = execFileSync('bash', ['-c', limited, process.execPath, script], { encoding: 'utf8' })
      expect(JSON.parse(output)).toEqual([
        'kept',
        'kept',
        'kept',
        'kept',
        'diskFull',
        'diskFull',
        'diskFull',
        'diskFull',
        'diskFull',
      ])
      expect(readdirSync(path.join(folder, 'media'))).toEqual([])
    },
  )

  test('a discarded one leaves nothing', async () => {
    const folder = temporaryFolder()
    const { recipient } = await createMediaKey()
    const writer = await MediaWriter.begin(folder, recipient, systemRandom)
    await writer.append(systemRandom(100_000))
    await writer.discard()
    expect(readdirSync(path.join(folder, 'media'))).toEqual([])
  })

  test('a place that takes nothing says so', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const { recipient } = await createMediaKey()
    expect(await codeOf(MediaWriter.begin(file, recipient, systemRandom))).toBe('folderMissing')
  })
})
