// Excerpts on their way out, and the register of what has been given out.
import { z } from 'zod'
import { closedBecause } from '../domain/consent/effective-answer.ts'
import { plainSound, soundFileChoices, soundFormats } from '../domain/sound/sound-as.ts'
import { framingParts } from '../domain/gate/reasons.ts'
import { call, hers, herself, nothing, stream } from './define.ts'
import { herLine, mirror } from './mirror.ts'
import { evidence, framingText, id, language, longText, moment, shortText, use } from './shapes.ts'

export const recipient = z.object({ id, name: shortText, language })
export const framing = z.object({
  title: shortText,
  introduction: framingText,
  keywords: z.array(shortText).max(50),
  /** Under passages, at most one each. `author`: who wrote it; whoever changes it signs it. */
  captions: z
    .array(z.object({ passage: id, text: shortText, author: shortText.default('') }))
    .max(10_000)
    .default([]),
  /** Ids of words about her that go along. */
  about: z.array(id).max(200).default([]),
  /** Whether who wrote it is named outside. */
  signed: z.boolean().default(true),
})
/** How the sound goes along; where nothing is said, as one plain WAV. */
export const soundAs = z
  .object({ format: z.enum(soundFormats), files: z.enum(soundFileChoices), evened: z.boolean() })
  .default(plainSound)
export const excerpt = z.object({
  id,
  testimony: id,
  testimonyTitle: shortText,
  use,
  recipient,
  passages: z.array(id),
  withSound: z.boolean(),
  soundAs,
  framing,
  createdAt: moment,
  givenOutAt: moment.nullable(),
})

const inFraming = { part: z.enum(framingParts), passage: id.optional(), about: id.optional() }
export const reason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('nothingChosen') }),
  z.object({ kind: z.literal('titleMissing') }),
  z.object({ kind: z.literal('notAllowed'), passage: id, because: z.enum(closedBecause) }),
  z.object({ kind: z.literal('wholeOnly'), passage: id }),
  z.object({ kind: z.literal('voiceNotAllowed'), passage: id }),
  z.object({ kind: z.literal('labelWithoutStance'), passage: id, label: id, words: shortText }),
  z.object({ kind: z.literal('redactionUnresolved'), passage: id, redaction: id }),
  z.object({ kind: z.literal('soundTimeMissing'), passage: id, redaction: id }),
  z.object({
    kind: z.literal('takenOutElsewhere'),
    passage: id,
    redaction: id,
    words: longText,
    longer: z.array(longText).optional(),
  }),
  z.object({ kind: z.literal('takenOutInFraming'), ...inFraming, words: longText }),
  z.object({ kind: z.literal('signatureTells'), words: longText }),
  z.object({ kind: z.literal('herName'), ...inFraming }),
  z.object({
    kind: z.literal('refusedWord'),
    ...inFraming,
    word: shortText,
    instead: shortText,
    stands: shortText.optional(),
  }),
  z.object({
    kind: z.literal('unseenWordsAbout'),
    wordsAbout: id,
    passage: z.null(),
    seen: z.enum(['no', 'disagrees']),
  }),
  z.object({ kind: z.literal('tieBroken'), passage: id, tie: id, reason: shortText }),
  z.object({ kind: z.literal('alone'), passage: id, tie: id, reason: shortText }),
  z.object({
    kind: z.literal('asTitle'),
    passage: id,
    tie: id,
    reason: shortText,
    part: z.enum(['title', 'keyword', 'caption', 'about']),
    caption: id.optional(),
    about: id.optional(),
  }),
  z.object({ kind: z.literal('sealed'), passage: id }),
  z.object({ kind: z.literal('belowHerLine'), share: z.int(), threshold: z.int() }),
  z.object({ kind: z.literal('notReviewed') }),
  z.object({ kind: z.literal('coolingOff'), until: moment }),
  z.object({ kind: z.literal('keyForgotten'), at: moment, until: moment }),
  z.object({ kind: z.literal('notPrepared') }),
  z.object({ kind: z.literal('notSignedOff') }),
  z.object({ kind: z.literal('changedSinceSignOff') }),
  z.object({ kind: z.literal('refusedByHer'), at: moment, why: shortText }),
])

/** What an excerpt waits for, or what she has said to it; in the shape of `Standing`. */
export const standing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('beingMade') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('toAnswer'), labels: z.array(shortText), wordsAbout: z.boolean() }),
  z.object({ kind: z.literal('toGoThrough') }),
  z.object({ kind: z.literal('waitsUntil'), until: moment }),
  z.object({ kind: z.literal('waits') }),
  z.object({ kind: z.literal('saidYes'), at: moment }),
  z.object({ kind: z.literal('saidNo'), at: moment }),
  z.object({ kind: z.literal('givenOut'), at: moment }),
])

export const disclosure = z.object({
  id,
  at: moment,
  by: shortText,
  testimony: id,
  testimonyTitle: shortText,
  title: shortText,
  use,
  recipient,
  passages: z.int(),
  redactions: z.int(),
  consentEntries: z.array(id),
  revision: z.int(),
  contentHash: z.string(),
  folderName: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
  /** Passages in it whose yes no longer stands: a recall is owed. */
  closedSince: z.int(),
  /** Passages in it whose yes came to the end that was agreed: nothing is owed for them. */
  endedSince: z.int(),
})

export const excerpts = {
  /** In her session only those whom an answer of hers names already. */
  recipients: call(hers(), nothing, z.object({ recipients: z.array(recipient) })),
  /** Failure: onlyArchivist in a copy of her own, which could not bring the name home. */
  addRecipient: call(hers(), z.object({ name: shortText.min(1), language }), recipient),
  /** In her session only hers. */
  list: call(hers(), nothing, z.object({ excerpts: z.array(excerpt) })),
  begin: call('archivist', z.object({ testimony: id, use, recipient: id, passages: z.array(id) }), excerpt),
  read: call(hers('excerpt'), z.object({ excerpt: id }), excerpt),
  change: call(
    'archivist',
    z.object({ excerpt: id, use, recipient: id, passages: z.array(id), withSound: z.boolean(), soundAs, framing }),
    excerpt,
  ),
  remove: call('archivist', z.object({ excerpt: id }), nothing),
  /** The gate's reasons; none means that it may leave. */
  check: call(
    hers('excerpt'),
    z.object({ excerpt: id }),
    z.object({
      reasons: z.array(reason),
      prepared: z.string().nullable(),
      soundWanted: z.boolean(),
      herLine,
      /** She has a passphrase, so nobody else writes down a yes of hers. */
      signsHerself: z.boolean(),
    }),
  ),
  /** Makes the exact files in memory, for looking at: `/held/<held>/index.html`. Needs the sound rendered, where there is any. */
  prepare: call(
    hers('excerpt'),
    z.object({ excerpt: id }),
    z.object({
      held: id,
      contentHash: z.string(),
      files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
      /** What she is to be shown with the files, and its SHA-256 (hex). */
      mirror,
      mirrorHash: z.string(),
    }),
  ),
  /**
   * `mirror`: the hash of the mirror that she was shown. Failures: changedMeanwhile where it or the files are others now;
   * where she has a passphrase, hersToDecide for an archivist and noPassphrase while her key is not open.
   */
  signOff: call(
    hers('excerpt'),
    z.object({ excerpt: id, contentHash: z.string(), mirror: z.string().optional(), evidence }),
    nothing,
  ),
  /** Her no to exactly these bytes; `why` in her words, or empty. Failure: changedMeanwhile where they are others now. */
  refuse: call(hers('excerpt'), z.object({ excerpt: id, contentHash: z.string(), why: shortText, evidence }), nothing),
  /** How each excerpt of hers stands with her. */
  standing: call(
    herself(),
    nothing,
    z.object({ excerpts: z.array(z.object({ excerpt: id, testimony: id, standing })) }),
  ),
  giveOut: stream(
    'archivist',
    z.object({ excerpt: id, parentFolder: z.string(), folderName: shortText }),
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('writing'), done: z.int(), total: z.int() }),
      z.object({ kind: z.literal('givenOut'), disclosure: id, folder: z.string() }),
    ]),
  ),
} as const

export const givenOut = {
  list: call('archivist', nothing, z.object({ disclosures: z.array(disclosure) })),
} as const
