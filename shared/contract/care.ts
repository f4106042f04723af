// Looking after the archive: checking it, and hearing of what has changed.
import { z } from 'zod'
import { ledgerFaults } from '../domain/consent/ledger-chain.ts'
import { damagedFile } from './backup.ts'
import { nothing, stream } from './define.ts'
import { shortText } from './shapes.ts'

/** What may have changed; the window reads again what it shows. */
export const changed = z.object({
  concept: z.enum([
    'shelf',
    'story',
    'words',
    'marks',
    'consent',
    'excerpts',
    'givenOut',
    'door',
    'transcribing',
    'backup',
  ]),
})

export const finding = z.object({
  rule: z.enum([
    'pageDamaged',
    'passageWithoutTestimony',
    'rangeOutsidePassage',
    'tieNotWhole',
    'pastBroken',
    'sectionWithoutPassage',
    'sealedInTheOpen',
    'ledgerBroken',
    'signatureBroken',
    'evidenceMissing',
    'disclosurePassageUnknown',
    'mediaWithoutFile',
    'fileWithoutMedia',
    'mediaDamaged',
    'searchOutOfStep',
    'erasedStillThere',
  ]),
  count: z.int(),
})

export const ledgerFault = z.object({
  kind: z.enum(ledgerFaults),
  /** Its place in the ledger; of several in a row that are missing the first, and the last. */
  sequence: z.int(),
  until: z.int(),
  entry: shortText.nullable(),
  /** Where they can still be read: when it was made, and the title of its story. */
  at: z.string().nullable(),
  title: shortText.nullable(),
})

export const care = {
  check: stream(
    'archivist',
    nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('checking'), done: z.int(), total: z.int() }),
      z.object({
        kind: z.literal('checked'),
        findings: z.array(finding),
        stories: z.int(),
        recordings: z.int(),
        /** Which recordings and other media are damaged or missing. */
        damaged: z.array(damagedFile),
        entries: z.int(),
        /** How many of the entries say that they are signed with her key; the others are attested. */
        signed: z.int(),
        /** Of so many more, erased with their story, nothing but the place and a hash is left; they are not among `entries`. */
        erased: z.int(),
        /** The first of the entries that are wrong. */
        faults: z.array(ledgerFault),
      }),
    ]),
  ),
  changes: stream('door', nothing, changed),
} as const
