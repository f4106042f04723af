// Writing in a story, on the archive's side: kept, looked back on, brought back, talked over.
import type { Handlers } from '../../../shared/contract/define.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { writing as contract } from '../../../shared/contract/writing.ts'
import type { OpenSession } from '../session.ts'

function notYet(): never {
  throw new Failure('broken')
}

export function writingHandlers(open: OpenSession): Handlers<typeof contract> {
  void open
  return {
    keep: notYet,
    snapshot: notYet,
    revisions: notYet,
    at: notYet,
    restore: notYet,
    forget: notYet,
    suggest: notYet,
    takeBackSuggestion: notYet,
    answerSuggestion: notYet,
    putSection: notYet,
    removeSection: notYet,
    putWordsAbout: notYet,
    removeWordsAbout: notYet,
    answerWordsAbout: notYet,
    beside: notYet,
  }
}
