// The first run: what this is, in a few sentences, and the ways on.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './Door.module.css'

interface WelcomeProps {
  readonly onMake: () => void
  readonly onOpenExisting: () => void
  readonly onRestore: () => void
}

export function Welcome({ onMake, onOpenExisting, onRestore }: WelcomeProps) {
  const say = useWords()
  return (
    <>
      <p>{say('door.welcome.what')}</p>
      <p>{say('door.welcome.where')}</p>
      <p>{say('door.welcome.begin')}</p>
      <div className={styles.actions}>
        <Button kind="primary" onPress={onMake}>
          {say('door.welcome.make')}
        </Button>
        <Button onPress={onOpenExisting}>{say('door.welcome.openExisting')}</Button>
        <Button onPress={onRestore}>{say('backup.restore.have')}</Button>
      </div>
    </>
  )
}
