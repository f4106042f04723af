// Passages that only she can read: sealed to her key, and out of every other place in the archive. Their sound goes the same
// way where she says so, and comes back with the words.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { ChangedConcept, OpenSession, Session } from '../../session.ts'
import { nothingGone } from '../../store/erase/gone.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { pagesToBeCleaned } from '../../store/pages-to-clean.ts'
import { readSealed, sealPassage } from '../../store/seals.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { cleanPages, onceItCounts } from '../clean-pages.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { withoutGoneReadings } from '../readings/gone.ts'
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

type Calls = 'seal' | 'sealWithSound' | 'sealedSound' | 'unseal' | 'readSealed'

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

/** Words, and whatever sound was written for it, in one transaction; then what that lay on goes. */
async function keepSealed(
  session: Session,
  { testimony, passages }: Asked,
  key: NarratorKey,
  places: readonly Place[],
  written: readonly Written[],
): Promise<void> {
  const gone = nothingGone()
  // What others read aloud of them goes with their words.
  withoutGoneReadings(session, testimony, () =>
    session.save(touched, (archive) => {
      const at = session.moment()
      const stretches = places.map(({ passage, recording, stretch }) => {
        return { passage, testimony, recording, key: key.id, ...stretch, at }
      })
      for (const passage of passages) sealPassage(archive, testimony, passage, key, { id: session.newId(), at })
      for (const one of written) keepWritten(archive, one, stretches, at, gone)
      pagesToBeCleaned(archive)
    }),
  )
  await onceItCounts(async () => {
    // What a machine wrote where they are spoken goes at once, whether or not anybody looks at it again.
    pruneDrafts(session, testimony)
    forgetRenditions(session, testimony)
    await destroyFilesOf(session, gone)
    await cleanPages(session)
  })
}

export function sealingHandlers(open: OpenSession, handedOver: HandedOver): Pick<Handlers<typeof contract>, Calls> {
  return {
    async seal(asked) {
      const { session, her } = herSession(open)
      await keepSealed(session, asked, keyToSealTo(session, her), [], [])
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
            requireStillHers(open, session, her)
            if (keyToSealTo(session, her).id !== key.id) throw new Failure('changedMeanwhile')
            await keepSealed(session, { testimony, passages }, key, places, written)
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
    async unseal({ testimony, passages, sound }, signal) {
      const { session, her } = herSession(open)
      const key = openKeyOf(her)
      const wanted = [...new Set(passages)].map((passage) => ({ testimony, passage }))
      await unsealAll(session, wanted, sound ?? 'back', key, touched, signal, () => {
        requireStillHers(open, session, her)
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
