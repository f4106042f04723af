// What the recipient of an excerpt already holds of hers, put beside it.
import { z } from 'zod'
import { featureKinds } from '../domain/given-out/mosaic-features.ts'
import { call, hers } from './define.ts'
import { id, language, longText, moment, shortText, use } from './shapes.ts'

const piece = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: z.string() }),
  z.object({ kind: z.literal('gap') }),
  z.object({ kind: z.literal('instead'), text: z.string() }),
])
const direction = z.enum(['ltr', 'rtl'])
/** As it was, or would be, read. */
const reading = z.object({ passage: id, language, direction, pieces: z.array(piece) })

export const mosaicFeature = z.object({
  kind: z.enum(featureKinds),
  words: longText,
  /** `disclosure` null: in this excerpt. `passage` null: in what is written around it. */
  where: z.object({ disclosure: id.nullable(), passage: id.nullable() }),
})

export const mosaicAnswer = z.object({
  /** What they hold of hers, the oldest first. */
  held: z.array(
    z.object({
      disclosure: id,
      testimony: id,
      at: moment,
      title: shortText,
      use,
      /** Her name in it, as far as the archive knows; null for none. */
      name: shortText.nullable(),
      passages: z.int(),
    }),
  ),
  /** Her name in this excerpt; null for none. */
  name: shortText.nullable(),
  /** Passages that they hold and would get again in another way. */
  again: z.array(z.object({ disclosure: id, before: reading, now: reading })),
  /** Words that are taken out in one, and can be read in the other. `hidden`: where they are taken out. */
  readable: z.array(
    z.object({
      words: longText,
      hidden: z.enum(['here', 'then']),
      disclosure: id,
      /** Where they can be read. */
      passage: id,
    }),
  ),
  /**
   * When what is below was worked out: it compares with what other narrators say. In her session it is as it was when an
   * archivist last had it worked out; null, and nothing is below, where nobody had.
   */
  comparedAt: moment.nullable(),
  together: z.array(z.object({ features: z.array(mosaicFeature) })),
  alone: z.array(mosaicFeature),
})

export const mosaic = {
  /** Nothing in it tells of other narrators more than that somebody else says a thing too. */
  beside: call(hers('excerpt'), z.object({ excerpt: id }), mosaicAnswer),
} as const
