// Erasing: what goes, what stays outside and which backups hold it until when is said before; then it goes for good.
import { z } from 'zod'
import { evidenceKinds } from '../domain/consent/ledger.ts'
import { sampleKinds } from '../domain/sound/sample-kinds.ts'
import { call, hers, nothing, stream } from './define.ts'
import { bytes, id, language, milliseconds, moment, shortText, use } from './shapes.ts'

/** Passages of one story, a whole story, or everything of a narrator. */
export const eraseTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passages'), testimony: id, passages: z.array(id).min(1).max(5_000) }),
  z.strictObject({ kind: z.literal('story'), testimony: id }),
  z.strictObject({ kind: z.literal('narrator'), narrator: id }),
])
export type EraseTarget = z.infer<typeof eraseTarget>

/** What becomes of the sound of passages: silence in its place, the whole recording goes, or it stays. */
export const soundChoices = ['silence', 'recording', 'stays'] as const
export type SoundChoice = (typeof soundChoices)[number]

const ofRecording = { testimony: id, recording: id }

/** What there is of it, by how many. */
export const erasedCounts = z.object({
  stories: z.int(),
  passages: z.int(),
  words: z.int(),
  /** Of the passages, those that only she can read. */
  sealed: z.int(),
  /** Of the passages, those whose sound only she can hear. */
  sealedSound: z.int(),
  recordings: z.int(),
  soundMs: z.number(),
  versions: z.int(),
  marks: z.int(),
  suggestions: z.int(),
  /** What others wrote about her. */
  about: z.int(),
  excerpts: z.int(),
  spoken: z.int(),
  readings: z.int(),
  evidence: z.int(),
  decisions: z.int(),
})

const outsideCopy = z.object({
  disclosure: id,
  at: moment,
  use,
  recipient: shortText,
  /** Whether something of it is asked back already. */
  isAskedBack: z.boolean(),
})

const outside = z.object({
  copies: z.array(outsideCopy),
  /** Days on which she took a copy of hers with her. */
  takenHome: z.array(moment),
  /** How many lists of what is here have left in which she is named. */
  lists: z.int(),
})

const holdingBackup = z.object({
  root: z.string().max(4_096),
  madeAt: moment,
  /** Whether it was seen there just now; else only the archive remembers it. */
  seen: z.boolean(),
  /** It goes when so many more were made in the same place. */
  goesAfter: z.int(),
})

export const erase = {
  /**
   * What would go and what would not. `mustSay`: an archivist has to say how her wish is known. `needsKey`: she has a
   * passphrase, and it was not typed in this session. `sound`: what can become of it; null where there is none to ask of.
   * Throws Failure notFound, onlyArchivist in a copy of hers.
   */
  what: call(
    hers('testimony', 'narrator'),
    eraseTarget,
    z.object({
      narrator: id,
      name: shortText,
      /** Of the story; empty where everything of hers is meant. */
      title: shortText,
      language,
      /** How what is to be erased begins; empty where it is sealed, or more than a passage. */
      begins: shortText,
      /** Where in its story one sealed passage stands, counted from 1; null for anything else. */
      sealedAt: z.object({ place: z.int(), of: z.int() }).nullable(),
      counts: erasedCounts,
      sound: z
        .object({
          /** Recordings in which the passages are heard. */
          recordings: z.int(),
          /** Of those recordings, as a whole. */
          wholeMs: z.number(),
          stretchMs: z.number(),
          /** Whether silence can stand in its place, as far as the archive can tell: the window decodes `toDecode`. */
          canSilence: z.boolean(),
          /** Of those recordings what the window has to hand over as samples before silence can stand in it. */
          toDecode: z.array(z.object({ recording: id, media: id, durationMs: milliseconds })),
        })
        .nullable(),
      outside,
      backups: z.array(holdingBackup),
      mustSay: z.boolean(),
      needsKey: z.boolean(),
      /** Older backups hold it within a passage that it was once one with; restored, that one is erased too. */
      wasOneWithOthers: z.boolean(),
      recordingUnderWay: z.boolean(),
    }),
  ),
  /**
   * Begins a recording anew from samples: all of it, decoded, channel beside channel, `frames` long. What was begun before
   * of the same recording goes. Throws Failure notFound, badInput where that is not the recording's length or nothing of it
   * is to be silent; diskFull.
   */
  beginSound: call(
    hers('testimony', 'recording'),
    z.strictObject({
      ...ofRecording,
      passages: z.array(id).min(1).max(5_000),
      /** Nothing of it is silent yet: its sound is sealed from it (`herSession.sealWithSound`). */
      isWhole: z.boolean().optional(),
      sampleRate: z.int().min(1_000).max(768_000),
      channels: z.int().min(1).max(8),
      samples: z.enum(sampleKinds),
      frames: z.int().min(1),
    }),
    nothing,
  ),
  /**
   * The next samples, at most 1 MiB at a time. The archive process itself puts silence into them; it does not trust the
   * window to have done so. Throws Failure notFound, badInput for more than there should be, diskFull.
   */
  appendSound: call(hers('testimony', 'recording'), z.strictObject({ ...ofRecording, bytes }), nothing),
  /**
   * Looks at what was written: silent where it must be, as it came elsewhere, and like the waveform that is kept. It waits
   * for `erase` from here on. Throws Failure notFound, checkFailed.
   */
  finishSound: call(hers('testimony', 'recording'), z.strictObject(ofRecording), nothing),
  /** It is destroyed, finished or not; where there is none, nothing happens. */
  abandonSound: call(hers('testimony', 'recording'), z.strictObject(ofRecording), nothing),
  /**
   * Erases. Silence in what the window has to decode needs that to be finished, for these very passages. It can be cancelled until everything goes at once (`words`). Throws Failure notFound, hersToDecide where it is
   * not said how her wish is known, hersToSign, stillRecording, mediaDamaged, diskFull, cancelled.
   */
  erase: stream(
    hers('testimony', 'narrator'),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('passages'),
        testimony: id,
        passages: z.array(id).min(1).max(5_000),
        sound: z.enum(soundChoices),
        knownBy: z.enum(evidenceKinds).nullable(),
      }),
      z.strictObject({ kind: z.literal('story'), testimony: id, knownBy: z.enum(evidenceKinds).nullable() }),
      z.strictObject({ kind: z.literal('narrator'), narrator: id, knownBy: z.enum(evidenceKinds).nullable() }),
    ]),
    z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('working'),
        part: z.enum(['sound', 'words', 'files', 'pages']),
        done: z.number(),
        total: z.number(),
      }),
      z.object({
        kind: z.literal('erased'),
        counts: erasedCounts,
        /** What it lay on is cleared at the next opening. Left out where it is. */
        toBeCleaned: z.boolean().optional(),
        outside,
        backups: z.array(holdingBackup),
      }),
    ]),
  ),
} as const
