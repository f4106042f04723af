// Pulls media out of the archive process over a channel, one piece at a time and only when the page asks for more.
import type { MediaKind, MediaReply, MediaRequest } from '../../shared/contract/process-messages.ts'
import type { Channel } from '../../shared/rpc/channel.ts'

/** The archive process would not give it; `code` is its failure code, or `disconnected` when it is gone. */
export class MediaRefused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'MediaRefused'
    this.code = code
  }
}

export interface FoundMedia {
  readonly size: number
  readonly type: string
  /** Bytes from `start` up to and not including `end`. May be called once. */
  read(start: number, end: number): ReadableStream<Uint8Array<ArrayBuffer>>
  /** Nothing will be read after all. */
  stop(): void
}

export interface MediaReader {
  /** Throws MediaRefused. */
  find(media: MediaKind, id: string, path: string): Promise<FoundMedia>
}

export function createMediaReader(channel: Channel): MediaReader {
  const waiting = new Map<number, { resolve(reply: MediaReply): void; reject(reason: MediaRefused): void }>()
  let gone = false
  let last = 0

  channel.onMessage((message) => {
    const reply = message as MediaReply
    const asked = waiting.get(reply.read)
    waiting.delete(reply.read)
    if (reply.kind === 'refused') asked?.reject(new MediaRefused(reply.code))
    else asked?.resolve(reply)
  })
  channel.onClose(() => {
    gone = true
    for (const asked of waiting.values()) asked.reject(new MediaRefused('disconnected'))
    waiting.clear()
  })

  function ask(request: MediaRequest): Promise<MediaReply> {
    if (gone) return Promise.reject(new MediaRefused('disconnected'))
    return new Promise((resolve, reject) => {
      waiting.set(request.read, { resolve, reject })
      channel.send(request)
    })
  }

  function stop(read: number): void {
    channel.send({ kind: 'stop', read } satisfies MediaRequest)
  }

  return {
    async find(media, id, path) {
      const read = (last += 1)
      const found = await ask({ kind: 'find', read, media, id, path })
      if (found.kind !== 'found') throw new MediaRefused('broken')
      return {
        size: found.size,
        type: found.type,
        stop: () => stop(read),
        read: (start, end) => pulledStream(ask, read, { kind: 'range', read, start, end }, () => stop(read)),
      }
    },
  }
}

function pulledStream(
  ask: (request: MediaRequest) => Promise<MediaReply>,
  read: number,
  first: MediaRequest,
  stop: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let request = first
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const reply = await ask(request)
        request = { kind: 'next', read }
        if (reply.kind === 'piece') controller.enqueue(new Uint8Array(reply.bytes))
        else controller.close()
      },
      cancel: stop,
    },
    // NOTE: nothing is pulled ahead of the page, so no decrypted piece waits in memory.
    { highWaterMark: 0 },
  )
}
