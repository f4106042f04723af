// Her key, opened with her passphrase: to be held, or for one deed and zeroed after it.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import type { Session } from '../../session.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import type { ArgonParameters } from '../../vault/argon.ts'
import { openNarratorKey, withPassphrase, zeroSecrets } from '../../vault/narrator-key.ts'

/** Whoever gets it zeroes it. Throws Failure noPassphrase, wrongPassphrase. */
export async function unlockKey(session: Session, narrator: string, passphrase: Buffer): Promise<OpenNarratorKey> {
  const kept = keyInUse(session.database, narrator)
  if (kept === null) throw new Failure('noPassphrase')
  return openNarratorKey(kept.key, kept.wrapping, passphrase)
}

/**
 * `work` gets her key, her passphrase's bytes, and the Argon2id work that her key takes. Throws Failure noPassphrase,
 * wrongPassphrase.
 */
export async function withHerKey<T>(
  session: Session,
  narrator: string,
  passphrase: string,
  work: (key: OpenNarratorKey, bytes: Buffer, parameters: ArgonParameters) => Promise<T>,
): Promise<T> {
  const kept = keyInUse(session.database, narrator)
  if (kept === null) throw new Failure('noPassphrase')
  const { passes, memory } = kept.wrapping
  return withPassphrase(passphrase, async (bytes) => {
    const open = await openNarratorKey(kept.key, kept.wrapping, bytes)
    try {
      return await work(open, bytes, { passes, memory })
    } finally {
      zeroSecrets(open)
    }
  })
}
