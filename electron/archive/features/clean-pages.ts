// After something went for good: pages keep pieces of rows that were moved on them, so they are written anew.
import { Failure } from '../../../shared/contract/failure.ts'
import type { Session } from '../session.ts'
import { arePagesToBeCleaned, pagesAreClean } from '../store/pages-to-clean.ts'

const patience = 50

/**
 * Waits while somebody reads row by row, which is over soon. Throws Failure diskFull, locked, and alreadyOpenElsewhere where
 * somebody reads for longer than that.
 */
export async function cleanPages(session: Session): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      session.database.rewritePages()
      if (arePagesToBeCleaned(session.database)) session.keepWorkedOut(pagesAreClean)
      return
    } catch (error) {
      const isBusy = error instanceof Failure && error.code === 'alreadyOpenElsewhere'
      if (!isBusy || tries === patience) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

/**
 * What follows once something counts, to the writing of pages anew. Throws Failure notCleanedYet where it fails: it is done
 * all the same, and the next opening does the rest (`finishCleaning`), for which the transaction said `pagesToBeCleaned`.
 */
export async function onceItCounts<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new Failure('notCleanedYet', { why: error instanceof Failure ? error.code : 'broken' })
  }
}
