// Where a request comes from: only pages of this very address may ask, whatever name somebody points at 127.0.0.1.
import type { IncomingMessage } from 'node:http'

/** Every value of a header as it was sent; Node itself keeps only the first Host. */
function sent(request: IncomingMessage, name: string): string[] {
  return request.rawHeaders.filter(
    (_, place) => place % 2 === 1 && request.rawHeaders[place - 1]?.toLowerCase() === name,
  )
}

/** True when the one Host header is exactly `127.0.0.1:port`, so that no other name (DNS rebinding) leads here. */
export function isForUs(request: IncomingMessage, port: number): boolean {
  const hosts = sent(request, 'host')
  return hosts.length === 1 && hosts[0] === `127.0.0.1:${port}`
}

/** True when Origin is this origin, or absent where it may be (plain GETs carry none; a WebSocket always does). */
export function isFromUs(request: IncomingMessage, port: number, originNeeded: boolean): boolean {
  const origins = sent(request, 'origin')
  if (origins.length === 0) return !originNeeded
  return origins.length === 1 && origins[0] === `http://127.0.0.1:${port}`
}

/**
 * False when the browser says that another page asks. SameSite does not see ports: a page of another program on
 * 127.0.0.1 is the same site, and its images would carry our cookie without an Origin.
 */
export function isAskedByUsOrTheUser(request: IncomingMessage): boolean {
  return sent(request, 'sec-fetch-site').every((site) => site === 'same-origin' || site === 'none')
}
