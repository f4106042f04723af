// A machine's draft of what is said: turned on, made by one transcription at a time, gone through by a person.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { transcribing as contract } from '../../../../shared/contract/transcribing.ts'
import { directionOf } from '../../../../shared/domain/languages/direction.ts'
import type { StartTranscriber } from '../../../../shared/contract/transcriber-messages.ts'
import type { OpenSession } from '../../session.ts'
import {
  chosenModel,
  chooseModel,
  chooseNoModel,
  decideDraftPassage,
  draftsOf,
  listenedTo,
  type DraftPassage,
} from '../../store/machine-drafts.ts'
import { readStory } from '../../store/stories.ts'
import { acceptPassage, takeAcceptanceBack } from './accept.ts'
import { lengthOf, unwritten } from './allowed.ts'
import { draftNow, pruneDrafts, throwAway } from './drafts.ts'
import { listFiles } from './files.ts'
import { lookAtModel, type ModelFile } from './model-file.ts'
import { Transcriptions } from './transcriptions.ts'

/** @param start null where this host can start no process */
export function transcribingHandlers(open: OpenSession, start: StartTranscriber | null): Handlers<typeof contract> {
  const transcriptions = new Transcriptions(open, start)

  function waitingPassage(id: string, place: number) {
    const { draft, passages } = draftNow(open(), id)
    const passage = passages.find((one) => one.place === place)
    if (passage === undefined) throw new Failure('notFound')
    return { draft, passage }
  }

  function mustWait(passage: DraftPassage): void {
    if (passage.state !== 'waiting') throw new Failure('changedMeanwhile')
  }

  async function model(path: string): Promise<ModelFile | 'modelMissing' | 'notAModel' | 'modelTooLarge'> {
    try {
      return await lookAtModel(path)
    } catch (error) {
      const code = error instanceof Failure ? error.code : 'modelMissing'
      return code === 'notAModel' || code === 'modelTooLarge' ? code : 'modelMissing'
    }
  }

  return {
    async settings() {
      const path = chosenModel(open().database)
      const found = path === null ? null : await model(path)
      return typeof found === 'string'
        ? { model: { path: path ?? '', name: '', size: 0, onlyEnglish: false }, modelFailure: found }
        : { model: found, modelFailure: null }
    },
    files({ path }) {
      open()
      return listFiles(path)
    },
    async turnOn({ path }) {
      const session = open()
      const found = await lookAtModel(path)
      session.save(['transcribing'], (archive) =>
        chooseModel(archive, found.path, session.actor.name, session.moment()),
      )
      return found
    },
    turnOff() {
      const session = open()
      if (transcriptions.isUnderWay) throw new Failure('alreadyTranscribing')
      session.save(['transcribing'], chooseNoModel)
      session.database.emptyLog()
      return {}
    },
    async state({ testimony }) {
      const session = open()
      const { database } = session
      const path = chosenModel(database)
      const found = path === null ? null : await model(path)
      pruneDrafts(session, testimony)
      const story = readStory(database, testimony)
      const { refused, stretches } = unwritten(session, story)
      return {
        isOn: path !== null,
        onlyEnglish: found !== null && typeof found !== 'string' && found.onlyEnglish,
        refused,
        recordings: story.recordings.map(({ id, durationMs, sitting }) => ({
          id,
          durationMs,
          sitting,
          unwrittenMs: lengthOf(stretches.get(id) ?? []),
        })),
        drafts: draftsOf(database, testimony),
        listened: listenedTo(database, testimony),
      }
    },
    transcribe: (wanted, signal) => transcriptions.transcribe(wanted, signal),
    async append({ run, stretch, bytes }) {
      await transcriptions.run(run).append(stretch, bytes)
      return {}
    },
    finish({ run }) {
      transcriptions.run(run).finish()
      return {}
    },
    read({ draft: id }) {
      const session = open()
      const { draft, passages } = draftNow(session, id)
      const { narrator, speakers, recordings } = readStory(session.database, draft.testimony)
      const recording = recordings.find((one) => one.id === draft.recording)
      if (recording === undefined) throw new Failure('notFound')
      return {
        testimony: draft.testimony,
        recording: recording.id,
        media: recording.media,
        durationMs: recording.durationMs,
        language: draft.language,
        direction: directionOf(draft.language),
        narratorName: narrator.name,
        speakers,
        passages: passages.map(({ place, startMs, endMs, text, state }) => ({ place, startMs, endMs, text, state })),
      }
    },
    accept({ draft: id, place, text, speaker }) {
      const { draft, passage } = waitingPassage(id, place)
      mustWait(passage)
      return { speaker: acceptPassage(open(), draft, passage, { text, speaker }) }
    },
    leaveOut({ draft: id, place }) {
      const { draft, passage } = waitingPassage(id, place)
      mustWait(passage)
      open().save(['transcribing'], (archive) =>
        decideDraftPassage(archive, draft.id, { ...passage, state: 'leftOut' }),
      )
      return {}
    },
    bringBack({ draft: id, place }) {
      const session = open()
      const { draft, passage } = waitingPassage(id, place)
      if (passage.state === 'waiting') throw new Failure('nothingToUndo')
      if (passage.state === 'accepted') takeAcceptanceBack(session, draft, passage)
      else
        session.save(['transcribing'], (archive) =>
          decideDraftPassage(archive, draft.id, { ...passage, state: 'waiting' }),
        )
      return {}
    },
    throwAway({ draft }) {
      throwAway(open(), draft)
      return {}
    },
  }
}
