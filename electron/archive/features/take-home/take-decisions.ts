// Her decisions, taken: hers wins but where she says otherwise. Everything counts in one transaction, what she said aloud and
// the sound of what she sealed too, which is written before it.
import { Failure } from '../../../../shared/contract/failure.ts'
import { canonical } from '../../../../shared/domain/canonical.ts'
import { isMoreVisible } from '../../../../shared/domain/given-out/existence.ts'
import type { Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { nothingGone, type Gone } from '../../store/erase/gone.ts'
import { readLineage } from '../../store/lineage.ts'
import { keepColour } from '../../store/looks.ts'
import { keysOf } from '../../store/narrator-keys.ts'
import { readNarrator, updateNarrator } from '../../store/narrators.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { sealedWithOpenSound } from '../../store/sealed-sound.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { keepExistenceBroughtHome } from '../existence-said.ts'
import { requireNoForgottenKey } from '../hers-to-decide.ts'
import { withoutGoneReadings } from '../readings/gone.ts'
import { destroyFilesOf } from '../sealed-sound/destroy-gone.ts'
import { forgetRenditions } from '../sound/index.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'
import type { ReadDecisions } from './decisions-file.ts'
import { difference } from './difference.ts'
import { herState } from './her-state.ts'
import { requireNew } from './incoming.ts'
import { SaidBroughtHome } from './said-brought.ts'
import { SoundBroughtHome, soundWanted } from './sound-brought.ts'
import { writeEntries } from './write-entries.ts'
import { writeMerged } from './write-merged.ts'

export interface Waiting {
  readonly read: ReadDecisions
  /** The conflicts as they were shown: what is taken is what was seen. */
  readonly shown: string
}

interface Taking {
  readonly signal: AbortSignal
  /** Throws where it is to be taken no more. */
  readonly stillHere: () => void
  /** Called once it counts. */
  readonly taken: () => void
}

/**
 * Throws Failure takenAlready, changedMeanwhile (the conflicts, or what sound is to be sealed, are others by now),
 * signatureWrong, diskFull, checkFailed, cancelled, locked; then nothing of it is left.
 */
export async function take(
  session: Session,
  handedOver: HandedOver,
  waiting: Waiting,
  keepHere: ReadonlySet<string>,
  { signal, stillHere, taken }: Taking,
) {
  const { database } = session
  const { decisions } = waiting.read
  const testimonies = decisions.testimonies.map(({ state }) => state.id)
  const key = keysOf(database, decisions.narrator).find((kept) => kept.key.id === decisions.key)?.key
  if (key === undefined) throw new Failure('signatureWrong')
  const before = difference(database, decisions, keepHere).merged
  const wanted = soundWanted(before)
  const gone = nothingGone()
  let sound: SoundBroughtHome | null = null
  let said: SaidBroughtHome | null = null
  let done: Done
  try {
    const brought = await SoundBroughtHome.write(session, wanted, key, handedOver, signal)
    sound = brought
    const aloud = await SaidBroughtHome.write(session, waiting.read, before, key, signal)
    said = aloud
    stillHere()
    done = withoutReadingsOf(session, testimonies, () =>
      session.save(['shelf', 'story', 'marks', 'consent', 'excerpts', 'givenOut'], (archive) =>
        write(session, archive, waiting, keepHere, brought, aloud, gone),
      ),
    )
  } catch (error) {
    await sound?.discard(session)
    await said?.discard(session)
    throw error
  } finally {
    await handedOver.discard(session, wanted)
  }
  taken()
  let toBeCleaned = false
  await onceItCounts(async () => {
    for (const testimony of testimonies) pruneDrafts(session, testimony)
    for (const testimony of testimonies) forgetRenditions(session, testimony)
    await destroyFilesOf(session, gone)
    // What was sealed or taken away must not linger in the log, nor what was sealed on a page.
    database.emptyLog()
    if (done.isSealed || gone.media.size > 0) await cleanPages(session)
  }).catch(() => (toBeCleaned = true))
  const open = testimonies.flatMap((testimony) => sealedWithOpenSound(database, testimony))
  const soundOpen = new Set([...open, ...sound.left]).size
  return {
    testimonies,
    ...(toBeCleaned ? { toBeCleaned } : {}),
    ...(soundOpen === 0 ? {} : { soundOpen }),
    ...(done.stillSealed === 0 ? {} : { soundStillSealed: done.stillSealed }),
  }
}

/** What others read aloud of a passage goes with its words. */
function withoutReadingsOf<T>(session: Session, [testimony, ...others]: readonly string[], work: () => T): T {
  if (testimony === undefined) return work()
  return withoutGoneReadings(session, testimony, () => withoutReadingsOf(session, others, work))
}

interface Done {
  /** Whether words were sealed by it. */
  readonly isSealed: boolean
  /** Passages of which she opened sound in her copy that stays sealed here. */
  readonly stillSealed: number
}

function write(
  session: Session,
  archive: WritableArchive,
  { read, shown }: Waiting,
  keepHere: ReadonlySet<string>,
  sound: SoundBroughtHome,
  said: SaidBroughtHome,
  gone: Gone,
): Done {
  const { decisions } = read
  requireNew(archive, decisions)
  const { merged, conflicts, namesFrom } = difference(archive, decisions, keepHere)
  if (canonical(conflicts) !== shown) throw new Failure('changedMeanwhile')
  said.requireSame(archive, merged)
  const splitHere = decisions.testimonies.flatMap(({ state }) =>
    readLineage(archive, state.id).filter(({ kind, until }) => kind === 'split' && until >= decisions.takenAt),
  )
  const author = { narrator: decisions.narrator, name: readNarrator(archive, decisions.narrator).name }
  let isSealed = false
  let stillSealed = 0
  for (const { state, forgotten } of decisions.testimonies) {
    const result = merged.get(state.id)
    if (result === undefined) continue
    const here = herState(archive, state.id)
    const sealedHere = new Set(here.seals.map(({ passage }) => passage))
    isSealed ||= result.state.seals.some(({ passage }) => !sealedHere.has(passage)) || result.sealAgain.length > 0
    stillSealed += new Set([...result.sound.stillSealed, ...result.saidStillSealed]).size
    writeMerged(session, archive, here, result, forgotten, author)
  }
  said.keep(archive, merged, session.moment(), gone)
  sound.keep(archive, merged, session.moment(), gone)
  if (isSealed || gone.media.size > 0) pagesToBeCleaned(archive)
  if (namesFrom === 'hers') {
    const { colour, ...names } = decisions.names.now
    const after = { id: decisions.narrator, ...names }
    if (isMoreVisible(readNarrator(archive, decisions.narrator), after))
      requireNoForgottenKey(session, decisions.narrator)
    keepExistenceBroughtHome(session, archive, after)
    updateNarrator(archive, after)
    keepColour(archive, decisions.narrator, colour)
  }
  writeEntries(session, archive, decisions, merged, splitHere)
  for (const id of [...decisions.packs, decisions.pack])
    archive.run('INSERT OR IGNORE INTO decisions_taken (id, narrator, taken_at) VALUES (?, ?, ?)', [
      id,
      decisions.narrator,
      session.moment(),
    ])
  return { isSealed, stillSealed }
}
