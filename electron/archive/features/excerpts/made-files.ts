// The files of an excerpt, made once while the archive is open, and anew when anything in it is different.
import type { RedactedExcerpt } from '../../../../shared/domain/excerpts/excerpt.ts'
import { readingRoom, type RoomFile, type RoomSound } from '../../exporters/reading-room.ts'
import { sha256OfText } from '../../sha256.ts'
import type { Session } from '../../session.ts'

/** The excerpts whose files are kept in memory at once; those that were asked for longest ago go first. */
const most = 32

interface Made {
  /** SHA-256 (hex) of all that the files are made from. */
  readonly from: string
  readonly files: readonly RoomFile[]
}

// NOTE: what is kept belongs to this opening of the archive: at lock it goes with it.
const made = new WeakMap<Session, Map<string, Made>>()

/** The same content gives the same bytes, so what was made from it stands for it. */
export function filesOf(
  session: Session,
  excerpt: string,
  content: RedactedExcerpt,
  sound: RoomSound | null,
  recallKey: string | undefined,
): readonly RoomFile[] {
  const from = sha256OfText(JSON.stringify([content, sound, recallKey ?? null]))
  const here = made.get(session) ?? new Map<string, Made>()
  made.set(session, here)
  const last = here.get(excerpt)
  const files = last?.from === from ? last.files : readingRoom(content, sound, excerpt, recallKey)
  here.delete(excerpt)
  here.set(excerpt, { from, files })
  const [oldest] = here.keys()
  if (here.size > most && oldest !== undefined) here.delete(oldest)
  return files
}
