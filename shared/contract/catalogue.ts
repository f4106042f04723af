// A list of what is here, for readers or for anyone: looked at, and saved.
import { z } from 'zod'
import { catalogueReaches } from '../domain/given-out/catalogue.ts'
import { call, nothing } from './define.ts'
import { receiptPaper } from './receipt.ts'
import { language, moment, shortText } from './shapes.ts'

const wanted = { reach: z.enum(catalogueReaches), language }

export const catalogue = {
  preview: call('archivist', z.object(wanted), z.object({ paper: receiptPaper, languages: z.array(language) })),
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
          files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
        }),
      ),
    }),
  ),
} as const
