// What is at hand on every card: not yet, not yet to all that is left, and stopping here.
import { useRef } from 'react'
import type { UseName } from '../../../../shared/domain/consent/uses.ts'
import { Button } from '../../../ui/Button.tsx'
import { useStaysInSight } from '../../../ui/stays-in-sight.ts'
import { useWords } from '../../../words/say.tsx'
import { answeredWith, stagesOf } from './answer-draft.ts'
import { useTalk } from './talk.ts'
import styles from './conversation.module.css'

/** `use`: what she is answering; null while the card is open, where "not yet" is one of the four. */
export function AtHand({ use }: { readonly use: UseName | null }) {
  const say = useWords()
  const { steps, underWay, herEvidence, onLeave } = useTalk()
  const { draftOf, change, goTo, go } = underWay
  const bar = useRef<HTMLDivElement>(null)
  // One row of it at most, so that the card keeps the room.
  useStaysInSight(bar, '--at-hand', 0.12)
  const left = steps.filter(({ wants }) => wants === 'unasked').length
  const notYet = (answering: UseName): void => {
    change(answering, { ...answeredWith(draftOf(answering), 'notYet'), renews: null })
    goTo(answering, stagesOf('notYet', herEvidence === null)[1] ?? 'keep')
  }
  return (
    <div ref={bar} className={styles.atHand} role="group" aria-label={say('talk.atHand')}>
      {use !== null && draftOf(use).said !== 'notYet' && (
        <Button onPress={() => notYet(use)}>{say('talk.notYet')}</Button>
      )}
      {left > 0 && <Button onPress={() => go({ at: 'rest' })}>{say('talk.rest')}</Button>}
      <Button onPress={onLeave}>{say('talk.stop')}</Button>
    </div>
  )
}
