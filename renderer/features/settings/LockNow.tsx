// Closes the archive without hiding the window.
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import styles from './settings.module.css'

export function LockNow({ onLock }: { onLock: () => void }) {
  const say = useWords()
  return (
    <section className={styles.part} aria-labelledby="settings-lock">
      <h2 id="settings-lock">{say('settings.lock')}</h2>
      <p>{say('settings.lock.says')}</p>
      <Button onPress={onLock}>{say('settings.lock.now')}</Button>
    </section>
  )
}
