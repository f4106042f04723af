// The shapes of the domain's values as they cross between the window and the archive process.
import { z } from 'zod'
import { growsTooLong } from '../domain/names/grown-text.ts'
import { assertedByChoices, redactedThings, redactionWays, stances, tieKinds } from '../domain/marks/marks.ts'
import { reaches } from '../domain/reach.ts'
import { existences } from '../domain/story.ts'
import { isUseName, type UseName } from '../domain/consent/uses.ts'
import { answers, evidenceKinds, voices } from '../domain/consent/ledger.ts'

export const id = z.string().regex(/^[0-9a-z]{8,40}$/)
export const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
export const moment = z.iso.datetime()
/** A line or a few lines that a person writes. */
export const shortText = z.string().max(2_000)
export const longText = z.string().max(200_000)
/** Written by others around her words, and looked through for what must not leave. */
export const framingText = longText.refine((text) => !growsTooLong(text))
export const milliseconds = z.number().min(0).max(8.64e7)

/**
 * Bytes with memory of their own. NOTE: Node cuts small Buffers out of a block that they share, and a port sends the
 * whole block along: 5 bytes once took 64 KiB of other secrets with them.
 */
export const bytes = z.instanceof(Uint8Array).transform((given) => new Uint8Array(given))

export const reach = z.enum(reaches)
export const use = z.custom<UseName>(isUseName)

export const speaker = z.object({ id, name: shortText, role: z.enum(['narrator', 'interviewer', 'other']) })
export const turn = z.object({ id, speaker: id })
export const wordTime = z.object({ start: z.int(), end: z.int(), startMs: z.number(), endMs: z.number() })
export const passage = z.object({
  id,
  turn: id,
  text: longText,
  language,
  direction: z.enum(['ltr', 'rtl']),
  recording: id.nullable(),
  startMs: milliseconds.nullable(),
  endMs: milliseconds.nullable(),
  wordTimes: z.array(wordTime),
})
export const recording = z.object({
  id,
  media: id,
  sitting: z.int(),
  format: z.string(),
  durationMs: milliseconds,
  channels: z.int(),
  sampleRate: z.int(),
  isCut: z.boolean().optional(),
})
export const refusedWord = z.object({ word: shortText.min(1), instead: shortText })
export const names = z.partialRecord(reach, shortText)
export const narrator = z.object({
  id,
  name: shortText,
  names,
  existence: z.enum(existences),
  refusedWords: z.array(refusedWord),
})
export const testimony = z.object({
  id,
  narrator: id,
  title: shortText,
  titleBy: z.enum(['narrator', 'archivist']),
  language,
  createdAt: moment,
  revision: z.int(),
})
export const story = z.object({
  testimony,
  narrator,
  speakers: z.array(speaker),
  turns: z.array(turn),
  passages: z.array(passage),
  recordings: z.array(recording),
})

export const range = z.object({
  id,
  passage: id,
  start: z.int().min(0),
  end: z.int().min(0),
  quote: longText,
  startMs: milliseconds.nullable(),
  endMs: milliseconds.nullable(),
  unresolved: z.boolean(),
})
export const label = z.object({
  id,
  words: shortText.min(1),
  language,
  meaning: shortText,
  assertedBy: z.enum(assertedByChoices),
  stance: z.enum(stances),
  colour: z.int().min(1).max(8),
  author: shortText,
  ranges: z.array(range),
})
export const soundStretch = z.object({ id, recording: id, startMs: milliseconds, endMs: milliseconds })
export const redaction = z.object({
  id,
  thing: z.enum(redactedThings),
  reach,
  way: z.enum(redactionWays),
  replacement: shortText,
  why: shortText,
  author: shortText,
  ranges: z.array(range),
  stretches: z.array(soundStretch).optional(),
})
export const tie = z.object({
  id,
  kind: z.enum(tieKinds),
  reason: shortText,
  author: shortText,
  ranges: z.array(range),
})
export const marks = z.object({
  labels: z.array(label),
  redactions: z.array(redaction),
  ties: z.array(tie),
  seals: z.array(z.object({ id, passage: id })),
  notTheSame: z.array(z.object({ id, words: longText, other: longText, author: shortText })),
})
export const passphrase = z.string().min(1).max(1_000)

/** Where a mark is to be: part of a passage's text, and, when said, where that is in the sound. */
export const span = z.object({
  passage: id,
  start: z.int().min(0),
  end: z.int().min(1),
  startMs: milliseconds.nullable(),
  endMs: milliseconds.nullable(),
})

/** A stretch of one of her recordings in which it can be heard. */
export const evidenceClip = z.object({ recording: id, startMs: milliseconds, endMs: milliseconds })
/** A scan, a photograph or a sound that is kept as evidence; its SHA-256 (hex) is in the entry. */
export const evidenceFile = z.object({ id, sha256: z.string().regex(/^[0-9a-f]{64}$/) })
export const evidence = z.object({
  kind: z.enum(evidenceKinds),
  note: shortText,
  clip: evidenceClip.optional(),
  files: z.array(evidenceFile).max(50).optional(),
})
export const teachBack = z.object({ said: shortText, file: evidenceFile.optional() })
export const scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('testimony') }),
  z.object({ kind: z.literal('section'), section: id, heading: shortText, passages: z.array(id).min(1) }),
  z.object({ kind: z.literal('passages'), passages: z.array(id).min(1) }),
])
export const conditions = z.object({
  recipients: z.array(id),
  nameAs: shortText.nullable(),
  voice: z.enum(voices),
  until: moment.nullable(),
  untilEvent: shortText.min(1).optional(),
  times: z.int().min(1).nullable(),
  noCutting: z.boolean(),
})
export const answer = z.enum(answers)

export const piece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: longText }),
  z.object({ kind: z.literal('gap'), thing: z.enum(redactedThings) }),
  z.object({ kind: z.literal('instead'), text: shortText, thing: z.enum(redactedThings) }),
])
