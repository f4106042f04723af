// Who is at the window: an archivist, or a narrator to whom it was handed over.
import type { AuthorRole } from '../../shared/domain/writing/beside.ts'
import { zeroSecrets } from './vault/narrator-key.ts'

/** Her signing and sealing keys, open; zeroed when she leaves. Ed25519 and X25519 as libsodium has them. */
export interface OpenNarratorKey {
  readonly id: string
  readonly signingSecret: Buffer
  readonly sealingPublic: Buffer
  readonly sealingSecret: Buffer
}

export type Actor =
  | {
      readonly role: 'archivist'
      readonly name: string
      /** Whose passphrase opened; null where it was something else. */
      readonly member?: string | null
    }
  | {
      readonly role: 'narrator'
      readonly narrator: string
      /** Her name for herself. */
      readonly name: string
      /** The archivist who handed over, and attests what she decides without a key; null in her own copy. */
      readonly handedOverBy: string | null
      readonly key: OpenNarratorKey | null
    }

/** How somebody signs what they write; who has no name signs with a dash. */
export function authorOf(actor: Actor): { readonly author: string; readonly authorRole: AuthorRole } {
  return { author: actor.name.trim() === '' ? '—' : actor.name, authorRole: actor.role }
}

/** Zeroes the keys of whoever is at the window; they are of no use after it. */
export function forgetKeys(actor: Actor): void {
  if (actor.role === 'narrator' && actor.key !== null) zeroSecrets(actor.key)
}
