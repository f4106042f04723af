// Looking after the archive: checking it, and hearing of what has changed.
import { z } from 'zod'
import { nothing, stream } from './define.ts'

/** What may have changed; the window reads again what it shows. */
export const changed = z.object({
  concept: z.enum(['shelf', 'story', 'words', 'marks', 'consent', 'excerpts', 'givenOut', 'door']),
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
    'disclosurePassageUnknown',
    'mediaWithoutFile',
    'fileWithoutMedia',
    'mediaDamaged',
    'searchOutOfStep',
  ]),
  count: z.int(),
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
        entries: z.int(),
      }),
    ]),
  ),
  changes: stream('door', nothing, changed),
} as const
