// Whose name an archivist signs with: that of whoever's passphrase opened the archive.
import type { Actor } from '../../actor.ts'
import type { Session } from '../../session.ts'
import type { KeyringEntry } from '../../vault/keyring-map.ts'
import { base32 } from '../../vault/random.ts'

/** One archivist with a passphrase of her own. */
export interface Member {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970; 0 where it is not known. */
  readonly since: number
  readonly isCarried: boolean
}

type Opened = Pick<Session, 'keyring' | 'about'>

/** Signs for nobody: the archive has several members, and what opened it is none of theirs alone. */
const nobody = '—'

/** Whoever made the archive has no name in the keyring, but in the archive itself. */
function memberOf(entry: KeyringEntry, { about }: Opened): Member {
  const name = entry.name === '' ? about.archivist : entry.name
  return { id: base32(entry.id), name, since: entry.since, isCarried: !entry.first }
}

/** Everybody with a passphrase, as they came. */
export function membersOf(session: Opened): Member[] {
  return (session.keyring?.entries ?? [])
    .flatMap((entry) => (entry?.kind === 'passphrase' ? [memberOf(entry, session)] : []))
    .toSorted((one, other) => one.since - other.since || one.name.localeCompare(other.name, 'und'))
}

/** What the archive was opened with; a passphrase where that cannot be read. */
export function openedWith({ keyring }: Opened): KeyringEntry['kind'] {
  return keyring?.entries[keyring.slot]?.kind ?? 'passphrase'
}

/** Who is at the window of an archive that an archivist has opened. */
export function archivistAt(session: Opened): Actor {
  const { keyring, about } = session
  if (keyring === null) return { role: 'archivist', name: about.archivist, member: null }
  const entry = keyring.entries[keyring.slot] ?? null
  if (entry?.kind === 'passphrase') {
    const { id, name } = memberOf(entry, session)
    return { role: 'archivist', name, member: id }
  }
  const [only, ...others] = membersOf(session)
  return { role: 'archivist', name: only === undefined || others.length > 0 ? nobody : only.name, member: null }
}
