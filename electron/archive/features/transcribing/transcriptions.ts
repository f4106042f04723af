// One transcription at a time, from its beginning to a draft that is kept whole or not at all.
import type { z } from 'zod'
import { Failure, type FailureCode } from '../../../../shared/contract/failure.ts'
import type { StartTranscriber } from '../../../../shared/contract/transcriber-messages.ts'
import type { transcribing as contract } from '../../../../shared/contract/transcribing.ts'
import { heardLanguage } from '../../../../shared/domain/languages/heard-languages.ts'
import type { HeardPassage } from '../../../../shared/domain/sound/heard-words.ts'
import type { Stretch } from '../../../../shared/domain/sound/silences.ts'
import type { OpenSession, Session } from '../../session.ts'
import { chosenModel, draftsOf, insertDraft, insertListened } from '../../store/machine-drafts.ts'
import { readStory } from '../../store/stories.ts'
import { unwritten, type Refused } from './allowed.ts'
import { pruneDrafts, tidyDrafts } from './drafts.ts'
import { lookAtModel, type ModelFile } from './model-file.ts'
import { hearingRate, Run } from './run.ts'
import { Transcriber } from './transcriber.ts'

type Wanted = z.output<typeof contract.transcribe.input>
type Told = z.input<typeof contract.transcribe.output>

const failureOf: Readonly<Record<Refused, FailureCode>> = {
  saidNo: 'saidNoToMachines',
  takenBack: 'saidNoToMachines',
  notYet: 'saidNoToMachines',
  herVersion: 'herVersion',
  soundTimesMissing: 'soundTimesMissing',
  nothingUnwritten: 'nothingUnwritten',
  noSound: 'nothingUnwritten',
}

/** What is to be listened to. Throws whatever keeps a machine from it. */
function stretchesFor(session: Session, { testimony, recording }: Wanted): { media: string; stretches: Stretch[] } {
  const story = readStory(session.database, testimony)
  const own = story.recordings.find(({ id }) => id === recording)
  if (own === undefined) throw new Failure('notFound')
  const { refused, stretches } = unwritten(session, story)
  if (refused !== null) throw new Failure(failureOf[refused])
  const open = stretches.get(recording) ?? []
  if (open.length === 0) throw new Failure('nothingUnwritten')
  if (draftsOf(session.database, testimony).some((draft) => draft.recording === recording))
    throw new Failure('draftWaits')
  return { media: own.media, stretches: open }
}

/** Throws Failure transcribingOff, modelMissing, notAModel, modelTooLarge, languageUnheard. */
async function modelFor(session: Session, { language }: Wanted): Promise<{ model: ModelFile; called: string }> {
  const path = chosenModel(session.database)
  if (path === null) throw new Failure('transcribingOff')
  const model = await lookAtModel(path)
  const called = heardLanguage(language)
  if (called === null || (model.onlyEnglish && called !== 'en')) throw new Failure('languageUnheard')
  return { model, called }
}

function keep(session: Session, wanted: Wanted, passages: readonly HeardPassage[]): string | null {
  const { testimony, recording, language } = wanted
  // NOTE: what she said while the machine was listening counts.
  stretchesFor(session, wanted)
  const id = passages.length === 0 ? null : session.newId()
  session.save(['transcribing'], (archive) => {
    const at = session.moment()
    insertListened(archive, session.newId(), testimony, { recording, by: session.actor.name, at })
    if (id !== null) insertDraft(archive, { id, testimony, recording, language, at }, passages)
  })
  // What was taken out or sealed meanwhile is not kept from the draft by the check above alone.
  if (id !== null) pruneDrafts(session, testimony)
  return id
}

export class Transcriptions {
  readonly #open: OpenSession
  readonly #start: StartTranscriber | null
  #busy = false
  #run: { readonly id: string; readonly run: Run } | null = null

  constructor(open: OpenSession, start: StartTranscriber | null) {
    this.#open = open
    this.#start = start
  }

  get isUnderWay(): boolean {
    return this.#busy
  }

  /** Throws Failure notFound where it is not under way. */
  run(id: string): Run {
    if (this.#run?.id !== id) throw new Failure('notFound')
    return this.#run.run
  }

  async *transcribe(wanted: Wanted, signal: AbortSignal): AsyncGenerator<Told> {
    if (this.#busy) throw new Failure('alreadyTranscribing')
    this.#busy = true
    const session = this.#open()
    const gone = AbortSignal.any([signal, session.atWindow])
    let transcriber: Transcriber | null = null
    let stop: (() => void) | null = null
    try {
      tidyDrafts(session)
      const { media, stretches } = stretchesFor(session, wanted)
      const { model, called } = await modelFor(session, wanted)
      if (this.#start === null) throw new Failure('transcriberMissing')
      if (gone.aborted) throw new Failure('cancelled')
      // NOTE: a large model loads for a minute; somebody who leaves meanwhile does not wait for it.
      transcriber = await Transcriber.begin(this.#start, model, gone)
      const run = new Run(transcriber, stretches, called)
      stop = () => run.fail(new Failure('cancelled'))
      gone.addEventListener('abort', stop)
      if (gone.aborted) throw new Failure('cancelled')
      const id = session.newId()
      this.#run = { id, run }
      yield { kind: 'begun', run: id, media, sampleRate: hearingRate, stretches }
      for (let told = -1; !run.isOver;) {
        await run.step()
        if (run.done - told < 0.001) continue
        told = run.done
        yield { kind: 'heard', done: told }
      }
      const passages = run.passages
      if (gone.aborted || this.#open() !== session) throw new Failure('cancelled')
      yield { kind: 'kept', draft: keep(session, wanted, passages), passages: passages.length }
    } finally {
      if (stop !== null) gone.removeEventListener('abort', stop)
      transcriber?.end('cancelled')
      this.#run = null
      this.#busy = false
    }
  }
}
