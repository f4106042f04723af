// After something went for good: pages keep pieces of rows that were moved on them, so they are written anew.
import { Failure } from '../../../shared/contract/failure.ts'
import type { Session } from '../session.ts'

const patience = 50

/**
 * Waits while somebody reads row by row, which is over soon. Throws Failure diskFull, locked, and alreadyOpenElsewhere where
 * somebody reads for longer than that.
 */
export async function cleanPages(session: Session): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      session.database.rewritePages()
      return
    } catch (error) {
      const isBusy = error instanceof Failure && error.code === 'alreadyOpenElsewhere'
      if (!isBusy || tries === patience) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
