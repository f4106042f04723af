// Who may come in: one token, printed once, exchanged once for a cookie that only this browser holds.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 bits each, from the system's random source. */
const secretBytes = 32

/** What the door goes by. It stays the same when another process comes to stand behind it. */
export interface DoorSecrets {
  readonly token: string
  readonly cookie: string
  /** Whether the token was exchanged already. */
  readonly exchanged: boolean
}

export function newDoorSecrets(): DoorSecrets {
  const secret = (): string => randomBytes(secretBytes).toString('base64url')
  return { token: secret(), cookie: secret(), exchanged: false }
}

export interface Door {
  /** The Set-Cookie line for who brings the token for the first time; null for a wrong or used one. */
  exchange(token: string): string | null
  /** True when a request's Cookie header carries the cookie, once it was given out. */
  knows(cookieHeader: string | undefined): boolean
}

/** `onExchanged`: the token was brought, and is of no use from now on. */
export function createDoor(
  port: number,
  { token, cookie, exchanged: before }: DoorSecrets,
  onExchanged: () => void,
): Door {
  // NOTE: a browser keeps cookies by host, not by port; the port in the name lets two archives be open side by side.
  const name = `firsthand-${port}`
  let exchanged = before
  return {
    exchange(given) {
      if (exchanged || !isSame(given, token)) return null
      exchanged = true
      onExchanged()
      return `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict`
    },
    knows(header) {
      if (!exchanged || header === undefined) return false
      const start = `${name}=`
      const values = header.split('; ').filter((pair) => pair.startsWith(start))
      return values.length === 1 && isSame(values[0]?.slice(start.length) ?? '', cookie)
    },
  }
}

/** Compares in a time that says nothing about where the two differ, nor how long they are. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
