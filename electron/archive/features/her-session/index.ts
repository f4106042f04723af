// With the narrator: the window handed over to her, her passphrase, where she is in her story, what only she can read.
import type { Handlers } from '../../../../shared/contract/define.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { HandedOver } from '../erase/handed-over.ts'
import { handOverHandlers, type Keeper } from './hand-over.ts'
import { herKeyHandlers } from './her-key.ts'
import { herPaperHandlers } from './her-paper.ts'
import { progressHandlers } from './progress.ts'
import { sealingHandlers } from './sealing.ts'
import type { RecordingUnderWay } from './recording-under-way.ts'
import { spokenAnswerHandlers } from './spoken-answers.ts'

export function herSessionHandlers(
  keeper: Keeper,
  recording: RecordingUnderWay,
  handedOver: HandedOver,
): Handlers<typeof contract> {
  const { open } = keeper
  return {
    ...handOverHandlers(keeper),
    ...herKeyHandlers(keeper),
    ...herPaperHandlers(keeper),
    ...progressHandlers(open),
    ...sealingHandlers(open, handedOver),
    ...spokenAnswerHandlers(open, recording),
  }
}
