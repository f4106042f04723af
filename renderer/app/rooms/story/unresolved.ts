// Marks of a story that have lost their words, with what each mark says.
import type { Marks } from '../../../../shared/domain/marks/marks.ts'
import type { Unresolved } from '../../../features/writing/UnresolvedCards.tsx'
import type { Say } from '../../../words/say.tsx'

export function unresolvedOf(marks: Marks, kind: 'label' | 'redaction' | 'tie', say: Say): Unresolved[] {
  const said = {
    label: marks.labels.map(({ ranges, words }) => ({ ranges, mark: say('writing.described.label', { words }) })),
    redaction: marks.redactions.map(({ ranges, reach }) => ({ ranges, mark: say(`marks.takeOut.reach.${reach}`) })),
    tie: marks.ties.map(({ ranges, kind: is }) => ({ ranges, mark: say(`writing.tie.kind.${is}`) })),
  }[kind]
  return said.flatMap(({ ranges, mark }) =>
    ranges.filter((range) => range.unresolved).map((range) => ({ range, mark, hides: kind === 'redaction' })),
  )
}
