// Media from the archive process to the page, over a real message port: ranges, pieces on demand, refusals.
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { serveMedia } from '../../electron/archive/serve-media.ts'
import { answerMedia } from '../../electron/main/answer-media.ts'
import { createMediaReader } from '../../electron/main/media-reader.ts'
import type { MediaReader } from '../../electron/main/media-reader.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { FailureCode } from '../../shared/contract/failure.ts'
import { workerPortChannel } from '../../shared/rpc/message-port.ts'

const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251)
const pieceSize = 64
let pieces = 0
let left = 0
let damagedAt = Infinity
let ports: MessageChannel
let reader: MediaReader

async function* read(start: number, end: number): AsyncGenerator<Uint8Array> {
  try {
    for (let at = start; at < end; at += pieceSize) {
      if (at >= damagedAt) throw new Failure('mediaDamaged')
      pieces += 1
      yield bytes.slice(at, Math.min(end, at + pieceSize))
    }
  } finally {
    left += 1
  }
}

beforeEach(() => {
  pieces = 0
  left = 0
  damagedAt = Infinity
  ports = new MessageChannel()
  serveMedia(workerPortChannel(ports.port1), {
    find(_kind, id) {
      if (id === 'empty') return Promise.resolve({ size: 0, type: 'audio/wav', read })
      if (id === 'sound') return Promise.resolve({ size: bytes.length, type: 'audio/wav', read })
      return Promise.reject(id === 'odd' ? new Error('text of a story') : new Failure(id as FailureCode))
    },
  })
  reader = createMediaReader(workerPortChannel(ports.port2))
})
afterEach(() => ports.port1.close())

function ask(id: string, range?: string, method = 'GET', kind: 'media' | 'held' = 'media'): Promise<Response> {
  const headers = range === undefined ? {} : { range }
  return answerMedia(
    reader,
    { kind, id, path: kind === 'held' ? 'index.html' : '' },
    new Request('http://x/', { method, headers }),
  )
}

describe('ranges, as RFC 9110 has them', () => {
  test.each([
    [undefined, 200, 0, 1_000],
    ['bytes=0-0', 206, 0, 1],
    ['bytes=0-', 206, 0, 1_000],
    ['bytes=100-199', 206, 100, 200],
    ['bytes=999-999', 206, 999, 1_000],
    ['bytes=900-5000', 206, 900, 1_000],
    ['bytes=-1', 206, 999, 1_000],
    ['bytes=-5000', 206, 0, 1_000],
    ['BYTES=5-6', 206, 5, 7],
    ['bytes=6-5', 200, 0, 1_000],
    ['bytes=-', 200, 0, 1_000],
    ['bytes=0-1,4-5', 200, 0, 1_000],
    ['bytes=a-b', 200, 0, 1_000],
    ['items=0-1', 200, 0, 1_000],
    ['bytes=0x1-2', 200, 0, 1_000],
    ['bytes=+1-2', 200, 0, 1_000],
    [`bytes=0-${'9'.repeat(400)}`, 200, 0, 1_000],
  ])('%s', async (range, status, start, end) => {
    const answer = await ask('sound', range)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-range')).toBe(status === 206 ? `bytes ${start}-${end - 1}/1000` : null)
    expect(answer.headers.get('content-length')).toBe(String(end - start))
    expect(answer.headers.get('accept-ranges')).toBe('bytes')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes.slice(start, end))
  })

  test.each(['bytes=1000-', 'bytes=1000-1001', 'bytes=-0'])('%s is outside', async (range) => {
    const answer = await ask('sound', range)
    expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([416, 'bytes */1000', ''])
  })

  test('of nothing', async () => {
    expect((await ask('empty')).status).toBe(200)
    expect((await ask('empty', 'bytes=0-')).status).toBe(416)
  })
})

describe('answers', () => {
  test('are never kept', async () => {
    const answer = await ask('sound', 'bytes=0-9')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-type')).toBe('audio/wav')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['locked', 401],
    ['notFound', 404],
    ['mediaMissing', 404],
    ['badInput', 404],
    ['mediaDamaged', 500],
    ['odd', 500],
  ])('%s is %i, and tells nothing more', async (id, status) => {
    const answer = await ask(id)
    expect([answer.status, await answer.text()]).toEqual([status, ''])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(JSON.stringify([...answer.headers])).not.toContain('story')
  })

  test('a held page runs no script', async () => {
    const { headers } = await ask('sound', undefined, 'GET', 'held')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'/)
    expect(headers.get('permissions-policy')).toMatch(/^microphone=\(\), camera=\(\), /)
  })

  test('HEAD reads nothing', async () => {
    const answer = await ask('sound', undefined, 'HEAD')
    expect([answer.status, answer.headers.get('content-length'), await answer.text(), pieces]).toEqual([
      200,
      '1000',
      '',
      0,
    ])
  })
})

describe('pieces', () => {
  test('come only when asked for, and reading ends when the page lets go', async () => {
    const answer = await ask('sound')
    expect(pieces).toBe(0)
    const body = answer.body!.getReader()
    await body.read()
    await body.read()
    expect(pieces).toBe(2)
    await body.cancel()
    await expect.poll(() => left).toBe(1)
    expect(pieces).toBe(2)
  })

  test('stop at damage, and nothing of it is given out', async () => {
    damagedAt = 128
    const body = (await ask('sound')).body!.getReader()
    await body.read()
    await body.read()
    await expect(body.read()).rejects.toThrow('mediaDamaged')
  })

  test('end when the archive process is gone, now and ever after', async () => {
    const body = (await ask('sound')).body!.getReader()
    await body.read()
    ports.port1.close()
    await expect(body.read()).rejects.toThrow('disconnected')
    expect((await ask('sound')).status).toBe(503)
    await expect.poll(() => left).toBe(1)
  })

  test('of many readings at once are not mixed up', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => ask('sound', `bytes=${index * 10}-${index * 10 + 199}`)),
    )
    const bodies = await Promise.all(answers.map((answer) => answer.arrayBuffer()))
    for (const [index, body] of bodies.entries()) {
      expect(new Uint8Array(body)).toEqual(bytes.slice(index * 10, index * 10 + 200))
    }
  })
})
