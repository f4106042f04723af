// What lies in a reading-room folder, for whom and on what terms. Version 1 is frozen: a change is a version 2 beside it.
import { z } from 'zod'
import { isUseName, type UseName } from '../domain/consent/uses.ts'

const version1 = {
  format: z.literal('firsthand-reading-room'),
  version: z.literal(1),
  /** What a reader quotes when asking for removal; opaque. */
  reference: z.string().min(1),
  title: z.string(),
  use: z.custom<UseName>(isUseName),
  recipient: z.strictObject({ name: z.string(), language: z.string() }),
  /** How many passages the pages hold. */
  passages: z.int().min(0),
  /** Sentences in the language of the pages. */
  terms: z.array(z.string().min(1)).min(1),
  /** Every other file of the folder, the sound too, by path. */
  files: z.array(
    z.strictObject({
      path: z.string().regex(/^[a-z0-9-]+\.[a-z0-9]+$/),
      size: z.int().min(0),
      /** Lowercase hex. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Ed25519 public key, hex: a file that calls this back is signed with it. */
  recallKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
}

export const readingRoomManifest = z.strictObject(version1)
export type ReadingRoomManifest = z.infer<typeof readingRoomManifest>
