// What is asked wherever something of hers is taken out, be it words or sound: what it is, from whom, and why.
import { redactedThings, type RedactedThing } from '../../../shared/domain/marks/marks.ts'
import { Answers } from '../../ui/Answers.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { takenFrom, type TakenFrom } from './reach-choices.ts'

const things = redactedThings.filter((thing) => thing !== 'passage')

interface Chosen<T> {
  readonly value: T | null
  readonly onChange: (value: T) => void
  /** What is said where nothing is chosen. */
  readonly wrong: string | null
}

export function ThingTakenOut({ label, ...chosen }: Chosen<RedactedThing> & { readonly label: string }) {
  const say = useWords()
  return <Answers label={label} {...chosen} options={things.map((id) => ({ id, name: say(`uses.thing.${id}`) }))} />
}

/** `of`: what is taken out, which is said of each choice in words of its own. */
export function FromWhomTakenOut({ of, ...chosen }: Chosen<TakenFrom> & { readonly of: 'words' | 'sound' }) {
  const say = useWords()
  return (
    <Answers<TakenFrom>
      label={say('her.takeOut.from')}
      {...chosen}
      options={takenFrom.map((id) => ({
        id,
        name: say(`her.takeOut.from.${id}`),
        note: say(of === 'words' ? `her.takeOut.from.${id}.note` : `her.takeSoundOut.from.${id}.note`),
      }))}
    />
  )
}

export function WhyTakenOut({ value, onChange }: { value: string; onChange: (why: string) => void }) {
  const say = useWords()
  return (
    <TextField
      label={say('her.takeOut.why')}
      note={say('her.canStayEmpty')}
      value={value}
      onChange={onChange}
      dir="auto"
      maxLength={2_000}
    />
  )
}
