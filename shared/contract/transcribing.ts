// A machine's draft of what is said in a recording: off until somebody turns it on, and nobody's words until a person has
// been through it.
import { z } from 'zod'
import { call, nothing, stream } from './define.ts'
import { folder } from './door.ts'
import { bytes, id, language, longText, milliseconds, moment, shortText } from './shapes.ts'

const model = z.object({
  path: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  /** It has learned English and nothing else. */
  onlyEnglish: z.boolean(),
})

const stretch = z.object({ startMs: milliseconds, endMs: milliseconds })

const draftState = z.enum(['waiting', 'accepted', 'leftOut'])

const draft = z.object({ id, recording: id, waiting: z.int(), total: z.int(), at: moment })

/** Why no machine may listen to a story now; null where one may, once she was asked. */
const refused = z
  .enum(['saidNo', 'takenBack', 'notYet', 'herVersion', 'soundTimesMissing', 'nothingUnwritten', 'noSound'])
  .nullable()

export const transcribing = {
  settings: call(
    'archivist',
    nothing,
    z.object({
      /** Null: off. */
      model: model.nullable(),
      /** The model that was chosen can no longer be used. */
      modelFailure: z.enum(['modelMissing', 'notAModel', 'modelTooLarge']).nullable(),
    }),
  ),
  /** Folders and files inside a folder, for choosing a model; an empty path starts at the person's own folder. */
  files: call(
    'archivist',
    z.object({ path: z.string() }),
    z.object({
      path: z.string(),
      parent: z.string().nullable(),
      places: z.array(folder),
      folders: z.array(folder),
      files: z.array(z.object({ path: z.string(), name: z.string(), size: z.number() })),
    }),
  ),
  /** Looks at the model first. Throws Failure modelMissing, notAModel, modelTooLarge. */
  turnOn: call('archivist', z.object({ path: z.string() }), model),
  /** Drafts that nobody has been through go too. Throws Failure alreadyTranscribing. */
  turnOff: call('archivist', nothing, nothing),
  /** What a machine may do with a story, has done, and is waiting for. */
  state: call(
    'archivist',
    z.object({ testimony: id }),
    z.object({
      isOn: z.boolean(),
      onlyEnglish: z.boolean(),
      refused,
      recordings: z.array(z.object({ id, durationMs: milliseconds, sitting: z.int(), unwrittenMs: milliseconds })),
      drafts: z.array(draft),
      /** Each time that a machine has listened, the newest first; `by` said that she had been asked. */
      listened: z.array(z.object({ recording: id, by: shortText, at: moment })),
    }),
  ),
  /**
   * The whole of a transcription: it begins, tells how far it is, and ends with the draft. Left, it stops and nothing of it
   * stays. `asked`: whoever begins says that she was asked and said yes. Failures: transcribingOff, alreadyTranscribing,
   * draftWaits, saidNoToMachines, herVersion, soundTimesMissing, nothingUnwritten, languageUnheard, modelMissing, notAModel,
   * modelTooLarge, transcriberEnded, transcriberSlow.
   */
  transcribe: stream(
    'archivist',
    z.object({ testimony: id, recording: id, language, asked: z.literal(true) }),
    z.discriminatedUnion('kind', [
      /** The samples that are wanted: signed 16-bit, one channel, `sampleRate` a second, one stretch after another. */
      z.object({
        kind: z.literal('begun'),
        run: id,
        media: id,
        sampleRate: z.int(),
        stretches: z.array(stretch),
      }),
      z.object({ kind: z.literal('heard'), done: z.number().min(0).max(1) }),
      /** `draft` is null where nobody was heard to speak. */
      z.object({ kind: z.literal('kept'), draft: id.nullable(), passages: z.int() }),
    ]),
  ),
  /** Resolves when there is room for more. */
  append: call('archivist', z.object({ run: id, stretch: z.int().min(0), bytes: bytes }), nothing),
  /** Everything has come. */
  finish: call('archivist', z.object({ run: id }), nothing),
  /** A draft to go through. Its words are in no other answer of the archive. */
  read: call(
    'archivist',
    z.object({ draft: id }),
    z.object({
      testimony: id,
      recording: id,
      media: id,
      durationMs: milliseconds,
      language,
      direction: z.enum(['ltr', 'rtl']),
      narratorName: shortText,
      speakers: z.array(z.object({ id, name: shortText, role: z.enum(['narrator', 'interviewer', 'other']) })),
      passages: z.array(
        z.object({ place: z.int(), startMs: milliseconds, endMs: milliseconds, text: longText, state: draftState }),
      ),
    }),
  ),
  /**
   * Somebody has been through a passage: with these words and this speaker it is one of the story, as a change of theirs.
   * Failures: herVersion, changedMeanwhile (it is not waiting), badInput.
   */
  accept: call(
    'archivist',
    z.object({
      draft: id,
      place: z.int(),
      text: longText.min(1),
      /** Somebody who speaks in it already, or somebody who is new in it. */
      speaker: z.union([id, z.object({ role: z.enum(['narrator', 'interviewer', 'other']), name: shortText })]),
    }),
    z.object({ speaker: id }),
  ),
  leaveOut: call('archivist', z.object({ draft: id, place: z.int() }), nothing),
  /** Takes the last decision about a passage back. Throws Failure changedMeanwhile where its words were changed since. */
  bringBack: call('archivist', z.object({ draft: id, place: z.int() }), nothing),
  /** All that is left of it goes, words and times. */
  throwAway: call('archivist', z.object({ draft: id }), nothing),
} as const
