// Requests of chance at the app's two ways in, its own scheme and its listener on this machine: ways that climb, names that
// somebody pointed here, methods, ranges, heads that are too long, sockets of other pages. Only what is right in every part
// is answered, and nothing that lies beside the pages ever is.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import path from 'node:path'
import { listPages } from '../../electron/main/pages.ts'
import { answerRequest } from '../../electron/main/schemes.ts'
import { MediaRefused } from '../../electron/main/media-reader.ts'
import { bringIn, makeArchive } from '../support/archive.ts'
import { diceFrom, type Dice } from '../support/dice.ts'
import { startListeningHost } from '../support/listening-host.ts'
import { toneWav } from '../support/tone.ts'
import type { Begin } from './hostile-child.ts'

const secret = 'canary-beside-the-pages'

const parts = [
  '..',
  '.',
  '...',
  '%2e%2e',
  '%2E%2e',
  '.%2e',
  '%252e%252e',
  '..%2f',
  '..%5c',
  '..\\',
  '%c0%ae%c0%ae',
  '%00',
  '%0d%0aX:%20y',
  '．．',
  '%ff',
  '%',
  '~',
  'assets',
  'index.html',
  'index-Ab_1.js',
  'secret.txt',
  'link.txt',
  'media',
  'held',
  'rendition',
  'offrecord',
  'rpc',
  'recorder',
  'etc',
  'passwd',
  'C:',
  '__proto__',
  'constructor',
  'toString',
  '',
  ' ',
  ';',
  '*',
  'INDEX.HTML',
  '0123456789abcdefghjkmnpqrs',
  'a'.repeat(2_000),
]

const right = ['/', '/index.html', '/assets/index-Ab_1.js']

/** One thing is wrong about most, so that each part is tried by itself; about some everything is. */
interface Asked {
  readonly method: string
  readonly way: string
  readonly heads: readonly (readonly [string, string])[]
  readonly isSocket: boolean
  readonly mayBeAnswered: boolean
}

function choose<T>(dice: Dice, list: readonly T[]): T {
  return list[dice(list.length)] as T
}

function wayOf(dice: Dice): string {
  const some = Array.from({ length: 1 + dice(5) }, () => choose(dice, parts))
  const way = `/${some.join(choose(dice, ['/', '/', '/', '\\', '//', '%2f', '?', '#', '/./']))}`
  return dice(8) === 0
    ? `${choose(dice, ['http://127.0.0.1', 'http://evil.example', '//evil.example', '*', 'x:', ' '])}${way}`
    : way
}

function askedOf(dice: Dice, port: number, cookie: string, media: string): Asked {
  const wrong = dice(12)
  const isSocket = dice(4) === 0
  const host = `127.0.0.1:${port}`
  const good = isSocket
    ? choose(dice, ['/rpc', '/recorder'])
    : choose(dice, [...right, '/index.html?x=1', `/media/${media}`])
  const way = wrong === 0 || wrong === 9 ? wayOf(dice) : good
  const method =
    wrong === 1
      ? choose(dice, ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'CONNECT', 'PROPFIND', 'get', 'GET /x'])
      : isSocket
        ? 'GET'
        : choose(dice, ['GET', 'GET', 'HEAD'])
  const hosts = [
    'localhost',
    `localhost:${port}`,
    '127.0.0.1',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `[::1]:${port}`,
    `0x7f.1:${port}`,
    `2130706433:${port}`,
    `127.0.0.1:${port}.evil.example`,
    `evil.example@127.0.0.1:${port}`,
    `127.0.0.1:${port}, evil.example`,
    '',
  ]
  const origins = [
    'http://evil.example',
    'null',
    `https://${host}`,
    `http://localhost:${port}`,
    `http://${host}/`,
    `http://${host}.evil.example`,
    'file://',
    'app://firsthand',
    `http://${host} http://evil.example`,
    '',
  ]
  const heads: (readonly [string, string])[] = [['Host', wrong === 2 || wrong === 9 ? choose(dice, hosts) : host]]
  if (wrong === 3)
    heads.push(
      choose(dice, [
        ['Host', 'evil.example'],
        ['host', host],
      ] as const),
    )
  const isFromElsewhere = wrong === 4 || (wrong === 9 && dice(2) === 0)
  if (isFromElsewhere) heads.push(['Origin', choose(dice, origins)])
  else if (isSocket && wrong !== 5) heads.push(['Origin', `http://${host}`])
  if (wrong === 6) heads.push(['Sec-Fetch-Site', choose(dice, ['cross-site', 'same-site', 'x', ''])])
  const cookies = [
    '',
    'x=1',
    cookie.slice(0, -1),
    `${cookie}x`,
    `${cookie}; ${cookie}`,
    cookie.toUpperCase(),
    cookie.replace('=', '= '),
  ]
  if (wrong === 7) heads.push(['Cookie', choose(dice, cookies)])
  else heads.push(['Cookie', cookie])
  if (wrong === 8) heads.push(['X-Long', 'y'.repeat(9_000 + dice(60_000))])
  const ranges = [
    'bytes=0-',
    'bytes=-1',
    'bytes=5-1',
    'bytes=0-0,2-3',
    'bytes=99999999999999999999-',
    'bytes=--1',
    'lines=0-1',
    'bytes=0-99999999999999',
    'bytes=a-b',
  ]
  if (dice(3) === 0) heads.push(['Range', choose(dice, ranges)])
  if (isSocket)
    heads.push(
      ['Connection', 'Upgrade'],
      ['Upgrade', 'websocket'],
      ['Sec-WebSocket-Version', '13'],
      ['Sec-WebSocket-Key', 'AAAAAAAAAAAAAAAAAAAAAA=='],
    )
  const mayBeAnswered =
    wrong >= 10 ||
    (wrong === 0 && (isSocket ? ['/rpc', '/recorder'] : right).includes(way.split('?')[0]?.trim() ?? '')) ||
    (wrong === 5 && !isSocket)
  return { method, way, heads, isSocket, mayBeAnswered }
}

/** The first line and what follows, of what comes back for these bytes; `after` is sent where a socket was opened. */
function send(port: number, bytes: string, after: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    const timer = setTimeout(end, 3_000)
    socket.on('error', end)
    socket.on('close', end)
    socket.on('data', (piece) => {
      answer += piece.toString('latin1')
      if (!answer.startsWith('HTTP/1.1 101')) return
      socket.write(after)
      setTimeout(end, 20)
    })
    socket.write(Buffer.from(bytes, 'utf8'))
  })
}

/** Frames that no browser sends: lengths that lie, text, no mask, bits that mean nothing. */
const frames = [
  '82ff7fffffffffffffff00000000',
  '8180000000004141',
  '820541414141',
  'f28000000000',
  '8a8000000000',
  '88800000000041',
  '02ff000000000100000000000000',
  '7f'.repeat(200),
].map((one) => Buffer.from(one, 'hex'))

export const begin: Begin = async (scratch, fault) => {
  const pagesFolder = path.join(scratch, 'renderer')
  mkdirSync(path.join(pagesFolder, 'assets'), { recursive: true })
  writeFileSync(path.join(pagesFolder, 'index.html'), '<!doctype html>door')
  writeFileSync(path.join(pagesFolder, 'assets', 'index-Ab_1.js'), 'export {}')
  for (const name of ['secret.txt', 'archive.db']) writeFileSync(path.join(scratch, name), secret)
  symlinkSync(path.join(scratch, 'secret.txt'), path.join(pagesFolder, 'link.txt'))
  const archive = await makeArchive()
  const { client } = archive
  const lines = await bringIn(client, [{ name: 'a.wav', bytes: toneWav(1, 8_000, 440) }])
  const { story } = await client.story.read({ testimony: lines[0]?.testimony ?? '' })
  const media = story.recordings[0]?.media ?? ''
  const host = await startListeningHost({ archive: archive.process, rendererFolder: pagesFolder, lingerMs: 60_000 })
  // The control: what looks at nothing and serves whatever lies there.
  const careless = createServer((request, response) => {
    try {
      const way = decodeURIComponent((request.url ?? '/').split('?')[0] ?? '')
      response.end(readFileSync(path.join(pagesFolder, way === '/' ? 'index.html' : way)))
    } catch {
      response.end('something')
    }
  }).listen(0, '127.0.0.1')
  const entered = await fetch(host.address, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const port = fault === 'stray' ? (careless.address() as AddressInfo).port : host.port
  const pages = listPages(pagesFolder)

  async function overScheme(dice: Dice, wrong: string[]): Promise<void> {
    const url = `${choose(dice, ['app://firsthand', 'app://firsthand', 'app://other', 'app:', 'APP://firsthand', 'file://', 'http://127.0.0.1'])}${wayOf(dice)}`
    let strange = ''
    const reader = {
      find: (_: string, id: string, way: string) => {
        if (!/^[\w-]{1,64}$/.test(id) || /(?:^|\/)\.|[\\:\u0000-\u001f]/.test(way)) strange = `${id} ${way}`
        return Promise.reject(new MediaRefused('notFound'))
      },
    }
    const method = choose(dice, ['GET', 'HEAD', 'POST', 'TRACE'])
    const request = { url, method, headers: new Headers({ range: 'bytes=5-1' }) } as Request
    const answer = await answerRequest(request, pages, () => reader)
    const body = await answer.text()
    const isPage = url.startsWith('app://firsthand/') && (method === 'GET' || method === 'HEAD')
    if (body.includes(secret) || strange !== '' || (answer.status === 200 && !isPage))
      wrong.push(`${url} ${answer.status} ${strange}`)
  }

  return {
    async take(at) {
      const dice = diceFrom(at + 1)
      const wrong: string[] = []
      await overScheme(dice, wrong)
      const { method, way, heads, isSocket, mayBeAnswered } = askedOf(
        dice,
        port,
        cookie.replace(String(host.port), String(port)),
        media,
      )
      const text = `${method} ${way} HTTP/1.1\r\n${heads.map(([name, value]) => `${name}: ${value}\r\n`).join('')}${isSocket ? '' : 'Connection: close\r\n'}\r\n`
      const answer = await send(port, text, choose(dice, frames))
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)
      const isGiven = status >= 200 && status < 400 ? true : status === 101
      const told = `${method} ${way.slice(0, 100)} ${JSON.stringify(heads).slice(0, 300)}`
      if (isGiven && !mayBeAnswered) wrong.push(`${told} was answered with ${status}`)
      if (answer.includes(secret)) wrong.push(`${told} gave what lies beside`)
      if (/\n\s+at |node:|ENOENT|\/tmp\//.test(answer)) wrong.push(`${told} says ${answer.slice(0, 200)}`)
      const known = await send(
        port,
        `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
        Buffer.alloc(0),
      )
      if (at % 10 === 0 && !known.includes('door')) wrong.push('it does not answer any more')
      return { name: told.slice(0, 60), wrong, kept: isGiven }
    },
    async end() {
      const { state } = await client.door.state({})
      await host.close()
      careless.close()
      await archive.close()
      return state === 'open' ? [] : ['the archive is not open any more']
    },
  }
}
