// The questions about something that is taken out: what, from whom, how, why. The same for a new one and for one that is changed.
import { redactedThings, redactionWays } from '../../../shared/domain/marks/marks.ts'
import { Answers } from '../../ui/Answers.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { hiddenFromChoices, needsReplacement, type TakeOutAsked } from './take-out-words.ts'

interface TakeOutQuestionsProps {
  readonly asked: TakeOutAsked
  readonly onAsked: (asked: TakeOutAsked) => void
  /** Whether somebody has tried to keep it, so that what is missing is said. */
  readonly tried: boolean
  /** Then there is only one way: silence. */
  readonly isSoundAlone?: boolean
}

export function TakeOutQuestions({ asked, onAsked, tried, isSoundAlone = false }: TakeOutQuestionsProps) {
  const say = useWords()
  const missing = (is: boolean): string | null => (tried && is ? say('marks.takeOut.missing') : null)
  return (
    <>
      <Answers
        label={say('marks.takeOut.thing')}
        value={asked.thing}
        onChange={(thing) => onAsked({ ...asked, thing })}
        options={redactedThings.map((id) => ({ id, name: say(`uses.thing.${id}`) }))}
        wrong={missing(asked.thing === null)}
      />
      <Answers
        label={say('marks.takeOut.reach')}
        value={asked.reach}
        onChange={(reach) => onAsked({ ...asked, reach })}
        options={hiddenFromChoices.map((id) => ({
          id,
          name: say(`marks.takeOut.reach.${id}`),
          note: say(`marks.takeOut.reach.${id}.note`),
        }))}
        wrong={missing(asked.reach === null)}
      />
      {!isSoundAlone && (
        <Answers
          label={say('marks.takeOut.way')}
          value={asked.way}
          onChange={(way) => onAsked({ ...asked, way })}
          options={redactionWays.map((id) => ({
            id,
            name: say(`uses.way.${id}`),
            note: say(`marks.takeOut.way.${id}.note`),
          }))}
          wrong={missing(asked.way === null)}
        />
      )}
      {needsReplacement(asked.way) && (
        <TextField
          label={say('marks.takeOut.instead')}
          note={say('marks.takeOut.instead.note')}
          value={asked.replacement}
          dir="auto"
          maxLength={2_000}
          onChange={(replacement) => onAsked({ ...asked, replacement })}
          wrong={missing(asked.replacement.trim() === '')}
        />
      )}
      <TextField
        label={say('marks.takeOut.why')}
        note={say('marks.takeOut.why.note')}
        value={asked.why}
        dir="auto"
        maxLength={2_000}
        onChange={(why) => onAsked({ ...asked, why })}
      />
    </>
  )
}
