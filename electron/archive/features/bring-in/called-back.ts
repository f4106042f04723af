// What was called back is not brought in: neither the file itself nor its words in another layout.
import type { ImportedTurn } from '../../../../shared/domain/imported.ts'
import type { Session } from '../../session.ts'
import { fileCalledBackBy, knownRecalls, wordsCalledBackBy, type CalledBackBy } from '../recall/known-recalls.ts'
import type { Batch } from './batch.ts'
import type { Item } from './item.ts'

/** NOTE: a correction makes new turns, so that the words are compared again as they stand then. */
const compared = new WeakMap<readonly ImportedTurn[], { readonly with: object; readonly found: CalledBackBy | null }>()

/** The recall that speaks against an item; null where none does. In pieces: a transcript may be long. */
export function* recallOf(
  session: Session,
  batch: Batch,
  { transcript, sound, turns }: Item,
): Generator<void, CalledBackBy | null> {
  const known = yield* knownRecalls(session)
  const files = [transcript, sound].flatMap((id) => batch.file(id)?.sha256 ?? [])
  const byFile = fileCalledBackBy(known, files)
  if (byFile !== null) return byFile
  const before = compared.get(turns)
  if (before?.with === known) return before.found
  const passages = turns.flatMap((turn) => turn.passages.map(({ text }) => text))
  const found = yield* wordsCalledBackBy(known, passages)
  compared.set(turns, { with: known, found })
  return found
}
