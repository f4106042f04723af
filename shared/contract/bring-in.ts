// Bringing files in: handed over piece by piece, looked at and corrected, then kept or forgotten.
import { z } from 'zod'
import { failureCodes } from './failure.ts'
import { call, nothing, stream } from './define.ts'
import { listedRecall } from './recall.ts'
import { soundSayings } from '../domain/imported.ts'
import { bytes, id, language, longText, shortText } from './shapes.ts'

const batch = z.object({ batch: id })
const item = z.object({ batch: id, item: id })

export const previewSpeaker = z.object({
  name: shortText,
  role: z.enum(['narrator', 'interviewer', 'other']),
  words: z.int(),
})

export const previewItem = z.object({
  item: id,
  /** Names as chosen by the person; a transcript, a sound, or both when they belong together. */
  transcriptName: z.string().nullable(),
  soundName: z.string().nullable(),
  title: shortText,
  narratorName: shortText,
  language,
  speakers: z.array(previewSpeaker),
  turns: z.int(),
  passages: z.int(),
  words: z.int(),
  durationMs: z.number().nullable(),
  notices: z.array(z.string()),
  /** What else its sound file says, to be looked at here; it stays in the file and is kept nowhere else. */
  soundSays: z.array(z.object({ kind: z.enum(soundSayings), value: z.string().max(400) })),
  /** Why it cannot be kept; null when it can. */
  failure: z.enum(failureCodes).nullable(),
  /** Where it was called back: the row of our own register, or of the list of what others call back. */
  recalledBy: z.object({ kind: z.enum(['own', 'listed']), id, reference: id }).nullable(),
  /** The same file has been kept before. */
  alreadyHere: z.boolean(),
  keep: z.boolean(),
})

/** `recalls`: recall files among what was handed over, which are on the list now. */
const previewOfBatch = z.object({ items: z.array(previewItem), recalls: z.array(listedRecall) })

export const keptLine = z.object({
  item: id,
  name: z.string(),
  result: z.enum(['kept', 'leftOut', 'failed']),
  failure: z.enum(failureCodes).nullable(),
  testimony: id.nullable(),
  /** What is to be known of the sound that was kept. */
  notices: z.array(z.string()),
  done: z.int(),
  total: z.int(),
})

export const bringIn = {
  begin: call('archivist', nothing, batch),
  openFile: call(
    'archivist',
    z.object({ batch: id, name: z.string().max(1_000), size: z.int().min(0) }),
    z.object({ file: id }),
  ),
  /** At most 1 MiB at a time, in order. */
  append: call('archivist', z.object({ batch: id, file: id, bytes }), nothing),
  closeFile: call('archivist', z.object({ batch: id, file: id }), nothing),
  paste: call('archivist', z.object({ batch: id, text: z.string().max(20_000_000) }), nothing),
  preview: call('archivist', batch, previewOfBatch),
  previewText: call(
    'archivist',
    item,
    z.object({
      turns: z.array(
        z.object({
          speaker: z.int(),
          passages: z.array(z.object({ text: longText, startMs: z.number().nullable(), endMs: z.number().nullable() })),
        }),
      ),
    }),
  ),
  correct: call(
    'archivist',
    z.object({
      batch: id,
      item: id,
      title: shortText,
      narratorName: shortText,
      language,
      keep: z.boolean(),
      /** One a speaker, in the order of the preview. */
      speakers: z.array(z.object({ name: shortText, role: z.enum(['narrator', 'interviewer', 'other']) })),
    }),
    previewItem,
  ),
  /** Move one passage to another speaker, join it with the one before, or leave it out. */
  correctPassage: call(
    'archivist',
    z.object({
      batch: id,
      item: id,
      turn: z.int(),
      passage: z.int(),
      change: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('speaker'), speaker: z.int() }),
        z.object({ kind: z.literal('text'), text: longText.min(1) }),
        z.object({ kind: z.literal('joinBefore') }),
        z.object({ kind: z.literal('leaveOut') }),
      ]),
    }),
    previewItem,
  ),
  /** Put a sound with a transcript (or take it away again, with null). */
  match: call('archivist', z.object({ batch: id, transcript: id, sound: id.nullable() }), previewOfBatch),
  /** Keeps what is chosen, one line a file; leaving the stream stops after the file at hand. */
  keep: stream('archivist', batch, keptLine),
  forget: call('archivist', batch, nothing),
} as const
