// The register of what has been given out, and how much of it is closed by now.
import type { givenOut as contract } from '../../../../shared/contract/excerpts.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { OpenSession } from '../../session.ts'
import { listDisclosures } from '../../store/register.ts'
import { closedInAll } from '../recall/closed.ts'

export function givenOutHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    list() {
      const session = open()
      const rows = listDisclosures(session.database)
      const closedIn = closedInAll(session, rows)
      return {
        disclosures: rows.map((disclosure) => {
          const { passages, redactions, ...row } = disclosure
          const titled = session.database.get<{ title: string }>('SELECT title FROM testimonies WHERE id = ?', [
            disclosure.testimony,
          ])
          return {
            ...row,
            testimonyTitle: titled?.title ?? '',
            passages: passages.length,
            redactions: redactions.length,
            closedSince: closedIn.get(disclosure.id)?.closed.length ?? 0,
            endedSince: closedIn.get(disclosure.id)?.ended.length ?? 0,
          }
        }),
      }
    },
  }
}
