// The shelf of testimonies, and finding words in all of them.
import type { Handlers } from '../../../shared/contract/define.ts'
import type { shelf as contract } from '../../../shared/contract/shelf.ts'
import type { OpenSession, Session } from '../session.ts'
import { findPassages } from '../store/find.ts'
import { findWords, foldQuery } from '../store/fold.ts'
import { labelsOf, listShelf, shelfChoices } from '../store/shelf.ts'

/** What ends within so long is said to end soon. */
const soonMs = 60 * 24 * 60 * 60 * 1000

/** Whose testimonies are to be had alone; null where everybody's are. */
function only({ actor }: Session): string | null {
  return actor.role === 'narrator' ? actor.narrator : null
}

export function shelfHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    list(query) {
      const session = open()
      const now = session.moment()
      const soon = new Date(Date.parse(now) + soonMs).toISOString()
      const words = query.words.trim()
      const { total, cards } = listShelf(session.database, {
        ...query,
        narrator: only(session),
        words,
        match: foldQuery(words, true),
        now,
        soon,
      })
      return {
        total,
        cards: cards.map((card) => ({
          ...card,
          waitingForHer: card.waitingForHer === 1,
          labels: labelsOf(session.database, card.id),
        })),
      }
    },
    choices() {
      const session = open()
      return shelfChoices(session.database, only(session))
    },
    find({ words, ...query }) {
      const session = open()
      const match = foldQuery(words, true)
      if (match === null) return { hits: [], total: 0 }
      const { hits, total } = findPassages(session.database, { ...query, match, narrator: only(session) })
      return { total, hits: hits.map((hit) => ({ ...hit, found: findWords(hit.text, words, true) })) }
    },
  }
}
