// A channel over a WebSocket, a browser's or one of the package ws. One message is one binary frame of MessagePack.
import { Packr } from 'msgpackr/pack'
import { Unpackr } from 'msgpackr/unpack'
import { channelOver, type Channel } from './channel.ts'

/** What a browser's WebSocket and one of ws have in common. */
export interface Socket {
  binaryType: string
  readonly readyState: number
  send(data: Uint8Array<ArrayBuffer>): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
}

const connecting = 0
const open = 1
/** RFC 6455, 7.4.1: data that is not what the frame says it is. */
const notReadable = 1007

/** A channel over `socket`; what is sent while it still connects waits until it is open. A frame that cannot be read closes it. */
export function webSocketChannel(socket: Socket): Channel {
  // NOTE: records off, so that a frame means the same alone; bytes copied, so that they are as independent as over a port.
  const packr = new Packr({ useRecords: false })
  const unpackr = new Unpackr({ useRecords: false, mapsAsObjects: true, copyBuffers: true } as ConstructorParameters<
    typeof Unpackr
  >[0])
  let waiting: unknown[] = []
  socket.binaryType = 'arraybuffer'

  const post = (message: unknown): void => {
    if (socket.readyState === connecting) waiting.push(message)
    else if (socket.readyState === open) socket.send(packr.pack(message) as Uint8Array<ArrayBuffer>)
  }
  const end = channelOver({ post, shut: () => socket.close() })
  socket.addEventListener('open', () => {
    const kept = waiting
    waiting = []
    for (const message of kept) post(message)
  })
  socket.addEventListener('message', ({ data }) => {
    let message: unknown
    try {
      if (!(data instanceof ArrayBuffer)) throw new TypeError('text')
      message = unpackr.unpack(new Uint8Array(data))
    } catch {
      socket.close(notReadable)
      end.gone()
      return
    }
    end.arrived(message)
  })
  socket.addEventListener('error', end.gone)
  socket.addEventListener('close', end.gone)
  return end.channel
}
