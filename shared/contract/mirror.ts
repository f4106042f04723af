// The mirror as it crosses to the window: how much of the whole is chosen, by her headings and her labels.
import { z } from 'zod'
import { language, longText } from './shapes.ts'

const amount = z.object({ passages: z.int(), words: z.int(), ms: z.int() })
const row = z.object({
  id: z.string().nullable(),
  name: longText,
  language,
  isShown: z.boolean(),
  whole: amount,
  selection: amount,
})

export const mirror = z.object({
  whole: amount,
  selection: amount,
  narratorWords: z.object({ whole: z.int(), selection: z.int() }),
  sections: z.array(row),
  labels: z.array(row),
  inOrder: z.boolean(),
})

/** Her line, in percent of her own words, and whether readers see the mirror. */
export const herLine = z.object({ threshold: z.int().min(0).max(100).nullable(), toReader: z.boolean() })
