// What she says instead of writing it: sound taken piece by piece, encrypted as it comes, kept beside her story; sealed to her
// key at once where it is about a passage that only she can read.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import type { OpenSession, Session } from '../../session.ts'
import { isOfTestimony } from '../../store/looks.ts'
import { keyInUse } from '../../store/narrator-keys.ts'
import { deleteSealedAnswer, insertSealedAnswer, isAboutSealed, type SealedAnswer } from '../../store/sealed-answers.ts'
import { deleteSpokenAnswer, insertSpokenAnswer } from '../../store/spoken-answers.ts'
import type { NarratorKey } from '../../vault/narrator-key.ts'
import { ComingFiles, removeMedia } from '../coming-files.ts'
import { writeSealedAnswer } from '../sealed-answers/answer-file.ts'
import { discardSealedAnswers } from '../sealed-answers/seal.ts'
import { destroyFilesOf } from '../sealed-sound/destroy-gone.ts'
import { inTurn } from '../sound-anew/in-turn.ts'
import { herSession, type Her } from './her.ts'
import type { RecordingUnderWay } from './recording-under-way.ts'

type Calls = Pick<Handlers<typeof contract>, 'beginAnswer' | 'appendAnswer' | 'finishAnswer' | 'dropAnswer'>

interface AboutAnswer {
  readonly testimony: string
  readonly passage: string | null
  readonly type: string
}

/** Null where anybody who may hear her may hear it. Throws Failure noPassphrase where there is nothing to seal it to. */
function keyToSealTo(session: Session, her: Her, { testimony, passage }: AboutAnswer): NarratorKey | null {
  const { database } = session
  if (passage === null || !isAboutSealed(database, testimony, { passage, at: session.moment() })) return null
  const kept = keyInUse(database, her.narrator)
  if (kept === null) throw new Failure('noPassphrase')
  return kept.key
}

export function spokenAnswerHandlers(open: OpenSession, recording: RecordingUnderWay): Calls {
  const coming = new ComingFiles<AboutAnswer>(open, (answer) => recording.end(answer))

  async function finishSealed(
    session: Session,
    her: Her,
    { testimony, answer: id, durationMs }: { testimony: string; answer: string; durationMs: number },
    passage: string,
    key: NarratorKey,
  ): Promise<void> {
    const written: { answer: SealedAnswer }[] = []
    try {
      await coming.finishElsewhere(testimony, id, ['story'], async (reader, about) => {
        const { type } = about
        const read = async (start: number, end: number) => Buffer.from(await reader.read(start, end))
        const at = session.moment()
        const said = { id, testimony, passage, durationMs, type, size: reader.size, at, read }
        const answer = await writeSealedAnswer(session, said, key, session.atWindow)
        written.push({ answer })
        return (archive) => {
          // Her passphrase may have been done away with meanwhile, and her key with it.
          if (keyToSealTo(session, her, about)?.id !== key.id) throw new Failure('changedMeanwhile')
          insertSealedAnswer(archive, answer)
        }
      })
    } catch (error) {
      await discardSealedAnswers(session, written)
      throw error
    }
  }

  return {
    async beginAnswer(about) {
      const { session, her } = herSession(open)
      const { testimony, passage } = about
      if (passage !== null && !isOfTestimony(session.database, testimony, passage)) throw new Failure('notFound')
      keyToSealTo(session, her, about)
      const answer = await coming.begin(about)
      await recording.begin(answer)
      return { answer }
    },
    async appendAnswer({ testimony, answer, bytes }) {
      herSession(open)
      await coming.append(testimony, answer, bytes, 'soundUnreadable')
      return {}
    },
    finishAnswer(asked) {
      const { session, her } = herSession(open)
      const { testimony, answer, durationMs } = asked
      // NOTE: in turn, because its passage may be on its way to be sealed, or to be opened.
      return inTurn(session, async () => {
        const about = coming.aboutOf(testimony, answer)
        const key = keyToSealTo(session, her, about)
        if (key !== null && about.passage !== null) {
          await finishSealed(session, her, asked, about.passage, key)
          return { media: null }
        }
        const { name } = await coming.finish(testimony, answer, ['story'], (archive, media, { passage }, at) =>
          insertSpokenAnswer(archive, testimony, { id: answer, passage, media: media.name, durationMs, at }),
        )
        return { media: name }
      })
    },
    async dropAnswer({ testimony, answer }) {
      const { session } = herSession(open)
      if (await coming.drop(testimony, answer)) return {}
      return inTurn(session, async () => {
        herSession(open)
        const gone = session.save(['story'], (archive) => {
          const media = deleteSpokenAnswer(archive, testimony, answer)
          return { media, file: media === null ? deleteSealedAnswer(archive, testimony, answer) : null }
        })
        if (gone.media !== null) await removeMedia(session, gone.media)
        else if (gone.file === null) throw new Failure('notFound')
        else {
          session.database.emptyLog()
          await destroyFilesOf(session, { media: new Set([gone.file]) })
        }
        return {}
      })
    },
  }
}
