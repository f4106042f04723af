// Where she is in her story, and what her window shows of her.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { OpenSession } from '../../session.ts'
import {
  changedByHer,
  copyOf,
  forgetLook,
  herTestimonies,
  isOfTestimony,
  keepColour,
  keepLook,
  readColour,
  readLooks,
} from '../../store/looks.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { paperInUse } from '../../store/narrator-papers.ts'
import { keyOfSeal } from '../../store/seals.ts'
import { reviewState } from '../consent/index.ts'
import { herSession } from './her.ts'

type Calls = Pick<Handlers<typeof contract>, 'about' | 'chooseColour' | 'progress' | 'look'>

export function progressHandlers(open: OpenSession): Calls {
  return {
    about() {
      const { session, her } = herSession(open)
      const { database } = session
      return {
        narrator: her.narrator,
        name: her.name,
        colour: readColour(database, her.narrator),
        hasPassphrase: keyInUse(database, her.narrator) !== null,
        hasPaper: paperInUse(database, her.narrator) !== null,
        keyOpen: her.key !== null,
        isCopy: copyOf(database) !== null,
        testimonies: herTestimonies(database, her.narrator, session.moment()),
      }
    },
    chooseColour({ colour }) {
      const { session, her } = herSession(open)
      session.save(['shelf'], (archive) => keepColour(archive, her.narrator, colour))
      return {}
    },
    progress({ testimony }) {
      const session = open()
      const looks = readLooks(session.database, testimony)
      return {
        looks,
        changed: changedByHer(session.database, testimony),
        last: looks.at(-1)?.passage ?? null,
        ...reviewState(session, testimony),
      }
    },
    look({ testimony, passage, look, on }) {
      const { session, her } = herSession(open)
      if (!isOfTestimony(session.database, testimony, passage)) throw new Failure('notFound')
      const sealedTo = keyOfSeal(session.database, testimony, passage)
      // Nobody says that words are right which she cannot see; that they are not, any time.
      if (on && look === 'right' && sealedTo !== null && sealedTo !== her.key?.id) throw new Failure('wordsClosed')
      session.save(['story'], (archive) =>
        on
          ? keepLook(archive, testimony, { passage, look, at: session.moment() })
          : forgetLook(archive, testimony, passage, look),
      )
      return {}
    },
  }
}
