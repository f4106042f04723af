// What an address inside the window means. Anything that is not exactly one of ours is refused, never mended.
import type { MediaKind } from '../../shared/contract/process-messages.ts'

export const scheme = 'app'
export const origin = 'app://firsthand'
export const doorAddress = `${origin}/`
/** A page that begins as the empty sheet, as it does after Hide now. */
export const sheetAddress = `${doorAddress}#1`
/** The page that records, in a window of its own. */
export const recorderAddress = `${origin}/recorder.html`
/** The same while it is hidden, and the archive still open or locked already. */
export const recorderAddresses: ReadonlySet<string> = new Set([
  recorderAddress,
  `${recorderAddress}#1`,
  `${recorderAddress}#2`,
])

export type Address =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: MediaKind; readonly id: string; readonly path: string }
  | { readonly kind: 'refused' }

const refused: Address = { kind: 'refused' }
const opaqueId = /^[A-Za-z0-9_-]{1,64}$/
/** A page's file: as the bundler names them, so ASCII and never a leading dot. */
const pageSegment = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/

/** A name inside a held export: any script, but nothing that some file system reads as something else. */
function isPlainName(name: string): boolean {
  return name.length > 0 && name.length <= 255 && !/^\.|[\\/:\p{Cc}\p{Cf}\p{Cs}]|[. ]$/u.test(name)
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/**
 * Reads an address as it stands, without resolving dots: `app://firsthand/`, a page's file,
 * `/media/<id>`, `/rendition/<id>`, `/offrecord/<id>` or `/held/<id>/<path>`. A query or fragment is ignored.
 * Percent escapes are decoded once, and only in a held path; ids and pages need none.
 */
export function readAddress(url: string): Address {
  const match = /^app:\/\/firsthand(\/[^?#]*)?(?:[?#].*)?$/.exec(url)
  if (match === null) return refused
  const path = match[1] ?? '/'
  if (path === '/') return { kind: 'page', path: 'index.html' }
  const segments = path.slice(1).split('/')
  const [first = '', id = '', ...rest] = segments
  if (first === 'media' || first === 'rendition') {
    return segments.length === 2 && opaqueId.test(id) ? { kind: first, id, path: '' } : refused
  }
  if (first === 'offrecord') {
    return segments.length === 2 && opaqueId.test(id) ? { kind: 'offRecord', id, path: '' } : refused
  }
  if (first === 'held') {
    const names = rest.map(decoded)
    if (!opaqueId.test(id) || names.length === 0) return refused
    if (!names.every((name) => name !== undefined && isPlainName(name))) return refused
    return { kind: 'held', id, path: names.join('/') }
  }
  return segments.every((segment) => pageSegment.test(segment)) ? { kind: 'page', path: segments.join('/') } : refused
}

/** May this request leave the page at all? Only to ourselves; the developer's tools only where they exist. */
export function mayRequest(url: string, packaged: boolean): boolean {
  if (url.startsWith(`${origin}/`) || url.startsWith(`blob:${origin}/`) || url.startsWith('data:')) return true
  return !packaged && url.startsWith('devtools://')
}
