// What she has said to each passage, in the order in which it is shown.
import type { LookState } from './LookShape.tsx'
import type { Progress } from './her-shapes.ts'

const order = ['sealed', 'changed', 'right', 'heard', 'later'] as const satisfies readonly LookState[]

export function looksOf(progress: Progress, sealed: ReadonlySet<string>, passage: string): readonly LookState[] {
  const said = new Set<LookState>(progress.looks.filter((one) => one.passage === passage).map(({ look }) => look))
  if (progress.changed.includes(passage)) said.add('changed')
  if (sealed.has(passage)) said.add('sealed')
  return order.filter((state) => said.has(state))
}
