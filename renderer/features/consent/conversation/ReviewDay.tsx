// A day on which she wants to be asked again. None is chosen beforehand, and none is needed.
import { Answers } from '../../../ui/Answers.tsx'
import { useWords } from '../../../words/say.tsx'
import { UntilDate } from '../UntilDate.tsx'
import type { AnswerDraft } from './answer-draft.ts'

type Day = Pick<AnswerDraft, 'asksAgain' | 'reviewAt'>

/** The first moment of the day whose last one is given. */
function startOfDay(moment: string): string {
  const day = new Date(moment)
  day.setHours(0, 0, 0, 0)
  return day.toISOString()
}

const today = (): string => startOfDay(new Date().toISOString())

/** What is missing or wrong with the day, as the id of a sentence; null where nothing is. */
export function faultOfDay({ asksAgain, reviewAt }: Day) {
  if (!asksAgain) return null
  if (reviewAt === null) return 'talk.reviewAt.missing' as const
  return reviewAt <= today() ? ('talk.reviewAt.past' as const) : null
}

interface ReviewDayProps {
  readonly value: Day
  readonly onChange: (part: Partial<Day>) => void
  readonly wasTried: boolean
}

export function ReviewDay({ value, onChange, wasTried }: ReviewDayProps) {
  const say = useWords()
  const fault = faultOfDay(value)
  return (
    <>
      <Answers<'no' | 'yes'>
        label={say('talk.reviewAt')}
        note={say('talk.reviewAt.says')}
        value={value.asksAgain ? 'yes' : 'no'}
        onChange={(chosen) => onChange({ asksAgain: chosen === 'yes', reviewAt: null })}
        options={[
          { id: 'no', name: say('talk.reviewAt.no') },
          { id: 'yes', name: say('talk.reviewAt.yes') },
        ]}
        wrong={wasTried && fault !== null ? say(fault) : null}
      />
      {value.asksAgain && (
        <UntilDate
          value={value.reviewAt}
          onChange={(until) => onChange({ reviewAt: until === null ? null : startOfDay(until) })}
        />
      )}
    </>
  )
}
