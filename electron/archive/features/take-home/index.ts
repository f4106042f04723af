// Take it with you: everything of hers in open formats, a copy that opens elsewhere, and her decisions brought back.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { takeHome as contract } from '../../../../shared/contract/take-home.ts'
import type { OpenSession } from '../../session.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { appendDecisions, beginDecisions, leaveDecisions, readDecisions, takeDecisions } from './decisions.ts'
import { makeCopy } from './make-copy.ts'
import { openFormats } from './open-formats.ts'
import { packDecisions } from './pack-decisions.ts'

export function takeHomeHandlers(open: OpenSession, handedOver: HandedOver): Handlers<typeof contract> {
  return {
    openFormats: (asked, signal) => openFormats(open(), asked, signal),
    makeCopy: (asked, signal) => makeCopy(open(), asked, signal),
    packDecisions: (asked) => packDecisions(open(), asked),
    beginDecisions: () => beginDecisions(open),
    appendDecisions({ file, bytes }) {
      appendDecisions(open, file, bytes)
      return {}
    },
    async readDecisions({ file }) {
      const { conflicts, ...read } = await readDecisions(open, file)
      return { ...read, conflicts: [...conflicts] }
    },
    takeDecisions: (asked, signal) => takeDecisions(open, handedOver, asked, signal),
    leaveDecisions({ pack }) {
      leaveDecisions(open, pack)
      return {}
    },
  }
}
