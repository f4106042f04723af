// What lies in a folder of everything of hers in open formats. Version 1 is frozen: a change is a version 2 beside it.
import { z } from 'zod'

export const openManifest = z.strictObject({
  format: z.literal('firsthand-open-formats'),
  version: z.literal(1),
  /** Every other file of the folder, by path with `/`. */
  files: z.array(
    z.strictObject({
      path: z.string().min(1),
      size: z.int().min(0),
      /** Lowercase hex. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
  /** Sound that could not be read out of the archive, and so is not here. */
  missing: z.array(z.string()),
})
export type OpenManifest = z.infer<typeof openManifest>
