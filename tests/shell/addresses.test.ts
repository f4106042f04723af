// Hundreds of addresses against the scheme: only what is listed is served, and nothing else is ever asked of the archive.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAddress } from '../../electron/main/addresses.ts'
import { heldPolicy, mediaPolicy, pagePolicy } from '../../shared/contract/page-policies.ts'
import { MediaRefused } from '../../electron/main/media-reader.ts'
import type { MediaReader } from '../../electron/main/media-reader.ts'
import { listPages } from '../../electron/main/pages.ts'
import { answerRequest } from '../../electron/main/schemes.ts'

const secret = 'canary-outside-the-pages'
let root: string
let pages: ReadonlyMap<string, string>
const asked: string[] = []

const media: MediaReader = {
  find(kind, id, path) {
    asked.push(JSON.stringify([kind, id, path]))
    return Promise.reject(new MediaRefused('notFound'))
  },
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'firsthand-addresses-'))
  mkdirSync(join(root, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(root, 'renderer', 'index.html'), '<!doctype html>door')
  writeFileSync(join(root, 'renderer', 'assets', 'index-Ab_1.js'), 'export {}')
  writeFileSync(join(root, 'renderer', '.hidden'), secret)
  writeFileSync(join(root, 'secret.txt'), secret)
  mkdirSync(join(root, 'archive.db'))
  writeFileSync(join(root, 'archive.db', 'secret.txt'), secret)
  symlinkSync(join(root, 'secret.txt'), join(root, 'renderer', 'link.txt'))
  pages = listPages(join(root, 'renderer'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const dots = [
  '..',
  '%2e%2e',
  '%2E.',
  '.%2e',
  '..%2f',
  '..%5c',
  '%2e%2e%2f',
  '%252e%252e',
  '..;',
  '...',
  '. .',
  '..%00',
  '%c0%ae%c0%ae',
  '%uff0e%uff0e',
  '．．',
  '..\\',
  '‥',
  '..%20',
  '..%09',
  '%2e%2e%5c',
]
const targets = ['secret.txt', 'archive.db/secret.txt', 'etc/passwd']
const oddIds = [
  '',
  '.',
  '..',
  '%2e',
  'a%2fb',
  'a%5cb',
  'a\\b',
  'a b',
  'a%20b',
  'a%00',
  'a\0',
  'a;b',
  'a:b',
  'a|b',
  'a*',
  'a?',
  '~',
  'é',
  '%F0%9F%92%A9',
  '🙂',
  'a'.repeat(65),
  'a'.repeat(5_000),
  'con.txt',
  'a.b',
  '-%2d',
  '%',
  '%4',
  '%zz',
  "a'b",
  'a"b',
  '<b>',
  'a&b=c',
  'a,b',
  '$(x)',
  '`x`',
  '\u202Ea',
  'ａ',
]
const heldNames = [
  '..',
  '.',
  '',
  '.hidden',
  '%2e%2e',
  '%2E%2E',
  'a%2fb',
  'a%5cb',
  'a\\b',
  'a%00b',
  'a%0ab',
  'c:',
  'c%3a',
  'a.',
  'a%20',
  'a%2e',
  '%ff',
  '%',
  '%2',
  '%c0%af',
  '%u002f',
  '%E2%80%AEa',
  '%EF%BB%BFa',
  '%F3%A0%80%81',
  'a\u0000',
  `${'a'.repeat(256)}`,
]
const hosts = [
  '',
  'other',
  'FIRSTHAND',
  'firsthand.',
  'firsthand:80',
  'user@firsthand',
  'firsthand@other',
  'firsthand%00',
  'firsthand.example.org',
  '127.0.0.1',
  '[::1]',
  'firsthand%2fmedia',
  'firsthand\\x',
  ' firsthand',
  'firsthand\t',
  'fırsthand',
  'xn--firsthand',
  'firsthand%2e',
]
const schemes = [
  'http:',
  'https:',
  'file:',
  'media:',
  'App:',
  'app:x',
  'app:/',
  'javascript:',
  'data:',
  'blob:app:',
  'about:',
  'ws:',
  'ftp:',
  'app+x:',
  'filesystem:app:',
]

const escapes: string[] = [
  ...dots.flatMap((up) => targets.flatMap((target) => [`/${up}/${target}`, `/assets/${up}/${up}/${target}`])),
  ...['media', 'rendition', 'offrecord', 'held'].flatMap((kind) =>
    oddIds.map((id) => `/${kind}/${id}${kind === 'held' ? '/index.html' : ''}`),
  ),
  ...heldNames.flatMap((name) => [`/held/abc/${name}`, `/held/abc/sub/${name}/x`]),
  '//etc/passwd',
  '///secret.txt',
  '/./secret.txt',
  '/assets//index-Ab_1.js',
  '/index.html/',
  '/index.html/..',
  '/.hidden',
  '/link.txt',
  '/assets',
  '/assets/',
  '/INDEX.HTML',
  '/index.html%00.js',
  '/index%2ehtml',
  '/%69ndex.html',
  '/media',
  '/media/',
  '/media/a/b',
  '/rendition/a/',
  '/held',
  '/held/abc',
  '/held/abc/',
  '/MEDIA/abc',
  '/media%2fabc',
  '/med%69a/abc',
  '/constructor',
  '/__proto__',
  '/assets/toString',
  '/C:/secret.txt',
]
  .map((path) => `app://firsthand${path}`)
  .concat(hosts.flatMap((host) => [`app://${host}/index.html`, `app://${host}/media/abc`]))
  .concat(schemes.flatMap((scheme) => [`${scheme}//firsthand/index.html`, `${scheme}//firsthand/held/abc/index.html`]))

/** As Chromium's handler hands it in: only what a Request is made of. */
const request = (url: string, init: RequestInit = {}): Request =>
  ({ url, method: init.method ?? 'GET', headers: new Headers(init.headers) }) as Request

const asNotCanonical = (url: string): boolean => {
  // An id that holds `?` or `#` is a shorter id with a query: these are legitimate readings.
  const cut = url.replace(/[?#].*$/s, '')
  return cut !== url
}

describe('addresses', () => {
  test(`there are at least 300`, () => expect(new Set(escapes).size).toBeGreaterThanOrEqual(300))

  test('none escapes: an empty refusal, and the archive is never asked', async () => {
    const served: string[] = []
    for (const url of escapes.filter((each) => !asNotCanonical(each))) {
      asked.length = 0
      const answer = await answerRequest(request(url), pages, () => media)
      const body = await answer.text()
      if (answer.status !== 404 || body !== '' || asked.length > 0)
        served.push(`${url} -> ${answer.status} ${asked.join(' ')}`)
    }
    expect(served).toEqual([])
  })

  test('none escapes after the address parser has resolved what it resolves', async () => {
    const served: string[] = []
    for (const raw of escapes) {
      const url = URL.canParse(raw) ? new URL(raw).href : raw
      asked.length = 0
      const answer = await answerRequest(request(url), pages, () => media)
      const body = await answer.text()
      const plain = asked.every(
        (each) =>
          /^\["(media|rendition|offRecord)","[\w-]{1,64}",""\]$|^\["held","[\w-]{1,64}","[^"\\]+"\]$/.test(each) &&
          !/\.\.|\/\/|\/"/.test(each),
      )
      if (body.includes(secret) || !plain || (answer.status === 200 && readAddress(url).kind !== 'page'))
        served.push(url)
      if (answer.status === 200 && !['<!doctype html>door', 'export {}'].includes(body)) served.push(url)
    }
    expect(served).toEqual([])
  })

  test('the control: what is meant to be served is served, and asked for', async () => {
    for (const [url, type] of [
      ['app://firsthand/', 'text/html; charset=utf-8'],
      ['app://firsthand', 'text/html; charset=utf-8'],
      ['app://firsthand/index.html?x=1#y', 'text/html; charset=utf-8'],
      ['app://firsthand/assets/index-Ab_1.js', 'text/javascript; charset=utf-8'],
    ] as const) {
      const answer = await answerRequest(request(url), pages, () => media)
      expect(answer.status, url).toBe(200)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-security-policy')).toBe(pagePolicy)
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('permissions-policy')).toBe(
        'microphone=(self), camera=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), bluetooth=()',
      )
    }
    asked.length = 0
    for (const path of [
      'media/aB_-9',
      'rendition/x1',
      'offrecord/x2',
      'held/x/index.html',
      'held/x/a%20b/%C3%B1.vtt',
      'held/x/证词.html',
    ]) {
      await answerRequest(request(`app://firsthand/${path}`), pages, () => media)
    }
    expect(asked.map((each) => JSON.parse(each) as unknown)).toEqual([
      ['media', 'aB_-9', ''],
      ['rendition', 'x1', ''],
      ['offRecord', 'x2', ''],
      ['held', 'x', 'index.html'],
      ['held', 'x', 'a b/ñ.vtt'],
      ['held', 'x', '证词.html'],
    ])
  })

  test('HEAD gives no body; other methods are refused', async () => {
    const head = await answerRequest(request('app://firsthand/', { method: 'HEAD' }), pages, () => media)
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '19'])
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'get']) {
      expect((await answerRequest(request('app://firsthand/', { method }), pages, () => media)).status, method).toBe(
        405,
      )
    }
  })
})

test('the policies are exactly these', () => {
  expect(pagePolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; " +
      "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'none'; " +
      "base-uri 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'",
  )
  expect(heldPolicy).toBe(
    "default-src 'none'; style-src 'self'; media-src 'self'; img-src 'self'; font-src 'self'; " +
      "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  )
  expect(mediaPolicy).toBe("default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox")
})
