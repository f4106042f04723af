// Gives media out over a channel: found by id, then piece by piece, one piece for each time it is asked for.
import { Failure } from '../../shared/contract/failure.ts'
import { mediaKinds } from '../../shared/contract/process-messages.ts'
import type { MediaReply, MediaRequest } from '../../shared/contract/process-messages.ts'
import type { Channel } from '../../shared/rpc/channel.ts'
import type { FoundMedia, MediaSource } from './open-process.ts'

interface Reading {
  readonly found: FoundMedia
  pieces: AsyncIterator<Uint8Array> | undefined
}

/** Serves until the channel closes; whatever is being read then is left, so that nothing decrypted stays behind. */
export function serveMedia(channel: Channel, media: MediaSource): void {
  const readings = new Map<number, Reading>()
  const reply = (message: MediaReply): void => channel.send(message)

  async function leave(read: number): Promise<void> {
    const reading = readings.get(read)
    readings.delete(read)
    await reading?.pieces?.return?.()
  }

  async function answer(request: MediaRequest): Promise<void> {
    const { read } = request
    if (request.kind === 'stop') return leave(read)
    if (request.kind === 'find') {
      if (!mediaKinds.includes(request.media)) throw new Failure('badInput')
      const found = await media.find(request.media, request.id, request.path)
      readings.set(read, { found, pieces: undefined })
      return reply({ kind: 'found', read, size: found.size, type: found.type })
    }
    const reading = readings.get(read)
    if (reading === undefined) throw new Failure('notFound')
    if (request.kind === 'range') {
      const { start, end } = request
      const inside = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end
      if (!inside || end > reading.found.size || reading.pieces !== undefined) throw new Failure('badInput')
      reading.pieces = reading.found.read(start, end)[Symbol.asyncIterator]()
    }
    const next = await reading.pieces?.next()
    if (next !== undefined && next.done !== true) return reply({ kind: 'piece', read, bytes: next.value })
    readings.delete(read)
    reply({ kind: 'end', read })
  }

  channel.onMessage((message) => {
    const request = message as MediaRequest
    answer(request).catch((reason: unknown) => {
      void leave(request.read).catch(() => undefined)
      reply({ kind: 'refused', read: request.read, code: reason instanceof Failure ? reason.code : 'broken' })
    })
  })
  channel.onClose(() => {
    for (const read of readings.keys()) void leave(read).catch(() => undefined)
  })
}
