// The marks of a story as the editor draws them, and back as cards show them.
import type { MarkedRange } from '../../../../editor/index.ts'
import type { Marks, Range } from '../../../../../shared/domain/marks/marks.ts'
import type { ReadStory } from '../read-story.ts'
import type { Say } from '../../../../words/say.tsx'

export function markedRanges(marks: Marks, say: Say): MarkedRange[] {
  return [
    ...marks.labels.flatMap(({ id, colour, ranges }) =>
      ranges.map((range): MarkedRange => ({ ...range, mark: id, kind: 'label', colour, note: '' })),
    ),
    ...marks.redactions.flatMap(({ id, reach, ranges }) =>
      ranges.map((range): MarkedRange => ({
        ...range,
        mark: id,
        kind: 'redaction',
        colour: 0,
        note: say(`marks.notFor.${reach}`),
      })),
    ),
    ...marks.ties.flatMap(({ id, ranges }) =>
      ranges.map((range): MarkedRange => ({ ...range, mark: id, kind: 'tie', colour: 0, note: '' })),
    ),
  ]
}

/** What somebody who listens to the screen is told of the marks in one passage. */
export function describeMarks(ranges: readonly MarkedRange[], marks: Marks, say: Say): string {
  const labels = new Map(marks.labels.map(({ id, words }) => [id, words]))
  const redactions = new Map(marks.redactions.map(({ id, reach }) => [id, reach]))
  const ties = new Map(
    marks.ties.map(({ id, kind, reason }) => [id, reason === '' ? say(`writing.tie.kind.${kind}`) : reason]),
  )
  const said = new Set<string>()
  for (const { mark, kind } of ranges) {
    const reach = redactions.get(mark)
    if (kind === 'label' && labels.has(mark))
      said.add(say('writing.described.label', { words: labels.get(mark) ?? '' }))
    else if (reach !== undefined) said.add(say('writing.described.takenOut', { reach: say(`marks.notFor.${reach}`) }))
    else if (ties.has(mark)) said.add(say('writing.tie.spoken', { reason: ties.get(mark) ?? '' }))
  }
  return said.size === 0 ? '' : say('writing.described', { marks: [...said].join('; ') })
}

type ReadMarks = ReadStory['marks']

/** The marks with their ranges where they lie in the window now, kept or not. */
export function marksAsTheyLie(marks: ReadMarks, lying: ReadonlyMap<string, readonly MarkedRange[]>): ReadMarks {
  const moved = <M extends { readonly id: string; readonly ranges: Range[] }>(mark: M): M => ({
    ...mark,
    ranges: [...(lying.get(mark.id) ?? mark.ranges)],
  })
  return {
    ...marks,
    labels: marks.labels.map(moved),
    redactions: marks.redactions.map(moved),
    ties: marks.ties.map(moved),
  }
}
