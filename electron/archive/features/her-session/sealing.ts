// Passages that only she can read: sealed to her key, and out of every other place in the archive.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { ChangedConcept, OpenSession } from '../../session.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { readSealed, sealPassage, unsealPassage } from '../../store/seals.ts'
import { cleanPages } from '../clean-pages.ts'
import { withoutGoneReadings } from '../readings/gone.ts'
import { forgetRenditions } from '../sound/index.ts'
import { pruneDrafts } from '../transcribing/drafts.ts'
import { herSession, openKeyOf } from './her.ts'

const touched: readonly ChangedConcept[] = ['story', 'marks', 'shelf', 'excerpts']

export function sealingHandlers(open: OpenSession): Pick<Handlers<typeof contract>, 'seal' | 'unseal' | 'readSealed'> {
  return {
    async seal({ testimony, passages }) {
      const { session, her } = herSession(open)
      const kept = keyInUse(session.database, her.narrator)
      if (kept === null) throw new Failure('noPassphrase')
      // What others read aloud of them goes with their words.
      withoutGoneReadings(session, testimony, () =>
        session.save(touched, (archive) => {
          for (const passage of passages)
            sealPassage(archive, testimony, passage, kept.key, { id: session.newId(), at: session.moment() })
        }),
      )
      // What a machine wrote where they are spoken goes at once, whether or not anybody looks at it again.
      pruneDrafts(session, testimony)
      forgetRenditions(session, testimony)
      await cleanPages(session)
      return {}
    },
    unseal({ testimony, passages }) {
      const { session, her } = herSession(open)
      const key = openKeyOf(her)
      session.save(touched, (archive) => {
        for (const passage of new Set(passages)) unsealPassage(archive, testimony, passage, key)
      })
      forgetRenditions(session, testimony)
      return {}
    },
    readSealed({ testimony, passage }) {
      const { session, her } = herSession(open)
      return { text: readSealed(session.database, testimony, passage, openKeyOf(her)) }
    },
  }
}
