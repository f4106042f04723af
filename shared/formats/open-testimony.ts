// One story with everything of hers around it, as JSON beside her recordings. Version 1 is frozen: a change is a version
// 2 beside it. Times are ISO 8601 UTC; offsets are UTF-16 units into a passage's text; sound is in milliseconds.
import { z } from 'zod'
import { assertedByChoices, redactedThings, redactionWays, stances, tieKinds } from '../domain/marks/marks.ts'
import { seenByHer, wordsAboutKinds } from '../domain/writing/beside.ts'
import { reaches } from '../domain/reach.ts'
import { existences } from '../domain/story.ts'

const id = z.string().min(1)
const text = z.string()
const time = z.string()
const ms = z.number().nullable()
const direction = z.enum(['ltr', 'rtl'])
const reach = z.enum(reaches)
const wordTime = z.strictObject({ start: z.int(), end: z.int(), startMs: z.number(), endMs: z.number() })
const words = { text, language: text, direction, recording: id.nullable(), startMs: ms, endMs: ms }
const turnOrder = z.strictObject({ id, speaker: id, passages: z.array(id) })
const ranges = z.array(
  z.strictObject({
    id,
    passage: id,
    start: z.int(),
    end: z.int(),
    quote: text,
    startMs: ms,
    endMs: ms,
    unresolved: z.boolean(),
  }),
)

const version1 = {
  format: z.literal('firsthand-testimony'),
  version: z.literal(1),
  id,
  title: text,
  titleBy: z.enum(['narrator', 'archivist']),
  language: text,
  createdAt: time,
  narrator: z.strictObject({
    name: text,
    names: z.partialRecord(reach, text),
    existence: z.enum(existences),
    refusedWords: z.array(z.strictObject({ word: text, instead: text })),
  }),
  speakers: z.array(z.strictObject({ id, name: text, role: z.enum(['narrator', 'interviewer', 'other']) })),
  turns: z.array(z.strictObject({ id, speaker: id })),
  /** In the order of telling. `sealed`: only her key opens it; `text` is then null unless it was open. */
  passages: z.array(
    z.strictObject({
      ...words,
      text: text.nullable(),
      id,
      turn: id,
      wordTimes: z.array(wordTime),
      sealed: z.boolean(),
    }),
  ),
  /** `file` is a path from this file's folder; null where the recording could not be read. */
  recordings: z.array(
    z.strictObject({
      id,
      sitting: z.int(),
      file: text.nullable(),
      format: text,
      durationMs: z.number(),
      channels: z.int(),
      sampleRate: z.int(),
    }),
  ),
  spokenAnswers: z.array(
    z.strictObject({ id, passage: id.nullable(), file: text.nullable(), durationMs: z.number(), at: time }),
  ),
  labels: z.array(
    z.strictObject({
      id,
      words: text,
      language: text,
      meaning: text,
      assertedBy: z.enum(assertedByChoices),
      stance: z.enum(stances),
      colour: z.int(),
      author: text,
      ranges,
    }),
  ),
  redactions: z.array(
    z.strictObject({
      id,
      thing: z.enum(redactedThings),
      reach,
      way: z.enum(redactionWays),
      replacement: text,
      why: text,
      author: text,
      ranges,
      /** Sound taken out by itself, in milliseconds of a recording; left out where there is none. */
      stretches: z.array(z.strictObject({ id, recording: id, startMs: z.number(), endMs: z.number() })).optional(),
    }),
  ),
  ties: z.array(z.strictObject({ id, kind: z.enum(tieKinds), reason: text, author: text, ranges })),
  sections: z.array(z.strictObject({ id, passage: id, heading: text })),
  wordsAbout: z.array(
    z.strictObject({
      id,
      kind: z.enum(wordsAboutKinds),
      language: text,
      text,
      author: text,
      at: time,
      seen: z.enum(seenByHer),
      answer: text,
    }),
  ),
  suggestions: z.array(
    z.strictObject({ id, passage: id.nullable(), before: text, after: text, why: text, author: text, at: time }),
  ),
  looks: z.array(z.strictObject({ passage: id, look: z.enum(['heard', 'right', 'later']), at: time })),
  revisions: z.array(
    z.strictObject({
      number: z.int(),
      author: text,
      authorRole: z.enum(['archivist', 'narrator']),
      at: time,
      until: time,
      name: text,
    }),
  ),
  /**
   * How it stood before: a passage's words, and the order of turns and passages, up to and with revision `until`. What
   * has no row for a revision or a later one stood as it does now.
   */
  past: z.strictObject({
    passages: z.array(z.strictObject({ ...words, passage: id, until: z.int(), wordTimes: z.array(wordTime) })),
    orders: z.array(z.strictObject({ until: z.int(), turns: z.array(turnOrder) })),
  }),
  lineage: z.array(
    z.strictObject({ revision: z.int(), kind: z.enum(['split', 'join']), passage: id, other: id, at: z.int() }),
  ),
  /**
   * What she decided, in order. `signature`: Ed25519, in hex, over the hex SHA-256 of the entry's canonical JSON with the
   * members id, narrator, certainty, by, evidence, at, body.
   */
  decisions: z.array(
    z.strictObject({
      id,
      narrator: id,
      certainty: z.enum(['signed', 'attested']),
      by: text,
      evidence: z.strictObject({ kind: text, note: text }),
      at: time,
      body: z.looseObject({ kind: text, testimony: id }),
      signature: z.strictObject({ publicKey: text, signature: text }).nullable(),
    }),
  ),
  /** What of it was given out, to whom, and on which of her decisions. */
  givenOut: z.array(
    z.strictObject({
      id,
      at: time,
      by: text,
      title: text,
      use: text,
      recipient: z.strictObject({ name: text, language: text }),
      revision: z.int(),
      passages: z.array(id),
      decisions: z.array(id),
      files: z.array(z.strictObject({ path: text, size: z.int(), sha256: text })),
    }),
  ),
}

export const openTestimony = z.strictObject(version1)
export type OpenTestimony = z.infer<typeof openTestimony>
