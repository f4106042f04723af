// Calling back what was given out: what is owed, the letter and the file, what came of it, and what others call back.
import { z } from 'zod'
import { outcomes, recallReasons, recallStates, recallStepKinds } from '../domain/given-out/recall.ts'
import { replacements } from '../domain/consent/ledger.ts'
import { call, hers, nothing, stream } from './define.ts'
import { recipient } from './excerpts.ts'
import { evidence, id, language, longText, milliseconds, moment, scope, shortText, use } from './shapes.ts'

const day = z.iso.date()
const keptFile = z.object({ path: z.string(), size: z.int(), sha256: z.string() })

export const recallStep = z.object({
  kind: z.enum(recallStepKinds),
  on: day,
  by: shortText,
  note: shortText,
  at: moment,
  files: z.array(keptFile),
})

/** How it stands with one row of the register. */
export const recallSummary = z.object({
  disclosure: id,
  state: z.enum(recallStates),
  /** Passages in it that are closed, and those whose end came as it was agreed. */
  closed: z.int(),
  ended: z.int(),
  /** The step that the state comes from; null where it comes from none. */
  last: recallStep.nullable(),
})

/** What is called back does not count any more when something is brought in, or counts again; and why. */
export const recallLift = z.object({ lifted: z.boolean(), note: shortText, at: moment, by: shortText })

/** A passage of what was given out. */
export const givenSpan = z.object({
  passage: id,
  /** As the pages count. */
  number: z.int(),
  /** How it begins now; empty where it is sealed or gone. */
  firstWords: shortText,
  language,
  direction: z.enum(['ltr', 'rtl']),
  /** Whether these are her own words, not an interviewer's or another person's; and who is speaking, where that is known. */
  hers: z.boolean(),
  speaker: shortText,
})

export const recallSpan = givenSpan.extend({
  /** Milliseconds in the sound that was given out. */
  startMs: milliseconds.nullable(),
  endMs: milliseconds.nullable(),
  because: z.enum(recallReasons),
  /** When she said so; null where the end came by itself. */
  since: moment.nullable(),
})

export const replacementWords = z.object({ says: z.enum(replacements), words: longText, language })

export const recallDetails = z.object({
  disclosure: id,
  /** As it stands on the pages. */
  reference: id,
  testimony: id,
  title: shortText,
  use,
  recipient,
  at: moment,
  /** Everything in it, in the order of its pages. */
  passages: z.array(givenSpan),
  /** Ids of those of them, or of what came of them, that are in her story now. */
  inStory: z.array(id),
  folderName: z.string(),
  state: z.enum(recallStates),
  spans: z.array(recallSpan),
  ended: z.array(recallSpan),
  steps: z.array(recallStep),
  /** What she chose to stand where her words were; null while she has not said. */
  replacement: replacementWords.nullable(),
  /** The language that letters are written in, where there is none in the recipient's own. */
  letterLanguage: language,
  /** Bringing in does not refuse it, by somebody's note. */
  lifted: z.boolean(),
  /** Every change of that, oldest first: of this recall itself, or of a file of it that is on the list here. */
  lifts: z.array(recallLift.extend({ of: z.enum(['own', 'listed']) })),
})

const letterBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), text: longText }),
  z.object({ kind: z.literal('list'), items: z.array(longText) }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.tuple([shortText, shortText])) }),
])
export const recallLetter = z.object({
  language,
  direction: z.enum(['ltr', 'rtl']),
  title: shortText,
  blocks: z.array(letterBlock),
  /** Left out, because it says by now what is taken out, a name of hers or a word she refuses. */
  leftOut: z.array(z.enum(['title', 'recipient'])),
  /** What was written for it says such a thing: it must be written in another way first. */
  tells: z.array(z.enum(['from', 'why'])),
})

/** `from`: who writes and how to answer. `why`: only what she wants said; empty for nothing, which needs no reason. */
const letterWords = { disclosure: id, from: shortText, why: shortText }

export const listedRecall = z.object({
  id,
  /** The file's name as it was handed over. */
  name: shortText,
  reference: id,
  givenOutOn: day,
  calledBackOn: day,
  passages: z.int(),
  calledBack: z.array(z.int()),
  /** Public half of the key that it is signed with, hex; it stands in the manifest of the pages too. */
  key: z.string(),
  /** It is about pages that this archive gave out. */
  ours: z.boolean(),
  at: moment,
  by: shortText,
  lifted: z.boolean(),
  changes: z.array(recallLift),
})

/** A story that was looked through; `found` where words in it are called back, with the first passage that holds some. */
export const heldHere = z.object({
  done: z.int(),
  total: z.int(),
  found: z.object({ testimony: id, title: shortText, language, passage: id.nullable() }).nullable(),
})

export const degrees = ['stopNew', 'pullBack'] as const

export const recall = {
  /** One for every row of the register; in her session for what is hers. */
  list: call(hers(), nothing, z.object({ recalls: z.array(recallSummary) })),
  read: call(hers('disclosure'), z.object({ disclosure: id }), recallDetails),
  /**
   * She takes back what she said yes to: no new uses, or what is out is asked back as well. `disclosure`: the row she is
   * looking at. Failure: nothingTakenBack.
   */
  takeBack: call(
    hers('testimony'),
    z.object({
      testimony: id,
      scope,
      uses: z.array(use).min(1),
      degree: z.enum(degrees),
      evidence,
      disclosure: id.optional(),
    }),
    z.object({ owed: z.array(id) }),
  ),
  /** What is to stand where her words were. Failure: wordsTell. */
  chooseReplacement: call(
    hers('testimony'),
    replacementWords.extend({ testimony: id, evidence }),
    z.object({ replacement: replacementWords }),
  ),
  /** The page as HTML, and the lines on it; with `chosen` as it would be. Failure: wordsTell. */
  replacementPage: call(
    hers('disclosure'),
    z.object({ disclosure: id, chosen: replacementWords.optional() }),
    z.object({ html: longText, lines: z.array(longText), language: shortText, direction: z.enum(['ltr', 'rtl']) }),
  ),
  /** `evidence`: that she wants it back after all, where she had let it be. Failure: nothingOwed. */
  begin: call('archivist', z.object({ disclosure: id, evidence: evidence.optional() }), recallDetails),
  letter: call('archivist', z.object(letterWords), recallLetter),
  /** Written down before it is printed. Failure: wordsTell, nothingOwed. */
  printed: call('archivist', z.object(letterWords), recallDetails),
  /** Into a new folder; every file is written down before it is there. Failure: wordsTell, nothingOwed, folderNameTells and those of folders. */
  save: call(
    'archivist',
    z.object({
      ...letterWords,
      parts: z.array(z.enum(['letter', 'file', 'replacement'])).min(1),
      parentFolder: z.string(),
      folderName: shortText,
    }),
    z.object({ folder: z.string(), details: recallDetails }),
  ),
  /** What was heard from outside. A day to come is badInput. Failure: nothingOwed, beforeTakenBack. */
  step: call(
    'archivist',
    z.object({ disclosure: id, kind: z.enum(outcomes), on: day, note: shortText }),
    recallDetails,
  ),
  /** What others have called back; bringing in refuses it. */
  listed: call('archivist', nothing, z.object({ listed: z.array(listedRecall) })),
  /** Which of the stories that are here hold words of one of the list. Failure: notFound. */
  lookHere: stream('archivist', z.object({ listed: id }), heldHere),
  /** Takes one off the list, or puts it on again; `what`: an id of the list, or of a row of our own register. */
  lift: call('archivist', z.object({ what: id, lifted: z.boolean(), note: shortText.min(1) }), nothing),
} as const
