// Recall files among what was handed over: what they call back is on the list now.
import { Notice } from '../../ui/Notice.tsx'
import { HeldHere } from '../../app/HeldHere.tsx'
import { useWords } from '../../words/say.tsx'
import type { HandedRecall } from './batch-state.ts'

export function HandedRecalls({ recalls }: { recalls: readonly HandedRecall[] }) {
  const say = useWords()
  if (recalls.length === 0) return null
  const day = (on: string) => say.date(new Date(`${on}T12:00:00`).toISOString())
  return (
    <Notice title={say('recall.handed', { count: recalls.length })} said>
      <p>{say('recall.handed.says')}</p>
      <ul>
        {recalls.map(({ id, reference, givenOutOn, calledBackOn, calledBack, passages }) => (
          <li key={id}>
            {say('recall.listed.reference')} {reference}.{' '}
            {say('recall.listed.when', { given: day(givenOutOn), back: day(calledBackOn) })}{' '}
            {say('recall.listed.which', {
              numbers: say.list(calledBack.map((number) => say.number(number))),
              all: say.number(passages),
            })}
            <HeldHere listed={id} atOnce />
          </li>
        ))}
      </ul>
    </Notice>
  )
}
