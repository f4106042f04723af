// Recording as an archivist asks for it: making a take, taking it up again, putting it into its story, destroying it.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { recording as contract } from '../../../../shared/contract/recording.ts'
import type { OpenSession } from '../../session.ts'
import type { Recorder } from './recorder.ts'

export function recordingHandlers(open: OpenSession, _recorder: Recorder): Handlers<typeof contract> {
  const absent = () => {
    open()
    throw new Failure('notFound')
  }
  return {
    begin: absent,
    takes: () => {
      open()
      return { takes: [] }
    },
    takeUp: absent,
    finish: absent,
    destroy: absent,
    about: absent,
    offRecord: () => ({ parts: [] }),
    destroyOffRecord: absent,
    questions: () => ({ questions: [] }),
    keepQuestions: () => ({}),
  }
}
