// A host in front of an archive that notes what it is asked, new for every test of whoever imports this; and how it is asked.
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect as connectTcp } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { WebSocket } from 'ws'
import type { ArchiveProcess } from '../../electron/archive/open-process.ts'
import { Failure } from '../../shared/contract/failure.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import { startListeningHost, type ListeningHost } from '../support/listening-host.ts'

export const sound = new Uint8Array(1000).map((_value, place) => place % 256)
export const longSize = 512 * 1024 * 1024

interface Seen {
  readonly attached: Channel[]
  readonly recorders: Channel[]
  readonly found: string[]
  locked: number
  longBytes: number
  longLeft: boolean
}

function fakeArchive(seen: Seen): ArchiveProcess {
  return {
    attachRecorder(channel) {
      seen.recorders.push(channel)
      channel.onMessage((message) => channel.send(message))
    },
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
    isIdle: async () => true,
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

export let folder: string
export let host: ListeningHost
export let seen: Seen
export let cookie: string

/** Asks with exactly these headers and this path, as no browser would. Rejects when the answer breaks off. */
export function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
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
export async function askRaw(text: string): Promise<string> {
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

export function openSocket(headers: Record<string, string> = {}, path = '/rpc'): WebSocket {
  return new WebSocket(`ws://127.0.0.1:${host.port}${path}`, {
    headers: { Origin: `http://127.0.0.1:${host.port}`, Cookie: cookie, ...headers },
  })
}

/** `open`, the status of the refusal, or the code with which it was closed at once. */
export function outcome(socket: WebSocket): Promise<string> {
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(String(response.statusCode)))
    socket.on('error', () => resolve('error'))
    socket.on('close', (code) => resolve(`closed ${code}`))
    socket.on('message', () => resolve('open'))
    socket.on('open', () => socket.send(Buffer.from([1])))
  })
}

export const until = async (holds: () => boolean): Promise<void> => {
  const last = Date.now() + 4000
  while (!holds()) {
    if (Date.now() > last) throw new Error('it never came to be')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** At another port each time. */
export async function listenAgain(): Promise<void> {
  host = await startListeningHost({
    archive: fakeArchive(seen),
    rendererFolder: join(folder, 'renderer'),
    lingerMs: 100,
  })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'firsthand-host-'))
  const renderer = join(folder, 'renderer')
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Firsthand</title>')
  writeFileSync(join(renderer, 'assets', 'index-abc123.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'SECRET')
  symlinkSync(join(folder, 'secret.txt'), join(renderer, 'link.txt'))
  seen = { attached: [], recorders: [], found: [], locked: 0, longBytes: 0, longLeft: false }
  await listenAgain()
  cookie = ''
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true })
})

export async function comeIn(): Promise<Answer> {
  const answer = await ask(new URL(host.address).pathname + new URL(host.address).search)
  cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
  return answer
}
