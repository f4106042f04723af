// Whether a passphrase opens exactly the archive that is open, and not another keyring that was laid in its place.
import { createHash, timingSafeEqual } from 'node:crypto'
import { Failure } from '../../../../shared/contract/failure.ts'
import { openWithPassphrase } from '../../vault/keyring.ts'

/** The same for the same archive key, and tells nothing of it. */
export function markOf(key: Buffer): Buffer {
  return createHash('sha256').update('firsthand archive key').update(key).digest()
}

/** One Argon2id of a normalised passphrase, right or wrong. Throws what `openWithPassphrase` does but for wrongPassphrase. */
export async function opensSameKey(folder: string, passphrase: Buffer, mark: Buffer): Promise<boolean> {
  try {
    const { key } = await openWithPassphrase(folder, passphrase)
    const same = timingSafeEqual(markOf(key), mark)
    key.fill(0)
    return same
  } catch (error) {
    if (error instanceof Failure && error.code === 'wrongPassphrase') return false
    throw error
  }
}
