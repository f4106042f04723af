// At an opening: what could not be cleared away, or was killed, after something had been sealed, opened or taken.
import type { Session } from '../session.ts'
import { arePagesToBeCleaned } from '../store/pages-to-clean.ts'
import { cleanPages } from './clean-pages.ts'
import { forgetRenditions } from './sound/index.ts'
import { pruneDrafts } from './transcribing/drafts.ts'

/** What fails again keeps nobody out: it is tried at the next opening. */
export async function finishCleaning(session: Session): Promise<void> {
  if (!arePagesToBeCleaned(session.database)) return
  try {
    for (const { id } of session.database.all<{ id: string }>('SELECT id FROM testimonies')) {
      pruneDrafts(session, id)
      forgetRenditions(session, id)
    }
    await cleanPages(session)
  } catch {
    // The mark stands.
  }
}
