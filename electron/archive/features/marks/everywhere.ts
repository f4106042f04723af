// A name everywhere that it stands, shown place by place, and taken out of all that are chosen in one step.
import type { Handlers } from '../../../../shared/contract/define.ts'
import { Failure } from '../../../../shared/contract/failure.ts'
import type { marks as contract } from '../../../../shared/contract/marks.ts'
import type { Redaction } from '../../../../shared/domain/marks/marks.ts'
import { rangeAt } from '../../../../shared/domain/marks/ranges.ts'
import { findAgain } from '../../../../shared/domain/words/same-words.ts'
import { withoutOthers } from '../../../../shared/domain/names/somebody-else.ts'
import type { OpenSession, Session } from '../../session.ts'
import { listSuggestions, readSections, readWordsAbout } from '../../store/beside.ts'
import { readMarks } from '../../store/marks.ts'
import type { Rewrite } from '../../store/mark-steps.ts'
import { readStory } from '../../store/stories.ts'
import { changeMark, requireHiding } from './steps.ts'

type Where = 'passage' | Rewrite['where']

interface Text {
  readonly where: Where
  readonly id: string
  readonly passage: string | null
  readonly text: string
}

interface Place extends Text {
  readonly place: string
  readonly start: number
  readonly end: number
  readonly covered: boolean
}

/** Every text of a story in which a name may stand. A sealed passage has none. */
function textsOf(session: Session, testimony: string): Text[] {
  const { database } = session
  const story = readStory(database, testimony)
  const outside = (where: Where, id: string, text: string): Text => ({ where, id, passage: null, text })
  return [
    outside('title', testimony, story.testimony.title),
    ...story.speakers.map(({ id, name }) => outside('speaker', id, name)),
    ...readSections(database, testimony).map(({ id, passage, heading }) => ({
      where: 'heading' as const,
      id,
      passage,
      text: heading,
    })),
    ...story.passages.map(({ id, text }) => ({ where: 'passage' as const, id, passage: id, text })),
    ...readMarks(database, testimony).labels.flatMap(({ id, words, meaning }) => [
      outside('label', id, words),
      outside('meaning', id, meaning),
    ]),
    ...readWordsAbout(database, testimony).map(({ id, text }) => outside('wordsAbout', id, text)),
    ...listSuggestions(database, testimony).flatMap(({ id, passage, after, why }) => [
      { where: 'suggestion' as const, id, passage, text: after },
      { where: 'suggestion' as const, id: `${id}/why`, passage, text: why },
    ]),
  ]
}

function placesOf(session: Session, testimony: string, words: string): Place[] {
  const { redactions, notTheSame } = readMarks(session.database, testimony)
  const covers = redactions.flatMap(({ ranges }) => ranges)
  const find = withoutOthers((text) => findAgain(text, words), words, notTheSame)
  return textsOf(session, testimony).flatMap((text) =>
    find(text.text).map(([start, end]) => ({
      ...text,
      place: `${text.where}:${text.id}:${start}:${end}`,
      start,
      end,
      covered:
        text.where === 'passage' &&
        covers.some((range) => range.passage === text.id && range.start <= start && range.end >= end),
    })),
  )
}

/** What stands in a text instead of the name where there is nothing to put in its place. */
const leftOut = '…'

function rewritten(places: readonly Place[], instead: string): Rewrite[] {
  const texts = Map.groupBy(places, ({ where, id }) => `${where}:${id}`)
  return [...texts.values()].flatMap(([first, ...more]): Rewrite[] => {
    if (first === undefined || first.where === 'passage') return []
    const after = [first, ...more]
      .toSorted((a, b) => b.start - a.start)
      .reduce((text, { start, end }) => text.slice(0, start) + instead + text.slice(end), first.text)
    return [{ where: first.where, id: first.id, before: first.text, after }]
  })
}

/** Places that lie in each other (a name, and the same with a possessive s) are one. */
function apart(places: readonly Place[]): Place[] {
  return places.filter(
    (place) =>
      !places.some(
        (other) =>
          other !== place &&
          other.where === place.where &&
          other.id === place.id &&
          other.start <= place.start &&
          other.end >= place.end &&
          (other.end - other.start > place.end - place.start || other.place < place.place),
      ),
  )
}

export function everywhereHandlers(
  open: OpenSession,
): Pick<Handlers<typeof contract>, 'everywhere' | 'takeOutEverywhere'> {
  return {
    everywhere({ testimony, words }) {
      return {
        places: placesOf(open(), testimony, words).map(({ id: _, ...place }) => place),
      }
    },
    takeOutEverywhere({ testimony, words, places, ...redactionWords }) {
      const session = open()
      const known = new Map(placesOf(session, testimony, words).map((place) => [place.place, place]))
      const chosen = apart(
        [...new Set(places)].map((place) => {
          const found = known.get(place)
          if (found === undefined) throw new Failure('changedMeanwhile')
          return found
        }),
      )
      const { testimony: about, passages } = readStory(session.database, testimony)
      if (session.actor.role === 'archivist' && about.titleBy === 'narrator')
        if (chosen.some(({ where }) => where === 'title')) throw new Failure('herVersion')
      const texts = new Map(passages.map((passage) => [passage.id, passage]))
      const ranges = chosen.flatMap(({ where, id, start, end }) => {
        const passage = where === 'passage' ? texts.get(id) : undefined
        const range =
          passage === undefined
            ? null
            : rangeAt({ passage: id, start, end, startMs: null, endMs: null }, passage, session.newId())
        return range === null ? [] : [range]
      })
      const { way, replacement } = redactionWords
      const hides = way === 'pseudonym' || way === 'vaguer'
      if (findAgain(replacement, words).length > 0) throw new Failure('replacementTells')
      requireHiding(ranges, replacement)
      const id = session.newId()
      const redaction: Redaction = { id, ...redactionWords, author: session.actor.name, ranges }
      const instead = hides && replacement.trim() !== '' ? replacement : leftOut
      return changeMark(
        session,
        testimony,
        id,
        { kind: 'redaction', mark: ranges.length === 0 ? null : redaction },
        rewritten(chosen, instead),
      )
    },
  }
}
