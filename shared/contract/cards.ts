// Consent cards as the archive words them: uses of its own, rewordings, other languages, and the order of asking.
import { z } from 'zod'
import { reaches } from '../domain/reach.ts'
import { card } from './consent.ts'
import { call, hers, nothing } from './define.ts'
import { language, moment, shortText, use } from './shapes.ts'

const cardWords = z.object({
  title: shortText,
  says: shortText,
  whoCouldSee: shortText,
  worstCase: shortText,
})
/** `at`: null for the words that the program came with; `by` is empty then. */
const keptCard = card.extend({ by: shortText, at: moment.nullable() })
const worded = z.object({ use, language, version: z.int() })

export const cards = {
  /** Every use in order, with its newest card in each language that there is one in. */
  list: call(
    'archivist',
    nothing,
    z.object({ uses: z.array(z.object({ use, retiredAt: moment.nullable(), cards: z.array(keptCard) })) }),
  ),
  /** A use of the archive's own. Whom it reaches can never be changed. Throws Failure cardUnfinished, worstCaseMissing. */
  addUse: call(
    'archivist',
    z.object({
      reach: z.enum(reaches).exclude(['narrator']),
      namedRecipientOnly: z.boolean(),
      language,
      words: cardWords,
    }),
    worded,
  ),
  /**
   * Other words for a card, or its first in a language: a new version there. `after`: the version that was looked at, 0 for
   * none. Throws Failure notFound, cardUnfinished, worstCaseMissing, changedMeanwhile.
   */
  reword: call('archivist', z.object({ use, language, after: z.int().min(0), words: cardWords }), worded),
  /** Somebody who speaks the language stands for the words as they are: a version by her name. Throws Failure notFound, changedMeanwhile. */
  check: call('archivist', z.object({ use, language, after: z.int().min(1) }), worded),
  /** She is not asked about it any more (`on`), or is again. What was answered stays. Throws Failure notFound. */
  retire: call('archivist', z.object({ use, on: z.boolean() }), nothing),
  /** Takes every use there is. Throws Failure changedMeanwhile where some are missing or more. */
  order: call('archivist', z.object({ uses: z.array(use).max(1_000) }), nothing),
  /** A card as it was read; null where this archive does not know that version. */
  version: call(hers(), worded, z.object({ card: keptCard.nullable() })),
} as const
