// The shelf of testimonies, and finding words in all of them.
import { z } from 'zod'
import { call, hers, nothing } from './define.ts'
import { id, language, longText, moment, shortText } from './shapes.ts'

export const shelfCard = z.object({
  id,
  title: shortText,
  titleBy: z.enum(['narrator', 'archivist']),
  narratorName: shortText,
  language,
  passages: z.int(),
  words: z.int(),
  durationMs: z.number(),
  labels: z.array(shortText),
  /** Something waits for her: a label without her stance, or nothing answered yet. */
  waitingForHer: z.boolean(),
  /** The next day on which a yes ends. */
  consentEndsAt: moment.nullable(),
  /** Why an answer has ended and asks; nothing has been said in its place. */
  endedBecause: z.enum(['expired', 'usedUp', 'eventCame']).nullable(),
  /** The day on which it ended, where it was a day. */
  endedAt: moment.nullable(),
  /** A day that has come on which she wanted to be asked again. */
  reviewDueAt: moment.nullable(),
  /** The event that a yes waits for, in her words. */
  waitsFor: shortText.nullable(),
  createdAt: moment,
})

export const findHit = z.object({
  testimony: id,
  title: shortText,
  narratorName: shortText,
  passage: id,
  language,
  direction: z.enum(['ltr', 'rtl']),
  role: z.enum(['narrator', 'interviewer', 'other']),
  text: longText,
  /** UTF-16 offsets of the found words in `text`. */
  found: z.array(z.tuple([z.int(), z.int()])),
})

export const shelf = {
  list: call(
    hers(),
    z.object({
      words: z.string().max(500),
      language: z.string().max(40),
      label: z.string().max(500),
      state: z.enum(['all', 'waitingForHer', 'consentEndsSoon', 'reviewDue', 'withSound']),
      order: z.enum(['title', 'newest']),
      from: z.int().min(0),
      count: z.int().min(1).max(500),
    }),
    z.object({ total: z.int(), cards: z.array(shelfCard) }),
  ),
  choices: call(hers(), nothing, z.object({ languages: z.array(language), labels: z.array(shortText), all: z.int() })),
  find: call(
    hers(),
    z.object({
      words: z.string().max(500),
      language: z.string().max(40),
      role: z.enum(['anyone', 'narrator', 'others']),
      count: z.int().min(1).max(200),
    }),
    z.object({
      hits: z.array(findHit),
      /** How many passages hold the words; counting stops at 1,000. */
      total: z.int(),
    }),
  ),
} as const
