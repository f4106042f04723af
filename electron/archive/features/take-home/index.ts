// Take it with you: everything of hers in open formats, a copy that opens elsewhere, and her decisions brought back.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { takeHome as contract } from '../../../../shared/contract/take-home.ts'
import type { OpenSession } from '../../session.ts'
import { makeCopy } from './make-copy.ts'
import { openFormats } from './open-formats.ts'

export function takeHomeHandlers(open: OpenSession): Handlers<typeof contract> {
  const unfinished = (): never => {
    open()
    throw new Failure('broken')
  }
  return {
    openFormats: (asked, signal) => openFormats(open(), asked, signal),
    makeCopy: (asked, signal) => makeCopy(open(), asked, signal),
    packDecisions: unfinished,
    readDecisions: unfinished,
    takeDecisions: unfinished,
    leaveDecisions: unfinished,
  }
}
