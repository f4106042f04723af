// A list of what is here, for readers or for anyone: looked at, and saved.
import { z } from 'zod'
import { catalogueReaches } from '../domain/given-out/catalogue.ts'
import { call, hers, nothing } from './define.ts'
import { receiptPaper } from './receipt.ts'
import { id, language, moment, shortText } from './shapes.ts'

const wanted = { reach: z.enum(catalogueReaches), language }

export const catalogue = {
  preview: call(
    'archivist',
    z.object(wanted),
    z.object({
      paper: receiptPaper,
      languages: z.array(language),
      /** Stories whose teller would be named by what is set, and is not yet; `until`: the last day of waiting. */
      waiting: z.array(
        z.object({
          testimony: id,
          title: shortText,
          because: z.enum(['herWord', 'review', 'coolingOff']),
          until: moment.nullable(),
        }),
      ),
    }),
  ),
  /** As a page, a table and for other programs, into a new folder; written down before it is there. Failures: folderNameTells and those of folders. */
  save: call(
    'archivist',
    z.object({ ...wanted, parentFolder: z.string(), folderName: shortText }),
    z.object({ folder: z.string() }),
  ),
  /** Those that left, newest first. */
  before: call(
    'archivist',
    nothing,
    z.object({
      catalogues: z.array(
        z.object({
          ...wanted,
          at: moment,
          by: shortText,
          /** Names in it that would not stand in such a list now. */
          over: z.array(shortText),
          files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
        }),
      ),
    }),
  ),
  /** Those that left and name her, newest first. `stands`: she would be named so in such a list now. */
  naming: call(
    hers('narrator'),
    z.object({ narrator: id }),
    z.object({
      lists: z.array(z.object({ reach: z.enum(catalogueReaches), at: moment, name: shortText, stands: z.boolean() })),
    }),
  ),
} as const
