// Sound, renditions and held exports as they are asked for: in ranges, no faster than they are taken, never kept.
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Failure, type FailureCode } from '../../shared/contract/failure.ts'
import type { FoundMedia, MediaSource } from '../archive/open-process.ts'
import { readByteRange } from '../../shared/contract/byte-range.ts'
import type { MediaKind } from '../../shared/contract/process-messages.ts'
import { heldPolicy, mediaPolicy, noPermissions } from '../../shared/contract/page-policies.ts'
import { answerPlainly } from './answer-headers.ts'

export interface MediaAddress {
  readonly kind: MediaKind
  readonly id: string
  /** Empty but for `held`. */
  readonly path: string
}

const statuses: Partial<Record<FailureCode, number>> = { locked: 401, mediaMissing: 404, notFound: 404 }
const sentences: Readonly<Record<number, string>> = {
  401: 'The archive is locked.',
  404: 'There is nothing here.',
  500: 'This cannot be read.',
}

const simpleKinds: Readonly<Record<string, MediaKind>> = {
  media: 'media',
  rendition: 'rendition',
  offrecord: 'offRecord',
}

/** Reads `/media/<id>`, `/rendition/<id>`, `/offrecord/<id>` and `/held/<id>/<path>`; null for anything else, above all for a path that climbs. */
export function readMediaAddress(address: string): MediaAddress | null {
  const simple = /^\/(media|rendition|offrecord)\/([A-Za-z0-9_-]{1,64})$/.exec(address)
  const simpleKind = simpleKinds[simple?.[1] ?? '']
  if (simpleKind !== undefined) return { kind: simpleKind, id: simple?.[2] ?? '', path: '' }
  const held = /^\/held\/([A-Za-z0-9_-]{1,64})\/([^?#]{1,1024})$/.exec(address)
  if (held === null) return null
  const parts: string[] = []
  for (const raw of (held[2] ?? '').split('/')) {
    const part = decoded(raw)
    if (part === null || part === '' || part === '.' || part === '..' || /[/\\:\u0000-\u001f\u007f]/.test(part))
      return null
    parts.push(part)
  }
  return { kind: 'held', id: held[1] ?? '', path: parts.join('/') }
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** Answers with the media, or 401, 404, 416, 500; what turns out to be damaged on the way breaks the connection off. */
export async function answerMedia(
  media: MediaSource,
  address: MediaAddress,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('Permissions-Policy', noPermissions)
  try {
    const found = await media.find(address.kind, address.id, address.path)
    response.setHeader('Content-Security-Policy', address.kind === 'held' ? heldPolicy : mediaPolicy)
    response.setHeader('Accept-Ranges', 'bytes')
    await answerFound(found, request, response)
  } catch (error) {
    // NOTE: a promised length that is not kept must not look like the end of the sound.
    if (response.headersSent) response.destroy()
    else refuse(response, error)
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const status = (error instanceof Failure ? statuses[error.code] : undefined) ?? 500
  answerPlainly(response, status, sentences[status] ?? '')
}

async function answerFound(found: FoundMedia, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Ranges are for GET alone (14.2); with If-Range and no validator of ours, everything is sent (13.1.5).
  const header =
    request.method === 'GET' && request.headers['if-range'] === undefined ? request.headers.range : undefined
  const asked = readByteRange(header ?? null, found.size)
  if (asked.kind === 'outside') {
    response.setHeader('Content-Range', `bytes */${found.size}`)
    return answerPlainly(response, 416, 'There is no such part.')
  }
  const { start, end } = asked.kind === 'whole' ? { start: 0, end: found.size } : asked
  if (asked.kind === 'part') response.setHeader('Content-Range', `bytes ${start}-${end - 1}/${found.size}`)
  const head = { 'Content-Type': found.type, 'Content-Length': end - start }
  const status = asked.kind === 'whole' ? 200 : 206
  if (request.method === 'HEAD' || start === end) {
    response.writeHead(status, head)
    response.end()
    return
  }
  let left = end - start
  // The head waits for the first piece, so that what is damaged from the start can still be said with a status.
  for await (const piece of found.read(start, end)) {
    if (response.destroyed) return
    if (!response.headersSent) response.writeHead(status, head)
    left -= piece.length
    if (left < 0) throw new Failure('mediaDamaged')
    if (!response.write(piece)) await drained(response)
    if (response.destroyed) return
  }
  if (left > 0) throw new Failure('mediaDamaged')
  response.end()
}

async function drained(response: ServerResponse): Promise<void> {
  const stop = new AbortController()
  const settled = Promise.race([
    once(response, 'drain', { signal: stop.signal }),
    once(response, 'close', { signal: stop.signal }),
  ])
  try {
    if (!response.destroyed) await settled
  } catch {
    // broken off: the caller sees it as destroyed
  } finally {
    stop.abort()
  }
}
