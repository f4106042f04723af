// What her answer is about: her whole story, if she touches nothing, or the passages that she ticks.
import { Failed } from '../../../features/with-her/Failed.tsx'
import { walkOf } from '../../../features/with-her/walk.ts'
import { WhichPassages } from '../../../features/with-her/WhichPassages.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { useWords } from '../../../words/say.tsx'
import { useAnswer } from '../../archive.tsx'
import styles from './HerRooms.module.css'

interface HerScopeProps {
  readonly testimony: string
  /** Null while the answer is for the whole. */
  readonly chosen: ReadonlySet<string> | null
  readonly onChoose: (chosen: ReadonlySet<string> | null) => void
  readonly wrong: string | null
}

export function HerScope({ testimony, chosen, onChoose, wrong }: HerScopeProps) {
  const say = useWords()
  const { value, failure } = useAnswer(
    ['story', 'words', 'marks'],
    (archive, signal) => archive.story.read({ testimony }, signal),
    [testimony],
  )
  return (
    <div className={styles.form}>
      <CheckBox isSelected={chosen !== null} onChange={(isSome) => onChoose(isSome ? new Set() : null)}>
        {say('her.card.some')}
      </CheckBox>
      {chosen !== null && <Failed failure={failure} />}
      {chosen !== null && value !== undefined && (
        <WhichPassages
          passages={value.story.passages}
          walk={walkOf(value.story)}
          sealed={new Set(value.marks.seals.map(({ passage }) => passage))}
          chosen={chosen}
          onChoose={onChoose}
          wrong={wrong}
        />
      )}
    </div>
  )
}
