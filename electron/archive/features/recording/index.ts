// Recording as an archivist asks for it: making a take, taking it up again, putting it into its story, destroying it.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { recording as contract } from '../../../../shared/contract/recording.ts'
import { destroyFile } from '../../files/destroy-file.ts'
import { mediaFile } from '../../files/media-writer.ts'
import type { OpenSession } from '../../session.ts'
import { readGaps, readRecordingMarks } from '../../store/gaps.ts'
import { deleteOffRecord, listOffRecord } from '../../store/off-record.ts'
import { keepQuestions, readQuestions } from '../../store/own-questions.ts'
import { narratorOf } from '../../store/stories.ts'
import { readTake } from '../../store/takes.ts'
import type { RecordingUnderWay } from '../her-session/recording-under-way.ts'
import { beginTake, takeUpTake } from './begin.ts'
import { destroyTake, finishTake } from './finish.ts'
import { listedTakes } from './listed.ts'
import type { Recorder } from './recorder.ts'

const tellEveryMs = 250

export function recordingHandlers(
  open: OpenSession,
  recorder: Recorder,
  underWay: RecordingUnderWay,
): Handlers<typeof contract> {
  /** Takes that are being finished, taken up or destroyed: one thing at a time. */
  const busy = new Set<string>()
  async function alone<T>(take: string, work: () => Promise<T>): Promise<T> {
    if (recorder.underWay === take || busy.has(take)) throw new Failure('stillRecording')
    busy.add(take)
    try {
      return await work()
    } finally {
      busy.delete(take)
    }
  }

  return {
    begin: (asked) => beginTake(open(), recorder, asked),
    async *tryMicrophone(_input, signal) {
      const mine = open().newId()
      const over = Promise.withResolvers<void>()
      signal.addEventListener('abort', () => over.resolve())
      await underWay.begin(mine)
      try {
        yield { may: true }
        if (!signal.aborted) await over.promise
      } finally {
        underWay.end(mine)
      }
    },
    takes: async () => ({ takes: await listedTakes(open(), recorder) }),
    async takeUp({ take }) {
      const session = open()
      readTake(session.database, take)
      recorder.requireFree()
      await alone(take, () => takeUpTake(session, recorder, take))
      return {}
    },
    async *finish({ take, offRecord }, signal) {
      const session = open()
      readTake(session.database, take)
      const left = new AbortController()
      const stop = AbortSignal.any([signal, session.atWindow, left.signal])
      let done = 0
      let recording: string | null = null
      const work = alone(take, async () => {
        recording = await finishTake(session, take, offRecord, (reached) => (done = reached), stop)
      })
      const ended = work.then(
        () => true,
        () => true,
      )
      try {
        for (;;) {
          const tick = Promise.withResolvers<boolean>()
          const timer = setTimeout(() => tick.resolve(false), tellEveryMs)
          const isEnded = await Promise.race([ended, tick.promise])
          clearTimeout(timer)
          if (isEnded) break
          yield { done, recording: null }
        }
        try {
          await work
        } catch (error) {
          if (stop.aborted) return // it was left off, and the take is as it was
          throw error
        }
        recorder.forgetTake(take)
        yield { done: 1, recording }
      } finally {
        left.abort(new Failure('cancelled'))
        await ended
      }
    },
    async destroy({ take }) {
      const session = open()
      readTake(session.database, take)
      await alone(take, () => destroyTake(session, take))
      recorder.forgetTake(take)
      return {}
    },
    about: ({ recording }) => {
      const { database } = open()
      if (database.get('SELECT 1 FROM recordings WHERE id = ?', [recording]) === undefined)
        throw new Failure('notFound')
      return { gaps: readGaps(database, recording), marks: readRecordingMarks(database, recording) }
    },
    offRecord: ({ testimony }) => {
      const { database, actor } = open()
      narratorOf(database, testimony)
      const key = actor.role === 'narrator' ? (actor.key?.id ?? null) : null
      return {
        parts: listOffRecord(database, testimony).map(({ id, at, durationMs, key: its }) => ({
          id,
          at,
          durationMs,
          canHear: its === key,
        })),
      }
    },
    async destroyOffRecord({ testimony, part }) {
      const session = open()
      const file = session.save(['story'], (archive) => deleteOffRecord(archive, testimony, part))
      if (file === null) throw new Failure('notFound')
      session.database.emptyLog()
      await destroyFile(mediaFile(session.folder, file))
      return {}
    },
    questions: () => ({ questions: readQuestions(open().database) }),
    keepQuestions: ({ questions }) => {
      open().save([], (archive) => keepQuestions(archive, questions))
      return {}
    },
  }
}
