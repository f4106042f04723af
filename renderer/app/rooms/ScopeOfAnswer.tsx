// Her passages, to be ticked one by one, for an answer that is about some of them.
import { Failed } from '../../features/with-her/Failed.tsx'
import { walkOf } from '../../features/with-her/walk.ts'
import { WhichPassages } from '../../features/with-her/WhichPassages.tsx'
import { useAnswer } from '../archive.tsx'

interface ScopeOfAnswerProps {
  readonly testimony: string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly wrong: string | null
}

export function ScopeOfAnswer({ testimony, chosen, onChoose, wrong }: ScopeOfAnswerProps) {
  const { value, failure } = useAnswer(
    ['story', 'words', 'marks'],
    (archive, signal) => archive.story.read({ testimony }, signal),
    [testimony],
  )
  return (
    <>
      <Failed failure={failure} />
      {value !== undefined && (
        <WhichPassages
          passages={value.story.passages}
          walk={walkOf(value.story)}
          sealed={new Set(value.marks.seals.map(({ passage }) => passage))}
          chosen={chosen}
          onChoose={onChoose}
          wrong={wrong}
        />
      )}
    </>
  )
}
