// The eight lines a label can have: each a colour and a pattern.
import { Answers } from '../../ui/Answers.tsx'
import { LabelMark } from '../../ui/LabelMark.tsx'
import { useWords } from '../../words/say.tsx'

const colours = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

export function ColourChoice({ colour, onColour }: { colour: number; onColour: (colour: number) => void }) {
  const say = useWords()
  return (
    <Answers
      label={say('marks.colour')}
      value={colours.find((one) => Number(one) === colour) ?? null}
      onChange={(one) => onColour(Number(one))}
      options={colours.map((id) => ({
        id,
        name: <LabelMark colour={Number(id)}>{say(`marks.colour.${id}`)}</LabelMark>,
      }))}
    />
  )
}
