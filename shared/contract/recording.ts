// Recording: what an archivist asks for while the archive is open, and what the recorder does whether it is open or not.
// A *take* is a sitting that is being recorded, or that was and has not been put into its story yet.
import { z } from 'zod'
import { call, hers, herself, nothing, stream } from './define.ts'
import { bytes, evidence, id, language, milliseconds, moment, shortText } from './shapes.ts'

/** `pcm`: signed 16-bit little-endian samples, channels interleaved. `opus`: for small disks, packets of 20 ms. */
export const takeCodecs = ['pcm', 'opus'] as const

/** Why sound is missing at a place: a gap is marked there. `closed`: the recorder's window, or the machine, ended. */
export const gapKinds = ['pause', 'unplugged', 'muted', 'changed', 'asleep', 'closed', 'diskFull', 'damaged'] as const

/** What is not well just now, as it is told at the recorder. `changed`: another microphone is being taken, which always leaves a gap. */
export const takeTroubles = [
  'unplugged',
  'muted',
  'silent',
  'changed',
  'asleep',
  'windowGone',
  'diskFull',
  'diskFailing',
] as const

/** Of one second: `clipped` where samples stand at the end of the scale. `none`: nothing at all comes in. */
export const levels = ['none', 'quiet', 'good', 'loud', 'clipped'] as const

/** A microphone as a browser names it to pages of one address; empty for the machine's own. It says nothing of anybody. */
const microphone = z.string().max(200)

export const takeStates = ['waiting', 'recording', 'paused', 'offRecord', 'stopped'] as const

const ofTake = z.object({ take: id })
const ownQuestion = z.object({ id, words: shortText.min(1), language })

/** Made with the story: whose it is, and what it is called for now. */
const newStory = z.object({
  /** One who is here already; null for somebody new with this name. */
  narrator: id.nullable(),
  narratorName: shortText.min(1),
  title: shortText.min(1),
  language,
})

export const recording = {
  /**
   * Writes into the ledger that she agreed to be recorded, with how that is known, and makes the take. Nothing more is
   * agreed to by it. Failures: alreadyRecording, diskFull, notFound.
   */
  begin: call(
    'archivist',
    z.object({
      story: z.union([z.object({ testimony: id }), newStory]),
      agreed: evidence,
      codec: z.enum(takeCodecs),
      sampleRate: z.int().min(8_000).max(192_000),
      channels: z.int().min(1).max(2),
    }),
    z.object({ take: id, testimony: id }),
  ),
  /** For as long as somebody listens to this, the window may ask for the microphone to try it. Nothing is kept of it. */
  tryMicrophone: stream('archivist', nothing, z.object({ may: z.literal(true) })),
  /** What waits to be put into its story: whole to within two seconds, however it ended. */
  takes: call(
    'archivist',
    nothing,
    z.object({
      takes: z.array(
        z.object({
          take: id,
          testimony: id,
          title: shortText,
          narratorName: shortText,
          beganAt: moment,
          keptMs: milliseconds,
          gaps: z.int(),
          /** It is at the recorder now, paused or not. */
          underWay: z.boolean(),
          /** Something that was said off the record was not decided on yet. */
          offRecordMs: milliseconds,
          /** Bytes that finishing needs and the disk does not have; 0 where there is room. */
          bytesMissing: z.number(),
        }),
      ),
    }),
  ),
  /** The same sitting goes on after a marked gap. Failures: notFound, alreadyRecording, diskFull, mediaMissing. */
  takeUp: call('archivist', ofTake, nothing),
  /**
   * Puts it into its story, whole or not at all; what it was kept in until then is destroyed. `offRecord` says what
   * becomes of what was said off the record and was not decided on. Failures: notFound, diskFull, stillRecording,
   * nothingInside where no sound was kept, mediaMissing.
   */
  finish: stream(
    'archivist',
    ofTake.extend({ offRecord: z.enum(['destroy', 'seal']) }),
    z.object({ done: z.number().min(0).max(1), recording: id.nullable() }),
  ),
  /** Destroys a take that is not in its story. Failures: notFound, stillRecording. */
  destroy: call('archivist', ofTake, nothing),

  /** Where sound is missing in a recording, and what was marked while it was made; milliseconds from its start. */
  about: call(
    hers('recording'),
    z.object({ recording: id }),
    z.object({
      gaps: z.array(z.object({ atMs: milliseconds, kind: z.enum(gapKinds), lastedMs: milliseconds.nullable() })),
      marks: z.array(
        z.object({
          atMs: milliseconds,
          endMs: milliseconds.nullable(),
          kind: z.enum(['question', 'consent']),
          words: shortText,
        }),
      ),
    }),
  ),
  /** What she said off the record and had sealed: only she can hear it, at `/offrecord/<id>`, while her key is open. */
  offRecord: call(
    hers('testimony'),
    z.object({ testimony: id }),
    z.object({ parts: z.array(z.object({ id, at: moment, durationMs: milliseconds, canHear: z.boolean() })) }),
  ),
  /** What she had sealed is hers: only she destroys it, and she needs no key for that. Failure: notFound. */
  destroyOffRecord: call(herself('testimony'), z.object({ testimony: id, part: id }), nothing),

  /** The archive's own questions, in their order. */
  questions: call('archivist', nothing, z.object({ questions: z.array(ownQuestion) })),
  keepQuestions: call('archivist', z.object({ questions: z.array(ownQuestion).max(500) }), nothing),
} as const

/**
 * Of the take that is under way, from the recorder's window or any other, while the archive is open or locked. It says
 * nothing of whose it is.
 */
export const recorder = {
  state: stream(
    'recorder',
    nothing,
    z.object({
      take: id.nullable(),
      state: z.enum(takeStates),
      /** Milliseconds of sound that are on the disk, sealed and synced. */
      keptMs: milliseconds,
      codec: z.enum(takeCodecs),
      sampleRate: z.int(),
      channels: z.int(),
      /** Sound of another epoch is not taken any more: the recorder throws away what it still held. */
      epoch: z.int(),
      level: z.enum(levels),
      /** The one that was taken last, so that another window can go on with it. Kept in memory only. */
      microphone,
      trouble: z.enum(takeTroubles).nullable(),
      /** How much more can be recorded until the disk is full, as far as can be told. */
      roomMs: z.number(),
      /** Since the last pause: what `forget` would take. */
      sincePauseMs: milliseconds,
      offRecordMs: milliseconds,
      /** She has a key, so what is off the record can be sealed to it; without one none of it is kept at all. */
      canSeal: z.boolean(),
      /** A consent that is being spoken. */
      consentSinceMs: milliseconds.nullable(),
      /** The archive is open. */
      open: z.boolean(),
      /** A recorder's window is there and sends sound. */
      heard: z.boolean(),
    }),
  ),
  /**
   * The window that sends the sound says that it is there; ends when another one took its place. Only it may append.
   */
  attend: stream('recorder', nothing, z.object({ attending: z.literal(true) })),
  /**
   * One second of sound or less, in its order. Gives what is kept when this second is on the disk.
   * What did not come onto a full disk may be sent again, or left: then it is a gap. Failures: notFound, staleSound
   * (another epoch, out of turn, or from a window that does not attend), diskFull, diskFailing, badInput.
   */
  append: call(
    'recorder',
    z.object({
      take: id,
      epoch: z.int(),
      /** Counts from 0 in each epoch. */
      sequence: z.int(),
      /** Frames of `pcm`, or frames at 48 kHz that the packets last. */
      frames: z.int().min(1),
      /** For opus: each packet with its length before it, in two bytes, big-endian. */
      bytes,
      level: z.enum(levels),
    }),
    z.object({ keptMs: milliseconds }),
  ),
  /** Something is not well, or is again (null). A gap is marked where sound was lost meanwhile. */
  trouble: call('recorder', z.object({ take: id, trouble: z.enum(takeTroubles).nullable() }), nothing),
  /** The window that attends records with this one. Failures: notFound, staleSound (it does not attend). */
  microphone: call('recorder', ofTake.extend({ microphone }), nothing),
  pause: call('recorder', ofTake, nothing),
  goOn: call('recorder', ofTake, nothing),
  /** No byte of the last 30 seconds, or of what was said since the last pause, is anywhere afterwards. */
  forget: call('recorder', ofTake.extend({ what: z.enum(['lastBit', 'sincePause']) }), nothing),
  /** From here on nothing goes into the recording. */
  goOffRecord: call('recorder', ofTake, nothing),
  /** Back on the record: what was said meanwhile is destroyed, or kept so that only she can hear it. Failure: noPassphrase. */
  backOnRecord: call('recorder', ofTake.extend({ offRecord: z.enum(['destroy', 'seal']) }), nothing),
  /** A card with a question is before her. */
  ask: call('recorder', ofTake.extend({ words: shortText }), nothing),
  consentBegins: call('recorder', ofTake, nothing),
  consentEnds: call('recorder', ofTake, nothing),
  /** Nothing is shared by it. What is still off the record is destroyed unless `offRecord` says to seal it. */
  stop: call('recorder', ofTake.extend({ offRecord: z.enum(['destroy', 'seal']) }), nothing),
} as const
