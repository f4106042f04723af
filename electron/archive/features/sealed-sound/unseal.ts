// Sealed passages open again: their words where they stood, their sound back in its recording, what she said aloud about them
// as it was, in one transaction.
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenNarratorKey } from '../../actor.ts'
import type { ChangedConcept, Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { nothingGone } from '../../store/erase/gone.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { recordingFile } from '../../store/recordings.ts'
import { deleteSealedSound, sealedStretchOf } from '../../store/sealed-sound.ts'
import { sealedAnswersAbout } from '../../store/sealed-answers.ts'
import { keyOfSeal, unsealPassage } from '../../store/seals.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import { discardOpened, keepOpened, openAnswersAgain, type AnswerOpened } from '../sealed-answers/open-again.ts'
import { forgetRenditions } from '../sound/index.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { destroyFilesOf } from './destroy-gone.ts'
import { putBack } from './put-back.ts'
import { discardWritten, keepWritten, type Written } from './seal-away.ts'

interface Passage {
  readonly testimony: string
  readonly passage: string
}

/**
 * `back`: where some of it cannot be read any more nothing is opened, but what was said about it and cannot be read stays
 * sealed; `all`: that stops everything too. `readable`: silence where it cannot be read. `stays`: all of it stays sealed.
 * Where there is nothing else to open, what cannot be read stops it.
 */
export type OpenedSound = 'all' | 'back' | 'readable' | 'stays'

/**
 * Gives whether the pages were written anew after it. Throws Failure notFound where nothing of one is sealed, sealed where
 * that was to a key that is gone, pageDamaged, sealedSoundDamaged, diskFull, cancelled; then all stays sealed. Throws
 * Failure notCleanedYet where it is open all the same.
 *
 * @param still called before anything is kept, and may throw; what it gives is done in the same transaction
 */
export function unsealAll(
  session: Session,
  passages: readonly Passage[],
  sound: OpenedSound,
  key: OpenNarratorKey,
  touched: readonly ChangedConcept[],
  signal: AbortSignal,
  still: () => (archive: WritableArchive) => void,
): Promise<boolean> {
  return inTurn(session, async () => {
    const { database } = session
    const sealed = passages.flatMap(({ testimony, passage }) => {
      const stretch = sealedStretchOf(database, passage)
      return sound !== 'stays' && stretch?.testimony === testimony ? [stretch] : []
    })
    const stretches = sealed.filter((stretch) => stretch.key === key.id)
    const hasSound = new Set(stretches.map(({ passage }) => passage))
    const answers = [...Map.groupBy(passages, ({ testimony }) => testimony)].flatMap(([testimony, own]) =>
      sealedAnswersAbout(
        database,
        testimony,
        own.map(({ passage }) => passage),
      ),
    )
    const mine = answers.filter((one) => one.key === key.id)
    const words = passages.filter(({ testimony, passage }) => {
      const to = keyOfSeal(database, testimony, passage)
      // NOTE: what was sealed beside words whose key is gone opens without them, and they without sound whose key is gone.
      const isAlone = hasSound.has(passage) || mine.some((one) => one.testimony === testimony)
      const isClosed = sealed.some((stretch) => stretch.passage === passage)
      if (to === null && !isAlone) throw new Failure(isClosed ? 'sealed' : 'notFound')
      return to !== null && (to === key.id || !isAlone)
    })
    const unreadable = sound === 'readable' ? 'silent' : 'refused'
    const written = await putBack(session, stretches, key, unreadable, signal)
    const gone = nothingGone()
    let opened: readonly AnswerOpened[] = []
    try {
      opened = await openAnswersAgain(session, mine, key, sound === 'all' ? 'stops' : 'stays', signal)
      const isAnything = words.length + stretches.length + opened.length > 0
      if (mine.length > 0 && !isAnything) throw new Failure('sealedSoundDamaged')
      if (signal.aborted) throw new Failure('cancelled')
      const besides = still()
      session.save(touched, (archive) => {
        for (const { passage } of stretches)
          for (const file of deleteSealedSound(archive, passage)) gone.media.add(file)
        for (const one of written) keepWritten(archive, one, [], session.moment(), gone)
        for (const { testimony, passage } of words) unsealPassage(archive, testimony, passage, key)
        keepOpened(archive, opened, gone)
        if (gone.media.size > 0) pagesToBeCleaned(archive)
        besides(archive)
      })
    } catch (error) {
      if (!areKept(session, written)) await discardWritten(session, written)
      await discardOpened(session, opened)
      throw error
    }
    const hadSound = gone.media.size > 0
    await onceItCounts(async () => {
      for (const testimony of new Set(passages.map((one) => one.testimony))) forgetRenditions(session, testimony)
      await destroyFilesOf(session, gone)
      if (hadSound) await cleanPages(session)
    })
    return hadSound
  })
}

/** NOTE: a name that a row has by now is the archive's own, whatever failed after that. */
export function areKept({ database }: Session, written: readonly Written[]): boolean {
  return written.some(
    ({ recording, stored }) => stored !== null && recordingFile(database, recording)?.media === stored.name,
  )
}
