// Her key, opened with her passphrase for one deed and zeroed after it.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import type { Session } from '../../session.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import type { ArgonParameters } from '../../vault/argon.ts'
import { openNarratorKey, withPassphrase } from '../../vault/narrator-key.ts'

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
  const { key, wrapping } = kept
  return withPassphrase(passphrase, async (bytes) => {
    const open = await openNarratorKey(key, wrapping, bytes)
    try {
      return await work(open, bytes, { passes: wrapping.passes, memory: wrapping.memory })
    } finally {
      open.signingSecret.fill(0)
      open.sealingSecret.fill(0)
    }
  })
}
