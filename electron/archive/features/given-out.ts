// The register of what has been given out, and what in it is closed by now.
import type { givenOut as contract } from '../../../shared/contract/excerpts.ts'
import type { Handlers } from '../../../shared/contract/define.ts'
import { answersIn, heirsOf } from '../../../shared/domain/consent-lineage.ts'
import type { OpenSession, Session } from '../session.ts'
import { whatCounts } from '../store/ledger.ts'
import { listDisclosures, type Disclosure } from '../store/register.ts'
import { historyOf } from './consent.ts'

/**
 * Closed answers that mean that she has changed her mind; a yes that was used up, as agreed, is not one of them, nor is
 * "not yet" or "ask me each time" where the giving out itself relied on it.
 */
const takenBack: ReadonlySet<string> = new Set(['no', 'withdrawn', 'expired', 'eventCame', 'otherRecipient'])

function closedSince(session: Session, disclosure: Disclosure): number {
  const ledger = whatCounts(session.database, disclosure.testimony)
  const moment = session.moment()
  const history = historyOf(session, disclosure.testimony)
  const answerOf = answersIn(ledger, new Map(), history)
  const isClosed = (passage: string) => {
    const answer = answerOf({ passage, use: disclosure.use, recipient: disclosure.recipient.id, moment })
    if (answer.open) return false
    return (
      takenBack.has(answer.because) ||
      (answer.opensBySignOff && !disclosure.consentEntries.includes(answer.entry ?? ''))
    )
  }
  // A passage that left may be in several by now: an answer that closes one of them closes it.
  return disclosure.passages.filter((passage) => heirsOf(passage, history).some(isClosed)).length
}

export function givenOutHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    list() {
      const session = open()
      return {
        disclosures: listDisclosures(session.database).map((disclosure) => {
          const { passages, redactions, ...row } = disclosure
          const titled = session.database.get<{ title: string }>('SELECT title FROM testimonies WHERE id = ?', [
            disclosure.testimony,
          ])
          return {
            ...row,
            testimonyTitle: titled?.title ?? '',
            passages: passages.length,
            redactions: redactions.length,
            closedSince: closedSince(session, disclosure),
          }
        }),
      }
    },
  }
}
