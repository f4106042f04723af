// The end of a stage: its one step on, or to what is still missing, and back to the stage before.
import { useRef } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { showFirstWrong } from '../../../ui/first-wrong.ts'
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
  const place = useRef<HTMLDivElement>(null)
  const goOn = (): void => {
    onGoOn()
    showFirstWrong(place.current?.closest('main') ?? null)
  }
  return (
    <div ref={place} className={styles.buttons}>
      <Button kind="primary" onPress={goOn} isDisabled={isDisabled}>
        {name}
      </Button>
      <Button onPress={onBack}>{say('talk.stepBack')}</Button>
    </div>
  )
}
