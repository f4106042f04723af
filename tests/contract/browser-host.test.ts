// The browser host lets in one browser, once, from one address, and gives away nothing else.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { ArchiveProcess } from '../../electron/archive/open-process.ts'
import { startHost, type Host } from '../../electron/browser/host.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { Channel } from '../../shared/rpc/channel.ts'

const sound = new Uint8Array(1000).map((_value, place) => place % 256)
const longSize = 512 * 1024 * 1024

interface Seen {
  readonly attached: Channel[]
  readonly found: string[]
  locked: number
  longBytes: number
  longLeft: boolean
}

function fakeArchive(seen: Seen): ArchiveProcess {
  return {
    attach(channel) {
      seen.attached.push(channel)
      channel.onMessage((message) => channel.send(message))
    },
    media: {
      async find(kind, id, path) {
        seen.found.push([kind, id, path].join(' '))
        if (id === 'locked') throw new Failure('locked')
        if (id === 'missing') throw new Failure('mediaMissing')
        if (id === 'unknown') throw new Failure('notFound')
        if (id === 'odd') throw new Error('a secret sentence')
        if (id === 'empty') return { size: 0, type: 'audio/wav', async *read() {} }
        if (id === 'long') return { size: longSize, type: 'audio/wav', read: readLong }
        return {
          size: sound.length,
          type: kind === 'held' ? 'text/html; charset=utf-8' : 'audio/wav',
          async *read(start, end) {
            if (id === 'damaged' && start < 500) throw new Failure('mediaDamaged')
            for (let place = start; place < end; place += 64) {
              if (id === 'damaged-later' && place >= 500) throw new Failure('mediaDamaged')
              yield sound.subarray(place, Math.min(place + 64, end))
            }
          },
        }
      },
    },
    watchRecording: () => {},
    lock: async () => {
      seen.locked += 1
    },
    close: async () => {},
  }
  async function* readLong(start: number, end: number): AsyncIterable<Uint8Array> {
    try {
      const piece = new Uint8Array(65_536)
      for (let place = start; place < end; place += piece.length) {
        seen.longBytes += piece.length
        yield piece
      }
    } finally {
      seen.longLeft = true
    }
  }
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

let folder: string
let host: Host
let seen: Seen
let cookie: string

/** Asks with exactly these headers and this path, as no browser would. Rejects when the answer breaks off. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({
      host: '127.0.0.1',
      port: host.port,
      path,
      method,
      headers: { Host: `127.0.0.1:${host.port}`, ...headers },
      agent: false,
    })
    asked.on('error', reject)
    asked.on('response', (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      )
    })
    asked.end()
  })
}

/** Sends bytes as they are and gives the first line of what comes back. */
async function askRaw(text: string): Promise<string> {
  const socket = connectTcp(host.port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  socket.write(text)
  let answer = ''
  socket.on('data', (piece) => {
    answer += piece.toString('latin1')
    if (answer.includes('\r\n')) socket.destroy()
  })
  await once(socket, 'close')
  return answer.split('\r\n', 1)[0] ?? ''
}

function openSocket(headers: Record<string, string> = {}, path = '/rpc'): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${host.port}${path}`, {
    headers: { Origin: `http://127.0.0.1:${host.port}`, Cookie: cookie, ...headers },
  })
}

/** `open`, the status of the refusal, or the code with which it was closed at once. */
function outcome(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
    socket.on('error', () => resolve('error'))
    socket.on('close', (code) => resolve(`closed ${code}`))
    socket.on('message', () => resolve('open'))
    socket.on('open', () => socket.send(Buffer.from([1])))
  })
}

const until = async (holds: () => boolean): Promise<void> => {
  const last = Date.now() + 4000
  while (!holds()) {
    if (Date.now() > last) throw new Error('it never came to be')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firsthand-host-'))
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Firsthand</title>')
  writeFileSync(join(renderer, 'assets', 'index-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'SECRET')
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
  seen = { attached: [], found: [], locked: 0, longBytes: 0, longLeft: false }
  host = await startHost({ archive: fakeArchive(seen), rendererFolder: renderer, lingerMs: 100 })
  cookie = ''
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

async function comeIn(): Promise<Answer> {
  const answer = await ask(new URL(host.address).pathname + new URL(host.address).search)
  cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
  return answer
}

describe('the door', () => {
  test('the token is exchanged once, for a cookie that no script and no other site can use', async () => {
    const first = await comeIn()
    expect([first.status, first.headers.location]).toEqual([303, '/'])
    expect(first.headers['set-cookie']).toHaveLength(1)
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^firsthand-${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`),
    )
    expect(new URL(host.address).searchParams.get('token')).toMatch(/^[\w-]{43}$/)
    const again = await ask(new URL(host.address).search.replace(/^/, '/'))
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined])
    expect((await ask('/', { Cookie: cookie })).body.toString()).toContain('<title>Firsthand</title>')
  })

  test('a wrong token gives nothing and does not spend the right one; neither does looking', async () => {
    for (const wrong of ['', 'x', '%00', 'A'.repeat(43), 'A'.repeat(5000)])
      expect((await ask(`/?token=${wrong}`)).status).toBe(403)
    expect((await ask(`/${new URL(host.address).search}`, {}, 'HEAD')).status).toBe(403)
    expect((await comeIn()).status).toBe(303)
  })

  test('nothing is given without the cookie', async () => {
    for (const path of ['/', '/index.html', '/assets/index-abc123.js', '/media/a', '/nothing']) {
      expect((await ask(path)).status).toBe(403)
    }
    await comeIn()
    const name = `firsthand-${host.port}`
    for (const wrong of [
      '',
      'x',
      `${name}=`,
      `${name}=${'A'.repeat(43)}`,
      `${cookie}; ${cookie}`,
      cookie.slice(0, -1),
    ]) {
      expect((await ask('/', { Cookie: wrong })).status).toBe(403)
    }
    expect((await ask('/', { Cookie: `other=1; ${cookie}` })).status).toBe(200)
    expect(seen.found).toEqual([])
  })
})

describe('where a request comes from', () => {
  test.each([
    'localhost:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'evil.example:PORT',
    '127.0.0.1:PORT.evil.example',
    '[::1]:PORT',
    '127.1:PORT',
  ])('Host %s is refused', async (given) => {
    const Host = given.replace('PORT', String(host.port))
    expect((await ask(`/${new URL(host.address).search}`, { Host })).status).toBe(403)
    await comeIn()
    expect((await ask('/', { Host, Cookie: cookie })).status).toBe(403)
    expect(await outcome(openSocket({ Host }))).toBe('403')
  })

  test('two Host headers, none, or a whole address as target are refused', async () => {
    await comeIn()
    const right = `Host: 127.0.0.1:${host.port}\r\n`
    expect(await askRaw(`GET / HTTP/1.1\r\n${right}Host: evil.example\r\nCookie: ${cookie}\r\n\r\n`)).not.toMatch(
      / 200 /,
    )
    expect(await askRaw(`GET / HTTP/1.1\r\nHost: \r\nCookie: ${cookie}\r\n\r\n`)).not.toMatch(/ 200 /)
    expect(await askRaw(`GET / HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`)).not.toMatch(/ 200 /)
    expect(
      await askRaw(`GET http://127.0.0.1:${host.port}/ HTTP/1.1\r\n${right}Cookie: ${cookie}\r\n\r\n`),
    ).not.toMatch(/ 200 /)
    expect(await askRaw(`GET / HTTP/1.1\r\n${right}Cookie: ${cookie}\r\n\r\n`)).toMatch(/ 200 /)
  })

  test.each([
    'http://evil.example',
    'null',
    'http://localhost:PORT',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1',
    'http://127.0.0.1:PORT/',
  ])('Origin %s is refused', async (given) => {
    await comeIn()
    const Origin = given.replace('PORT', String(host.port))
    expect((await ask('/', { Origin, Cookie: cookie })).status).toBe(403)
    expect(await outcome(openSocket({ Origin }))).toBe('403')
    expect((await ask('/', { Origin: `http://127.0.0.1:${host.port}`, Cookie: cookie })).status).toBe(200)
  })

  test('a page of another port on this machine is refused, though it is the same site', async () => {
    await comeIn()
    for (const site of ['same-site', 'cross-site', 'x']) {
      expect((await ask('/media/a', { 'Sec-Fetch-Site': site, Cookie: cookie })).status).toBe(403)
    }
    expect((await ask('/media/a', { 'Sec-Fetch-Site': 'same-origin', Cookie: cookie })).status).toBe(200)
    expect(seen.found).toEqual(['media a '])
  })

  test('there is one listener, on 127.0.0.1 alone', async () => {
    const listeners = (): number => process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length
    await host.close()
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = listeners()
    host = await startHost({ archive: fakeArchive(seen), rendererFolder: join(folder, 'renderer'), lingerMs: 100 })
    expect(listeners() - before).toBe(1)
    expect(host.server.address()).toMatchObject({ address: '127.0.0.1', family: 'IPv4', port: host.port })
    const others = [
      '::1',
      ...Object.values(networkInterfaces()).flatMap((list) =>
        (list ?? []).filter((one) => !one.internal).map((one) => one.address),
      ),
    ]
    for (const address of others) {
      const socket = connectTcp(host.port, address)
      const reached = await Promise.race([
        once(socket, 'connect').then(() => true),
        once(socket, 'close').then(() => false),
      ]).catch(() => false)
      socket.destroy()
      expect(reached).toBe(false)
    }
  })

  test('only reading is allowed', async () => {
    await comeIn()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE']) {
      expect((await ask('/', { Cookie: cookie }, method)).status).toBe(405)
    }
    const head = await ask('/', { Cookie: cookie }, 'HEAD')
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true])
  })
})

describe('pages', () => {
  test('carry every header, also when refused', async () => {
    const refused = await ask('/')
    await comeIn()
    for (const answer of [refused, await ask('/', { Cookie: cookie }), await ask('/nothing', { Cookie: cookie })]) {
      expect(answer.headers).toMatchObject({
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
        'permissions-policy':
          'microphone=(self), camera=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=()',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
    const script = await ask('/assets/index-abc123.js?x=1', { Cookie: cookie })
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  test('no path leads out', async () => {
    await comeIn()
    const paths = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '/..%5csecret.txt',
      '/%252e%252e%252fsecret.txt',
      '/....//secret.txt',
      '/index.html%00.txt',
      '/%00',
      '//etc/passwd',
      '/etc/passwd',
      `/${folder}/secret.txt`,
      '/link.txt',
      '/assets',
      '/assets/',
      '/.',
      '/..',
      '/%',
      '/%ff',
      '/__proto__',
      '/constructor',
      '/file:///etc/passwd',
    ]
    for (const path of paths) {
      const answer = await ask(path, { Cookie: cookie })
      expect([path, answer.status]).toEqual([path, 404])
      expect(answer.body.toString()).not.toContain('SECRET')
    }
    const climbing = [
      '..',
      '../x',
      'a/../../x',
      '%2e%2e/x',
      'a/%2e%2e%2fx',
      'a%5c..',
      'a//b',
      './a',
      'a%00',
      'C:/x',
      'a/',
      '%',
      'x'.repeat(1025),
      '%e0%a4%a',
    ]
    for (const path of climbing)
      expect([path, (await ask(`/held/one/${path}`, { Cookie: cookie })).status]).toEqual([path, 404])
    for (const id of ['', '..', 'a.b', 'a%2fb', 'x'.repeat(65)])
      expect((await ask(`/media/${id}`, { Cookie: cookie })).status).toBe(404)
    expect(seen.found).toEqual([])
  })

  test('too long a head is cut off', async () => {
    expect(
      await askRaw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`),
    ).not.toMatch(/ 200 /)
  })
})

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

describe('the window', () => {
  test('needs the cookie, the origin and the right path', async () => {
    expect(await outcome(openSocket())).toBe('403')
    await comeIn()
    expect(await outcome(openSocket({ Cookie: 'x=y' }))).toBe('403')
    expect(await outcome(openSocket({}, '/other'))).toBe('404')
    const bare = new WebSocket(`ws://127.0.0.1:${host.port}/rpc`, { headers: { Cookie: cookie } })
    expect(await outcome(bare)).toBe('403')
    expect(await outcome(openSocket({ 'Sec-Fetch-Site': 'same-site' }))).toBe('403')
    expect(seen.attached).toHaveLength(0)
    const socket = openSocket()
    expect(await outcome(socket)).toBe('open')
    expect(seen.attached).toHaveLength(1)
    socket.terminate()
  })

  test('is one: a second is told so, and the first goes on', async () => {
    await comeIn()
    const first = openSocket()
    expect(await outcome(first)).toBe('open')
    const [second, third] = [openSocket(), openSocket()]
    expect(await Promise.all([outcome(second), outcome(third)])).toEqual(['closed 4001', 'closed 4001'])
    expect(first.readyState).toBe(WebSocket.OPEN)
    expect(seen.attached).toHaveLength(1)
    first.terminate()
  })

  test('gets in again after a reload, however often and however late the old one goes', async () => {
    await comeIn()
    let old = openSocket()
    expect(await outcome(old)).toBe('open')
    for (const lateMs of [0, 0, 5, 100]) {
      const leaving = old
      if (lateMs === 0) leaving.close()
      else setTimeout(() => leaving.terminate(), lateMs)
      old = openSocket()
      expect(await outcome(old)).toBe('open')
    }
    old.terminate()
  })

  test('gets in when the old one is dead and does not say so', async () => {
    await comeIn()
    const dead = openSocket()
    expect(await outcome(dead)).toBe('open')
    ;(dead as unknown as { _socket: { pause(): void } })._socket.pause()
    const next = openSocket()
    expect(await outcome(next)).toBe('open')
    expect(seen.attached).toHaveLength(2)
    dead.terminate()
    next.terminate()
  })

  test('too large a message ends it', async () => {
    await comeIn()
    const socket = openSocket()
    expect(await outcome(socket)).toBe('open')
    const closed = once(socket, 'close')
    socket.send(Buffer.alloc(8 * 1024 * 1024 + 1))
    expect((await closed)[0]).toBe(1009)
  })

  test('when it has been gone for a while the archive locks, but not when it comes back', async () => {
    await comeIn()
    const first = openSocket()
    expect(await outcome(first)).toBe('open')
    first.close()
    const second = openSocket()
    expect(await outcome(second)).toBe('open')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(seen.locked).toBe(0)
    second.close()
    await until(() => seen.locked === 1)
  })
})
