// Passages that only she can read: sealed to her key, and out of every other place in the archive. Their sound goes the same
// way where she says so, and what she said aloud about them always; it comes back with the words.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { ChangedConcept, OpenSession, Session } from '../../session.ts'
import type { WritableArchive } from '../../store/archive-database.ts'
import { nothingGone } from '../../store/erase/gone.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { openAnswersAbout } from '../../store/sealed-answers.ts'
import { readSealed, sealPassage } from '../../store/seals.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { withoutGoneReadings } from '../readings/gone.ts'
import { listSealedAnswers } from '../sealed-answers/heard.ts'
import { discardSealedAnswers, keepSealedAnswers, sealAnswers } from '../sealed-answers/seal.ts'
import { destroyFilesOf } from '../sealed-sound/destroy-gone.ts'
import { discardWritten, keepWritten, sealAway, type Written } from '../sealed-sound/seal-away.ts'
import { areKept, unsealAll } from '../sealed-sound/unseal.ts'
import { openPlaceOf, whereIsSound, type Place } from '../sealed-sound/where.ts'
import { forgetRenditions } from '../sound/index.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { toldWhile } from '../told.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'
import { herSession, openKeyOf, requireStillHers, type Her } from './her.ts'

const touched: readonly ChangedConcept[] = ['story', 'marks', 'shelf', 'excerpts']

type Calls = 'seal' | 'sealWithSound' | 'sealedSound' | 'sealedAnswers' | 'unseal' | 'readSealed'

/** Throws Failure noPassphrase. */
function keyToSealTo({ database }: Session, her: Her): NarratorKey {
  const kept = keyInUse(database, her.narrator)
  if (kept === null) throw new Failure('noPassphrase')
  return kept.key
}

interface Step {
  readonly kind: 'working'
  readonly done: number
  readonly total: number
}

interface Asked {
  readonly testimony: string
  readonly passages: readonly string[]
}

/**
 * Words, what she said aloud about them, and whatever sound was written for it, in one transaction; then what that lay on goes.
 * Called in turn, so that nothing more is said meanwhile. Throws Failure diskFull, checkFailed, cancelled; then nothing of it
 * is sealed.
 *
 * @param still called before anything is kept, and may throw
 */
async function keepSealed(
  session: Session,
  { testimony, passages }: Asked,
  key: NarratorKey,
  places: readonly Place[],
  written: readonly Written[],
  still: () => void,
  signal: AbortSignal,
): Promise<void> {
  const gone = nothingGone()
  const answers = await sealAnswers(session, openAnswersAbout(session.database, testimony, passages), key, signal)
  const keep = (archive: WritableArchive): void => {
    const at = session.moment()
    const stretches = places.map(({ passage, recording, stretch }) => {
      return { passage, testimony, recording, key: key.id, ...stretch, at }
    })
    for (const passage of passages) sealPassage(archive, testimony, passage, key, { id: session.newId(), at })
    for (const one of written) keepWritten(archive, one, stretches, at, gone)
    keepSealedAnswers(archive, answers, gone)
    pagesToBeCleaned(archive)
  }
  try {
    still()
    // What others read aloud of them goes with their words.
    withoutGoneReadings(session, testimony, () => session.save(touched, keep))
  } catch (error) {
    await discardSealedAnswers(session, answers)
    throw error
  }
  await onceItCounts(async () => {
    // What a machine wrote where they are spoken goes at once, whether or not anybody looks at it again.
    pruneDrafts(session, testimony)
    forgetRenditions(session, testimony)
    await destroyFilesOf(session, gone)
    await cleanPages(session)
  })
}

export function sealingHandlers(open: OpenSession, handedOver: HandedOver): Pick<Handlers<typeof contract>, Calls> {
  /** Throws Failure locked where she is not at the window any more, changedMeanwhile where she has another key by now. */
  const stillTo = (session: Session, her: Her, key: NarratorKey) => (): void => {
    requireStillHers(open, session, her)
    if (keyToSealTo(session, her).id !== key.id) throw new Failure('changedMeanwhile')
  }
  return {
    async seal(asked, signal) {
      const { session, her } = herSession(open)
      const key = keyToSealTo(session, her)
      await inTurn(session, () => keepSealed(session, asked, key, [], [], stillTo(session, her, key), signal))
      return {}
    },
    async *sealWithSound({ testimony, passages: named }, signal) {
      const { session, her } = herSession(open)
      const key = keyToSealTo(session, her)
      const passages = [...new Set(named)]
      const sealing = async (tell: (step: Step) => void): Promise<void> => {
        const say = (done: number, total: number) => tell({ kind: 'working', done, total })
        let places: readonly Place[] = []
        try {
          places = passages.flatMap((passage) => openPlaceOf(session.database, testimony, passage) ?? [])
          const written = await sealAway(session, testimony, places, key, handedOver, say, signal)
          try {
            if (signal.aborted) throw new Failure('cancelled')
            const still = stillTo(session, her, key)
            await keepSealed(session, { testimony, passages }, key, places, written, still, signal)
          } catch (error) {
            if (!areKept(session, written)) await discardWritten(session, written)
            throw error
          }
        } finally {
          await handedOver.discard(session, places)
        }
      }
      const begun: Step = { kind: 'working', done: 0, total: 0 }
      yield* toldWhile(begun, (tell) => inTurn(session, () => sealing(tell)))
      yield { kind: 'sealed' }
    },
    async sealedSound({ testimony, passage }) {
      return whereIsSound(herSession(open).session, testimony, passage)
    },
    sealedAnswers({ testimony }) {
      return { answers: listSealedAnswers(herSession(open).session, testimony) }
    },
    async unseal({ testimony, passages, sound }, signal) {
      const { session, her } = herSession(open)
      const key = openKeyOf(her)
      const wanted = [...new Set(passages)].map((passage) => ({ testimony, passage }))
      await unsealAll(session, wanted, sound ?? 'back', key, touched, signal, () => {
        requireStillHers(open, session, her)
        // NOTE: a key that was closed meanwhile is zeroed, and whatever it did not open was taken for damaged.
        if (herSession(open).her.key !== key) throw new Failure('changedMeanwhile')
        return () => undefined
      })
      return {}
    },
    readSealed({ testimony, passage }) {
      const { session, her } = herSession(open)
      return { text: readSealed(session.database, testimony, passage, openKeyOf(her)) }
    },
  }
}
