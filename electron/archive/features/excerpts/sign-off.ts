// Her yes or no to exactly these bytes, for one use and one recipient.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { excerpts as contract } from '../../../../shared/contract/excerpts.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import { signingOpens } from '../../../../shared/domain/excerpts/standing.ts'
import { isBelow } from '../../../../shared/domain/mirror/her-line.ts'
import { noPrevious } from '../../../../shared/domain/consent/ledger.ts'
import { mirrorHash } from '../../../../shared/domain/mirror/mirror.ts'
import { sha256 } from '../../sha256.ts'
import type { OpenSession, Session } from '../../session.ts'
import { excerptsOf } from '../../store/excerpts.ts'
import { lastEntry } from '../../store/ledger.ts'
import { keepDecision } from '../consent/index.ts'
import { herSession } from '../her-session/her.ts'
import { isSigning, requireHerKey } from '../hers-to-decide.ts'
import { consider, standingOfExcerpt, type ReadTestimonies } from './prepared.ts'

/**
 * NOTE: a sign-off is hers. While she has a key, nobody can attest one for her; without one an archivist still can, with
 * evidence, but not after her no to the same bytes. Throws Failure hersToSign.
 */
function requireHersToSign(session: Session, testimony: string, wasRefused: boolean): void {
  requireHerKey(session, testimony)
  if (wasRefused && session.actor.role === 'archivist') throw new Failure('hersToSign')
}

export function signOffHandlers(open: OpenSession): Pick<Handlers<typeof contract>, 'signOff' | 'refuse' | 'standing'> {
  return {
    signOff({ excerpt: id, contentHash, mirror: seen, evidence }) {
      const session = open()
      const { answer, prepared, excerpt, mirror, line } = consider(session, id)
      const { testimony } = excerpt
      const wasRefused = !answer.open && answer.reasons.some(({ kind }) => kind === 'refusedByHer')
      requireHersToSign(session, testimony, wasRefused)
      if (prepared === null || prepared.contentHash !== contentHash) throw new Failure('changedMeanwhile')
      if (seen !== undefined && seen !== mirrorHash(mirror(), sha256)) throw new Failure('changedMeanwhile')
      // Her yes to exactly this is there already, and not used yet: said twice it is still one.
      if (answer.open) return {}
      if (!answer.reasons.every(signingOpens)) throw new Failure('notReleasable')
      const below = isBelow(mirror(), line)
      if (below && seen === undefined) throw new Failure('notReleasable')
      keepDecision(
        session,
        {
          kind: 'signOff',
          testimony,
          excerpt: id,
          use: excerpt.use,
          recipient: excerpt.recipient.id,
          contentHash,
          ...(below ? { mirror: seen } : {}),
          ...(isSigning(session) ? { after: lastEntry(session.database)?.hash ?? noPrevious } : {}),
        },
        evidence,
      )
      return {}
    },
    refuse({ excerpt: id, contentHash, why, evidence }) {
      const session = open()
      const { prepared, excerpt } = consider(session, id)
      if (excerpt.givenOutAt !== null || prepared === null || prepared.contentHash !== contentHash)
        throw new Failure('changedMeanwhile')
      const { testimony } = excerpt
      keepDecision(session, { kind: 'signOffRefused', testimony, excerpt: id, contentHash, why }, evidence)
      return {}
    },
    standing() {
      const { session, her } = herSession(open)
      const read: ReadTestimonies = new Map()
      return {
        excerpts: excerptsOf(session.database, her.narrator).map(({ id, testimony }) => {
          return { excerpt: id, testimony, standing: standingOfExcerpt(session, id, read) }
        }),
      }
    },
  }
}
