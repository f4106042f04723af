// The list of what is here as it leaves for other programs, version 1. Frozen: what changes is another version.
import { z } from 'zod'
import { catalogueReaches } from '../domain/given-out/catalogue.ts'

export const catalogueFile = z.strictObject({
  format: z.literal('firsthand-catalogue'),
  version: z.literal(1),
  for: z.enum(catalogueReaches),
  /** BCP 47. */
  language: z.string(),
  people: z.array(
    z.strictObject({
      name: z.string().min(1),
      stories: z.array(z.strictObject({ title: z.string().nullable(), language: z.string() })).min(1),
    }),
  ),
  /** How many more there are, who are not named. */
  counted: z.int().min(0),
})
export type CatalogueFile = z.infer<typeof catalogueFile>
