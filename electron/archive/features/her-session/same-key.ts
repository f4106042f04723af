// Whether a passphrase opens exactly the archive that is open, and not another keyring that was laid in its place.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { Session } from '../../session.ts'
import { openWithPassphrase } from '../../vault/keyring.ts'

export type OpenedSame = Pick<Session, 'keyring'>

/** The same for the same archive key, and tells nothing of it. */
export function markOf(key: Buffer): Buffer {
  return createHash('sha256').update('firsthand archive key').update(key).digest()
}

/**
 * Whose passphrase it is; null where it opens nothing or another archive. The same work, right or wrong. Throws what
 * `openWithPassphrase` does but for wrongPassphrase.
 */
export async function opensSameKey(folder: string, passphrase: Buffer, mark: Buffer): Promise<OpenedSame | null> {
  try {
    const { key, entries, slot } = await openWithPassphrase(folder, passphrase)
    const same = timingSafeEqual(markOf(key), mark)
    key.fill(0)
    return same ? { keyring: entries === null ? null : { entries, slot } } : null
  } catch (error) {
    if (error instanceof Failure && error.code === 'wrongPassphrase') return null
    throw error
  }
}
