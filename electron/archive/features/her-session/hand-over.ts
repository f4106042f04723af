// Handing the window over to her, and taking it back. In her take-home copy the door itself opens into her session.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import { nameFor } from '../../../../shared/domain/names/names.ts'
import type { Actor, OpenNarratorKey } from '../../actor.ts'
import type { OpenSession, Session } from '../../session.ts'
import type { ArgonParameters } from '../../vault/argon.ts'
import { withPassphrase, zeroSecrets } from '../../vault/narrator-key.ts'
import { copyOf } from '../../store/looks.ts'
import { readNarrator } from '../../store/narrators.ts'
import { archivistAt } from '../members/who-opened.ts'
import { herSession, requireStillHers, type Her } from './her.ts'
import type { OpenedSame } from './same-key.ts'
import { unlockKey } from './unlock-key.ts'

/** What her session asks of the door. */
export interface Keeper {
  readonly open: OpenSession
  /** Opening, handing over and leaving come one at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  /** Whose passphrase it is, where it opens exactly the archive that is open; null else. */
  opensThis(passphrase: Buffer): Promise<OpenedSame | null>
  /** Somebody else is at the window from now on. */
  handTo(session: Session, actor: Actor): Promise<void>
  lock(): Promise<void>
  argon(): Promise<ArgonParameters>
}

/** Throws Failure notFound. */
export function herAtWindow(
  session: Session,
  narrator: string,
  handedOverBy: string | null,
  key: OpenNarratorKey | null,
): Her {
  const her = readNarrator(session.database, narrator)
  return { role: 'narrator', narrator, name: nameFor(her, 'narrator') ?? her.name, handedOverBy, key }
}

/**
 * Who is at the window of an archive that has just been opened: she, in her own copy, with her key where `passphrase`
 * opens that too; null elsewhere.
 */
export async function herInHerCopy(session: Session, passphrase: Buffer | null): Promise<Her | null> {
  const narrator = copyOf(session.database)
  if (narrator === null) return null
  const key = passphrase === null ? null : await unlockKey(session, narrator, passphrase).catch(() => null)
  return herAtWindow(session, narrator, null, key)
}

export function handOverHandlers(keeper: Keeper): Pick<Handlers<typeof contract>, 'handOver' | 'leave'> {
  const { open } = keeper
  return {
    handOver: ({ narrator, passphrase }) =>
      keeper.alone(async () => {
        const session = open()
        if (session.actor.role !== 'archivist') throw new Failure('onlyArchivist')
        readNarrator(session.database, narrator)
        const key =
          passphrase === null ? null : await withPassphrase(passphrase, (bytes) => unlockKey(session, narrator, bytes))
        try {
          if (open() !== session) throw new Failure('locked')
          await keeper.handTo(session, herAtWindow(session, narrator, session.actor.name, key))
        } catch (error) {
          if (key !== null) zeroSecrets(key)
          throw error
        }
        return {}
      }),
    leave: ({ passphrase }) =>
      keeper.alone(async () => {
        const { session, her } = herSession(open)
        if (copyOf(session.database) !== null) {
          await keeper.lock()
          return {}
        }
        const opens = await withPassphrase(passphrase, (bytes) => keeper.opensThis(bytes))
        requireStillHers(open, session, her)
        if (opens === null) throw new Failure('wrongPassphrase')
        session.keyring = opens.keyring
        await keeper.handTo(session, archivistAt(session))
        return {}
      }),
  }
}
