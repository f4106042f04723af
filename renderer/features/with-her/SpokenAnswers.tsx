// What she has said about this passage, to be heard again or thrown away.
import { useDoing } from '../../app/use-doing.ts'
import { useWords } from '../../words/say.tsx'
import { AnswerCard } from './AnswerCard.tsx'
import { Failed } from './Failed.tsx'
import type { ShownAnswer } from './her-shapes.ts'

interface SpokenAnswersProps {
  readonly answers: readonly ShownAnswer[]
  readonly onThrowAway: (answer: string) => Promise<void>
}

export function SpokenAnswers({ answers, onThrowAway }: SpokenAnswersProps) {
  const say = useWords()
  const doing = useDoing()
  return (
    <>
      {answers.map(({ id, media, durationMs, at }) => (
        <AnswerCard
          key={id}
          answer={id}
          state={say('her.spoken.at', { date: say.moment(at), time: say.time(durationMs) })}
          address={`/media/${media}`}
          isSealed={false}
          doing={doing}
          onThrowAway={onThrowAway}
        />
      ))}
      <Failed failure={doing.failure} />
    </>
  )
}
