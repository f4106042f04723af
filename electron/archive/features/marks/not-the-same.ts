// "This is somebody else": said of longer words in which a name that is taken out is found, as a step that can be undone.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { marks as contract } from '../../../../shared/contract/marks.ts'
import type { Marks } from '../../../../shared/domain/marks/marks.ts'
import { partsOfName, plainWords } from '../../../../shared/domain/words/same-words.ts'
import { longerThan } from '../../../../shared/domain/names/somebody-else.ts'
import type { OpenSession } from '../../session.ts'
import { readMarks } from '../../store/marks.ts'
import { changeMark, marksNow } from './steps.ts'
import { requireHersToDecide } from '../hers-to-decide.ts'

/** Whether these words, or a name with this part in it, are taken out. `words`: as `plainWords` writes them. */
function isTakenOut({ redactions }: Marks, words: string): boolean {
  return redactions.some(({ thing, ranges }) =>
    ranges.some(({ quote }) =>
      [quote, ...(thing === 'name' ? partsOfName(quote) : [])].some((one) => plainWords(one) === words),
    ),
  )
}

export function notTheSameHandlers(
  open: OpenSession,
): Pick<Handlers<typeof contract>, 'notTheSame' | 'theSameAfterAll'> {
  return {
    notTheSame({ testimony, words: said, other: found }) {
      const session = open()
      // NOTE: it lets words leave that were held back, so that it is hers once she has gone through the story.
      requireHersToDecide(session, testimony)
      const marks = readMarks(session.database, testimony)
      const [words, other] = [plainWords(said), longerThan(said, found)]
      if (other === null || !isTakenOut(marks, words)) throw new Failure('notFound')
      if (marks.notTheSame.some((one) => one.words === words && one.other === other))
        return marksNow(session, testimony)
      const id = session.newId()
      const mark = { id, words, other, author: session.actor.name }
      return changeMark(session, testimony, id, { kind: 'notTheSame', mark })
    },
    theSameAfterAll({ testimony, notTheSame: id }) {
      const session = open()
      requireHersToDecide(session, testimony)
      if (!readMarks(session.database, testimony).notTheSame.some((one) => one.id === id)) throw new Failure('notFound')
      return changeMark(session, testimony, id, { kind: 'notTheSame', mark: null })
    },
  }
}
