// What a person opens the archive with now, shown once more before anything about that is changed.
import { z } from 'zod'

/** The passphrase, the 24 words of the paper key, or those of enough shares, one sheet after the other. */
export const opensWith = z.object({ kind: z.enum(['passphrase', 'paper', 'shares']), words: z.string().max(8_000) })
export type OpensWith = z.infer<typeof opensWith>
