// The four answers of a card, in the language that she answers in.
import { Answers } from '../../../ui/Answers.tsx'
import { useWords } from '../../../words/say.tsx'

const given = ['yes', 'no', 'notYet', 'askEachTime'] as const
export type Given = (typeof given)[number]

interface FourAnswersProps {
  readonly value: Given | null
  readonly onChange: (answer: Given) => void
  readonly wrong: string | null
}

export function FourAnswers({ value, onChange, wrong }: FourAnswersProps) {
  const say = useWords()
  return (
    <Answers<Given>
      label={say('talk.answer')}
      value={value}
      onChange={onChange}
      options={given.map((id) => ({ id, name: say(`consent.answer.${id}`) }))}
      wrong={wrong}
    />
  )
}
