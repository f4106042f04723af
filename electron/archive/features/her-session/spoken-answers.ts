// What she says instead of writing it: sound taken piece by piece, encrypted as it comes, kept beside her story.
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { herSession as contract } from '../../../../shared/contract/her-session.ts'
import { mediaFolder, MediaWriter } from '../../files/media.ts'
import type { OpenSession, Session } from '../../session.ts'
import { isOfTestimony } from '../../store/looks.ts'
import { insertMedia } from '../../store/media-rows.ts'
import { deleteSpokenAnswer, insertSpokenAnswer } from '../../store/spoken-answers.ts'
import { herSession } from './her.ts'
import type { RecordingUnderWay } from './recording-under-way.ts'

type Calls = Pick<Handlers<typeof contract>, 'beginAnswer' | 'appendAnswer' | 'finishAnswer' | 'dropAnswer'>

/** Bytes of one answer, and of one piece of it. */
const longest = 200 * 1024 * 1024
const longestPiece = 1024 * 1024
const mostUnderWay = 8

/** How each kind of sound begins. */
const beginnings: Readonly<Record<string, Buffer>> = {
  'audio/webm': Buffer.from([0x1a, 0x45, 0xdf, 0xa3]),
  'audio/ogg': Buffer.from('OggS'),
  'audio/wav': Buffer.from('RIFF'),
}

interface UnderWay {
  readonly testimony: string
  readonly passage: string | null
  readonly type: string
  readonly writer: MediaWriter
  size: number
}

export function spokenAnswerHandlers(open: OpenSession, recording: RecordingUnderWay): Calls {
  // NOTE: by session, so that none outlives its lock.
  const underWayOf = new WeakMap<Session, Map<string, UnderWay>>()

  function underWay(session: Session): Map<string, UnderWay> {
    const kept = underWayOf.get(session)
    if (kept !== undefined) return kept
    const begun = new Map<string, UnderWay>()
    underWayOf.set(session, begun)
    const discard = async () => {
      const answers = [...begun.values()]
      for (const answer of begun.keys()) recording.end(answer)
      begun.clear()
      if (underWayOf.get(session) === begun) underWayOf.delete(session)
      for (const { writer } of answers) await writer.discard()
    }
    session.onClose(discard)
    session.beginStream(discard) // for whoever comes to the window next there is none
    return begun
  }

  function answerOf(session: Session, testimony: string, id: string): UnderWay {
    const found = underWay(session).get(id)
    if (found?.testimony !== testimony) throw new Failure('notFound')
    return found
  }

  return {
    async beginAnswer({ testimony, passage, type }) {
      const { session } = herSession(open)
      if (passage !== null && !isOfTestimony(session.database, testimony, passage)) throw new Failure('notFound')
      const begun = underWay(session)
      if (begun.size >= mostUnderWay) throw new Failure('tooManyCalls')
      const { folder, about, surroundings } = session
      const writer = await MediaWriter.begin(folder, about.mediaRecipient, surroundings.random)
      if (underWayOf.get(session) !== begun || open() !== session) {
        await writer.discard()
        throw new Failure('locked')
      }
      const answer = session.newId()
      begun.set(answer, { testimony, passage, type, writer, size: 0 })
      await recording.begin(answer)
      return { answer }
    },
    async appendAnswer({ testimony, answer, bytes }) {
      const { session } = herSession(open)
      const begun = answerOf(session, testimony, answer)
      if (bytes.length > longestPiece) throw new Failure('badInput')
      if (begun.size + bytes.length > longest) throw new Failure('fileTooLarge')
      const beginning = beginnings[begun.type]
      if (begun.size === 0 && beginning?.equals(bytes.subarray(0, beginning.length)) !== true)
        throw new Failure('soundUnreadable')
      begun.size += bytes.length
      await begun.writer.append(bytes)
      return {}
    },
    async finishAnswer({ testimony, answer, durationMs }) {
      const { session } = herSession(open)
      const { writer, type, passage, size } = answerOf(session, testimony, answer)
      if (size === 0) throw new Failure('fileEmpty')
      underWay(session).delete(answer)
      recording.end(answer)
      let name: string | null = null
      try {
        const media = await writer.finish()
        name = media.name
        if (open() !== session) throw new Failure('locked')
        session.save(['story'], (archive) => {
          const at = session.moment()
          insertMedia(archive, { ...media, kind: 'recording', type }, at)
          insertSpokenAnswer(archive, testimony, { id: answer, passage, media: media.name, durationMs, at })
        })
        return { media: media.name }
      } catch (error) {
        await writer.discard()
        if (name !== null) await rm(path.join(mediaFolder(session.folder), name), { force: true })
        throw error
      }
    },
    async dropAnswer({ testimony, answer }) {
      const { session } = herSession(open)
      const begun = underWay(session).get(answer)
      if (begun !== undefined && begun.testimony === testimony) {
        underWay(session).delete(answer)
        recording.end(answer)
        await begun.writer.discard()
        return {}
      }
      const media = session.save(['story'], (archive) => deleteSpokenAnswer(archive, testimony, answer))
      if (media === null) throw new Failure('notFound')
      session.database.emptyLog()
      await session.closeReader(media)
      await rm(path.join(mediaFolder(session.folder), media), { force: true })
      return {}
    },
  }
}
