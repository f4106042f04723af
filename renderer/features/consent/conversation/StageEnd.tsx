// The end of a stage: its one step on, and back to the stage before.
import { Button } from '../../../ui/Button.tsx'
import { useWords } from '../../../words/say.tsx'
import styles from './conversation.module.css'

interface StageEndProps {
  readonly name: string
  readonly onGoOn: () => void
  readonly onBack: () => void
  readonly isDisabled?: boolean
}

export function StageEnd({ name, onGoOn, onBack, isDisabled = false }: StageEndProps) {
  const say = useWords()
  return (
    <div className={styles.buttons}>
      <Button kind="primary" onPress={onGoOn} isDisabled={isDisabled}>
        {name}
      </Button>
      <Button onPress={onBack}>{say('talk.stepBack')}</Button>
    </div>
  )
}
