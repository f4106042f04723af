// A recall file: what is asked back, told so that its words can be known again and none of them read. Versions 1 and 2
// are frozen: a change is another version beside them.
import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const day = z.iso.date()

const print = z.string().regex(/^[0-9a-f]{32}$/)

const span = z.strictObject({
  /** As the pages count. */
  number: z.int().min(1),
  /** Milliseconds in the sound that was given out, where there was any. */
  startMs: z.number().min(0).nullable(),
  endMs: z.number().min(0).nullable(),
  /** How many words its one run has, where it is shorter than twelve; else null. */
  whole: z.int().min(1).max(48).nullable(),
  /** False where it has less than eight words, which by themselves are not known for hers. */
  telling: z.boolean(),
  /** The first 16 bytes (hex) of SHA-256(salt, SHA-256(run)[0..16]) for every run of twelve words. */
  runs: z.array(print).max(100_000),
})

const version1 = {
  format: z.literal('firsthand-recall'),
  version: z.literal(1),
  /** As it stands on the pages that were given out. */
  reference: z.string().regex(/^[0-9a-z]{8,40}$/),
  /** SHA-256 (hex) of the manifest of what was given out, which names every file of it. */
  contentHash: hash,
  givenOutOn: day,
  calledBackOn: day,
  /** How many passages were given out; `spans` says which of them are called back. */
  passages: z.int().min(1).max(100_000),
  /** SHA-256 (hex) of every file that holds something of hers. */
  files: z.array(hash).max(1_000),
  /** 32 bytes, hex. */
  salt: hash,
  spans: z.array(span).min(1).max(10_000),
  /** Ed25519, hex; it also stands in the manifest of what was given out. */
  key: hash,
}

const version2 = {
  ...version1,
  version: z.literal(2),
  /** `sentences`: the same of every sentence of six words or more. */
  spans: z
    .array(span.extend({ sentences: z.array(print).max(100_000) }))
    .min(1)
    .max(10_000),
}

export const recallBody = z.strictObject(version2)
export type RecallBody = z.infer<typeof recallBody>

/** `signature`: Ed25519 (hex) over `firsthand recall 1 ` and the SHA-256 (hex) of the canonical JSON of all the rest. */
const signature = z.string().regex(/^[0-9a-f]{128}$/)
export const recallFile = z.discriminatedUnion('version', [
  z.strictObject({ ...version1, signature }),
  z.strictObject({ ...version2, signature }),
])
export type RecallFile = z.infer<typeof recallFile>

export const recallFileEnding = '.firsthand-recall'
