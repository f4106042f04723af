// What somebody types to show that they can open the archive, as the bytes that open it.
import type { OpensWith } from '../../../../shared/contract/opens-with.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { asFailure } from '../../as-failure.ts'
import { openKeyring, type OpenedKeyring, type Secret } from '../../vault/keyring.ts'
import { readPaperKey } from '../../vault/paper-key.ts'
import { normalisePassphrase, requireStrength } from '../../vault/passphrase.ts'
import { sharesOf } from '../../vault/share-words.ts'
import { joinShares } from '../../vault/shares.ts'

/** The caller zeroes the bytes. Throws Failure wrongPaperKey, wrongShares. */
export async function readSecret({ kind, words }: OpensWith): Promise<Secret> {
  if (kind === 'shares') return { kind, bytes: await joinShares(sharesOf(words)) }
  return { kind, bytes: kind === 'paper' ? readPaperKey(words) : normalisePassphrase(words) }
}

/** Gives `work` what was typed as bytes, and zeroes them after it. Shares that open nothing any more were replaced. */
export async function withSecret<T>(asked: OpensWith, work: (opens: Secret) => Promise<T>): Promise<T> {
  const opens = await readSecret(asked)
  try {
    return await work(opens)
  } catch (error) {
    // They are whole and go together: what they came to once is not in the keyring any more.
    if (opens.kind === 'shares' && error instanceof Failure && error.code === 'wrongShares')
      throw new Failure('sharesReplaced')
    throw error
  } finally {
    opens.bytes.fill(0)
  }
}

/** The same, with a new passphrase that is strong enough. Throws Failure weakPassphrase and as `work`. */
export async function withNewPassphrase<T>(
  asked: OpensWith,
  passphrase: string,
  work: (opens: Secret, bytes: Buffer) => Promise<T>,
): Promise<T> {
  await requireStrength(passphrase)
  const bytes = normalisePassphrase(passphrase)
  try {
    return await withSecret(asked, (opens) => work(opens, bytes))
  } catch (error) {
    throw asFailure(error)
  } finally {
    bytes.fill(0)
  }
}

/** The archive key, for `work` alone; zeroed after it. Throws as `openKeyring`. */
export async function withOpened<T>(
  folder: string,
  asked: OpensWith,
  work: (opened: OpenedKeyring) => Promise<T>,
): Promise<T> {
  const opened = await withSecret(asked, (opens) => openKeyring(folder, opens))
  try {
    return await work(opened)
  } finally {
    opened.key.fill(0)
  }
}
