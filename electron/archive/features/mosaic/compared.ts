// An excerpt and what its recipient holds of hers, compared with what other narrators say. NOTE: only while an archivist
// is at the window: whoever holds hers could write any name into her story and read from the answer who else says it.
import { Failure } from '../../../../shared/contract/failure.ts'
import { putTogether, type PutTogether, type Sayers } from '../../../../shared/domain/given-out/mosaic.ts'
import { whatTells, type SaidFeature } from '../../../../shared/domain/given-out/mosaic-telling.ts'
import type { OpenSession, Session } from '../../session.ts'
import { putCompared, readCompared, type Compared } from '../../store/compared.ts'
import { hasUncounted, lookUpSayers } from '../../store/sayers.ts'
import { loadKnownWords } from './known-words.ts'

export interface SeenOnBothSides {
  readonly excerpt: string
  readonly narrator: string
  readonly before: readonly SaidFeature[]
  readonly now: readonly SaidFeature[]
}

/** How many lookups are made at one go. */
const atOnce = 8

/** Lets others be answered between two lookups. Throws Failure cancelled when nobody waits any more, or at another window. */
function breathing(session: Session, signal: AbortSignal): () => Promise<void> {
  const { atWindow } = session
  let looked = 0
  return async () => {
    looked += 1
    if (looked % atOnce === 0) await new Promise((resolve) => setImmediate(resolve))
    if (signal.aborted || atWindow.aborted) throw new Failure('cancelled')
  }
}

/**
 * Works it out, keeps for her what of it she may be told, and gives what the archivist may. Throws Failure cancelled.
 *
 * @param seen with `session` as it is now
 */
export async function compareWithOthers(
  open: OpenSession,
  session: Session,
  seen: SeenOnBothSides,
  signal: AbortSignal,
): Promise<Compared> {
  const { database } = session
  const { excerpt, narrator } = seen
  const knownWords = await loadKnownWords([...seen.before, ...seen.now].map(({ language }) => language))
  const { before, now } = whatTells(seen.before, seen.now, knownWords)
  const breathe = breathing(session, signal)
  const told = (sayers: Sayers): PutTogether => putTogether(before, now, sayers, narrator)
  const features = [...before, ...now]
  // NOTE: she is told nothing that comes from those whose being here nobody is to know.
  const forHer = told(await lookUpSayers(database, features, false, breathe))
  const all = hasUncounted(database) ? told(await lookUpSayers(database, features, true, breathe)) : forHer
  if (open() !== session || session.actor.role !== 'archivist') throw new Failure('cancelled')
  const at = session.moment()
  const kept = readCompared(database, excerpt)
  const isSame = kept !== null && kept.at.slice(0, 10) === at.slice(0, 10) && sameFound(kept, forHer)
  if (!isSame) session.save([], (archive) => putCompared(archive, excerpt, { at, ...forHer }))
  return { at, ...all }
}

function sameFound(one: PutTogether, other: PutTogether): boolean {
  const written = ({ together, alone }: PutTogether): string => JSON.stringify([together, alone])
  return written(one) === written(other)
}
