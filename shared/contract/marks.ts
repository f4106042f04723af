// Marking a story: labels and what is taken out, with undo.
import { z } from 'zod'
import { call, hers } from './define.ts'
import { assertedByChoices, redactedThings, redactionWays, stances, tieKinds } from '../domain/marks/marks.ts'
import { id, language, longText, marks as marksShape, milliseconds, reach, shortText, span } from './shapes.ts'

const after = z.object({ marks: marksShape, undo: z.boolean(), redo: z.boolean() })
const spans = z.array(span).min(1).max(5_000)

export const labelWords = {
  words: shortText.min(1),
  language,
  meaning: shortText,
  assertedBy: z.enum(assertedByChoices),
  stance: z.enum(stances),
  colour: z.int().min(1).max(8),
}
const redactionWords = {
  thing: z.enum(redactedThings),
  reach,
  way: z.enum(redactionWays),
  replacement: shortText,
  why: shortText,
}

export const marks = {
  label: call(hers('testimony'), z.object({ testimony: id, spans, ...labelWords }), after),
  changeLabel: call(hers('testimony'), z.object({ testimony: id, label: id, ...labelWords }), after),
  removeLabel: call(hers('testimony'), z.object({ testimony: id, label: id }), after),
  /** Puts a label one place earlier or later among the labels of its story; does nothing at either end. */
  moveLabel: call(hers('testimony'), z.object({ testimony: id, label: id, way: z.enum(['earlier', 'later']) }), after),
  takeOut: call(hers('testimony'), z.object({ testimony: id, spans, ...redactionWords }), after),
  changeTakenOut: call(hers('testimony'), z.object({ testimony: id, redaction: id, ...redactionWords }), after),
  /** Says where a taken-out range is in the sound. */
  setTakenOutTime: call(
    hers('testimony'),
    z.object({ testimony: id, range: id, startMs: z.number().min(0).nullable(), endMs: z.number().min(0).nullable() }),
    after,
  ),
  /** Takes sound out by itself, whatever words lie there or none. Throws Failure rangeOutside, notFound. */
  takeOutSound: call(
    hers('testimony'),
    z.object({
      testimony: id,
      stretches: z
        .array(z.object({ recording: id, startMs: milliseconds, endMs: milliseconds }))
        .min(1)
        .max(1_000),
      ...redactionWords,
    }),
    after,
  ),
  /** Says anew where one of those stretches begins and ends. Throws Failure rangeOutside, notFound, hersToDecide. */
  setTakenOutStretch: call(
    hers('testimony'),
    z.object({ testimony: id, stretch: id, startMs: milliseconds, endMs: milliseconds }),
    after,
  ),
  putBack: call(hers('testimony'), z.object({ testimony: id, redaction: id }), after),
  /** Ties whole passages: they travel together, never alone, or never as a title. */
  tie: call(
    hers('testimony'),
    z.object({ testimony: id, passages: z.array(id).min(1).max(5_000), kind: z.enum(tieKinds), reason: shortText }),
    after,
  ),
  changeTie: call(
    hers('testimony'),
    z.object({ testimony: id, tie: id, kind: z.enum(tieKinds), reason: shortText }),
    after,
  ),
  untie: call(hers('testimony'), z.object({ testimony: id, tie: id }), after),
  /** A range whose words are gone: let it go, or lay it on words again. */
  resolve: call(hers('testimony'), z.object({ testimony: id, range: id, span: span.nullable() }), after),
  /** Everywhere that a name stands: passages, title, headings, labels, words about her. File names come from these. */
  everywhere: call(
    hers('testimony'),
    z.object({ testimony: id, words: shortText.min(1) }),
    z.object({
      places: z.array(
        z.object({
          /** What to name to `takeOutEverywhere`. */
          place: z.string().max(200),
          where: z.enum(['passage', 'title', 'heading', 'label', 'meaning', 'wordsAbout', 'suggestion', 'speaker']),
          passage: id.nullable(),
          text: longText,
          start: z.int().min(0),
          end: z.int().min(0),
          /** Taken out already from the reach that is asked for, or sealed. */
          covered: z.boolean(),
        }),
      ),
    }),
  ),
  /** Takes a name out at the chosen places in one step, with one pseudonym; where it is not in a passage it is rewritten. */
  takeOutEverywhere: call(
    hers('testimony'),
    z.object({
      testimony: id,
      words: shortText.min(1),
      places: z.array(z.string().max(200)).min(1).max(5_000),
      ...redactionWords,
    }),
    after,
  ),
  /**
   * Says that longer words, in which words that are taken out are found, are somebody else. Throws Failure notFound where
   * `words` are not taken out, or `other` has not more letters in as many words.
   */
  notTheSame: call(
    hers('testimony'),
    z.object({ testimony: id, words: longText.min(1), other: longText.min(1) }),
    after,
  ),
  /** Takes that back. */
  theSameAfterAll: call(hers('testimony'), z.object({ testimony: id, notTheSame: id }), after),
  undo: call(hers('testimony'), z.object({ testimony: id }), after),
  redo: call(hers('testimony'), z.object({ testimony: id }), after),
  /** Everywhere else that the same words stand in this story, whatever case and accents. */
  sameWords: call(
    hers('testimony'),
    z.object({ testimony: id, words: shortText.min(1) }),
    z.object({ spans: z.array(span.extend({ text: z.string() })) }),
  ),
  /** Labels used before, and the starter list in the language asked for; offered, never chosen beforehand. */
  offeredLabels: call(
    hers(),
    z.object({ language }),
    z.object({
      used: z.array(shortText),
      starters: z.array(z.object({ group: z.string(), words: z.array(shortText) })),
    }),
  ),
} as const
