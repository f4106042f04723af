// Erasing as it is asked for: said before, done in one go, and said after.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { erase as contract, EraseTarget } from '../../../../shared/contract/erase.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { OpenSession } from '../../session.ts'
import type { Recorder } from '../recording/recorder.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { toldWhile } from '../told.ts'
import { erase, type ErasePart } from './carry-out.ts'
import type { HandedOver } from './handed-over.ts'
import { backupsHolding } from './holding.ts'
import { stonesFor } from './stones.ts'
import { countsOf, meantBy, mustSay, needsKey, namedAs, outsideOf, soundOf, wasOneWithOthers } from './what.ts'

interface Step {
  readonly kind: 'working'
  readonly part: ErasePart
  readonly done: number
  readonly total: number
}

/** @param forget drops what is held in memory of excerpts that were looked at */
export function eraseHandlers(
  open: OpenSession,
  recorder: Recorder,
  handedOver: HandedOver,
  forget: () => void,
): Handlers<typeof contract> {
  let busy = false
  return {
    ...handedOver.handlers(open),
    async what(target) {
      const session = open()
      const meant = meantBy(session, target)
      return {
        ...namedAs(session.database, meant),
        counts: countsOf(session.database, meant),
        sound: await soundOf(session, meant),
        outside: outsideOf(session, meant),
        backups: await backupsHolding(session, meant),
        mustSay: mustSay(session, meant),
        needsKey: needsKey(session, meant),
        wasOneWithOthers: wasOneWithOthers(session, meant),
        recordingUnderWay: recorder.underWay !== null,
      }
    },
    async *erase(asked, signal) {
      const session = open()
      const target: EraseTarget =
        asked.kind === 'passages'
          ? { kind: 'passages', testimony: asked.testimony, passages: asked.passages }
          : asked.kind === 'story'
            ? { kind: 'story', testimony: asked.testimony }
            : { kind: 'narrator', narrator: asked.narrator }
      const meant = meantBy(session, target)
      if (mustSay(session, meant) && asked.knownBy === null) throw new Failure('hersToDecide')
      if (needsKey(session, meant)) throw new Failure('hersToSign')
      if (recorder.underWay !== null || busy) throw new Failure('stillRecording')
      const knownBy = session.actor.role === 'narrator' ? 'herself' : (asked.knownBy ?? 'before')
      const choice = asked.kind === 'passages' ? asked.sound : 'recording'
      const sound = await soundOf(session, meant)
      if (choice === 'silence' && sound?.canSilence === false) throw new Failure('mediaDamaged')
      const counts = countsOf(session.database, meant)
      const outside = outsideOf(session, meant)
      const backups = await backupsHolding(session, meant)
      const stones = stonesFor(session, target, choice, knownBy)
      busy = true
      let toBeCleaned = false
      const carriedOut = async (tell: (step: Step) => void): Promise<void> => {
        const say = (part: ErasePart, done: number, total: number) => tell({ kind: 'working', part, done, total })
        try {
          toBeCleaned = !(await inTurn(session, () => erase(session, stones, handedOver, signal, say)))
        } finally {
          await handedOver.discard(session, sound?.toDecode ?? [])
          busy = false
        }
      }
      yield* toldWhile<Step>(null, carriedOut)
      forget()
      yield { kind: 'erased', counts, outside, backups, ...(toBeCleaned ? { toBeCleaned } : {}) }
    },
  }
}
