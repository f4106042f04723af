// What her answer is about: her whole story, if she touches nothing, or the passages that she ticks.
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { useWords } from '../../../words/say.tsx'
import { ScopeOfAnswer } from '../ScopeOfAnswer.tsx'
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
  return (
    <div className={styles.form}>
      <CheckBox isSelected={chosen !== null} onChange={(isSome) => onChoose(isSome ? new Set() : null)}>
        {say('her.card.some')}
      </CheckBox>
      {chosen !== null && <ScopeOfAnswer testimony={testimony} chosen={chosen} onChoose={onChoose} wrong={wrong} />}
    </div>
  )
}
