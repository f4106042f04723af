// A sealed answer as sound that can be heard in pieces, and the list of them: only in her session. Nothing of one is opened
// before it is asked for with her key open, and nothing deciphered is kept.
import type { z } from 'zod'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession } from '../../../../shared/contract/her-session.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import { plainType } from '../../files/media-types.ts'
import { heardAs } from '../../importers/sound/heard.ts'
import { readParts } from '../../importers/sound/heard-parts.ts'
import type { FoundMedia } from '../../open-process.ts'
import type { Session } from '../../session.ts'
import { placesOfSealedAnswers, readSealedAnswer } from '../../store/sealed-answers.ts'
import { narratorOf } from '../../store/stories.ts'
import { mostInRecord } from '../sealed-sound/sealed-file.ts'
import { openedBox, readerOfAnswer } from './answer-file.ts'

/**
 * Null where there is no such answer. Throws Failure mediaMissing for whoever is not the narrator whose it is, noPassphrase
 * while her key is not open.
 */
export async function sealedAnswerMedia(session: Session, id: string): Promise<FoundMedia | null> {
  const answer = readSealedAnswer(session.database, id)
  if (answer === null) return null
  const keyNow = (): OpenNarratorKey => {
    const { actor, database } = session
    if (actor.role !== 'narrator' || narratorOf(database, answer.testimony) !== actor.narrator)
      throw new Failure('mediaMissing')
    if (actor.key?.id !== answer.key) throw new Failure('noPassphrase')
    return actor.key
  }
  const about = openedBox(answer, keyNow())
  const read = readerOfAnswer(session, answer, about, keyNow)
  const access = {
    size: about.size,
    read: (start: number, end: number) => read({ start, end }),
    async *stream(start: number, end: number) {
      for (let at = start; at < end; at += mostInRecord) yield await access.read(at, Math.min(end, at + mostInRecord))
    },
  }
  const heard = await heardAs(access, about.type)
  return heard === null
    ? { size: about.size, type: plainType(about.type), read: (start, end) => access.stream(start, end) }
    : { size: heard.size, type: heard.type, read: (start, end) => readParts(heard.parts(start, end), access) }
}

type Listed = z.infer<(typeof herSession.sealedAnswers)['output']>['answers']

/** How long each is, is said where her key is open. */
export function listSealedAnswers({ database, actor }: Session, testimony: string): Listed {
  const key = actor.role === 'narrator' ? actor.key : null
  return placesOfSealedAnswers(database, testimony).map(({ answer, beside }) => {
    const durationMs = key?.id === answer.key ? openedBox(answer, key).durationMs : null
    return { id: answer.id, passage: beside, at: answer.at, durationMs }
  })
}
