// The marks that lie on one passage, and the passage's words cut where they begin and end.
import type { Label, Marks, Range, Redaction, Tie } from '../../../shared/domain/marks/marks.ts'
import { silences } from '../../../shared/domain/sound/silences.ts'
import type { Passage } from '../../../shared/domain/story.ts'

export interface MarksHere {
  readonly labels: readonly Label[]
  readonly redactions: readonly Redaction[]
  readonly ties: readonly Tie[]
  readonly sealed: boolean
}

export function marksOn(marks: Marks, passage: Omit<Passage, 'turn'>): MarksHere {
  const lies = ({ ranges }: { readonly ranges: readonly Range[] }): boolean =>
    ranges.some((range) => range.passage === passage.id)
  return {
    labels: marks.labels.filter(lies),
    redactions: marks.redactions.filter((redaction) => lies(redaction) || isInSound(redaction, passage)),
    ties: marks.ties.filter(lies),
    sealed: marks.seals.some((seal) => seal.passage === passage.id),
  }
}

/** Whether some of the passage's own sound is taken out by itself. */
export const isInSound = ({ stretches = [] }: Redaction, passage: Omit<Passage, 'turn'>): boolean =>
  stretches.some((stretch) => silences(stretch, passage))

/** The words that a mark lies on in this passage, as they were when it was put there. */
export function quotesOn(ranges: readonly Range[], passage: string): readonly string[] {
  return ranges.filter((range) => range.passage === passage).map(({ quote }) => quote)
}

/** What others say, on which she has not taken a stance. */
export const waitsForHer = ({ assertedBy, stance }: Label): boolean => assertedBy !== 'narrator' && stance === 'none'

export interface MarkedPiece {
  readonly start: number
  readonly text: string
  /** 1 to 8; null for none. */
  readonly colour: number | null
  readonly takenOut: boolean
}

/** Lossless and in order. Where labels overlap, the one that began last is drawn. */
export function piecesOn(text: string, here: MarksHere, passage: string): readonly MarkedPiece[] {
  const on = (ranges: readonly Range[]): readonly Range[] =>
    ranges.filter((range) => range.passage === passage && !range.unresolved && range.end > range.start)
  const labels = here.labels.flatMap((label) => on(label.ranges).map((range) => ({ ...range, colour: label.colour })))
  const takenOut = here.redactions.flatMap((redaction) => on(redaction.ranges))
  const edges = [...new Set([0, text.length, ...[...labels, ...takenOut].flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length
    const covers = (range: Range): boolean => range.start <= start && range.end >= end
    const label = labels
      .filter(covers)
      .toSorted((a, b) => a.start - b.start)
      .at(-1)
    return { start, text: text.slice(start, end), colour: label?.colour ?? null, takenOut: takenOut.some(covers) }
  })
}
