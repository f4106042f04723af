// Stories that are here already and hold words that somebody else calls back: looked through one by one, so that it can be left.
import type { z } from 'zod'
import type { heldHere } from '../../../../shared/contract/recall.ts'
import { findAgain } from '../../../../shared/domain/given-out/called-back.ts'
import type { Session } from '../../session.ts'
import { readStory } from '../../store/stories.ts'
import { unhurried } from '../../unhurried.ts'
import { printOf } from './given-prints.ts'
import { listedAlone } from './known-recalls.ts'

/** A line for each story. NOTE: sealed words cannot be compared, by anybody. Throws Failure notFound, cancelled. */
export async function* lookHere(
  session: Session,
  listed: string,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof heldHere>> {
  const every = await unhurried(listedAlone(session, listed), signal)
  const ids = session.database.all<{ id: string }>('SELECT id FROM testimonies ORDER BY created_at, id')
  for (const [at, { id }] of ids.entries()) {
    const { testimony, passages } = readStory(session.database, id)
    const words = passages.map(({ text }) => text)
    const again = await unhurried(findAgain(every, words, printOf), signal)
    const { title, language } = testimony
    const found =
      again === null ? null : { testimony: id, title, language, passage: passages[again.passage]?.id ?? null }
    yield { done: at + 1, total: ids.length, found }
  }
}
