// Reads from the archive as long as it is open. Once it is locked nobody waits for what was read ahead, and a reader that
// went on would complain of it to nobody.

const lockedStatus = 401

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

/** A `fetch` that tells `onLocked` once the archive is locked, and never answers from then on: whoever asked is ended. */
export function fetchWhileOpen(onLocked: () => void): Fetch {
  return async (input, init) => {
    // oxlint-disable-next-line no-restricted-globals -- a recording, of this page's own origin
    const response = await fetch(input, init)
    if (response.status !== lockedStatus) return response
    onLocked()
    return new Promise<never>(() => {})
  }
}
