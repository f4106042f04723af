// Labels, and what is taken out: each change is a step that can be undone.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { marks as contract } from '../../../../shared/contract/marks.ts'
import type { Label, Range, Redaction, Tie } from '../../../../shared/domain/marks/marks.ts'
import { rangeAt, type Span } from '../../../../shared/domain/marks/ranges.ts'
import { findAgain } from '../../../../shared/domain/words/same-words.ts'
import { withoutOthers } from '../../../../shared/domain/names/somebody-else.ts'
import { timeOf } from '../../../../shared/domain/sound/silences.ts'
import { starterLabels } from '../../starters.ts'
import type { OpenSession } from '../../session.ts'
import { moveLabel, readMarks, usedLabelWords } from '../../store/marks.ts'
import type { MarkKind } from '../../store/mark-ranges.ts'
import { readStory } from '../../store/stories.ts'
import { everywhereHandlers } from './everywhere.ts'
import { changeMark, markNow, marksNow, marksTouched, requireHiding, takeStep, type Mark } from './steps.ts'
import { notTheSameHandlers } from './not-the-same.ts'
import { soundAloneHandlers } from './sound-alone.ts'
import { requireHersToDecide } from '../hers-to-decide.ts'

export function marksHandlers(open: OpenSession): Handlers<typeof contract> {
  const change = (testimony: string, id: string, next: Mark) => changeMark(open(), testimony, id, next)

  function ranges(testimony: string, spans: readonly Span[]): Range[] {
    const session = open()
    const passages = new Map(readStory(session.database, testimony).passages.map((passage) => [passage.id, passage]))
    const sealed = new Set(readMarks(session.database, testimony).seals.map(({ passage }) => passage))
    return spans.map((span) => {
      const passage = passages.get(span.passage)
      if (sealed.has(span.passage)) throw new Failure('sealed')
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
    const mark = markNow(open().database, testimony, kind, id)
    if (mark === null) throw new Failure('notFound')
    return mark as { label: Label; redaction: Redaction; tie: Tie }[K]
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
      requireHersToDecide(open(), testimony)
      return change(testimony, label, { kind: 'label', mark: { ...kept(testimony, 'label', label), ...words } })
    },
    removeLabel({ testimony, label }) {
      requireHersToDecide(open(), testimony)
      kept(testimony, 'label', label)
      return change(testimony, label, { kind: 'label', mark: null })
    },
    moveLabel({ testimony, label, way }) {
      kept(testimony, 'label', label)
      const session = open()
      session.save(marksTouched, (archive) => moveLabel(archive, testimony, label, way))
      return marksNow(session, testimony)
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
      requireHersToDecide(open(), testimony)
      const before = kept(testimony, 'redaction', redaction)
      requireHiding(before.ranges, words.replacement)
      return change(testimony, redaction, { kind: 'redaction', mark: { ...before, ...words } })
    },
    setTakenOutTime({ testimony, range, startMs, endMs }) {
      const { redactions } = readMarks(open().database, testimony)
      const redaction = redactions.find(({ ranges: own }) => own.some(({ id }) => id === range))
      if (redaction === undefined) throw new Failure('notFound')
      if (redaction.ranges.some((own) => own.id === range && own.startMs !== null))
        requireHersToDecide(open(), testimony)
      if ((startMs === null) !== (endMs === null) || (startMs !== null && endMs !== null && endMs <= startMs))
        throw new Failure('rangeOutside')
      const timed = redaction.ranges.map((own) => (own.id === range ? { ...own, startMs, endMs } : own))
      return change(testimony, redaction.id, { kind: 'redaction', mark: { ...redaction, ranges: timed } })
    },
    putBack({ testimony, redaction }) {
      requireHersToDecide(open(), testimony)
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
      requireHersToDecide(open(), testimony)
      return change(testimony, tie, { kind: 'tie', mark: { ...kept(testimony, 'tie', tie), kind, reason } })
    },
    untie({ testimony, tie }) {
      requireHersToDecide(open(), testimony)
      kept(testimony, 'tie', tie)
      return change(testimony, tie, { kind: 'tie', mark: null })
    },
    resolve({ testimony, range, span }) {
      const session = open()
      const { labels, redactions, ties } = readMarks(session.database, testimony)
      const asked = [
        ...labels.map((mark) => ({ kind: 'label' as const, mark })),
        ...redactions.map((mark) => ({ kind: 'redaction' as const, mark })),
        ...ties.map((mark) => ({ kind: 'tie' as const, mark })),
      ].find(({ mark }) => mark.ranges.some(({ id }) => id === range))
      if (asked === undefined) throw new Failure('notFound')
      // A question may be answered by whoever finds the words; what lies on words stays there.
      if (span === null || asked.mark.ranges.some(({ id, unresolved }) => id === range && !unresolved))
        requireHersToDecide(session, testimony)
      const laid = (span === null ? [] : ranges(testimony, [span])).map((one) => ({ ...one, id: range }))
      const left = asked.mark.ranges.flatMap((own) => (own.id === range ? laid : [own]))
      // A mark that lies on nothing any more is let go with its last question.
      const isSilent = 'stretches' in asked.mark && (asked.mark.stretches ?? []).length > 0
      const mark = left.length === 0 && !isSilent ? null : { ...asked.mark, ranges: left }
      return change(testimony, asked.mark.id, { kind: asked.kind, mark } as Mark)
    },
    ...soundAloneHandlers(open),
    ...everywhereHandlers(open),
    ...notTheSameHandlers(open),
    undo: ({ testimony }) => takeStep(open(), testimony, false),
    redo: ({ testimony }) => takeStep(open(), testimony, true),
    sameWords({ testimony, words }) {
      const { database } = open()
      const { passages } = readStory(database, testimony)
      const find = withoutOthers((text) => findAgain(text, words), words, readMarks(database, testimony).notTheSame)
      return {
        spans: passages.flatMap((passage) =>
          find(passage.text).map(([start, end]) => {
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
    offeredLabels({ language }) {
      const { database, actor } = open()
      const narrator = actor.role === 'narrator' ? actor.narrator : null
      return { used: usedLabelWords(database, narrator), starters: starterLabels(language) }
    },
  }
}
