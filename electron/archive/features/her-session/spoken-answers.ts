// What she says instead of writing it: sound taken piece by piece, encrypted as it comes, kept beside her story.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { OpenSession } from '../../session.ts'
import { isOfTestimony } from '../../store/looks.ts'
import { deleteSpokenAnswer, insertSpokenAnswer } from '../../store/spoken-answers.ts'
import { ComingFiles, removeMedia } from '../coming-files.ts'
import { herSession } from './her.ts'
import type { RecordingUnderWay } from './recording-under-way.ts'

type Calls = Pick<Handlers<typeof contract>, 'beginAnswer' | 'appendAnswer' | 'finishAnswer' | 'dropAnswer'>

interface AboutAnswer {
  readonly testimony: string
  readonly passage: string | null
  readonly type: string
}

export function spokenAnswerHandlers(open: OpenSession, recording: RecordingUnderWay): Calls {
  const coming = new ComingFiles<AboutAnswer>(open, (answer) => recording.end(answer))
  return {
    async beginAnswer(about) {
      const { session } = herSession(open)
      const { testimony, passage } = about
      if (passage !== null && !isOfTestimony(session.database, testimony, passage)) throw new Failure('notFound')
      const answer = await coming.begin(about)
      await recording.begin(answer)
      return { answer }
    },
    async appendAnswer({ testimony, answer, bytes }) {
      herSession(open)
      await coming.append(testimony, answer, bytes, 'soundUnreadable')
      return {}
    },
    async finishAnswer({ testimony, answer, durationMs }) {
      herSession(open)
      const { name } = await coming.finish(testimony, answer, ['story'], (archive, media, { passage }, at) =>
        insertSpokenAnswer(archive, testimony, { id: answer, passage, media: media.name, durationMs, at }),
      )
      return { media: name }
    },
    async dropAnswer({ testimony, answer }) {
      const { session } = herSession(open)
      if (await coming.drop(testimony, answer)) return {}
      const media = session.save(['story'], (archive) => deleteSpokenAnswer(archive, testimony, answer))
      if (media === null) throw new Failure('notFound')
      await removeMedia(session, media)
      return {}
    },
  }
}
