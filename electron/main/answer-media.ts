// Media as the page sees it: whole or one range, 401 while the archive is locked, 404 for what is not there.
import type { MediaKind } from '../../shared/contract/process-messages.ts'
import { readByteRange } from '../../shared/contract/byte-range.ts'
import { heldPolicy, mediaPolicy } from '../../shared/contract/page-policies.ts'
import { answerHeaders, emptyAnswer } from './answer-headers.ts'
import { MediaRefused } from './media-reader.ts'
import type { FoundMedia, MediaReader } from './media-reader.ts'

const statusOf: Readonly<Record<string, number>> = {
  locked: 401,
  notFound: 404,
  mediaMissing: 404,
  badInput: 404,
  disconnected: 503,
}

export async function answerMedia(
  reader: MediaReader,
  wanted: { readonly kind: MediaKind; readonly id: string; readonly path: string },
  request: Request,
): Promise<Response> {
  let found: FoundMedia
  try {
    found = await reader.find(wanted.kind, wanted.id, wanted.path)
  } catch (reason) {
    return emptyAnswer(reason instanceof MediaRefused ? (statusOf[reason.code] ?? 500) : 500)
  }
  const headers = {
    ...answerHeaders(wanted.kind === 'held' ? heldPolicy : mediaPolicy, found.type),
    'Accept-Ranges': 'bytes',
  }
  const range = readByteRange(request.headers.get('range'), found.size)
  if (range.kind === 'outside') {
    found.stop()
    return emptyAnswer(416, { 'Content-Range': `bytes */${found.size}` })
  }
  const { start, end } = range.kind === 'part' ? range : { start: 0, end: found.size }
  const head = request.method === 'HEAD'
  if (head || start === end) found.stop()
  return new Response(head || start === end ? null : found.read(start, end), {
    status: range.kind === 'part' ? 206 : 200,
    headers: {
      ...headers,
      'Content-Length': String(end - start),
      ...(range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end - 1}/${found.size}` } : {}),
    },
  })
}
