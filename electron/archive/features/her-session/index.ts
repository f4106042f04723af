// With the narrator: the window handed over to her, her passphrase, where she is in her story, what only she can read.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { OpenSession } from '../../session.ts'

function notYet(): never {
  throw new Failure('broken')
}

export function herSessionHandlers(_open: OpenSession): Handlers<typeof contract> {
  return {
    handOver: notYet,
    leave: notYet,
    about: notYet,
    chooseColour: notYet,
    setPassphrase: notYet,
    openKey: notYet,
    changePassphrase: notYet,
    forgetPassphrase: notYet,
    progress: notYet,
    look: notYet,
    seal: notYet,
    unseal: notYet,
    readSealed: notYet,
    beginAnswer: notYet,
    appendAnswer: notYet,
    finishAnswer: notYet,
    dropAnswer: notYet,
  }
}
