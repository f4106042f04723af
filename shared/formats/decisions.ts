// What her copy sends home, and the form it travels in. Version 1 is frozen: a change is a version 2 beside it.
//
// A file of decisions is an age file (c2sp.org/age) to the archive that the copy was taken from. Inside it:
//
//   `decisionsMagic` | length of the JSON, u32 big-endian | JSON (UTF-8) | Ed25519 signature, 64 bytes | sounds
//
// The signature is hers, over `firsthand decisions 1 ` and the SHA-256 of the JSON in hex. The sounds are those that the
// JSON lists with their sizes and hashes, one after another, then those that are sealed; nothing follows the last one.
import { z } from 'zod'
import { seenByHer, wordsAboutKinds } from '../domain/writing/beside.ts'
import { answers, evidenceKinds, replacements, voices } from '../domain/consent/ledger.ts'
import { assertedByChoices, redactedThings, redactionWays, stances, tieKinds } from '../domain/marks/marks.ts'
import { reaches } from '../domain/reach.ts'
import { existences } from '../domain/story.ts'
import { isUseName, type UseName } from '../domain/consent/uses.ts'

export const decisionsEnding = '.firsthand-decisions'
export const decisionsMagic = 'firsthand-decisions 1\n'
/** Bytes of a whole file, of one piece handed over, and of the JSON in it. */
export const mostDecisions = 256 * 1024 * 1024
export const mostDecisionsJson = 64 * 1024 * 1024

const id = z.string().regex(/^[0-9a-z]{8,40}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const hashOrNone = z.union([hash, z.literal('')])
const time = z.iso.datetime()
const line = z.string().max(2_000)
const text = z.string().max(200_000)
// NOTE: as the calls of the program have it: another would be kept, and the story could not be read any more.
const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
const ms = z.number().min(0).max(8.64e7)
const offset = z.int().min(0).max(200_000)
const passages = z.array(id).max(70_000)
const few = 5_000
const many = 70_000
const role = z.enum(['narrator', 'interviewer', 'other'])
const colour = z.int().min(1).max(8)

const order = z.array(z.strictObject({ id, speaker: id, passages })).max(many)
const lineage = z
  .array(z.strictObject({ kind: z.enum(['split', 'join']), passage: id, other: id, at: offset }))
  .max(many)
/** `until`: by then at the latest it had come about; left out by those who did not say so. */
const datedLineage = z
  .array(
    z.strictObject({ kind: z.enum(['split', 'join']), passage: id, other: id, at: offset, until: time.optional() }),
  )
  .max(many)
const hashes = z.record(z.string().max(200), hashOrNone)
const ranges = z
  .array(
    z.strictObject({
      id,
      passage: id,
      start: offset,
      end: offset,
      quote: text,
      startMs: ms.nullable(),
      endMs: ms.nullable(),
      unresolved: z.boolean(),
    }),
  )
  .max(many)

const state = z.strictObject({
  id,
  title: line,
  titleBy: z.enum(['narrator', 'archivist']),
  language,
  speakers: z.array(z.strictObject({ id, name: line, role })).max(few),
  order,
  passages: z
    .array(
      z.strictObject({
        id,
        text,
        language,
        direction: z.enum(['ltr', 'rtl']),
        recording: id.nullable(),
        startMs: ms.nullable(),
        endMs: ms.nullable(),
        wordTimes: z.array(z.strictObject({ start: offset, end: offset, startMs: ms, endMs: ms })).max(100_000),
      }),
    )
    .max(many),
  labels: z
    .array(
      z.strictObject({
        id,
        words: line.min(1),
        language,
        meaning: line,
        assertedBy: z.enum(assertedByChoices),
        stance: z.enum(stances),
        colour,
        author: line,
        ranges,
      }),
    )
    .max(few),
  redactions: z
    .array(
      z.strictObject({
        id,
        thing: z.enum(redactedThings),
        reach: z.enum(reaches),
        way: z.enum(redactionWays),
        replacement: line,
        why: line,
        author: line,
        ranges,
        /** Sound taken out by itself; left out where there is none. */
        stretches: z
          .array(z.strictObject({ id, recording: id, startMs: ms, endMs: ms }))
          .max(few)
          .optional(),
      }),
    )
    .max(few),
  ties: z.array(z.strictObject({ id, kind: z.enum(tieKinds), reason: line, author: line, ranges })).max(few),
  /** Longer names that are somebody else's than one that is taken out; left out by those who did not say so. */
  notTheSame: z
    .array(z.strictObject({ id, words: text.min(1), other: text.min(1), author: line }))
    .max(few)
    .optional(),
  sections: z.array(z.strictObject({ id, passage: id, heading: line.min(1) })).max(few),
  wordsAbout: z
    .array(
      z.strictObject({
        id,
        kind: z.enum(wordsAboutKinds),
        language,
        text: text.min(1),
        author: line.min(1),
        at: time,
        seen: z.enum(seenByHer),
        answer: line,
      }),
    )
    .max(few),
  suggestions: z
    .array(
      z.strictObject({
        id,
        passage: id.nullable(),
        before: text,
        after: text,
        why: line,
        author: line.min(1),
        at: time,
      }),
    )
    .max(few),
  looks: z.array(z.strictObject({ passage: id, look: z.enum(['heard', 'right', 'later']), at: time })).max(3 * many),
  said: z.array(z.strictObject({ id, passage: id.nullable(), durationMs: ms, at: time })).max(few),
  /** What she said about passages that are sealed; left out by those who did not say so, and where nothing is sealed. */
  sealedSaid: z
    .array(z.strictObject({ id, passage: id, key: id, box: z.base64().max(4_096), at: time }))
    .max(few)
    .optional(),
  seals: z.array(z.strictObject({ id, passage: id, key: id, box: z.base64().max(16_000_000), at: time })).max(many),
  /** Sound that is sealed with a passage; left out by those who did not say so, and where nothing is sealed. */
  sealedSound: z
    .array(z.strictObject({ passage: id, recording: id, startMs: ms, endMs: ms }))
    .max(many)
    .optional(),
  lineage: datedLineage,
})

/** One more of each list than there are earlier `packs`: at the taking, and at each packing before this one. */
const known = z.strictObject({
  revision: z.int().min(1),
  orders: z.array(order).min(1).max(1_000),
  hashes: z.array(hashes).min(1).max(1_000),
  lineages: z.array(lineage).min(1).max(1_000),
})

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('testimony') }),
  z.strictObject({ kind: z.literal('section'), section: id, heading: line, passages: passages.min(1) }),
  z.strictObject({ kind: z.literal('passages'), passages: passages.min(1) }),
])
const teachBack = z.strictObject({ said: line })
const body = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('consent'),
    testimony: id,
    scope,
    use: z.custom<UseName>(isUseName),
    answer: z.enum(answers),
    conditions: z.strictObject({
      recipients: z.array(id).max(few),
      nameAs: line.nullable(),
      voice: z.enum(voices),
      until: time.nullable(),
      untilEvent: line.min(1).optional(),
      times: z.int().min(1).nullable(),
      noCutting: z.boolean(),
    }),
    cardLanguage: language,
    cardVersion: z.number(),
    teachBack: teachBack.optional(),
    reviewAt: time.optional(),
    renews: id.optional(),
  }),
  z.strictObject({ kind: z.literal('reviewed'), testimony: id, revision: z.int().min(1) }),
  z.strictObject({ kind: z.literal('coolingOffWaived'), testimony: id }),
  z.strictObject({ kind: z.literal('eventCame'), testimony: id, entry: id }),
  z.strictObject({
    kind: z.literal('mirror'),
    testimony: id,
    threshold: z.int().min(1).max(100).nullable(),
    toReader: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('replacement'),
    testimony: id,
    says: z.enum(replacements),
    words: text,
    language,
  }),
])

const version1 = {
  format: z.literal('firsthand-decisions'),
  version: z.literal(1),
  /** This file; taken once. */
  pack: id,
  /** Files that were packed in the same copy before: what they bring is in this one too. */
  packs: z.array(id).max(1_000),
  /** The archive that the copy was taken from. */
  archive: id,
  narrator: id,
  narratorName: line,
  /** The key that signed this file and the entries. */
  key: id,
  takenAt: time,
  madeAt: time,
  names: z.strictObject({
    /** How she is named now, and hashes of how she was at the taking and at each packing. */
    now: z.strictObject({
      name: line,
      names: z.partialRecord(z.enum(reaches), line),
      existence: z.enum(existences),
      refusedWords: z.array(z.strictObject({ word: line.min(1), instead: line })).max(few),
      colour,
    }),
    known: z.array(hash).min(1).max(1_000),
  }),
  testimonies: z.array(
    z.strictObject({
      state,
      known,
      /** Revisions from before the taking that she has had forgotten. */
      forgotten: z.array(z.int().min(1)).max(many),
    }),
  ),
  /** What she decided in the copy, in order; `signature`: Ed25519 in hex, as her archive's own ledger has it. */
  entries: z
    .array(
      z.strictObject({
        id,
        narrator: id,
        certainty: z.literal('signed'),
        by: line,
        evidence: z.strictObject({ kind: z.enum(evidenceKinds), note: line }),
        at: time,
        body,
        signature: z.string().regex(/^[0-9a-f]{128}$/),
      }),
    )
    .max(many),
  /** What she said in the copy, in the order of the sounds that follow the signature. */
  sounds: z
    .array(
      z.strictObject({
        said: id,
        type: z.enum(['audio/webm', 'audio/ogg', 'audio/wav']),
        size: z.int().min(1),
        sha256: hash,
      }),
    )
    .max(few),
  /** What of it is sealed: the file as it lies, which opens to her key; after the sounds, in this order. Left out where there is none. */
  sealedSounds: z
    .array(z.strictObject({ said: id, size: z.int().min(1), sha256: hash }))
    .max(few)
    .optional(),
}

export const decisions = z.strictObject(version1)
export type Decisions = z.infer<typeof decisions>
