// Media of the browser host: parts as they are asked for, no faster than they are taken, and no script of an export.
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { describe, expect, test } from 'vitest'
import { sound, longSize, host, seen, cookie, ask, until, comeIn } from './host-world.ts'

describe('media', () => {
  const asked: ReadonlyArray<[range: string, status: number, start: number, end: number]> = [
    ['bytes=0-0', 206, 0, 1],
    ['bytes=0-', 206, 0, 1000],
    ['bytes=100-199', 206, 100, 200],
    ['bytes=990-2000', 206, 990, 1000],
    ['bytes=-1', 206, 999, 1000],
    ['bytes=-5000', 206, 0, 1000],
    ['bytes=999-999', 206, 999, 1000],
    ['BYTES=1-2', 206, 1, 3],
    ['bytes=1000-', 416, 0, 0],
    ['bytes=-0', 416, 0, 0],
    ['bytes=99999999999999999-', 200, 0, 1000],
    ['bytes=5-2', 200, 0, 1000],
    ['bytes=0-1,5-6', 200, 0, 1000],
    ['bytes=a-b', 200, 0, 1000],
    ['bytes=-', 200, 0, 1000],
    ['items=0-1', 200, 0, 1000],
  ]
  test.each(asked)('%s', async (range, status, start, end) => {
    await comeIn()
    const answer = await ask('/media/sound', { Cookie: cookie, Range: range })
    expect(answer.status).toBe(status)
    if (status === 416) return expect(answer.headers['content-range']).toBe('bytes */1000')
    expect(answer.headers['content-range']).toBe(status === 206 ? `bytes ${start}-${end - 1}/1000` : undefined)
    expect(answer.headers['content-length']).toBe(String(end - start))
    expect(answer.headers['accept-ranges']).toBe('bytes')
    expect(Buffer.compare(answer.body, sound.subarray(start, end))).toBe(0)
  })

  test('If-Range gives the whole, HEAD the size, nothing the nothing', async () => {
    await comeIn()
    expect((await ask('/media/sound', { Cookie: cookie, Range: 'bytes=0-1', 'If-Range': '"x"' })).status).toBe(200)
    // A paper or a picture that is opened by itself does nothing.
    const { headers } = await ask('/media/sound', { Cookie: cookie })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; .*; sandbox$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    const head = await ask('/rendition/sound', { Cookie: cookie, Range: 'bytes=0-1' }, 'HEAD')
    expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, '1000', 0])
    expect((await ask('/media/empty', { Cookie: cookie })).body.length).toBe(0)
    expect((await ask('/media/empty', { Cookie: cookie, Range: 'bytes=0-' })).status).toBe(416)
  })

  test('failures have their status and no text of ours', async () => {
    await comeIn()
    const statuses = { locked: 401, missing: 404, unknown: 404, damaged: 500, odd: 500 }
    for (const [id, status] of Object.entries(statuses)) {
      const answer = await ask(`/media/${id}`, { Cookie: cookie })
      expect([id, answer.status]).toEqual([id, status])
      expect(answer.body.toString()).not.toMatch(/secret|Failure|mediaDamaged/)
    }
    await expect(ask('/media/damaged-later', { Cookie: cookie })).rejects.toThrow()
  })

  test('a held export runs no script', async () => {
    await comeIn()
    const answer = await ask('/held/one/pages/a%20b.html', { Cookie: cookie })
    expect(seen.found).toEqual(['held one pages/a b.html'])
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; media-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
    )
    expect(answer.headers['permissions-policy']).toMatch(/^microphone=\(\), camera=\(\), /)
    expect(answer.headers['x-frame-options']).toBeUndefined()
  })

  test('reading goes no faster than it is taken, and stops when the asker leaves', async () => {
    await comeIn()
    const asking = httpRequest({
      host: '127.0.0.1',
      port: host.port,
      path: '/media/long',
      headers: { Host: `127.0.0.1:${host.port}`, Cookie: cookie },
      agent: false,
    })
    asking.on('error', () => {})
    asking.end()
    const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream & { destroy(): void }]
    response.pause()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(seen.longBytes).toBeGreaterThan(0)
    expect(seen.longBytes).toBeLessThan(longSize / 4)
    expect(seen.longLeft).toBe(false)
    response.destroy()
    await until(() => seen.longLeft)
    expect(seen.longBytes).toBeLessThan(longSize / 4)
  })
})
