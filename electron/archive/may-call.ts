// Who may make which call, and of what: asked before every handler, so that no handler can forget it.
import type { Needs, Owned } from '../../shared/contract/define.ts'
import type { FailureCode } from '../../shared/contract/failure.ts'
import type { Session } from './session.ts'
import type { ReadableArchive } from './store/archive-database.ts'

/** Whether the role at the window may make such a call at all; `session` is null while the archive is closed. */
export function mayCall(needs: Needs, session: Session | null): FailureCode | null {
  if (needs === 'door' || needs === 'recorder') return null
  if (needs === 'entering') return session?.actor.role === 'narrator' ? 'onlyArchivist' : null
  if (session === null) return 'locked'
  const { role } = session.actor
  if (needs === 'archivist') return role === 'archivist' ? null : 'onlyArchivist'
  return needs.who === 'herself' && role !== 'narrator' ? 'onlyNarrator' : null
}

const ownerSql: Readonly<Record<Owned, string>> = {
  testimony: 'SELECT narrator FROM testimonies WHERE id = ?',
  narrator: 'SELECT id AS narrator FROM narrators WHERE id = ?',
  recording: 'SELECT t.narrator FROM recordings r JOIN testimonies t ON t.id = r.testimony WHERE r.id = ?',
  excerpt: 'SELECT t.narrator FROM excerpts e JOIN testimonies t ON t.id = e.testimony WHERE e.id = ?',
  disclosure: 'SELECT t.narrator FROM disclosures d JOIN testimonies t ON t.id = d.testimony WHERE d.id = ?',
  rendition: 'SELECT t.narrator FROM renditions r JOIN testimonies t ON t.id = r.testimony WHERE r.id = ?',
}

function ownerOf(archive: ReadableArchive, kind: Owned, id: string): string | null {
  return archive.get<{ narrator: string }>(ownerSql[kind], [id])?.narrator ?? null
}

/** Whether what the input names is hers. What is not hers is not found: its being there is not given away. */
export function mayHave(needs: Needs, input: unknown, session: Session | null): FailureCode | null {
  if (typeof needs === 'string' || session === null || session.actor.role === 'archivist') return null
  const { narrator } = session.actor
  const fields = Object.entries(Object(input) as Readonly<Record<string, unknown>>)
  let named = 0
  for (const kind of needs.whose) {
    for (const [field, id] of fields) {
      if (field !== kind) continue
      named += 1
      if (typeof id !== 'string') return 'notFound'
      const testimony = kind === 'rendition' ? (session.testimonyOfRendition.get(id) ?? null) : null
      const owner =
        testimony === null ? ownerOf(session.database, kind, id) : ownerOf(session.database, 'testimony', testimony)
      if (owner !== narrator) return 'notFound'
    }
  }
  return named === 0 && needs.whose.length > 0 ? 'notFound' : null
}
