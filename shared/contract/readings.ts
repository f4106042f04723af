// Her words read by somebody else, where her answer asks for another voice. Heard again from `/media/<media>`.
import { z } from 'zod'
import { readingVoices } from '../domain/sound/readings.ts'
import { call, nothing } from './define.ts'
import { bytes, id, language, longText, milliseconds, shortText } from './shapes.ts'

export const readingTypes = ['audio/webm', 'audio/ogg', 'audio/wav', 'audio/flac', 'audio/mpeg', 'audio/mp4'] as const

const ofOne = { excerpt: id, reading: id }

export const readings = {
  /** The passages of an excerpt that are to be heard in another voice, in their order, with the newest reading of each. */
  list: call(
    'archivist',
    z.object({ excerpt: id }),
    z.object({
      passages: z.array(
        z.object({
          passage: id,
          /** What is to be read aloud; what is taken out is not in it. */
          words: longText,
          language,
          direction: z.enum(['ltr', 'rtl']),
          reading: z
            .object({
              id,
              media: id,
              voice: z.enum(readingVoices),
              reader: shortText,
              durationMs: milliseconds,
              isApproved: z.boolean(),
              /** These very words; where not, they have changed since and must be read anew. */
              fits: z.boolean(),
            })
            .nullable(),
        }),
      ),
    }),
  ),
  /** `live`: recorded at this window now, which may have the microphone meanwhile. Failures: notFound, tooManyCalls. */
  begin: call(
    'archivist',
    z.object({ excerpt: id, passage: id, type: z.enum(readingTypes), live: z.boolean() }),
    z.object({ reading: id }),
  ),
  /** Pieces of at most 1 MiB, together at most 200 MiB. Failures: fileTooLarge, soundUnreadable. */
  append: call('archivist', z.object({ ...ofOne, bytes }), nothing),
  /**
   * `durationMs`: how long it is where the file does not say; `reader`: who reads, or empty. It is used once it is
   * approved. Failures: fileEmpty, soundUnreadable; herOwnVoice where the file is one of hers; changedMeanwhile where the
   * words are others now.
   */
  finish: call(
    'archivist',
    z.object({ ...ofOne, durationMs: milliseconds.min(1), reader: shortText }),
    z.object({ media: id }),
  ),
  /** Under way or kept, it is destroyed. Failure: notFound. */
  drop: call('archivist', z.object(ofOne), nothing),
  /** Somebody has listened to it. Failures: notFound; changedMeanwhile where the words are others now. */
  approve: call('archivist', z.object(ofOne), nothing),
  /** Voices of a program of this machine that speak the language; `program` is null where there is none. */
  voices: call(
    'archivist',
    z.object({ language }),
    z.object({
      program: z.string().nullable(),
      voices: z.array(z.object({ id: z.string().max(100), name: shortText })),
    }),
  ),
  /** Has such a voice read it, in memory and without the network. Failures: notFound, machineVoiceFailed, cancelled. */
  speak: call('archivist', z.object({ excerpt: id, passage: id, voice: z.string().max(100) }), z.object({ media: id })),
} as const
