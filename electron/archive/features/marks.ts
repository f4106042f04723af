// Labels, and what is taken out: each change is a step that can be undone.
import type { Handlers } from '../../../shared/contract/define.ts'
import { Failure } from '../../../shared/contract/failure.ts'
import type { marks as contract } from '../../../shared/contract/marks.ts'
import type { Label, Range, Redaction, Tie } from '../../../shared/domain/marks.ts'
import { rangeAt, type Span } from '../../../shared/domain/ranges.ts'
import { findSameWords, findAgain } from '../../../shared/domain/same-words.ts'
import { timeOf } from '../../../shared/domain/silences.ts'
import { starterLabels } from '../starters.ts'
import type { ChangedConcept, OpenSession, Session } from '../session.ts'
import {
  deleteMark,
  insertStep,
  nextStep,
  putLabel,
  putRedaction,
  putTie,
  readMarks,
  setUndone,
  usedLabelWords,
  type MarkKind,
  type MarkStep,
} from '../store/marks.ts'
import { readStory } from '../store/stories.ts'
import type { WritableArchive } from '../store/archive-database.ts'
import { deleteRenditions } from '../store/media-rows.ts'
import { removeRenditions } from './sound.ts'

const touched: readonly ChangedConcept[] = ['marks', 'shelf', 'excerpts']

type Mark =
  | { kind: 'label'; mark: Label | null }
  | { kind: 'redaction'; mark: Redaction | null }
  | { kind: 'tie'; mark: Tie | null }

function put(archive: WritableArchive, testimony: string, id: string, { kind, mark }: Mark): void {
  if (mark === null) deleteMark(archive, kind, id)
  else if (kind === 'label') putLabel(archive, testimony, mark)
  else if (kind === 'redaction') putRedaction(archive, testimony, mark)
  else putTie(archive, testimony, mark)
}

function standing(session: Session, testimony: string) {
  return {
    marks: readMarks(session.database, testimony),
    undo: nextStep(session.database, testimony, false) !== null,
    redo: nextStep(session.database, testimony, true) !== null,
  }
}

function before(session: Session, testimony: string, kind: MarkKind, id: string): Label | Redaction | Tie | null {
  const { labels, redactions, ties } = readMarks(session.database, testimony)
  const marks: readonly (Label | Redaction | Tie)[] = { label: labels, redaction: redactions, tie: ties }[kind]
  return marks.find((mark) => mark.id === id) ?? null
}

/** A replacement that says the hidden words hides nothing. Throws Failure replacementTells. */
function requireHiding(ranges: readonly Range[], replacement: string): void {
  if (ranges.some(({ quote }) => findSameWords(replacement, quote, 0).length > 0)) throw new Failure('replacementTells')
}

export function marksHandlers(open: OpenSession): Handlers<typeof contract> {
  function change(testimony: string, id: string, next: Mark) {
    const session = open()
    const step = { kind: next.kind, mark: id, before: before(session, testimony, next.kind, id), after: next.mark }
    // NOTE: in one transaction: no rendition of before may outlive a change of what is taken out.
    const renditions = session.save(touched, (archive) => {
      put(archive, testimony, id, next)
      insertStep(archive, testimony, step, session.moment())
      return next.kind === 'redaction' ? deleteRenditions(archive, testimony) : []
    })
    removeRenditions(session, renditions)
    return standing(session, testimony)
  }

  function ranges(testimony: string, spans: readonly Span[]): Range[] {
    const session = open()
    const passages = new Map(readStory(session.database, testimony).passages.map((passage) => [passage.id, passage]))
    return spans.map((span) => {
      const passage = passages.get(span.passage)
      const range = passage === undefined ? null : rangeAt(span, passage, session.newId())
      if (range === null) throw new Failure('rangeOutside')
      return range
    })
  }

  function kept<K extends MarkKind>(
    testimony: string,
    kind: K,
    id: string,
  ): { label: Label; redaction: Redaction; tie: Tie }[K] {
    const mark = before(open(), testimony, kind, id)
    if (mark === null) throw new Failure('notFound')
    return mark as { label: Label; redaction: Redaction; tie: Tie }[K]
  }

  function take(testimony: string, undone: boolean) {
    const session = open()
    const step: MarkStep | null = nextStep(session.database, testimony, undone)
    if (step === null) throw new Failure(undone ? 'nothingToRedo' : 'nothingToUndo')
    const mark = undone ? step.after : step.before
    const renditions = session.save(touched, (archive) => {
      put(archive, testimony, step.mark, { kind: step.kind, mark } as Mark)
      setUndone(archive, step.sequence, !undone)
      return step.kind === 'redaction' ? deleteRenditions(archive, testimony) : []
    })
    removeRenditions(session, renditions)
    return standing(session, testimony)
  }

  return {
    label({ testimony, spans, ...words }) {
      const session = open()
      const id = session.newId()
      return change(testimony, id, {
        kind: 'label',
        mark: { id, ...words, author: session.actor.name, ranges: ranges(testimony, spans) },
      })
    },
    changeLabel({ testimony, label, ...words }) {
      return change(testimony, label, { kind: 'label', mark: { ...kept(testimony, 'label', label), ...words } })
    },
    removeLabel({ testimony, label }) {
      kept(testimony, 'label', label)
      return change(testimony, label, { kind: 'label', mark: null })
    },
    takeOut({ testimony, spans, ...words }) {
      const session = open()
      const id = session.newId()
      const taken = ranges(testimony, spans)
      requireHiding(taken, words.replacement)
      return change(testimony, id, {
        kind: 'redaction',
        mark: { id, ...words, author: session.actor.name, ranges: taken },
      })
    },
    changeTakenOut({ testimony, redaction, ...words }) {
      const before = kept(testimony, 'redaction', redaction)
      requireHiding(before.ranges, words.replacement)
      return change(testimony, redaction, { kind: 'redaction', mark: { ...before, ...words } })
    },
    setTakenOutTime({ testimony, range, startMs, endMs }) {
      const { redactions } = readMarks(open().database, testimony)
      const redaction = redactions.find(({ ranges: own }) => own.some(({ id }) => id === range))
      if (redaction === undefined) throw new Failure('notFound')
      if ((startMs === null) !== (endMs === null) || (startMs !== null && endMs !== null && endMs <= startMs))
        throw new Failure('rangeOutside')
      const timed = redaction.ranges.map((own) => (own.id === range ? { ...own, startMs, endMs } : own))
      return change(testimony, redaction.id, { kind: 'redaction', mark: { ...redaction, ranges: timed } })
    },
    putBack({ testimony, redaction }) {
      kept(testimony, 'redaction', redaction)
      return change(testimony, redaction, { kind: 'redaction', mark: null })
    },
    tie({ testimony, passages, kind, reason }) {
      const session = open()
      const id = session.newId()
      const known = new Map(readStory(session.database, testimony).passages.map((passage) => [passage.id, passage]))
      const whole = [...new Set(passages)].map((passage) => ({
        passage,
        start: 0,
        end: known.get(passage)?.text.length ?? 0,
        startMs: null,
        endMs: null,
      }))
      return change(testimony, id, {
        kind: 'tie',
        mark: { id, kind, reason, author: session.actor.name, ranges: ranges(testimony, whole) },
      })
    },
    changeTie({ testimony, tie, kind, reason }) {
      return change(testimony, tie, { kind: 'tie', mark: { ...kept(testimony, 'tie', tie), kind, reason } })
    },
    untie({ testimony, tie }) {
      kept(testimony, 'tie', tie)
      return change(testimony, tie, { kind: 'tie', mark: null })
    },
    resolve: () => {
      throw new Failure('broken')
    },
    everywhere: () => {
      throw new Failure('broken')
    },
    takeOutEverywhere: () => {
      throw new Failure('broken')
    },
    undo: ({ testimony }) => take(testimony, false),
    redo: ({ testimony }) => take(testimony, true),
    sameWords({ testimony, words }) {
      const { passages } = readStory(open().database, testimony)
      return {
        spans: passages.flatMap((passage) =>
          findAgain(passage.text, words).map(([start, end]) => {
            const time = timeOf(
              { id: '', passage: passage.id, start, end, quote: '', startMs: null, endMs: null, unresolved: false },
              passage,
            )
            const byWord = passage.wordTimes.length > 0 ? time : null
            return {
              passage: passage.id,
              start,
              end,
              startMs: byWord?.startMs ?? null,
              endMs: byWord?.endMs ?? null,
              text: passage.text,
            }
          }),
        ),
      }
    },
    offeredLabels: ({ language }) => ({ used: usedLabelWords(open().database), starters: starterLabels(language) }),
  }
}
