// One story: reading it whole or as a reach would get it, its names and speakers, and its sound.
import { z } from 'zod'
import { call, hers, nothing } from './define.ts'
import { existences } from '../domain/story.ts'
import {
  bytes,
  evidence,
  id,
  language,
  marks,
  milliseconds,
  names,
  piece,
  reach,
  refusedWord,
  shortText,
  story as storyShape,
} from './shapes.ts'

const ofTestimony = z.object({ testimony: id })

export const shownPassage = z.object({
  passage: id,
  pieces: z.array(piece),
  /** The whole passage is hidden from this reach. */
  hidden: z.boolean(),
})

export const story = {
  read: call(
    hers('testimony'),
    ofTestimony,
    z.object({
      story: storyShape,
      marks,
      undo: z.boolean(),
      redo: z.boolean(),
      /** Sealed passages whose sound is in its recording still, in order; left out for none. */
      soundOpen: z.array(id).optional(),
    }),
  ),
  viewAs: call(
    hers('testimony'),
    z.object({ testimony: id, reach }),
    z.object({ narratorName: shortText.nullable(), passages: z.array(shownPassage) }),
  ),
  retitle: call(
    hers('testimony'),
    z.object({ testimony: id, title: shortText.min(1), titleBy: z.enum(['narrator', 'archivist']) }),
    nothing,
  ),
  changeSpeaker: call(
    hers('testimony'),
    z.object({ testimony: id, speaker: id, name: shortText, role: z.enum(['narrator', 'interviewer', 'other']) }),
    nothing,
  ),
  /** `evidence`: that she wants to show more in lists, where an archivist writes it down. Failures: herWordMissing, hersToDecide, keyForgotten. */
  changeNarrator: call(
    hers('narrator'),
    z.object({
      narrator: id,
      name: shortText,
      names,
      existence: z.enum(existences),
      refusedWords: z.array(refusedWord).max(200),
      evidence: evidence.optional(),
    }),
    nothing,
  ),
  changeLanguage: call(hers('testimony'), z.object({ testimony: id, language }), nothing),
  setPassageTime: call(
    hers('testimony'),
    z.object({
      testimony: id,
      passage: id,
      recording: id.nullable(),
      startMs: milliseconds.nullable(),
      endMs: milliseconds.nullable(),
    }),
    nothing,
  ),
  /** A waveform in the shape of `peaksFrom`; empty when it has not been worked out yet. */
  peaks: call(hers('recording'), z.object({ recording: id }), z.object({ peaks: bytes })),
  keepPeaks: call(hers('recording'), z.object({ recording: id, peaks: bytes }), nothing),
  /** Recordings that have none, the newest first; not more than two thousand. */
  withoutPeaks: call('archivist', nothing, z.object({ recordings: z.array(z.object({ recording: id, media: id })) })),
} as const

export const sound = {
  /**
   * Which stretches of which recordings are wanted as samples, for hearing a story as a reach would
   * (`story`) or for an excerpt (`excerpt`). `ready` when it has been rendered already: play `/rendition/<rendition>`.
   */
  plan: call(
    hers('recording', 'excerpt'),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('story'), recording: id, reach }),
      z.object({ kind: z.literal('excerpt'), excerpt: id }),
    ]),
    z.object({
      rendition: id,
      ready: z.boolean(),
      /** Samples are wanted from these stretches, in this order, mixed to one channel at `sampleRate`. */
      sampleRate: z.int(),
      clips: z.array(z.object({ media: id, startMs: milliseconds, endMs: milliseconds })),
    }),
  ),
  /**
   * Signed 16-bit little-endian samples of one clip, in order, at most 1 MiB at a time. The archive process itself
   * replaces what is taken out; it does not trust the window to have done so.
   */
  append: call(hers('rendition'), z.object({ rendition: id, clip: z.int(), bytes }), nothing),
  finish: call(hers('rendition'), z.object({ rendition: id }), nothing),
  abandon: call(hers('rendition'), z.object({ rendition: id }), nothing),
} as const
