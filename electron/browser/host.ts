// The app for an ordinary browser: connections that a front hands over, one browser that holds the cookie, one window.
import { createServer, STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ArchiveProcess } from '../archive/open-process.ts'
import { answerPlainly, setAnswerHeaders } from './answer-headers.ts'
import { createDoor, type Door, type DoorSecrets } from './door.ts'
import { answerMedia, readMediaAddress } from './media-answer.ts'
import { newestRecorder } from './newest-recorder.ts'
import { oneWindow } from './one-window.ts'
import { answerPageFile, listPageFiles } from './page-files.ts'
import { isAskedByUsOrTheUser, isForUs, isFromUs } from './provenance.ts'

export interface HostOptions {
  readonly archive: ArchiveProcess
  /** The built pages. */
  readonly rendererFolder: string
  /** How long after the last window is gone the archive locks, in milliseconds. */
  readonly lingerMs: number
  /** Who listens, and hands the connections over. */
  readonly front: { readonly port: number; readonly secrets: DoorSecrets; readonly onExchanged: () => void }
  /** The window with the archive has come. */
  readonly onCame?: () => void
  /** A window has gone, the one with the archive or the one that records. */
  readonly onLeft?: () => void
}

export interface Host {
  /** Answers on a connection that the front took. */
  take(socket: Socket): void
  /** Takes leave: what is asked on a connection that is there is answered, and the next connection is made anew. */
  part(): void
  /** Ends every connection and locks nothing: the archive is closed by who opened it. */
  close(): void
}

/** Where the window's WebSocket goes. */
const channelPath = '/rpc'
/** Where the recorder's goes, which is no window: it keeps nothing open, and is there while the archive is locked. */
const recorderPath = '/recorder'
const mostConnections = 128
/** The largest message taken from a window, in bytes: files come in pieces below it. */
const largestMessage = 8 * 1024 * 1024

/** Listens nowhere: it answers whatever it is given to `take`, until it is closed. */
export function startHost({ archive, rendererFolder, lingerMs, front, onCame, onLeft }: HostOptions): Host {
  const files = listPageFiles(rendererFolder)
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
  })
  // NOTE: it is told by hand that it listens, because from then on it looks after slow connections.
  server.emit('listening')
  const { port } = front
  const door = createDoor(port, front.secrets, front.onExchanged)
  let isParting = false
  const taken = new Set<Socket>()

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.on('error', () => response.destroy())
    answer(request, response).catch(() => response.destroy())
  })
  server.on('clientError', (_error, socket) => socket.destroy())

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setAnswerHeaders(response)
    if (isParting) response.setHeader('Connection', 'close')
    if (!isForUs(request, port) || !isFromUs(request, port, false))
      return answerPlainly(response, 403, 'Not from here.')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      return answerPlainly(response, 405, 'This can only be read.')
    }
    const address = request.url ?? ''
    if (address.startsWith('/?token=')) return enter(door, address.slice('/?token='.length), request, response)
    if (!isAskedByUsOrTheUser(request)) return answerPlainly(response, 403, 'Not from here.')
    if (!door.knows(request.headers.cookie)) return answerPlainly(response, 403, closedSentence)
    const path = address.split('?', 1)[0] ?? ''
    const media = readMediaAddress(path)
    return media === null ? answerPageFile(files, path, response) : answerMedia(archive.media, media, request, response)
  }

  let lingering: NodeJS.Timeout | undefined
  const linger = (): void => {
    lingering = setTimeout(() => void archive.lock().catch(() => process.exit(1)), lingerMs)
  }
  const window = oneWindow(
    (channel) => archive.attach(channel),
    () => {
      clearTimeout(lingering)
      onCame?.()
    },
    () => {
      linger()
      onLeft?.()
    },
  )
  const recorder = newestRecorder((channel) => {
    channel.onClose(() => onLeft?.())
    archive.attachRecorder(channel)
  })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestMessage,
    perMessageDeflate: false,
    clientTracking: true,
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    if (!isForUs(request, port) || !isFromUs(request, port, true) || !isAskedByUsOrTheUser(request))
      return refuse(socket, 403)
    if (!door.knows(request.headers.cookie)) return refuse(socket, 403)
    if (request.url !== channelPath && request.url !== recorderPath) return refuse(socket, 404)
    const whose = request.url === channelPath ? window : recorder
    sockets.handleUpgrade(request, socket, head, (opened) => whose.enter(opened))
  })

  return {
    take(socket) {
      if (taken.size >= mostConnections) return void socket.destroy()
      taken.add(socket)
      socket.once('close', () => taken.delete(socket))
      server.emit('connection', socket)
      socket.resume()
    },
    part() {
      isParting = true
      window.part()
      server.closeIdleConnections()
    },
    close() {
      clearTimeout(lingering)
      window.clear()
      recorder.clear()
      clearTimeout(lingering)
      for (const socket of sockets.clients) socket.terminate()
      for (const socket of taken) socket.destroy()
    },
  }
}

const closedSentence =
  'This address opens once. Stop Firsthand, start it again, and open the new address that it prints.'

function enter(door: Door, token: string, request: IncomingMessage, response: ServerResponse): void {
  // HEAD looks, and must not use the token up.
  const cookie = request.method === 'GET' ? door.exchange(token) : null
  if (cookie === null) return answerPlainly(response, 403, closedSentence)
  response.writeHead(303, { Location: '/', 'Set-Cookie': cookie, 'Content-Length': 0 })
  response.end()
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
