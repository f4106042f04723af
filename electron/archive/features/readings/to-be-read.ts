// Which passages of an excerpt are to be heard in another voice, and what is to be read of them.
import { Failure } from '../../../../shared/contract/failure.ts'
import { answersFor } from '../../../../shared/domain/gate/consent.ts'
import { shownPieces } from '../../../../shared/domain/marks/redaction.ts'
import { hasWordsToRead, wordsToRead } from '../../../../shared/domain/sound/readings.ts'
import type { Passage } from '../../../../shared/domain/story.ts'
import { useOf } from '../../../../shared/domain/consent/uses.ts'
import type { Session } from '../../session.ts'
import { questionOfExcerpt } from '../excerpts/prepared.ts'

export interface ToBeRead {
  readonly passage: Passage
  readonly words: string
}

/** In the order of the telling. */
export function toBeRead(session: Session, excerpt: string): { testimony: string; passages: ToBeRead[] } {
  const question = questionOfExcerpt(session, excerpt)
  const { story, marks } = question
  const answers = answersFor(question)
  const { reach } = useOf(question.excerpt.use)
  const passages = story.passages.flatMap((passage) => {
    if (answers.get(passage.id)?.conditions?.voice !== 'other') return []
    const words = wordsToRead(shownPieces(passage, marks, reach))
    return hasWordsToRead(words) ? [{ passage, words }] : []
  })
  return { testimony: question.excerpt.testimony, passages }
}

/** Throws Failure notFound where this passage needs no other voice. */
export function oneToBeRead(session: Session, excerpt: string, passage: string): ToBeRead & { testimony: string } {
  const { testimony, passages } = toBeRead(session, excerpt)
  const found = passages.find((one) => one.passage.id === passage)
  if (found === undefined) throw new Failure('notFound')
  return { testimony, ...found }
}
