// The one scheme the window knows. `app://firsthand/` serves its pages and, under three prefixes, the archive's media.
// NOTE: there is no second scheme for media: one origin keeps the policy at 'self' and the addresses as in the browser host.
import type { Protocol } from 'electron'
import { readAddress, scheme } from './addresses.ts'
import { answerMedia } from './answer-media.ts'
import { emptyAnswer } from './answer-headers.ts'
import type { MediaReader } from './media-reader.ts'
import { answerPage } from './pages.ts'

/** Must be called before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        bypassCSP: false,
        corsEnabled: false,
        allowServiceWorkers: false,
        allowExtensions: false,
        codeCache: false,
      },
    },
  ])
}

/** Answers one request: a listed page, a recording, or an empty refusal. Never touches a path taken from the address. */
export async function answerRequest(
  request: Request,
  pages: ReadonlyMap<string, string>,
  media: () => MediaReader,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return emptyAnswer(405, { Allow: 'GET, HEAD' })
  const address = readAddress(request.url)
  if (address.kind === 'refused') return emptyAnswer(404)
  if (address.kind === 'page') return answerPage(pages, address.path, request.method === 'HEAD')
  return answerMedia(media(), address, request)
}

export function serveScheme(
  protocol: Pick<Protocol, 'handle'>,
  pages: ReadonlyMap<string, string>,
  media: () => MediaReader,
): void {
  protocol.handle(scheme, (request) => answerRequest(request, pages, media))
}
