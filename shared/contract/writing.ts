// Writing in a story: keeping what is written, its revisions, and what lies beside it.
import { z } from 'zod'
import { wordsAboutKinds, seenByHer } from '../domain/writing/beside.ts'
import { call, hers, herself, nothing } from './define.ts'
import {
  framingText,
  id,
  language,
  longText,
  marks,
  moment,
  passage,
  range,
  shortText,
  speaker,
  turn,
} from './shapes.ts'

const mine = { testimony: id }
const revision = z.int().min(1)
const authorRole = z.enum(['archivist', 'narrator'])

export const change = z.object({
  turns: z.array(z.object({ id, speaker: id, passages: z.array(id) })).nullable(),
  passages: z.array(passage),
  marks: z.array(z.object({ kind: z.enum(['label', 'redaction', 'tie']), mark: id, ranges: z.array(range) })),
  lineage: z.array(z.object({ kind: z.enum(['split', 'join']), passage: id, other: id, at: z.int().min(0) })),
})

/** A stretch of work by one author: it goes on while she does, and a new one begins after a pause, a name or another author. */
export const revisionRow = z.object({
  number: revision,
  author: shortText,
  authorRole,
  at: moment,
  /** When it was last added to. */
  until: moment,
  /** A snapshot's name; empty for none. */
  name: shortText,
  /** Something was given out, reviewed or signed off as it was then. */
  reliedOn: z.boolean(),
})

const transcript = z.object({ speakers: z.array(speaker), turns: z.array(turn), passages: z.array(passage) })

const suggestion = {
  id,
  passage: id.nullable(),
  before: longText,
  after: longText,
  why: shortText,
  author: shortText,
  at: moment,
}

export const writing = {
  /**
   * Keeps a change on top of revision `base`. Failures: changedMeanwhile when the story is no longer at `base`;
   * herVersion when an archivist changes words after she has reviewed them; sealed for a change to what is sealed,
   * and where an archivist says that it is heard elsewhere; badInput for a change that breaks the story. `marks` are as
   * they lie now, to be taken over: ties are laid over the whole of their passages, and words that were taken out and
   * still stand are covered again.
   */
  keep: call(
    hers('testimony'),
    z.object({ ...mine, base: revision, change }),
    z.object({ revision, at: moment, marks }),
  ),
  /** Names the state as it is now. */
  snapshot: call(hers('testimony'), z.object({ ...mine, name: shortText.min(1) }), z.object({ revision, at: moment })),
  /** The newest first. */
  revisions: call(hers('testimony'), z.object(mine), z.object({ revisions: z.array(revisionRow) })),
  at: call(hers('testimony'), z.object({ ...mine, revision }), transcript),
  /** Brings the words of an earlier revision back as a new one; marks follow their words, what has none left is unresolved. */
  restore: call(hers('testimony'), z.object({ ...mine, base: revision, revision }), z.object({ revision, at: moment })),
  /** Nobody may do this but she. What stood there goes; the revisions around it stay as they were. */
  forget: call(herself('testimony'), z.object({ ...mine, revision }), nothing),

  suggest: call(
    hers('testimony'),
    z.object({ ...mine, passage: id.nullable(), after: longText, why: shortText }),
    z.object({ suggestion: id }),
  ),
  takeBackSuggestion: call(hers('testimony'), z.object({ ...mine, suggestion: id }), nothing),
  answerSuggestion: call(
    hers('testimony'),
    z.object({ ...mine, suggestion: id, answer: z.enum(['accept', 'keepMine']) }),
    nothing,
  ),
  /**
   * Puts back, as it was, a suggestion that whoever is at the window has declined since. Throws Failure changedMeanwhile
   * where the window was left or the words have changed.
   */
  bringBackSuggestion: call(hers('testimony'), z.object({ ...mine, suggestion: id }), nothing),

  putSection: call(
    hers('testimony'),
    z.object({ ...mine, section: id.nullable(), passage: id, heading: shortText.min(1) }),
    z.object({ section: id }),
  ),
  removeSection: call(hers('testimony'), z.object({ ...mine, section: id }), nothing),

  putWordsAbout: call(
    hers('testimony'),
    z.object({
      ...mine,
      wordsAbout: id.nullable(),
      kind: z.enum(wordsAboutKinds),
      language,
      text: framingText.min(1),
    }),
    z.object({ wordsAbout: id }),
  ),
  removeWordsAbout: call(hers('testimony'), z.object({ ...mine, wordsAbout: id }), nothing),
  answerWordsAbout: call(
    herself('testimony'),
    z.object({ ...mine, wordsAbout: id, seen: z.enum(seenByHer), answer: shortText }),
    nothing,
  ),

  beside: call(
    hers('testimony'),
    z.object(mine),
    z.object({
      sections: z.array(z.object({ id, passage: id, heading: shortText })),
      wordsAbout: z.array(
        z.object({
          id,
          kind: z.enum(wordsAboutKinds),
          language,
          text: longText,
          author: shortText,
          at: moment,
          seen: z.enum(seenByHer),
          answer: shortText,
        }),
      ),
      suggestions: z.array(z.object({ ...suggestion, state: z.enum(['open', 'stale']) })),
      /** What whoever is at the window has declined and can bring back. */
      declined: z.array(z.object(suggestion)),
      spokenAnswers: z.array(
        z.object({ id, passage: id.nullable(), media: id, durationMs: z.number().min(0), at: moment }),
      ),
      /** She has reviewed it: its words are hers to change, and an archivist suggests. */
      herVersion: z.boolean(),
    }),
  ),
} as const
