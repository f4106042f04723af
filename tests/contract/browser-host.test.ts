// The browser host lets in one browser, once, from one address, and gives away nothing else.
import { once } from 'node:events'
import { connect as connectTcp } from 'node:net'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { folder, host, seen, cookie, ask, askRaw, openSocket, outcome, comeIn, listenAgain } from './host-world.ts'

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
    await listenAgain()
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
