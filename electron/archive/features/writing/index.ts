// Writing in a story, on the archive's side: kept, looked back on, brought back, talked over.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { writing as contract } from '../../../../shared/contract/writing.ts'
import { authorOf } from '../../actor.ts'
import type { OpenSession } from '../../session.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import {
  forgetRevision,
  insertRevision,
  isHerVersion,
  lastRevision,
  listRevisions,
  nameRevision,
  transcriptAt,
} from '../../store/revisions.ts'
import { readStory } from '../../store/stories.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import { withoutGoneReadings } from '../readings/gone.ts'
import { besideHandlers } from './beside.ts'
import { keepChange, keptTouches, writtenTouches } from './keep.ts'
import { changeBackTo } from './restore.ts'
import { forgetDeclined } from './declined-suggestions.ts'
import { forgetQuotes, suggestionHandlers } from './suggestions.ts'

export function writingHandlers(open: OpenSession): Handlers<typeof contract> {
  return {
    keep: ({ testimony, base, change }) => keepChange(open(), testimony, change, { base, own: false }, writtenTouches),
    snapshot({ testimony, name }) {
      const session = open()
      const at = session.moment()
      const revision = session.save(['story'], (archive) => {
        const last = lastRevision(archive, testimony)
        if (last.name === '') {
          nameRevision(archive, testimony, last.number, name)
          return last.number
        }
        // The same state, and the same author's, by another name.
        const number = last.number + 1
        insertRevision(archive, testimony, { ...last, number, at, until: at, name })
        return number
      })
      return { revision, at }
    },
    revisions({ testimony }) {
      const { database } = open()
      readStory(database, testimony)
      return { revisions: listRevisions(database, testimony) }
    },
    at({ testimony, revision }) {
      const { database } = open()
      return transcriptAt(database, testimony, revision, readStory(database, testimony))
    },
    restore({ testimony, base, revision }) {
      const session = open()
      const change = changeBackTo(session, testimony, revision)
      const { revision: kept, at } = keepChange(session, testimony, change, { base, own: true })
      return { revision: kept, at }
    },
    async forget({ testimony, revision }) {
      const session = open()
      forgetDeclined(session, testimony)
      withoutGoneReadings(session, testimony, () =>
        session.save(keptTouches, (archive) => {
          const last = lastRevision(archive, testimony)
          if (!listRevisions(archive, testimony).some(({ number }) => number === revision))
            throw new Failure('notFound')
          if (last.number === revision) throw new Failure('badInput')
          const wasHers = isHerVersion(archive, testimony)
          forgetRevision(archive, testimony, revision)
          forgetQuotes(archive, testimony)
          pagesToBeCleaned(archive)
          if (!wasHers || isHerVersion(archive, testimony)) return
          // NOTE: that its words are hers must outlast the revision that said so.
          const at = session.moment()
          insertRevision(archive, testimony, {
            number: last.number + 1,
            ...authorOf(session.actor),
            at,
            until: at,
            name: '',
          })
        }),
      )
      await onceItCounts(() => cleanPages(session))
      return {}
    },
    ...suggestionHandlers(open),
    ...besideHandlers(open),
  }
}
