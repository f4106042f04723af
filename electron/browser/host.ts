// The app for an ordinary browser: one listener on 127.0.0.1, one browser that holds the cookie, one window.
import { once } from 'node:events'
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { ArchiveProcess } from '../archive/open-process.ts'
import { answerPlainly, setAnswerHeaders } from './answer-headers.ts'
import { createDoor, newDoorSecrets, type Door, type DoorSecrets } from './door.ts'
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
  /** Where somebody else listens and hands the connections over. */
  readonly front?: { readonly port: number; readonly secrets: DoorSecrets; readonly onExchanged: () => void }
  /** The window with the archive has come. */
  readonly onCame?: () => void
  /** A window has gone, the one with the archive or the one that records. */
  readonly onLeft?: () => void
}

export interface Host {
  readonly server: Server
  readonly port: number
  /** With the one-time token: for the user's eyes alone. */
  readonly address: string
  /** Answers on a connection that was made elsewhere. */
  take(socket: Socket): void
  /** Takes leave: what is asked on a connection that is there is answered, and the next connection is made anew. */
  part(): void
  /** Ends every connection and locks nothing: the archive is closed by who opened it. */
  close(): Promise<void>
}

/** Where the window's WebSocket goes. */
const channelPath = '/rpc'
/** Where the recorder's goes, which is no window: it keeps nothing open, and is there while the archive is locked. */
const recorderPath = '/recorder'
const mostConnections = 128
/** The largest message taken from a window, in bytes: files come in pieces below it. */
const largestMessage = 8 * 1024 * 1024

/** Listens on 127.0.0.1 at a port that the system chooses, and answers until it is closed. */
export async function startHost({
  archive,
  rendererFolder,
  lingerMs,
  front,
  onCame,
  onLeft,
}: HostOptions): Promise<Host> {
  const files = listPageFiles(rendererFolder)
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
  })
  server.maxConnections = mostConnections
  // NOTE: with a front it listens nowhere, and is told so by hand, because from then on it looks after slow connections.
  if (front !== undefined) server.emit('listening')
  else {
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true })
    await once(server, 'listening')
  }
  const port = front?.port ?? (server.address() as AddressInfo).port
  const door = createDoor(() => port, front?.secrets ?? newDoorSecrets(), front?.onExchanged)
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
    server,
    port,
    address: `http://127.0.0.1:${port}/?token=${door.token}`,
    take(socket) {
      if (taken.size >= mostConnections) return void socket.destroy()
      taken.add(socket)
      socket.once('close', () => taken.delete(socket))
      server.emit('connection', socket)
      socket.resume()
    },
    part() {
      isParting = true
      server.closeIdleConnections()
    },
    async close() {
      clearTimeout(lingering)
      window.clear()
      recorder.clear()
      clearTimeout(lingering)
      for (const socket of sockets.clients) socket.terminate()
      if (front === undefined) {
        const closed = once(server, 'close')
        server.close()
        server.closeAllConnections()
        await closed
      }
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
