// Suggestions: a change to words or title that waits for her, or, before her first review, for an archivist.
import type { Suggestion } from '../../../../shared/domain/writing/beside.ts'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { writing as contract } from '../../../../shared/contract/writing.ts'
import { movedWordTimes } from '../../../../shared/domain/marks/reanchor.ts'
import type { Story } from '../../../../shared/domain/story.ts'
import { authorOf } from '../../actor.ts'
import type { OpenSession, Session } from '../../session.ts'
import type { ReadableArchive, WritableArchive } from '../../store/archive-database.ts'
import { deleteSuggestion, listSuggestions, putSuggestion, type KeptSuggestion } from '../../store/beside.ts'
import { forgetSteps } from '../../store/mark-steps.ts'
import { readMarks } from '../../store/marks.ts'
import { isHerVersion } from '../../store/revisions.ts'
import { readStory, updateTitle } from '../../store/stories.ts'
import { declinedHandlers, rememberDeclined, standing } from './declined-suggestions.ts'
import { writeChange, keptTouches } from './keep.ts'
import { changeTo } from './restore.ts'
import { removeRenditions } from '../sound/index.ts'

/** All that wait, with whether what they would change still stands. */
export function readSuggestions(archive: ReadableArchive, story: Story): Suggestion[] {
  return listSuggestions(archive, story.testimony.id).map((suggestion) => ({
    ...suggestion,
    state: standing(story, suggestion.passage) === suggestion.before ? 'open' : 'stale',
  }))
}

/** When a revision is forgotten: undo and stale suggestions quote words that may stand nowhere else. */
export function forgetQuotes(archive: WritableArchive, testimony: string): void {
  forgetSteps(archive, testimony)
  for (const { id, state } of readSuggestions(archive, readStory(archive, testimony)))
    if (state === 'stale') deleteSuggestion(archive, testimony, id)
}

function find(session: Session, testimony: string, id: string): KeptSuggestion {
  const found = listSuggestions(session.database, testimony).find((suggestion) => suggestion.id === id)
  if (found === undefined) throw new Failure('notFound')
  return found
}

/** Applies it; gives the renditions that are no more. */
function apply(
  session: Session,
  archive: WritableArchive,
  testimony: string,
  suggestion: KeptSuggestion,
): readonly string[] {
  const story = readStory(archive, testimony)
  if (standing(story, suggestion.passage) !== suggestion.before) throw new Failure('changedMeanwhile')
  if (suggestion.passage === null) {
    const hers = session.actor.role === 'narrator'
    if (!hers && story.testimony.titleBy === 'narrator') throw new Failure('herVersion')
    updateTitle(archive, testimony, suggestion.after, hers ? 'narrator' : 'archivist')
    return []
  }
  const passages = story.passages.map((passage) =>
    passage.id === suggestion.passage
      ? { ...passage, text: suggestion.after, wordTimes: movedWordTimes(passage, suggestion.after) }
      : passage,
  )
  const marks = readMarks(archive, testimony)
  const sealed = new Set(marks.seals.map(({ passage }) => passage))
  const change = changeTo(session, story, { ...story, passages }, marks, sealed)
  return writeChange(session, archive, testimony, change, { base: null, own: true }).renditions
}

type Suggestions = 'suggest' | 'takeBackSuggestion' | 'answerSuggestion' | 'bringBackSuggestion'

export function suggestionHandlers(open: OpenSession): Pick<Handlers<typeof contract>, Suggestions> {
  return {
    suggest({ testimony, passage, after, why }) {
      const session = open()
      const story = readStory(session.database, testimony)
      const before = standing(story, passage)
      if (before === null) throw new Failure('notFound')
      if (readMarks(session.database, testimony).seals.some((seal) => seal.passage === passage))
        throw new Failure('sealed')
      if (after === before || (passage === null && after.trim() === '')) throw new Failure('badInput')
      const id = session.newId()
      session.save(['story', 'shelf'], (archive) =>
        putSuggestion(archive, testimony, {
          id,
          passage,
          before,
          after,
          why,
          author: authorOf(session.actor).author,
          at: session.moment(),
        }),
      )
      return { suggestion: id }
    },
    takeBackSuggestion({ testimony, suggestion }) {
      const session = open()
      const { author } = find(session, testimony, suggestion)
      if (session.actor.role === 'archivist' && author !== authorOf(session.actor).author)
        throw new Failure('onlyNarrator')
      session.save(['story', 'shelf'], (archive) => deleteSuggestion(archive, testimony, suggestion))
      return {}
    },
    answerSuggestion({ testimony, suggestion: id, answer }) {
      const session = open()
      const suggestion = find(session, testimony, id)
      if (session.actor.role === 'archivist' && isHerVersion(session.database, testimony))
        throw new Failure('herVersion')
      const renditions = session.save(keptTouches, (archive) => {
        const outdated = answer === 'accept' ? apply(session, archive, testimony, suggestion) : []
        deleteSuggestion(archive, testimony, id)
        return outdated
      })
      if (answer === 'keepMine') rememberDeclined(session, testimony, suggestion)
      removeRenditions(session, renditions)
      return {}
    },
    ...declinedHandlers(open),
  }
}
