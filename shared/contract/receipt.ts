// Her receipt: what she has agreed to and refused, where her words went, and how to take it back.
import { z } from 'zod'
import { call, hers } from './define.ts'
import { id, language, longText, moment, shortText } from './shapes.ts'

const cell = z.object({ text: longText, language: language.nullable() })

/** One thing after another, as it stands on paper, on the page and in the window. */
export const paperBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(2), z.literal(3)]),
    text: shortText,
    language: language.nullable(),
  }),
  z.object({ kind: z.literal('words'), text: longText, language: language.nullable() }),
  z.object({ kind: z.literal('list'), items: z.array(longText) }),
  /** The first cell of each row names it. */
  z.object({ kind: z.literal('table'), caption: shortText, columns: z.array(shortText), rows: z.array(z.array(cell)) }),
  z.object({ kind: z.literal('number'), label: shortText, number: shortText }),
])

export const receiptPaper = z.object({
  language,
  direction: z.enum(['ltr', 'rtl']),
  title: shortText,
  blocks: z.array(paperBlock),
})

/** `language`: the one it is wanted in; it is in the nearest that there is, and says so. `contact`: whom to tell, and how. */
const wanted = { narrator: id, language, contact: shortText }

export const receipt = {
  read: call(
    hers('narrator'),
    z.object(wanted),
    z.object({
      paper: receiptPaper,
      /** Those it can be had in. */
      languages: z.array(language),
      /** Those that were handed over before, oldest first. */
      before: z.array(z.object({ at: moment, way: z.enum(['saved', 'printed']), number: shortText })),
    }),
  ),
  /** As a page and for machines, into a new folder; written down before it is there. Failures: those of folders. */
  save: call(
    hers('narrator'),
    z.object({ ...wanted, parentFolder: z.string(), folderName: shortText }),
    z.object({ folder: z.string() }),
  ),
  /** Written down before it is printed. */
  printed: call(hers('narrator'), z.object(wanted), z.object({ paper: receiptPaper })),
  /** Whether all is still there that an older receipt with this number was about; `decisions` is null where not. */
  compare: call(
    hers('narrator'),
    z.object({ narrator: id, number: shortText }),
    z.object({ decisions: z.int().nullable(), now: z.int() }),
  ),
} as const
