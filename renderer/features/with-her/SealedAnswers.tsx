// What she has said about a passage that only she can read: only she hears it, with her passphrase, and may throw it away.
import type { ReactNode } from 'react'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { Failed } from './Failed.tsx'
import type { ShownSealedAnswer } from './her-shapes.ts'

interface SealedAnswersProps {
  readonly answers: readonly ShownSealedAnswer[]
  /** Her key can be opened: she has a passphrase, and has not typed it yet. */
  readonly canOpenKey: boolean
  readonly openKey: ReactNode
  /** The words of the passage are sealed: with them it is opened again. */
  readonly isPassageSealed: boolean
  readonly onOpen: () => Promise<void>
  readonly onThrowAway: (answer: string) => Promise<void>
}

export function SealedAnswers(props: SealedAnswersProps) {
  const { answers, canOpenKey, openKey, isPassageSealed, onOpen, onThrowAway } = props
  const say = useWords()
  const doing = useDoing()
  const canOpen = !isPassageSealed && answers.some(({ durationMs }) => durationMs !== null)
  return (
    <>
      {answers.map(({ id, at, durationMs }) => {
        const date = say.moment(at)
        const state =
          durationMs !== null
            ? say('her.spoken.sealed', { date, time: say.time(durationMs) })
            : say(canOpenKey ? 'her.spoken.closed' : 'her.spoken.lost', { date })
        return (
          <AnswerCard
            key={id}
            answer={id}
            state={state}
            address={durationMs === null ? null : `/offrecord/${id}`}
            isSealed
            doing={doing}
            onThrowAway={onThrowAway}
          />
        )
      })}
      {answers.length > 0 && openKey}
      <Failed failure={doing.failure} />
      {canOpen && (
        <div>
          <Button isDisabled={doing.busy} onPress={() => doing.run(onOpen)}>
            {say('her.spoken.open')}
          </Button>
        </div>
      )}
    </>
  )
}
