// What the members' calls ask of the door.
import type { OpenSession, Session } from '../../session.ts'
import type { OpenedKeyring } from '../../vault/keyring.ts'
import type { KeyringEntries } from '../../vault/keyring-map.ts'

/** How an archive opens again after its database was closed for a while; null: it stays locked. */
export interface Reopening {
  readonly opened: OpenedKeyring | null
  /** What is told once it is open again. */
  readonly failure: unknown
}

export interface MembersKeeper {
  readonly open: OpenSession
  /** Changes to the keyring come one at a time, and not while somebody opens. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Whose the slots are from now on. */
  keepEntries(session: Session, entries: KeyringEntries): void
  /** Whether she is being recorded. */
  isRecording(): boolean
  /**
   * Closes the database, lets `work` do what cannot be done while it is open, and opens it again with the key that it
   * gives. Nobody is locked out by it; whoever locks meanwhile fires `signal`, and it stays locked.
   */
  whileClosed(work: (folder: string, signal: AbortSignal) => Promise<Reopening>): Promise<void>
}
