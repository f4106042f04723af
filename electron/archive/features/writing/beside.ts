// Beside a story: her headings, and what others write about her, signed, for her to see and answer.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { writing as contract } from '../../../../shared/contract/writing.ts'
import type { WordsAbout } from '../../../../shared/domain/writing/beside.ts'
import { authorOf } from '../../actor.ts'
import type { OpenSession, Session } from '../../session.ts'
import {
  deleteSection,
  deleteWordsAbout,
  holdsPassage,
  putSection,
  putWordsAbout,
  readSections,
  readSpokenAnswers,
  readWordsAbout,
} from '../../store/beside.ts'
import { isHerVersion } from '../../store/revisions.ts'
import { readStory } from '../../store/stories.ts'
import { readDeclined } from './declined-suggestions.ts'
import { readSuggestions } from './suggestions.ts'

type Beside = 'putSection' | 'removeSection' | 'putWordsAbout' | 'removeWordsAbout' | 'answerWordsAbout' | 'beside'

function wordsAbout(session: Session, testimony: string, id: string): WordsAbout {
  const found = readWordsAbout(session.database, testimony).find((words) => words.id === id)
  if (found === undefined) throw new Failure('notFound')
  return found
}

/** Whoever wrote them may change or remove them, and she may remove them; nobody signs for another. */
function requireAuthor(session: Session, { author }: WordsAbout): void {
  if (session.actor.role === 'archivist' && author !== authorOf(session.actor).author) throw new Failure('onlyNarrator')
}

export function besideHandlers(open: OpenSession): Pick<Handlers<typeof contract>, Beside> {
  return {
    putSection({ testimony, section, passage, heading }) {
      const session = open()
      const { database } = session
      if (!holdsPassage(database, testimony, passage)) throw new Failure('notFound')
      if (section !== null && !readSections(database, testimony).some(({ id }) => id === section))
        throw new Failure('notFound')
      const id = section ?? session.newId()
      session.save(['story'], (archive) => putSection(archive, testimony, { id, passage, heading }))
      return { section: id }
    },
    removeSection({ testimony, section }) {
      const removed = open().save(['story'], (archive) => deleteSection(archive, testimony, section))
      if (!removed) throw new Failure('notFound')
      return {}
    },
    putWordsAbout({ testimony, wordsAbout: id, ...words }) {
      const session = open()
      readStory(session.database, testimony)
      const before = id === null ? null : wordsAbout(session, testimony, id)
      const { author, authorRole } = authorOf(session.actor)
      if (before !== null && before.author !== author) throw new Failure('onlyNarrator')
      const changed = before === null || before.text !== words.text
      const otherwise = changed || before.kind !== words.kind || before.language !== words.language
      // What she has answered stays as it is, with her answer; changed, it is something new for her to see.
      const answered = before !== null && authorRole === 'archivist' && (before.seen !== 'no' || before.answer !== '')
      const fresh = before === null || (answered && otherwise)
      const kept: WordsAbout = {
        id: fresh ? session.newId() : before.id,
        ...words,
        author,
        at: fresh || changed ? session.moment() : before.at,
        seen: authorRole === 'narrator' ? 'yes' : fresh || changed ? 'no' : before.seen,
        answer: fresh ? '' : before.answer,
      }
      session.save(['story', 'shelf'], (archive) => putWordsAbout(archive, testimony, kept))
      return { wordsAbout: kept.id }
    },
    removeWordsAbout({ testimony, wordsAbout: id }) {
      const session = open()
      requireAuthor(session, wordsAbout(session, testimony, id))
      session.save(['story', 'shelf'], (archive) => deleteWordsAbout(archive, testimony, id))
      return {}
    },
    answerWordsAbout({ testimony, wordsAbout: id, seen, answer }) {
      const session = open()
      const words = wordsAbout(session, testimony, id)
      session.save(['story', 'shelf'], (archive) => putWordsAbout(archive, testimony, { ...words, seen, answer }))
      return {}
    },
    beside({ testimony }) {
      const session = open()
      const { database } = session
      const story = readStory(database, testimony)
      return {
        sections: readSections(database, testimony),
        wordsAbout: readWordsAbout(database, testimony),
        suggestions: readSuggestions(database, story),
        declined: readDeclined(session, story),
        spokenAnswers: readSpokenAnswers(database, testimony),
        herVersion: isHerVersion(database, testimony),
      }
    },
  }
}
