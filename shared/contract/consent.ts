// What she has answered: cards read, entries in the ledger, and the answer in effect.
import { z } from 'zod'
import { call, hers, herself } from './define.ts'
import { closedBecause } from '../domain/consent/effective-answer.ts'
import { ledgerKinds, replacements } from '../domain/consent/ledger.ts'
import { herLine } from './mirror.ts'
import {
  answer,
  conditions,
  evidence,
  id,
  language,
  longText,
  moment,
  reach,
  scope,
  shortText,
  teachBack,
  use,
} from './shapes.ts'

export const card = z.object({
  use,
  reach,
  namedRecipientOnly: z.boolean(),
  language,
  version: z.int(),
  title: z.string(),
  /** What it is for, who could see it, and the honest worst case. */
  says: z.string(),
  whoCouldSee: z.string(),
  worstCase: z.string(),
  /** What stands above the parts, in the language of the card; null where the program does not know it. */
  headings: z.object({ says: shortText, whoCouldSee: shortText, worstCase: shortText }).nullable(),
  /** False while nobody who speaks the language has checked the words. */
  checked: z.boolean(),
})

const detail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signOffRefused'), why: shortText }),
  herLine.extend({ kind: z.literal('mirror') }),
  z.object({ kind: z.literal('outside'), wish: z.enum(['askBack', 'letBe']) }),
  z.object({ kind: z.literal('replacement'), says: z.enum(replacements), words: longText, language }),
])

export const entry = z.object({
  id,
  at: moment,
  certainty: z.enum(['signed', 'attested']),
  by: shortText,
  evidence,
  kind: z.enum(ledgerKinds),
  use: use.nullable(),
  answer: answer.nullable(),
  scope: scope.nullable(),
  conditions: conditions.nullable(),
  cardLanguage: language.nullable(),
  cardVersion: z.int().nullable(),
  teachBack: teachBack.nullable(),
  reviewAt: moment.nullable(),
  renews: id.nullable(),
  /** Of word that an event has come: the answer that waited for it. */
  about: id.optional(),
  /** What she said of it, of those kinds that are about no use. */
  detail: detail.optional(),
  /** Of a `signed` entry: whether its signature is hers. `broken`: it counts only where it holds something back. */
  signature: z.enum(['none', 'holds', 'broken']),
})

export const inEffect = z.object({
  use,
  open: z.boolean(),
  because: z.enum(closedBecause).nullable(),
  until: moment.nullable(),
})

const attested = { testimony: id, evidence }
const standing = z.object({
  entries: z.array(entry),
  /** For the whole testimony, one a use. */
  wholeStory: z.array(inEffect),
  /** Uses in which a passage differs from the whole. */
  passages: z.array(inEffect.extend({ passage: id })),
  reviewedAt: moment.nullable(),
  coolingOffUntil: moment.nullable(),
  herLine,
  /** When her passphrase was done away with and not typed. */
  keysForgotten: z.array(moment),
  /** When her own paper gave her another passphrase. */
  papersUsed: z.array(moment),
})

export const consent = {
  /** Every use that an answer can be about, those of the archive's own too, named in this language or the nearest. */
  uses: call(
    hers(),
    z.object({ language }),
    z.object({
      uses: z.array(
        z.object({
          use,
          reach,
          namedRecipientOnly: z.boolean(),
          name: shortText,
          /** Not asked about any more. */ retired: z.boolean(),
        }),
      ),
    }),
  ),
  /** Of every use, in the language asked or the nearest that there is a card in; each says which. */
  cards: call(
    hers(),
    z.object({ language }),
    z.object({
      cards: z.array(card),
      /** Those that there is any card in. */
      languages: z.array(language),
      /** What she answers with in the language asked, by id, where it is none of the window's own; null where there is nothing. */
      answering: z.object({ language, words: z.record(z.string(), shortText), checked: z.boolean() }).nullable(),
    }),
  ),
  read: call(hers('testimony'), z.object({ testimony: id }), standing),
  /**
   * A new entry, whatever was said before; `renews` names the one that it says again. Failures: notFound where the
   * scope, the evidence or what it renews is not of this testimony (a section names passages that belong to it now);
   * rangeOutside for a clip beyond its recording.
   */
  answer: call(
    hers('testimony'),
    z.object({
      ...attested,
      scope,
      use,
      answer,
      conditions,
      cardLanguage: language,
      cardVersion: z.int(),
      teachBack: teachBack.optional(),
      reviewAt: moment.optional(),
      renews: id.optional(),
    }),
    standing,
  ),
  /** What an answer waited for (`conditions.untilEvent`) has come: it is closed until she is asked again. Failure: notFound. */
  eventCame: call(hers('testimony'), z.object({ ...attested, entry: id }), standing),
  reviewed: call(hers('testimony'), z.object(attested), standing),
  /** Hers alone, in her own session. Failure: hersToSign where she has a passphrase and her key is not open. */
  waiveCoolingOff: call(herself('testimony'), z.object(attested), standing),
  /**
   * What she decides about the mirror; the latest counts. Failure: hersToSign where it draws her line lower, or shows
   * readers the mirror, while she has a passphrase and her key is not open.
   */
  mirror: call(hers('testimony'), herLine.extend(attested), standing),
} as const
